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
    public var rawValue: UInt8
    public init(rawValue: UInt8 = 0) { self.rawValue = rawValue }

    /// Zone State (ZS, 7:4).
    public var state: ZoneState {
        get { ZoneState(rawValue: .init(rawValue.bits(4...7))) }
        set { rawValue.setBits(4...7, to: .init(newValue.rawValue)) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("state", "ZS", 4...7, "Zone State")
    ]
}

/// Zone Attributes.
public struct ZoneAttributes: FlagStructure {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Zone Finished by Controller (ZFC, 0).
    public static var finishedByController: Self { Self(rawValue: 1 << 0) }

    /// Finish Zone Recommended (FZR, 1).
    public static var finishRecommended: Self { Self(rawValue: 1 << 1) }

    /// Reset Zone Recommended (RZR, 2).
    public static var resetRecommended: Self { Self(rawValue: 1 << 2) }

    /// Zone Random Write Area Valid (ZRWAV, 3).
    public static var randomWriteAreaValid: Self { Self(rawValue: 1 << 3) }

    /// Zone Descriptor Extension Valid (ZDEV, 7).
    public static var descriptorExtensionValid: Self { Self(rawValue: 1 << 7) }

    public static let bitFields: [BitFieldDescription] = [
        .init("finishedByController", "ZFC", 0...0, "Zone Finished by Controller"),
        .init("finishRecommended", "FZR", 1...1, "Finish Zone Recommended"),
        .init("resetRecommended", "RZR", 2...2, "Reset Zone Recommended"),
        .init("randomWriteAreaValid", "ZRWAV", 3...3, "Zone Random Write Area Valid"),
        .init("descriptorExtensionValid", "ZDEV", 7...7, "Zone Descriptor Extension Valid"),
    ]
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
