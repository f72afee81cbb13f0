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
    public let rawValue: UInt64
    public init(rawValue: UInt64) { self.rawValue = rawValue }

    /// NVM Command Set (NVMCS, 0).
    public static var nvm: Self { Self(rawValue: 1 << 0) }

    /// Key Value Command Set (KVCS, 1).
    public static var keyValue: Self { Self(rawValue: 1 << 1) }

    /// Zoned Namespace Command Set (ZNSCS, 2).
    public static var zoned: Self { Self(rawValue: 1 << 2) }

    /// Subsystem Local Memory Command Set (SLMCS, 3).
    public static var subsystemLocalMemory: Self { Self(rawValue: 1 << 3) }

    /// Computational Programs Command Set (CPNCS, 4).
    public static var computationalPrograms: Self { Self(rawValue: 1 << 4) }

    public static let bitFields: [BitFieldDescription] = [
        .init("nvm", "NVMCS", 0...0, "NVM Command Set"),
        .init("keyValue", "KVCS", 1...1, "Key Value Command Set"),
        .init("zoned", "ZNSCS", 2...2, "Zoned Namespace Command Set"),
        .init("subsystemLocalMemory", "SLMCS", 3...3, "Subsystem Local Memory Command Set"),
        .init("computationalPrograms", "CPNCS", 4...4, "Computational Programs Command Set"),
    ]
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
