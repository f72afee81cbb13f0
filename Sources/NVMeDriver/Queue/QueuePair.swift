import CNVMeHost
import NVMeSpec
import PCIExpress

/// An I/O submission queue and its completion queue, made by `Controller.makeQueuePair`.
///
/// For one thread at a time; a second one that comes meanwhile gets `queueInUse`. Completions are reaped, and completion
/// closures run, only inside `wait` and `completion`.
public final class QueuePair: @unchecked Sendable {
    /// Queue identifier of both queues.
    public let id: UInt16
    /// Entries of each queue; one less can be outstanding.
    public let depth: Int
    /// The interrupt vector of the completion queue.
    public let interrupt: Interrupt
    /// The latest commands of this queue identifier.
    public let commandLog: CommandLog
    /// The controller that the queues belong to.
    public let controller: Controller
    /// Whether data pointers are built as PRPs (the default) or as one SGL data block.
    public var dataTransfer: DataTransfer = .prp

    /// The admin queue that made the pair; gone after a reset, as is what it made.
    weak let admin: AdminQueue?
    /// The function's own memory.
    let memory: DMAPool
    /// The device has been asked to delete the queues, whatever came of it.
    var isDeleted = false
    /// A loop sends commands that have no slot here.
    private(set) var isLent = false
    /// Log sequence up to which the script knows of outstanding commands.
    var acknowledged: UInt64?
    let gate = QueueGate()
    /// Touched only by whoever is inside the gate.
    let core: UnsafeMutablePointer<CommandQueue>

    init(
        controller: Controller, admin: AdminQueue, depth: Int, interrupt: Interrupt, log: CommandLog,
        core: consuming CommandQueue
    ) {
        self.controller = controller
        self.admin = admin
        self.memory = controller.function.memory
        self.id = core.id
        self.depth = depth
        self.interrupt = interrupt
        self.commandLog = log
        self.core = .allocate(capacity: 1)
        self.core.initialize(to: core)
    }

    deinit {
        if !gate.isShut { lookOnceMore() }
        let lease = core.pointee.lease
        if let ledger = controller.ledger, controller.function.isPresent {
            for text in unwaitedInside { _ = ledger.note(.unwaited(text)) }
        }
        core.deinitialize(count: 1)
        core.deallocate()
        if !isDeleted, let admin { controller.abandon(UndeletedQueues(id: id, admin: admin, lease: lease)) }
    }

    /// Keeps memory that a loop tells the device of until the queues are gone, or the device has proved that it does not use it.
    package func lend(_ region: DMARegion) {
        isLent = true
        core.pointee.lease.add(region)
    }

    /// Identifier of the command submitted last; 0 before the first.
    public var latestCommandID: UInt16 { core.pointee.latestCommandID }

    /// Time from submission to reaping of the command reaped last.
    public var latestLatency: Duration { core.pointee.latestLatency }

    /// Commands submitted and not yet reaped.
    public var outstanding: Int { gate.isShut ? 0 : core.pointee.slots.outstanding }

    /// False once the pair was deleted or the controller was reset.
    public var isAlive: Bool { !gate.isShut }

    /// Sends a command as it is, without touching its data pointers.
    ///
    /// Throws `queueFull` when `depth - 1` commands are outstanding, `staleQueue` after a reset or `delete()`, `superseded` when another
    /// `Controller` has taken the function over.
    @discardableResult
    public func send(
        _ command: SubmissionQueueEntry, completion handler: CompletionHandler? = nil
    ) throws(NVMeError) -> QueuePair {
        try submit(command, transfer: nil, held: nil, handler: handler)
        return self
    }

    /// Enters the gate; whoever succeeds leaves it again.
    @inline(__always)
    func enter() throws(NVMeError) {
        guard gate.enter() else { throw gate.isShut ? controller.staleQueue(id) : .queueInUse(queue: id) }
        guard gate.isShut else { return }
        gate.leave()
        throw controller.staleQueue(id)
    }

    @inline(__always)
    func submit(
        _ command: SubmissionQueueEntry, transfer: Transfer?, held: (any DMAHolder)?, handler: CompletionHandler?,
        stamps: Bool = false
    ) throws(NVMeError) {
        try enter()
        defer { gate.leave() }
        _ = try core.pointee.submit(command, transfer: transfer, held: held, handler: handler, stamps: stamps)
    }
}

extension QueuePair: CustomStringConvertible {
    public var description: String { "<qpair: \(id)>" }
}
