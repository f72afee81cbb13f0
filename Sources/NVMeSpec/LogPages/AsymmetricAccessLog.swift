/// State of an ANA group.
public struct AsymmetricAccessState: NamedValue {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// ANA Optimized.
    @inlinable public static var optimized: Self { Self(rawValue: 0x01) }

    /// ANA Non-Optimized.
    @inlinable public static var nonOptimized: Self { Self(rawValue: 0x02) }

    /// ANA Inaccessible.
    @inlinable public static var inaccessible: Self { Self(rawValue: 0x03) }

    /// ANA Persistent Loss.
    @inlinable public static var persistentLoss: Self { Self(rawValue: 0x04) }

    /// ANA Change.
    @inlinable public static var change: Self { Self(rawValue: 0x0F) }

    public static let table: [(value: Self, name: String)] = [
        (.optimized, "ANA Optimized"),
        (.nonOptimized, "ANA Non-Optimized"),
        (.inaccessible, "ANA Inaccessible"),
        (.persistentLoss, "ANA Persistent Loss"),
        (.change, "ANA Change"),
    ]
}

/// Header of Asymmetric Namespace Access (log page 0Ch, NVMe Base 2.3 §5.2.12.1.13).
public struct AsymmetricAccessLogHeader: SpecStructure {
    public struct Layout: SpecLayout {
        /// Change Count (CHGCNT).
        public let changeCount = Field<UInt64>("chgcnt", at: 0, "Change Count")
        /// Number of ANA Group Descriptors (NGRPS).
        public let numberOfGroups = Field<UInt16>("ngrps", at: 8, "Number of ANA Group Descriptors")

        public init() {}
    }

    public static let layout = LayoutTable<Layout>()
    public static var byteCount: Int { 16 }
    public var bytes = [UInt8](repeating: 0, count: 16)
    public init(zeroed: Void) {}
}

/// ANA group descriptor, which `namespaceCount` namespace identifiers follow.
public struct AsymmetricAccessGroupDescriptor: SpecStructure {
    public struct Layout: SpecLayout {
        /// ANA Group ID (GRPID).
        public let groupIdentifier = Field<UInt32>("grpid", at: 0, "ANA Group ID")
        /// Number of NSID Values (NNSIDS).
        public let namespaceCount = Field<UInt32>("nnsids", at: 4, "Number of NSID Values")
        /// Change Count (CHGCNT).
        public let changeCount = Field<UInt64>("chgcnt", at: 8, "Change Count")
        /// Asymmetric Namespace Access State (STATE).
        public let state = Field<AsymmetricAccessState>("state", at: 16, "Asymmetric Namespace Access State")

        public init() {}
    }

    public static let layout = LayoutTable<Layout>()
    public static var byteCount: Int { 32 }
    public var bytes = [UInt8](repeating: 0, count: 32)
    public init(zeroed: Void) {}
}
