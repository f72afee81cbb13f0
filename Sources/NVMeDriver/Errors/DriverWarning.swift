import NVMeSpec
import Synchronization

/// Something that happened beside the commands that a script waits for.
public enum DriverWarning: Sendable, Equatable, CustomStringConvertible {
    /// A command grew older than `Controller.timeout`.
    case commandTimeout(queue: UInt16, commandID: UInt16)
    /// An asynchronous event; dword 0 holds type (2:0), information (15:8) and log page (23:16).
    case event(dword0: UInt32)
    /// A completion for a command that is not outstanding.
    case unexpectedCompletion(queue: UInt16, CompletionQueueEntry)
    /// A subscript outside a buffer.
    case bufferAccess(NVMeError)
    /// The first attempt to read the namespaces during initialisation failed; it is tried once more.
    case namespaceSetUpRetried
    /// There is no memory to remember more blocks of a namespace: they are written and read without verification.
    case integrityMemoryExhausted(namespaceID: UInt32, limit: Int)

    public var description: String {
        switch self {
        case .commandTimeout(let queue, let commandID): "drive timeout: qpair: \(queue), cid: \(commandID)"
        case .event(let dword0): "AER notification is triggered: \(hex(dword0))"
        case .unexpectedCompletion(let queue, let entry):
            NVMeError.unexpectedCompletion(queue: queue, entry).description
        case .bufferAccess(let error): error.description
        case .namespaceSetUpRetried: "init namespaces first warning"
        case .integrityMemoryExhausted(let namespaceID, let limit):
            "namespace \(namespaceID): blocks are not verified, because remembering them takes more than \(limit) bytes; "
                + "raise \(IntegrityBudget.environmentVariable), or verify fewer blocks"
        }
    }
}

/// The warnings of a controller: the latest thousand until they are taken, and each handed to `handler` at once.
public final class WarningLog: Sendable {
    private struct State {
        var pending: [DriverWarning] = []
        var handler: (@Sendable (DriverWarning) -> Void)?
    }

    private static let limit = 1000
    private let state = Mutex(State())

    init() {}

    /// Called with each warning, on the thread that caused it.
    public var handler: (@Sendable (DriverWarning) -> Void)? {
        get { state.withLock { $0.handler } }
        set { state.withLock { $0.handler = newValue } }
    }

    /// Removes and returns the warnings so far, oldest first.
    public func take() -> [DriverWarning] {
        state.withLock { state in
            defer { state.pending = [] }
            return state.pending
        }
    }

    func add(_ warning: DriverWarning) {
        let handler = state.withLock {
            if $0.pending.count >= Self.limit { $0.pending.removeFirst() }
            $0.pending.append(warning)
            return $0.handler
        }
        handler?(warning)
    }
}
