/// What a command does to the controller (Commands Supported and Effects data structure).
public struct CommandEffects: BitStructure {
    public final class Layout: BitLayout {
        /// Command Supported (CSUPP).
        public let supported = Bit<0>("CSUPP", "Command Supported")
        /// Logical Block Content Change (LBCC).
        public let logicalBlockContentChange = Bit<1>("LBCC", "Logical Block Content Change")
        /// Namespace Capability Change (NCC).
        public let namespaceCapabilityChange = Bit<2>("NCC", "Namespace Capability Change")
        /// Namespace Inventory Change (NIC).
        public let namespaceInventoryChange = Bit<3>("NIC", "Namespace Inventory Change")
        /// Controller Capability Change (CCC).
        public let controllerCapabilityChange = Bit<4>("CCC", "Controller Capability Change")
        /// Command Submission and Execution Relaxations (CSER): may other commands go on beside it although CSE restricts them.
        public let submissionAndExecutionRelaxations = Bits<UInt8, 15, 14>(
            "CSER", "Command Submission and Execution Relaxations")
        /// Command Submission and Execution (CSE): 1 no other command to the namespace, 2 to any namespace.
        public let submissionAndExecution = Bits<UInt8, 18, 16>("CSE", "Command Submission and Execution")
        /// UUID Selection Supported (USS).
        public let uuidSelection = Bit<19>("USS", "UUID Selection Supported")
        /// Command Scope (CSP).
        public let scope = Bits<UInt16, 31, 20>("CSP", "Command Scope")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// Commands Supported and Effects (log page 05h, NVMe Base 2.3 §5.2.12.1.6).
public struct CommandsSupportedAndEffectsLog: SpecStructure {
    public final class Layout: SpecLayout {
        /// Admin Command Supported (ACS).
        public let admin = Field<FieldArray<CommandEffects>, 1023, 0>("acs", "Admin Command Supported")
        /// I/O Command Supported (IOCS).
        public let io = Field<FieldArray<CommandEffects>, 2047, 1024>("iocs", "I/O Command Supported")
    }
    public static var byteCount: Int { 4096 }
    public var bytes = Self.zeroes
    public init() {}
}
