import Glibc
import PCIExpress
import Synchronization

/// An NVMe controller behind a PCIe function.
///
/// Safe to use from several threads. Admin commands sent through the controller itself belong to the script: its `wait` counts
/// them, whoever else uses the admin queue meanwhile. Namespaces and the controller stay valid across resets; queue pairs
/// do not.
public final class Controller: AdminCommands, Sendable {
    /// The function itself: configuration space, BARs, DMA memory, interrupts, power.
    public let function: any PCIeFunction
    /// What happened beside the commands waited for: time-outs, events, strange completions.
    public let warnings: WarningLog
    /// Where troubles are written down until somebody looks at them: the book of the task that made the controller, if it keeps one.
    package let ledger: Ledger?

    /// What the blocks of the namespaces ought to hold; see `Namespace.startVerification`.
    public let integrity = IntegrityDirectory()

    /// Where the script made this object: what a message calls it by.
    public let madeAt: ScriptLine
    package let clock: DriverClock
    let stepper: (any DeviceStepper)?
    let state = Mutex(State())
    let logs = Mutex<[UInt16: CommandLog]>([:])
    let logFolder = Mutex<String?>(nil)
    private let script = AdminInbox()
    /// Commands in submission queues made by hand whose completions no script has looked at, by queue.
    let rawQueues = Mutex<[UInt16: Int]>([:])
    /// Asynchronous events, whoever has asked for them.
    let events = EventInbox()

    /// The `timeout` that controllers made in the running task begin with; nil is 10 s.
    @TaskLocal package static var firstTimeout: Duration?

    struct State: ~Copyable {
        var isClosed = false
        var timeout = Duration.seconds(10)
        var waitGrace = Duration.zero
        var admin: AdminQueue?
        var initialiser: Unchecked<(Controller) throws -> Void>?
        /// Where the controller was made that has taken the function over.
        var successor: ScriptLine?
        /// CC.EN as the host has left it: a device on which it is clear nevertheless has lost its registers.
        var isEnabled = false
        /// ASQ as the host has left it, which a controller reset does not change (NVMe Base 2.3 §3.1.4.5, EN); nil where nothing is known of it.
        var adminAddress: UInt64?
        /// I/O queue pairs that the controller granted; nil until `setUpQueues`.
        var queueLimit: Int?
        var queueIDs: Set<UInt16> = []
        var pairs: [WeakQueuePair] = []
        var undeleted: [UndeletedQueues] = []
        var deferred: [QueuePair] = []
        /// Other submitters, with something to forget at a reset.
        var inboxes: [WeakInbox] = []
        /// RTD3 entry latency of the latest Identify Controller, in microseconds.
        var shutdownMicroseconds: UInt32 = 0
        /// Completed writes may be lost with the power (VWC of the latest Identify Controller; true before the first).
        var hasVolatileWriteCache = true
    }

    /// Attaches to a function and touches nothing.
    ///
    /// Several may be attached to one function: the one that set it up last drives it, the others get `superseded`.
    public init(_ function: any PCIeFunction, fileID: String = #fileID, line: Int = #line) {
        self.function = function
        madeAt = ScriptLine(fileID: fileID, line: line)
        self.stepper = function.stepper
        self.clock = DriverClock(function)
        ledger = Ledger.current
        warnings = WarningLog(ledger: ledger)
        if let limit = Controller.firstTimeout { timeout = limit }
        ledger?.watch(self)
    }

    deinit {
        // A device that goes on writing keeps what it knows of in quarantine, out of everybody's reach; better it stops.
        if let admin = openState.admin, isOurs(admin) { try? clearEnable(limit: .seconds(1)) }
    }

    /// Memory that was in use when queues were forgotten, and that the device may still be using; see `DMALeases` for the rule.
    public var quarantine: DMAQuarantine { function.leases.quarantine }

    /// Where the commands of the script go.
    public var adminChannel: AdminChannel {
        AdminChannel(controller: self, inbox: script, admin: nil, deliversEvents: true)
    }

    /// The address that opens this device again.
    public var address: String { function.address }

    /// Age at which a command times out: 10 s, or what `NVME_TIMEOUT` says in a test with a device under test; survives resets.
    /// Asynchronous events never do, but who waits for one waits no longer than that, unless told otherwise.
    public var timeout: Duration {
        get { state.withLock { $0.timeout } }
        set {
            state.withLock { $0.timeout = newValue }
            function.limitAnswers(to: newValue)
        }
    }

    /// How long a wait goes on for the true completion of a command that has timed out: not at all; survives resets.
    public var waitGrace: Duration {
        get { state.withLock { $0.waitGrace } }
        set { state.withLock { $0.waitGrace = newValue } }
    }

    /// DMA memory for commands.
    ///
    /// Throws `invalidArgument` for a size below 1 or a pattern out of range, `pcie(.outOfMemory)`.
    public func makeBuffer(
        _ count: Int = 4096, name: String = "buffer", pattern: BufferPattern = .zeros
    ) throws(NVMeError) -> Buffer {
        try Buffer(count, name: name, pattern: pattern, in: function.memory, warnings: warnings)
    }

    /// A submitter of its own on the admin queue: its waits count only what it has sent.
    ///
    /// - Parameter timeout: age at which its commands time out, as a format may need; nil for that of the controller.
    public func makeAdminChannel(timeout: Duration? = nil) -> AdminChannel {
        makeAdminChannel(timeout: timeout, deliversEvents: true)
    }

    /// - Parameter deliversEvents: false for the driver's own errands, which a load generator runs on its own thread: the closures
    ///   of a script have no business there.
    func makeAdminChannel(timeout: Duration? = nil, deliversEvents: Bool) -> AdminChannel {
        let inbox = AdminInbox(timeout: timeout, ledger: deliversEvents ? ledger : nil)
        let living = state.withLock { state in
            let living = state.inboxes.compactMap(\.inbox)
            state.inboxes = (living + [inbox]).map { WeakInbox(inbox: $0) }
            return living
        }
        // Outside of the lock, where the last reference to one of them may go.
        withExtendedLifetime(living) {}
        return AdminChannel(controller: self, inbox: inbox, admin: nil, deliversEvents: deliversEvents)
    }

    /// One of the function's interrupt vectors.
    public func interrupt(vector: Int) -> Interrupt { Interrupt(vector: vector, vectors: function.interrupts) }
}

struct WeakQueuePair {
    weak var pair: QueuePair?
}

struct WeakInbox {
    weak var inbox: AdminInbox?
}
