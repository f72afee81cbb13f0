import CNVMeHost
import NVMeSpec
import Synchronization

/// An I/O submission queue made by hand: any size, any memory, entries and doorbells with any value.
///
/// Its memory is kept from others until `delete()` succeeded or the controller is reset, whatever becomes of this value. Otherwise
/// the driver only counts the commands that doorbells tell of: a test with a device under test fails when nobody has looked at as many
/// completions at its end. Several may share one completion queue.
public struct IOSubmissionQueue: Sendable {
    public let controller: Controller
    public let id: UInt16
    /// Entries that the create command asks for.
    public let entries: Int
    /// Identifier of the completion queue.
    public let completionQueue: UInt16
    private let memory: QueueMemory

    /// Makes the memory of the queue; nothing is sent.
    ///
    /// - Parameter entries: 1...65,536, also where the controller would refuse so many.
    public init(
        _ controller: Controller, id: UInt16, entries: Int, completionQueue: UInt16,
        layout: QueueLayout = .contiguous
    ) throws(NVMeError) {
        self.controller = controller
        self.id = id
        self.entries = entries
        self.completionQueue = completionQueue
        memory = try QueueMemory(
            controller, entries: entries, entrySize: SubmissionQueueEntry.byteCount, layout: layout)
    }

    /// The Create I/O Submission Queue command for this queue, to be sent as it is or changed first.
    public func createCommand(priority: QueuePriority = .urgent, nvmSet: UInt16 = 0) -> SubmissionQueueEntry {
        var command = SubmissionQueueEntry(AdminOpcode.createIOSubmissionQueue)
        command.prp1 = memory.lend()
        command.cdw10 = CreateQueueDword10(id: id, entries: entries).rawValue
        command.cdw11[as: CreateSubmissionQueueDword11.self].physicallyContiguous = memory.layout == .contiguous
        command.cdw11[as: CreateSubmissionQueueDword11.self].priority = priority
        command.cdw11[as: CreateSubmissionQueueDword11.self].completionQueueID = completionQueue
        command.cdw12[as: CreateSubmissionQueueDword12.self].nvmSetIdentifier = nvmSet
        return command
    }

    /// Creates the queue and waits. Throws `status` when the controller refuses.
    public func create(priority: QueuePriority = .urgent, nvmSet: UInt16 = 0) throws {
        try controller.makeAdminChannel().send(createCommand(priority: priority, nvmSet: nvmSet)).wait()
    }

    /// Deletes the queue and waits. Throws `status` when the controller refuses.
    public func delete() throws {
        try controller.makeAdminChannel().send(Controller.deletion(.deleteIOSubmissionQueue, id: id)).wait()
        memory.takeBack()
        acknowledge()
    }

    /// Writes an entry, command identifier and data pointers as they are. The controller sees it after `ring`.
    public func write(_ command: SubmissionQueueEntry, at index: Int) throws(NVMeError) {
        try memory.place(index).storeBytes(of: command, as: SubmissionQueueEntry.self)
    }

    /// An entry as it stands in memory.
    public func entry(_ index: Int) throws(NVMeError) -> SubmissionQueueEntry {
        try memory.place(index).load(as: SubmissionQueueEntry.self)
    }

    /// Rings the tail doorbell, with a right or a wrong value.
    public func ring(tail: UInt32) throws(NVMeError) {
        nvme_release_fence()
        let stride = Int(try controller.capabilities.doorbellStride)
        try controller.writeRegister(RegisterOffset.submissionTail(queue: id, stride: stride), UInt64(tail))
        let told = memory.rung(tail: tail)
        controller.rawQueues.withLock { $0[id, default: 0] += told }
    }
}

extension IOSubmissionQueue: Acknowledgeable {
    /// The script knows of the commands that it has sent here until now, and will not look for their completions.
    public func acknowledge() { controller.rawQueues.withLock { $0[id] = nil } }
}
