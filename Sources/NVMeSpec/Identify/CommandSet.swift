/// I/O command set identifier (CSI, NVMe Base 2.3 §5.2.13.1).
public struct CommandSetIdentifier: NamedValue {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }
    public static let table: [Row] = [
        .nvm, .keyValue, .zoned, .subsystemLocalMemory, .computationalPrograms,
    ]
}

extension NamesOf<CommandSetIdentifier> {
    /// NVM Command Set.
    @inlinable public static var nvm: Self { Self(0x00, "NVM Command Set") }
    /// Key Value Command Set.
    @inlinable public static var keyValue: Self { Self(0x01, "Key Value Command Set") }
    /// Zoned Namespace Command Set.
    @inlinable public static var zoned: Self { Self(0x02, "Zoned Namespace Command Set") }
    /// Subsystem Local Memory Command Set.
    @inlinable public static var subsystemLocalMemory: Self { Self(0x03, "Subsystem Local Memory Command Set") }
    /// Computational Programs Command Set.
    @inlinable public static var computationalPrograms: Self { Self(0x04, "Computational Programs Command Set") }
}

/// Combination of I/O command sets that may be enabled together (element of Identify I/O Command Set).
public struct IOCommandSetVector: FlagStructure {
    public final class Layout: BitLayout {
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
    }
    public var rawValue: UInt64
    @inlinable public init(rawValue: UInt64 = 0) { self.rawValue = rawValue }
}

/// Identify I/O Command Set (CNS 1Ch, NVMe Base 2.3 §5.2.13.2.19).
public struct IOCommandSetList: SpecStructure {
    public final class Layout: SpecLayout {
        /// I/O Command Set Combinations (IOCSC).
        public let combinations = Field<FieldArray<IOCommandSetVector>, 4095, 0>(
            "iocsc", "I/O Command Set Combinations")
    }
    public static var byteCount: Int { 4096 }
    public var bytes = Self.zeroes
    public init() {}
}
