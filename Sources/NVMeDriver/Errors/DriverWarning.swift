import NVMeSpec
import Synchronization

/// Something that happened beside the commands that a script waits for.
public enum DriverWarning: Sendable, Equatable, CustomStringConvertible {
    /// A command grew older than `Controller.timeout`.
    case commandTimeout(queue: UInt16, commandID: UInt16)
    /// The answer to a command that an earlier wait has given up: it counts for nothing.
    case lateCompletion(queue: UInt16, commandID: UInt16)
    /// An Asynchronous Event Request that ended with an error status: fewer events are heard of from now on.
    case eventRequestFailed(Completion)
    /// An event that came too long ago for anybody to take it: the oldest are dropped, as `Controller.lostEvents` counts.
    case eventLost(AsynchronousEvent)
    /// The deletion that a completion closure asked for has failed: the device may go on using the queues until a reset.
    case queueDeletionFailed(queue: UInt16, problem: String)
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
        case .lateCompletion(let queue, let commandID):
            "queue \(queue) answered command \(commandID) only after the wait for it had given up"
        case .eventRequestFailed(let completion): "no more events are asked for: \(completion)"
        case .eventLost(let event):
            "more than \(EventInbox.limit) events came and nobody took them: the oldest are dropped, first '\(event)'; take them with "
                + "waitForEvent or takeEvents in time (Controller.lostEvents counts those that are gone)"
        case .queueDeletionFailed(let queue, let problem): "queue pair \(queue) could not be deleted: \(problem)"
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
///
/// In a test with a device under test, a warning that nobody read fails the test; an event is no trouble.
public final class WarningLog: Sendable, Acknowledgeable {
    private struct State {
        var pending: [DriverWarning] = []
        /// Of the warnings that are trouble and that nobody has read.
        var notes: [LedgerEntry] = []
        var handler: (@Sendable (DriverWarning) -> Void)?
    }

    private static let limit = 1000
    private let state = Mutex(State())
    let ledger: Ledger?

    init(ledger: Ledger? = nil) { self.ledger = ledger }

    /// Called with each warning, on the thread that caused it. Who has one reads the warnings.
    public var handler: (@Sendable (DriverWarning) -> Void)? {
        get { state.withLock { $0.handler } }
        set { state.withLock { $0.handler = newValue } }
    }

    /// Removes and returns the warnings so far, oldest first.
    public func take() -> [DriverWarning] {
        acknowledge()
        return state.withLock { state in
            defer { state.pending = [] }
            return state.pending
        }
    }

    /// Somebody knows of the warnings so far; they stay.
    public func acknowledge() {
        let notes = state.withLock { state in
            defer { state.notes = [] }
            return state.notes
        }
        for note in notes { note.acknowledge() }
    }

    /// - Parameter isNoted: false where the same trouble is in the book already.
    /// - Returns: the entry to strike out when the script learns of it in another way.
    @discardableResult
    func add(_ warning: DriverWarning, at place: ScriptLine? = nil, isNoted: Bool = true) -> LedgerEntry? {
        let (handler, note) = state.withLock { state in
            if state.pending.count >= Self.limit { state.pending.removeFirst() }
            state.pending.append(warning)
            var note: LedgerEntry?
            if isNoted, state.handler == nil, warning.isTrouble {
                note = ledger?.note(.warning(warning), at: place)
                if let note { state.notes.append(note) }
            }
            return (state.handler, note)
        }
        handler?(warning)
        return note
    }
}

extension DriverWarning {
    /// Whether a test fails when nobody reads it.
    var isTrouble: Bool {
        switch self {
        case .event, .lateCompletion: false
        default: true
        }
    }
}
