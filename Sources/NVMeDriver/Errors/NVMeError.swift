import NVMeSpec
import PCIExpress

/// What can go wrong between a script and an NVMe controller.
public enum NVMeError: Error, Sendable, Equatable {
    /// The controller completed a command with an error status.
    case status(Completion)
    /// A command was not completed within `Controller.timeout`; its slot stays taken until it is. The line is where the script
    /// waited.
    case commandTimeout(Completion, limit: Duration, at: ScriptLine)
    /// A wait was over before enough had come, though no single command is to blame.
    case waitTimeout(queue: UInt16, expected: Int, reaped: Int)
    /// A wait for more commands than are outstanding: they can never come.
    case nothingOutstanding(queue: UInt16, expected: Int, reaped: Int, at: ScriptLine)
    /// An asynchronous event did not come; `expected` is empty for any. `others` came and were not asked for.
    case eventTimeout(expected: [AsynchronousEvent], others: [AsynchronousEvent], limit: Duration, at: ScriptLine)
    /// The controller set CSTS.CFS: only a reset helps.
    case controllerFatal(ControllerStatus)
    /// Registers read as all ones: the function was removed, or has no power.
    case removed(address: String)
    /// CSTS.RDY did not follow CC.EN within CAP.TO.
    case readyTimeout(expected: Bool, limit: Duration, status: ControllerStatus)
    /// CSTS.SHST did not report that the shutdown is complete.
    case shutdownTimeout(limit: Duration, status: ControllerStatus)
    /// All slots of the queue hold outstanding commands.
    case queueFull(queue: UInt16, outstanding: Int)
    /// Two threads used one queue pair at the same time.
    case queueInUse(queue: UInt16)
    /// A queue pair could not be made; `completion` is the controller's answer when it was the controller that refused.
    case queueCreation(queue: UInt16, reason: String, completion: Completion?)
    /// The controller refused to delete a queue.
    case queueDeletion(Completion)
    /// The queue pair was deleted, or the controller was reset since it was made.
    case staleQueue(queue: UInt16)
    /// A value that a script gave is outside what is possible.
    case invalidArgument(name: String, value: String, limit: String, fix: String)
    /// The data needs more PRP entries than one list page holds. The command was not sent.
    case transferTooLarge(byteCount: Int, limit: Int)
    /// `wait` was called inside a completion closure.
    case reentrantWait
    /// Another `Controller` of the same function has set it up, or reset it, since: `by` is where the script made that one. Nothing was
    /// sent.
    case superseded(address: String, by: ScriptLine)
    /// Another thread is bringing the controller up, and was not done within `timeout` plus `waitGrace`.
    case resetInProgress
    /// The operation needs something that an initialisation step provides.
    case notInitialised(missing: String)
    /// The namespace identifier is not that of an active namespace.
    case inactiveNamespace(id: UInt32)
    /// The controller or the platform lacks the capability.
    case unsupported(operation: String, because: String)
    /// A completion names a command that is not outstanding.
    case unexpectedCompletion(queue: UInt16, CompletionQueueEntry)
    /// The device described itself with values that cannot be.
    case invalidDeviceData(what: String, value: UInt64, limit: String)
    /// `close()` was called on the controller.
    case closed
    /// The link to the device failed below NVMe.
    case pcie(PCIeError)
}

extension NVMeError {
    /// Whether who hears it knows that waiting for other commands is in vain, too.
    var endsWaiting: Bool {
        switch self {
        case .removed, .controllerFatal, .commandTimeout, .staleQueue, .superseded, .closed, .pcie: true
        default: false
        }
    }
}

/// Runs something that talks PCIe, and carries its error upwards.
@inline(__always)
func onLink<Value>(_ body: () throws(PCIeError) -> Value) throws(NVMeError) -> Value {
    do { return try body() } catch { throw .pcie(error) }
}
