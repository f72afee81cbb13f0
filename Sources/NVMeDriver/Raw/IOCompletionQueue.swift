import CNVMeHost
import NVMeSpec
import Synchronization

/// An I/O completion queue made by hand: any size, any memory, doorbells rung with any value.
///
/// Its memory is kept from others until `delete()` succeeded or the controller is reset, whatever becomes of this value. Otherwise
/// the driver polls nothing here, and its identifier is the script's business.
public struct IOCompletionQueue: Sendable {
    public let controller: Controller
    public let id: UInt16
    /// Entries that the create command asks for.
    public let entries: Int
    private let memory: QueueMemory

    /// Makes the memory of the queue; nothing is sent.
    ///
    /// - Parameter entries: 1...65,536, also where the controller would refuse so many.
    public init(
        _ controller: Controller, id: UInt16, entries: Int, layout: QueueLayout = .contiguous
    ) throws(NVMeError) {
        self.controller = controller
        self.id = id
        self.entries = entries
        memory = try QueueMemory(
            controller, entries: entries, entrySize: CompletionQueueEntry.byteCount, layout: layout)
    }

    /// The Create I/O Completion Queue command for this queue, to be sent as it is or changed first.
    public func createCommand(interrupts: Bool = false, vector: UInt16 = 0) -> SubmissionQueueEntry {
        var command = SubmissionQueueEntry(AdminOpcode.createIOCompletionQueue)
        command.prp1 = memory.lend()
        command.cdw10 = CreateQueueDword10(id: id, entries: entries).rawValue
        command.cdw11[as: CreateCompletionQueueDword11.self].physicallyContiguous = memory.layout == .contiguous
        command.cdw11[as: CreateCompletionQueueDword11.self].interruptsEnabled = interrupts
        command.cdw11[as: CreateCompletionQueueDword11.self].interruptVector = vector
        return command
    }

    /// Creates the queue and waits. Throws `status` when the controller refuses.
    public func create(interrupts: Bool = false, vector: UInt16 = 0) throws {
        try controller.makeAdminChannel().send(createCommand(interrupts: interrupts, vector: vector)).wait()
    }

    /// Deletes the queue and waits. Throws `status` when the controller refuses.
    public func delete() throws {
        try controller.makeAdminChannel().send(Controller.deletion(.deleteIOCompletionQueue, id: id)).wait()
        memory.takeBack()
    }

    /// An entry as it stands in memory now, written by the controller or not.
    public func entry(_ index: Int) throws(NVMeError) -> CompletionQueueEntry {
        let place = try memory.place(index)
        // The phase tag first: what the controller wrote before it is visible then.
        let status = nvme_load16(place + 14)
        nvme_acquire_fence()
        var entry = place.load(as: CompletionQueueEntry.self)
        entry.statusAndPhase = status
        if memory.isNews(index, phase: entry.phase) {
            controller.rawQueues.withLock { $0[entry.sqID, default: 0] -= 1 }
        }
        return entry
    }

    /// Waits until an entry carries a phase tag. Throws `waitTimeout` after the limit.
    ///
    /// - Parameter limit: nil for the controller's `timeout`.
    public func waitForEntry(
        _ index: Int, phase: Bool = true, limit: Duration? = nil
    ) throws(NVMeError) -> CompletionQueueEntry {
        var patience = controller.patience(limit: limit ?? controller.timeout)
        while true {
            let entry = try self.entry(index)
            if entry.phase == phase { return entry }
            switch patience.turn() {
            case .again, .look: continue
            case .expired, .exhausted: throw .waitTimeout(queue: id, expected: 1, reaped: 0)
            }
        }
    }

    /// Rings the head doorbell, with a right or a wrong value.
    public func ring(head: UInt32) throws(NVMeError) {
        let stride = Int(try controller.capabilities.doorbellStride)
        try controller.writeRegister(RegisterOffset.completionHead(queue: id, stride: stride), UInt64(head))
    }
}
