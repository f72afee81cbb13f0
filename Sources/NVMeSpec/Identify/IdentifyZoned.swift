/// Extended LBA format of a zoned namespace: size of its zones (Zoned Namespace Command Set 1.2 §4.1.5.1).
public struct ZonedLBAFormat: SpecStructure {
    public final class Layout: SpecLayout {
        /// Zone Size (ZSZE): in logical blocks.
        public let zoneSize = Field<UInt64, 7, 0>("zsze", "Zone Size")
        /// Zone Descriptor Extension Size (ZDES): in units of 64 bytes.
        public let zoneDescriptorExtensionSize = Field<UInt8, 8, 8>("zdes", "Zone Descriptor Extension Size")
    }
    public static var byteCount: Int { 16 }
    public var bytes = Self.zeroes
    public init() {}
}

/// Zone Operation Characteristics.
public struct ZoneOperationCharacteristics: FlagStructure {
    public final class Layout: BitLayout {
        /// Variable Zone Capacity (VZC).
        public let variableZoneCapacity = Bit<0>("VZC", "Variable Zone Capacity")
        /// Zone Active Excursions (ZAE).
        public let zoneActiveExcursions = Bit<1>("ZAE", "Zone Active Excursions")
    }
    public var rawValue: UInt16
    @inlinable public init(rawValue: UInt16 = 0) { self.rawValue = rawValue }
}

/// Optional Zoned Command Support.
public struct OptionalZonedCommands: FlagStructure {
    public final class Layout: BitLayout {
        /// Read Across Zone Boundaries (RAZB).
        public let readAcrossZoneBoundaries = Bit<0>("RAZB", "Read Across Zone Boundaries")
        /// Zone Random Write Area (ZRWASUP).
        public let zoneRandomWriteArea = Bit<1>("ZRWASUP", "Zone Random Write Area")
    }
    public var rawValue: UInt16
    @inlinable public init(rawValue: UInt16 = 0) { self.rawValue = rawValue }
}

/// Identify Namespace of the zoned command set (CNS 05h, CSI 02h, Zoned Namespace Command Set 1.2 §4.1.5.1).
public struct IdentifyZonedNamespace: SpecStructure {
    public final class Layout: SpecLayout {
        /// Zone Operation Characteristics (ZOC).
        public let zoneOperationCharacteristics = Field<ZoneOperationCharacteristics, 1, 0>(
            "zoc", "Zone Operation Characteristics")
        /// Optional Zoned Command Support (OZCS).
        public let optionalZonedCommands = Field<OptionalZonedCommands, 3, 2>("ozcs", "Optional Zoned Command Support")
        /// Maximum Active Resources (MAR): 0's based; FFFFFFFFh is no limit.
        public let maximumActiveResources = Field<UInt32, 7, 4>("mar", "Maximum Active Resources")
        /// Maximum Open Resources (MOR): 0's based; FFFFFFFFh is no limit.
        public let maximumOpenResources = Field<UInt32, 11, 8>("mor", "Maximum Open Resources")
        /// Reset Recommended Limit (RRL): in seconds.
        public let resetRecommendedLimit = Field<UInt32, 15, 12>("rrl", "Reset Recommended Limit")
        /// Finish Recommended Limit (FRL): in seconds.
        public let finishRecommendedLimit = Field<UInt32, 19, 16>("frl", "Finish Recommended Limit")
        /// Reset Recommended Limit 1 (RRL1).
        public let resetRecommendedLimit1 = Field<UInt32, 23, 20>("rrl1", "Reset Recommended Limit 1")
        /// Reset Recommended Limit 2 (RRL2).
        public let resetRecommendedLimit2 = Field<UInt32, 27, 24>("rrl2", "Reset Recommended Limit 2")
        /// Reset Recommended Limit 3 (RRL3).
        public let resetRecommendedLimit3 = Field<UInt32, 31, 28>("rrl3", "Reset Recommended Limit 3")
        /// Finish Recommended Limit 1 (FRL1).
        public let finishRecommendedLimit1 = Field<UInt32, 35, 32>("frl1", "Finish Recommended Limit 1")
        /// Finish Recommended Limit 2 (FRL2).
        public let finishRecommendedLimit2 = Field<UInt32, 39, 36>("frl2", "Finish Recommended Limit 2")
        /// Finish Recommended Limit 3 (FRL3).
        public let finishRecommendedLimit3 = Field<UInt32, 43, 40>("frl3", "Finish Recommended Limit 3")
        /// Number of ZRWA Resources (NUMZRWA): 0's based.
        public let numberOfZRWAResources = Field<UInt32, 47, 44>("numzrwa", "Number of ZRWA Resources")
        /// ZRWA Flush Granularity (ZRWAFG): in logical blocks.
        public let zrwaFlushGranularity = Field<UInt16, 49, 48>("zrwafg", "ZRWA Flush Granularity")
        /// ZRWA Size (ZRWASZ): in logical blocks.
        public let zrwaSize = Field<UInt16, 51, 50>("zrwasz", "ZRWA Size")
        /// ZRWA Capability (ZRWACAP).
        public let zrwaCapability = Field<UInt8, 52, 52>("zrwacap", "ZRWA Capability")
        /// LBA Format Extensions (LBAFE).
        public let lbaFormatExtensions = Field<FieldArray<ZonedLBAFormat>, 3839, 2816>("lbafe", "LBA Format Extensions")
        /// Vendor Specific (VS).
        public let vendorSpecific = Field<[UInt8], 4095, 3840>("vs", "Vendor Specific")
    }
    public static var byteCount: Int { 4096 }
    public var bytes = Self.zeroes
    public init() {}
}

/// Identify Controller of the zoned command set (CNS 06h, CSI 02h, Zoned Namespace Command Set 1.2 §4.1.5.2).
public struct IdentifyZonedController: SpecStructure {
    public final class Layout: SpecLayout {
        /// Zone Append Size Limit (ZASL): as a power of two of the minimum page size; 0 is MDTS.
        public let zoneAppendSizeLimit = Field<UInt8, 0, 0>("zasl", "Zone Append Size Limit")
    }
    public static var byteCount: Int { 4096 }
    public var bytes = Self.zeroes
    public init() {}
}
