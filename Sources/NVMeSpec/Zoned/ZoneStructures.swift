/// Type of a zone.
public struct ZoneType: NamedValue {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Sequential Write Required.
    @inlinable public static var sequentialWriteRequired: Self { Self(rawValue: 0x02) }

    public static let table: [(value: Self, name: String)] = [
        (.sequentialWriteRequired, "Sequential Write Required")
    ]
}

/// State of a zone (Zoned Namespace Command Set 1.2 §2.1.1.4), as the upper half of the Zone State byte.
public struct ZoneState: NamedValue {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Empty.
    @inlinable public static var empty: Self { Self(rawValue: 0x01) }

    /// Implicitly Opened.
    @inlinable public static var implicitlyOpened: Self { Self(rawValue: 0x02) }

    /// Explicitly Opened.
    @inlinable public static var explicitlyOpened: Self { Self(rawValue: 0x03) }

    /// Closed.
    @inlinable public static var closed: Self { Self(rawValue: 0x04) }

    /// Read Only.
    @inlinable public static var readOnly: Self { Self(rawValue: 0x0D) }

    /// Full.
    @inlinable public static var full: Self { Self(rawValue: 0x0E) }

    /// Offline.
    @inlinable public static var offline: Self { Self(rawValue: 0x0F) }

    public static let table: [(value: Self, name: String)] = [
        (.empty, "Empty"),
        (.implicitlyOpened, "Implicitly Opened"),
        (.explicitlyOpened, "Explicitly Opened"),
        (.closed, "Closed"),
        (.readOnly, "Read Only"),
        (.full, "Full"),
        (.offline, "Offline"),
    ]
}

/// Zone State byte of a zone descriptor.
public struct ZoneStateField: BitStructure {
    public struct Layout: BitLayout {
        /// Zone State (ZS).
        public let state = Bits<ZoneState, 7, 4>("ZS", "Zone State")
        public init() {}
    }

    public var rawValue: UInt8
    @inlinable public init(rawValue: UInt8 = 0) { self.rawValue = rawValue }
}

/// Zone Attributes.
public struct ZoneAttributes: FlagStructure {
    public struct Layout: BitLayout {
        /// Zone Finished by Controller (ZFC).
        public let finishedByController = Bit<0>("ZFC", "Zone Finished by Controller")
        /// Finish Zone Recommended (FZR).
        public let finishRecommended = Bit<1>("FZR", "Finish Zone Recommended")
        /// Reset Zone Recommended (RZR).
        public let resetRecommended = Bit<2>("RZR", "Reset Zone Recommended")
        /// Zone Random Write Area Valid (ZRWAV).
        public let randomWriteAreaValid = Bit<3>("ZRWAV", "Zone Random Write Area Valid")
        /// Zone Descriptor Extension Valid (ZDEV).
        public let descriptorExtensionValid = Bit<7>("ZDEV", "Zone Descriptor Extension Valid")
        public init() {}
    }

    public var rawValue: UInt8
    @inlinable public init(rawValue: UInt8 = 0) { self.rawValue = rawValue }
}

/// Zone descriptor (Zoned Namespace Command Set 1.2 §3.4.2.2.3).
public struct ZoneDescriptor: SpecStructure {
    public struct Layout: SpecLayout {
        /// Zone Type (ZT).
        public let type = Field<ZoneType>("zt", at: 0, "Zone Type")
        /// Zone State (ZS).
        public let state = Field<ZoneStateField>("zs", at: 1, "Zone State")
        /// Zone Attributes (ZA).
        public let attributes = Field<ZoneAttributes>("za", at: 2, "Zone Attributes")
        /// Zone Attributes Information (ZAI).
        public let attributesInformation = Field<UInt8>("zai", at: 3, "Zone Attributes Information")
        /// Zone Capacity (ZCAP): in logical blocks.
        public let capacity = Field<UInt64>("zcap", at: 8, "Zone Capacity")
        /// Zone Start Logical Block Address (ZSLBA).
        public let startLBA = Field<UInt64>("zslba", at: 16, "Zone Start Logical Block Address")
        /// Write Pointer (WP).
        public let writePointer = Field<UInt64>("wp", at: 24, "Write Pointer")

        public init() {}
    }

    public static let layout = LayoutTable<Layout>()
    public static var byteCount: Int { 64 }
    public var bytes = [UInt8](repeating: 0, count: 64)
    public init(zeroed: Void) {}
}

/// Header of the data that Report Zones returns; zone descriptors follow.
public struct ZoneReportHeader: SpecStructure {
    public struct Layout: SpecLayout {
        /// Number of Zones.
        public let numberOfZones = Field<UInt64>("nr_zones", at: 0, "Number of Zones")

        public init() {}
    }

    public static let layout = LayoutTable<Layout>()
    public static var byteCount: Int { 64 }
    public var bytes = [UInt8](repeating: 0, count: 64)
    public init(zeroed: Void) {}
}

/// Changed Zone List (log page BFh, Zoned Namespace Command Set 1.2 §4.1.4.1).
public struct ChangedZoneList: SpecStructure {
    public struct Layout: SpecLayout {
        /// Number of Zone Identifiers (NRZID).
        public let count = Field<UInt16>("nrzid", at: 0, "Number of Zone Identifiers")
        /// Zone Identifiers (ZID).
        public let entries = Field<FieldArray<UInt64>>("zid", at: 8, count: 511, "Zone Identifiers")

        public init() {}
    }

    public static let layout = LayoutTable<Layout>()
    public static var byteCount: Int { 4096 }
    public var bytes = [UInt8](repeating: 0, count: 4096)
    public init(zeroed: Void) {}
}
