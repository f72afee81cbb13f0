/// What a command does to the controller (Commands Supported and Effects data structure).
public struct CommandEffects: BitStructure {
    public var rawValue: UInt32
    public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }

    /// Command Supported (CSUPP, 0).
    public var supported: Bool {
        get { rawValue.bit(0) }
        set { rawValue.setBit(0, to: newValue) }
    }

    /// Logical Block Content Change (LBCC, 1).
    public var logicalBlockContentChange: Bool {
        get { rawValue.bit(1) }
        set { rawValue.setBit(1, to: newValue) }
    }

    /// Namespace Capability Change (NCC, 2).
    public var namespaceCapabilityChange: Bool {
        get { rawValue.bit(2) }
        set { rawValue.setBit(2, to: newValue) }
    }

    /// Namespace Inventory Change (NIC, 3).
    public var namespaceInventoryChange: Bool {
        get { rawValue.bit(3) }
        set { rawValue.setBit(3, to: newValue) }
    }

    /// Controller Capability Change (CCC, 4).
    public var controllerCapabilityChange: Bool {
        get { rawValue.bit(4) }
        set { rawValue.setBit(4, to: newValue) }
    }

    /// Command Submission and Execution Relaxations (CSER, 15:14): may other commands go on beside it although CSE restricts them.
    public var submissionAndExecutionRelaxations: UInt8 {
        get { UInt8(rawValue.bits(14...15)) }
        set { rawValue.setBits(14...15, to: UInt32(newValue)) }
    }

    /// Command Submission and Execution (CSE, 18:16): 1 no other command to the namespace, 2 to any namespace.
    public var submissionAndExecution: UInt8 {
        get { UInt8(rawValue.bits(16...18)) }
        set { rawValue.setBits(16...18, to: UInt32(newValue)) }
    }

    /// UUID Selection Supported (USS, 19).
    public var uuidSelection: Bool {
        get { rawValue.bit(19) }
        set { rawValue.setBit(19, to: newValue) }
    }

    /// Command Scope (CSP, 31:20).
    public var scope: UInt16 {
        get { UInt16(rawValue.bits(20...31)) }
        set { rawValue.setBits(20...31, to: UInt32(newValue)) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("supported", "CSUPP", 0...0, "Command Supported"),
        .init("logicalBlockContentChange", "LBCC", 1...1, "Logical Block Content Change"),
        .init("namespaceCapabilityChange", "NCC", 2...2, "Namespace Capability Change"),
        .init("namespaceInventoryChange", "NIC", 3...3, "Namespace Inventory Change"),
        .init("controllerCapabilityChange", "CCC", 4...4, "Controller Capability Change"),
        .init("submissionAndExecutionRelaxations", "CSER", 14...15, "Command Submission and Execution Relaxations"),
        .init("submissionAndExecution", "CSE", 16...18, "Command Submission and Execution"),
        .init("uuidSelection", "USS", 19...19, "UUID Selection Supported"),
        .init("scope", "CSP", 20...31, "Command Scope"),
    ]
}

/// Commands Supported and Effects (log page 05h, NVMe Base 2.3 §5.2.12.1.6).
public struct CommandsSupportedAndEffectsLog: SpecStructure {
    public struct Layout: SpecLayout {
        /// Admin Command Supported (ACS).
        public let admin = Field<FieldArray<CommandEffects>>("acs", at: 0, count: 256, "Admin Command Supported")
        /// I/O Command Supported (IOCS).
        public let io = Field<FieldArray<CommandEffects>>("iocs", at: 1024, count: 256, "I/O Command Supported")

        public init() {}
    }

    public static let layout = LayoutTable<Layout>()
    public static var byteCount: Int { 4096 }
    public var bytes = [UInt8](repeating: 0, count: 4096)
    public init(zeroed: Void) {}
}
