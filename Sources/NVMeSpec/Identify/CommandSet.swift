/// I/O command set identifier (CSI, NVMe Base 2.3 §5.2.13.1).
public struct CommandSetIdentifier: NamedValue {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// NVM Command Set.
    @inlinable public static var nvm: Self { Self(rawValue: 0x00) }

    /// Key Value Command Set.
    @inlinable public static var keyValue: Self { Self(rawValue: 0x01) }

    /// Zoned Namespace Command Set.
    @inlinable public static var zoned: Self { Self(rawValue: 0x02) }

    /// Subsystem Local Memory Command Set.
    @inlinable public static var subsystemLocalMemory: Self { Self(rawValue: 0x03) }

    /// Computational Programs Command Set.
    @inlinable public static var computationalPrograms: Self { Self(rawValue: 0x04) }

    public static let table: [(value: Self, name: String)] = [
        (.nvm, "NVM Command Set"),
        (.keyValue, "Key Value Command Set"),
        (.zoned, "Zoned Namespace Command Set"),
        (.subsystemLocalMemory, "Subsystem Local Memory Command Set"),
        (.computationalPrograms, "Computational Programs Command Set"),
    ]
}

/// Combination of I/O command sets that may be enabled together (element of Identify I/O Command Set).
public struct IOCommandSetVector: FlagStructure {
    public struct Layout: BitLayout {
        /// NVM Command Set (NVMCS).
        public let nvm = Bit<0>("NVMCS", "NVM Command Set")
        /// Key Value Command Set (KVCS).
        public let keyValue = Bit<1>("KVCS", "Key Value Command Set")
        /// Zoned Namespace Command Set (ZNSCS).
        public let zoned = Bit<2>("ZNSCS", "Zoned Namespace Command Set")
        /// Subsystem Local Memory Command Set (SLMCS).
        public let subsystemLocalMemory = Bit<3>("SLMCS", "Subsystem Local Memory Command Set")
        /// Computational Programs Command Set (CPNCS).
        public let computationalPrograms = Bit<4>("CPNCS", "Computational Programs Command Set")
        public init() {}
    }

    public var rawValue: UInt64
    @inlinable public init(rawValue: UInt64 = 0) { self.rawValue = rawValue }
}

/// Identify I/O Command Set (CNS 1Ch, NVMe Base 2.3 §5.2.13.2.19).
public struct IOCommandSetList: SpecStructure {
    public struct Layout: SpecLayout {
        /// I/O Command Set Combinations (IOCSC).
        public let combinations = Field<FieldArray<IOCommandSetVector>>(
            "iocsc", at: 0, count: 512, "I/O Command Set Combinations")

        public init() {}
    }

    public static let layout = LayoutTable<Layout>()
    public static var byteCount: Int { 4096 }
    public var bytes = [UInt8](repeating: 0, count: 4096)
    public init(zeroed: Void) {}
}
