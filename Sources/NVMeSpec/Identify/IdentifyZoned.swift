/// Extended LBA format of a zoned namespace: size of its zones (Zoned Namespace Command Set 1.2 §4.1.5.1).
public struct ZonedLBAFormat: SpecStructure {
    public struct Layout: SpecLayout {
        /// Zone Size (ZSZE): in logical blocks.
        public let zoneSize = Field<UInt64>("zsze", at: 0, "Zone Size")
        /// Zone Descriptor Extension Size (ZDES): in units of 64 bytes.
        public let zoneDescriptorExtensionSize = Field<UInt8>("zdes", at: 8, "Zone Descriptor Extension Size")

        public init() {}
    }

    public static let layout = LayoutTable<Layout>()
    public static var byteCount: Int { 16 }
    public var bytes = [UInt8](repeating: 0, count: 16)
    public init(zeroed: Void) {}
}

/// Zone Operation Characteristics.
public struct ZoneOperationCharacteristics: FlagStructure {
    public struct Layout: BitLayout {
        /// Variable Zone Capacity (VZC).
        public let variableZoneCapacity = Bit<0>("VZC", "Variable Zone Capacity")
        /// Zone Active Excursions (ZAE).
        public let zoneActiveExcursions = Bit<1>("ZAE", "Zone Active Excursions")
        public init() {}
    }

    public var rawValue: UInt16
    @inlinable public init(rawValue: UInt16 = 0) { self.rawValue = rawValue }
}

/// Optional Zoned Command Support.
public struct OptionalZonedCommands: FlagStructure {
    public struct Layout: BitLayout {
        /// Read Across Zone Boundaries (RAZB).
        public let readAcrossZoneBoundaries = Bit<0>("RAZB", "Read Across Zone Boundaries")
        /// Zone Random Write Area (ZRWASUP).
        public let zoneRandomWriteArea = Bit<1>("ZRWASUP", "Zone Random Write Area")
        public init() {}
    }

    public var rawValue: UInt16
    @inlinable public init(rawValue: UInt16 = 0) { self.rawValue = rawValue }
}

/// Identify Namespace of the zoned command set (CNS 05h, CSI 02h, Zoned Namespace Command Set 1.2 §4.1.5.1).
public struct IdentifyZonedNamespace: SpecStructure {
    public struct Layout: SpecLayout {
        /// Zone Operation Characteristics (ZOC).
        public let zoneOperationCharacteristics = Field<ZoneOperationCharacteristics>(
            "zoc", at: 0, "Zone Operation Characteristics")
        /// Optional Zoned Command Support (OZCS).
        public let optionalZonedCommands = Field<OptionalZonedCommands>("ozcs", at: 2, "Optional Zoned Command Support")
        /// Maximum Active Resources (MAR): 0's based; FFFFFFFFh is no limit.
        public let maximumActiveResources = Field<UInt32>("mar", at: 4, "Maximum Active Resources")
        /// Maximum Open Resources (MOR): 0's based; FFFFFFFFh is no limit.
        public let maximumOpenResources = Field<UInt32>("mor", at: 8, "Maximum Open Resources")
        /// Reset Recommended Limit (RRL): in seconds.
        public let resetRecommendedLimit = Field<UInt32>("rrl", at: 12, "Reset Recommended Limit")
        /// Finish Recommended Limit (FRL): in seconds.
        public let finishRecommendedLimit = Field<UInt32>("frl", at: 16, "Finish Recommended Limit")
        /// Reset Recommended Limit 1 (RRL1).
        public let resetRecommendedLimit1 = Field<UInt32>("rrl1", at: 20, "Reset Recommended Limit 1")
        /// Reset Recommended Limit 2 (RRL2).
        public let resetRecommendedLimit2 = Field<UInt32>("rrl2", at: 24, "Reset Recommended Limit 2")
        /// Reset Recommended Limit 3 (RRL3).
        public let resetRecommendedLimit3 = Field<UInt32>("rrl3", at: 28, "Reset Recommended Limit 3")
        /// Finish Recommended Limit 1 (FRL1).
        public let finishRecommendedLimit1 = Field<UInt32>("frl1", at: 32, "Finish Recommended Limit 1")
        /// Finish Recommended Limit 2 (FRL2).
        public let finishRecommendedLimit2 = Field<UInt32>("frl2", at: 36, "Finish Recommended Limit 2")
        /// Finish Recommended Limit 3 (FRL3).
        public let finishRecommendedLimit3 = Field<UInt32>("frl3", at: 40, "Finish Recommended Limit 3")
        /// Number of ZRWA Resources (NUMZRWA): 0's based.
        public let numberOfZRWAResources = Field<UInt32>("numzrwa", at: 44, "Number of ZRWA Resources")
        /// ZRWA Flush Granularity (ZRWAFG): in logical blocks.
        public let zrwaFlushGranularity = Field<UInt16>("zrwafg", at: 48, "ZRWA Flush Granularity")
        /// ZRWA Size (ZRWASZ): in logical blocks.
        public let zrwaSize = Field<UInt16>("zrwasz", at: 50, "ZRWA Size")
        /// ZRWA Capability (ZRWACAP).
        public let zrwaCapability = Field<UInt8>("zrwacap", at: 52, "ZRWA Capability")
        /// LBA Format Extensions (LBAFE).
        public let lbaFormatExtensions = Field<FieldArray<ZonedLBAFormat>>(
            "lbafe", at: 2816, count: 64, "LBA Format Extensions")
        /// Vendor Specific (VS).
        public let vendorSpecific = Field<[UInt8]>("vs", at: 3840, bytes: 256, "Vendor Specific")

        public init() {}
    }

    public static let layout = LayoutTable<Layout>()
    public static var byteCount: Int { 4096 }
    public var bytes = [UInt8](repeating: 0, count: 4096)
    public init(zeroed: Void) {}
}

/// Identify Controller of the zoned command set (CNS 06h, CSI 02h, Zoned Namespace Command Set 1.2 §4.1.5.2).
public struct IdentifyZonedController: SpecStructure {
    public struct Layout: SpecLayout {
        /// Zone Append Size Limit (ZASL): as a power of two of the minimum page size; 0 is MDTS.
        public let zoneAppendSizeLimit = Field<UInt8>("zasl", at: 0, "Zone Append Size Limit")

        public init() {}
    }

    public static let layout = LayoutTable<Layout>()
    public static var byteCount: Int { 4096 }
    public var bytes = [UInt8](repeating: 0, count: 4096)
    public init(zeroed: Void) {}
}
