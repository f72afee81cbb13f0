import NVMeSpec

/// What a command that has been executed means for the queue it came from.
enum Outcome {
    /// A completion is due, at once or after the latency model's delay.
    case complete(Status, dw0: UInt32, dw1: UInt32)
    /// The command stays outstanding; whoever keeps it calls `EmulatedController.complete` later.
    case pending

    static var success: Outcome { .complete(.success, dw0: 0, dw1: 0) }

    static func success(dw0: UInt32, dw1: UInt32 = 0) -> Outcome { .complete(.success, dw0: dw0, dw1: dw1) }

    /// A refusal. "Do not retry" is set unless the code says that the same command may succeed later.
    static func failure(_ code: StatusCode, dw0: UInt32 = 0) -> Outcome {
        .complete(Status(code, doNotRetry: !code.mayPassLater, more: true), dw0: dw0, dw1: 0)
    }
}

/// A dword of the Commands Supported and Effects log page (NVMe Base 2.0 §5.16.1.6).
struct CommandEffects: OptionSet, Sendable {
    let rawValue: UInt32
    init(rawValue: UInt32) { self.rawValue = rawValue }

    /// Command Supported (CSUPP).
    static let supported = Self(rawValue: 1 << 0)
    /// Logical Block Content Change (LBCC).
    static let changesLogicalBlocks = Self(rawValue: 1 << 1)
    /// Namespace Capability Change (NCC).
    static let changesNamespaceCapabilities = Self(rawValue: 1 << 2)
    /// Namespace Inventory Change (NIC).
    static let changesNamespaceInventory = Self(rawValue: 1 << 3)
    /// Controller Capability Change (CCC).
    static let changesControllerCapabilities = Self(rawValue: 1 << 4)
    /// Command Submission and Execution 001b: no other command for the same namespace meanwhile.
    static let exclusiveInNamespace = Self(rawValue: 1 << 16)
    /// Command Submission and Execution 010b: no other command for any namespace meanwhile.
    static let exclusive = Self(rawValue: 2 << 16)
}

/// One command of the NVM command set: everything that the controller has to know about it.
struct NVMCommandRow: Sendable {
    /// Executes the command. The namespace is active, formatted and ready; all else is the handler's to check.
    typealias Handler = @Sendable (inout Request, EmulatedNamespace, EmulatedController) -> Outcome

    let opcode: UInt8
    let effects: CommandEffects
    /// The command may be addressed to NSID FFFFFFFFh: the handler is then called for each active namespace in turn.
    let acceptsBroadcast: Bool
    /// The command is executed while a sanitize operation runs (NVM Command Set 1.0 §1.4 table; Flush may be).
    let allowedDuringSanitize: Bool
    let handler: Handler

    init(
        _ opcode: UInt8, effects: CommandEffects = [.supported], acceptsBroadcast: Bool = false,
        allowedDuringSanitize: Bool = false, handler: @escaping Handler
    ) {
        self.opcode = opcode
        self.effects = effects
        self.acceptsBroadcast = acceptsBroadcast
        self.allowedDuringSanitize = allowedDuringSanitize
        self.handler = handler
    }
}

/// One admin command.
struct AdminCommandRow: Sendable {
    typealias Handler = @Sendable (inout Request, EmulatedController) -> Outcome

    let opcode: UInt8
    let effects: CommandEffects
    let allowedDuringSanitize: Bool
    /// "Namespace Identifier Used" of NVMe Base 2.3, figure 142; where it is not, NSID has to be 0. Identify has a table of its own.
    let usesNamespaceIdentifier: Bool
    let handler: Handler

    init(
        _ opcode: UInt8, effects: CommandEffects = [.supported], allowedDuringSanitize: Bool = true,
        usesNamespaceIdentifier: Bool, handler: @escaping Handler
    ) {
        self.opcode = opcode
        self.usesNamespaceIdentifier = usesNamespaceIdentifier
        self.effects = effects
        self.allowedDuringSanitize = allowedDuringSanitize
        self.handler = handler
    }
}

extension StatusCode {
    /// Refusals that time or another command can lift, so that "do not retry" would be a lie.
    var mayPassLater: Bool {
        switch rawValue {
        // Aborted on request, by queue deletion or with its fused partner; sanitize, namespace not ready, format.
        case 0x004, 0x005, 0x007, 0x008, 0x009, 0x00A, 0x01D, 0x082, 0x084: true
        // Limits of outstanding commands, self-test and firmware activation in progress.
        case 0x103, 0x105, 0x11D: true
        default: false
        }
    }
}
