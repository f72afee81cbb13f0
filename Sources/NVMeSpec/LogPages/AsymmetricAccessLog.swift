/// State of an ANA group.
public struct AsymmetricAccessState: NamedValue {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }
    public static let table: [Row] = [.optimized, .nonOptimized, .inaccessible, .persistentLoss, .change]
}

extension NamesOf<AsymmetricAccessState> {
    /// ANA Optimized.
    @inlinable public static var optimized: Self { Self(0x01, "ANA Optimized") }
    /// ANA Non-Optimized.
    @inlinable public static var nonOptimized: Self { Self(0x02, "ANA Non-Optimized") }
    /// ANA Inaccessible.
    @inlinable public static var inaccessible: Self { Self(0x03, "ANA Inaccessible") }
    /// ANA Persistent Loss.
    @inlinable public static var persistentLoss: Self { Self(0x04, "ANA Persistent Loss") }
    /// ANA Change.
    @inlinable public static var change: Self { Self(0x0F, "ANA Change") }
}

/// Header of Asymmetric Namespace Access (log page 0Ch, NVMe Base 2.3 §5.2.12.1.13).
public struct AsymmetricAccessLogHeader: SpecStructure {
    public final class Layout: SpecLayout {
        /// Change Count (CHGCNT).
        public let changeCount = Field<UInt64, 7, 0>("chgcnt", "Change Count")
        /// Number of ANA Group Descriptors (NGRPS).
        public let numberOfGroups = Field<UInt16, 9, 8>("ngrps", "Number of ANA Group Descriptors")
    }
    public static var byteCount: Int { 16 }
    public var bytes = Self.zeroes
    public init() {}
}

/// ANA group descriptor, which `namespaceCount` namespace identifiers follow.
public struct AsymmetricAccessGroupDescriptor: SpecStructure {
    public final class Layout: SpecLayout {
        /// ANA Group ID (GRPID).
        public let groupIdentifier = Field<UInt32, 3, 0>("grpid", "ANA Group ID")
        /// Number of NSID Values (NNSIDS).
        public let namespaceCount = Field<UInt32, 7, 4>("nnsids", "Number of NSID Values")
        /// Change Count (CHGCNT).
        public let changeCount = Field<UInt64, 15, 8>("chgcnt", "Change Count")
        /// Asymmetric Namespace Access State (STATE).
        public let state = Field<AsymmetricAccessState, 16, 16>("state", "Asymmetric Namespace Access State")
    }
    public static var byteCount: Int { 32 }
    public var bytes = Self.zeroes
    public init() {}
}
