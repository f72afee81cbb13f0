/// Type of a zone.
public struct ZoneType: NamedValue {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }
    public static let table: [Row] = [.sequentialWriteRequired]
}

extension NamesOf<ZoneType> {
    /// Sequential Write Required.
    @inlinable public static var sequentialWriteRequired: Self { Self(0x02, "Sequential Write Required") }
}

/// State of a zone (Zoned Namespace Command Set 1.2 §2.1.1.4), as the upper half of the Zone State byte.
public struct ZoneState: NamedValue {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }
    public static let table: [Row] = [
        .empty, .implicitlyOpened, .explicitlyOpened, .closed, .readOnly, .full, .offline,
    ]
}

extension NamesOf<ZoneState> {
    /// Empty.
    @inlinable public static var empty: Self { Self(0x01, "Empty") }
    /// Implicitly Opened.
    @inlinable public static var implicitlyOpened: Self { Self(0x02, "Implicitly Opened") }
    /// Explicitly Opened.
    @inlinable public static var explicitlyOpened: Self { Self(0x03, "Explicitly Opened") }
    /// Closed.
    @inlinable public static var closed: Self { Self(0x04, "Closed") }
    /// Read Only.
    @inlinable public static var readOnly: Self { Self(0x0D, "Read Only") }
    /// Full.
    @inlinable public static var full: Self { Self(0x0E, "Full") }
    /// Offline.
    @inlinable public static var offline: Self { Self(0x0F, "Offline") }
}

/// Zone State byte of a zone descriptor.
public struct ZoneStateField: BitStructure {
    public final class Layout: BitLayout {
        /// Zone State (ZS).
        public let state = Bits<ZoneState, 7, 4>("ZS", "Zone State")
    }
    public var rawValue: UInt8
    @inlinable public init(rawValue: UInt8 = 0) { self.rawValue = rawValue }
}

/// Zone Attributes.
public struct ZoneAttributes: FlagStructure {
    public final class Layout: BitLayout {
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
    }
    public var rawValue: UInt8
    @inlinable public init(rawValue: UInt8 = 0) { self.rawValue = rawValue }
}

/// Zone descriptor (Zoned Namespace Command Set 1.2 §3.4.2.2.3).
public struct ZoneDescriptor: SpecStructure {
    public final class Layout: SpecLayout {
        /// Zone Type (ZT).
        public let type = Field<ZoneType, 0, 0>("zt", "Zone Type")
        /// Zone State (ZS).
        public let state = Field<ZoneStateField, 1, 1>("zs", "Zone State")
        /// Zone Attributes (ZA).
        public let attributes = Field<ZoneAttributes, 2, 2>("za", "Zone Attributes")
        /// Zone Attributes Information (ZAI).
        public let attributesInformation = Field<UInt8, 3, 3>("zai", "Zone Attributes Information")
        /// Zone Capacity (ZCAP): in logical blocks.
        public let capacity = Field<UInt64, 15, 8>("zcap", "Zone Capacity")
        /// Zone Start Logical Block Address (ZSLBA).
        public let startLBA = Field<UInt64, 23, 16>("zslba", "Zone Start Logical Block Address")
        /// Write Pointer (WP).
        public let writePointer = Field<UInt64, 31, 24>("wp", "Write Pointer")
    }
    public static var byteCount: Int { 64 }
    public var bytes = Self.zeroes
    public init() {}
}

/// Header of the data that Report Zones returns; zone descriptors follow.
public struct ZoneReportHeader: SpecStructure {
    public final class Layout: SpecLayout {
        /// Number of Zones.
        public let numberOfZones = Field<UInt64, 7, 0>("nr_zones", "Number of Zones")
    }
    public static var byteCount: Int { 64 }
    public var bytes = Self.zeroes
    public init() {}
}

/// Changed Zone List (log page BFh, Zoned Namespace Command Set 1.2 §4.1.4.1).
public struct ChangedZoneList: SpecStructure {
    public final class Layout: SpecLayout {
        /// Number of Zone Identifiers (NRZID).
        public let count = Field<UInt16, 1, 0>("nrzid", "Number of Zone Identifiers")
        /// Zone Identifiers (ZID).
        public let entries = Field<FieldArray<UInt64>, 4095, 8>("zid", "Zone Identifiers")
    }
    public static var byteCount: Int { 4096 }
    public var bytes = Self.zeroes
    public init() {}
}
