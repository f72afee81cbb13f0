import CNVMeHost
import EmulatedSSD
import NVMeSpec
import PCIExpress

/// A submission ring and a completion ring in DMA memory, driven by hand.
final class RawQueue {
    let id: Int
    let entries: Int
    let submission: DMARegion
    let completion: DMARegion
    private let ssd: EmulatedSSD
    private(set) var tail = 0
    private var head = 0
    private var phase = true

    init(_ ssd: EmulatedSSD, id: Int, entries: Int) throws {
        self.ssd = ssd
        self.id = id
        self.entries = entries
        submission = try ssd.memory.allocate(entries * 64)
        completion = try ssd.memory.allocate(entries * 16)
    }

    /// Both rings as new, for a controller that was reset.
    func restart() {
        (tail, head, phase) = (0, 0, true)
        for offset in stride(from: 0, to: entries * 16, by: 8) { completion.store(0 as UInt64, at: offset) }
    }

    func put(_ command: SubmissionQueueEntry) {
        submission.pointer.storeBytes(of: command, toByteOffset: tail * 64, as: SubmissionQueueEntry.self)
        tail = (tail + 1) % entries
    }

    func ring() throws {
        try ssd.doorbell(at: RegisterOffset.submissionTail(queue: UInt16(id))).ring(UInt32(tail))
    }

    /// The next entry whose phase tag says that it is new.
    func take() -> CompletionQueueEntry? {
        let place = completion.pointer + head * 16
        guard (nvme_load_acquire32(place + 12) >> 16 & 1 == 1) == phase else { return nil }
        let entry = place.load(as: CompletionQueueEntry.self)
        head += 1
        if head == entries { (head, phase) = (0, !phase) }
        return entry
    }

    func acknowledge() throws {
        try ssd.doorbell(at: RegisterOffset.completionHead(queue: UInt16(id))).ring(UInt32(head))
    }
}

extension RawHost {
    func createCompletionQueueCommand(
        id: Int, entries: Int, address: UInt64, contiguous: Bool = true, vector: Int? = nil
    ) -> SubmissionQueueEntry {
        var command = SubmissionQueueEntry(.createIOCompletionQueue)
        command.prp1 = address
        command.cdw10 = UInt32(entries - 1) << 16 | UInt32(id)
        command.cdw11 = (contiguous ? 1 : 0) | (vector.map { UInt32($0) << 16 | 0b10 } ?? 0)
        return command
    }

    func createSubmissionQueueCommand(
        id: Int, entries: Int, address: UInt64, completionQueue: Int, contiguous: Bool = true, priority: UInt32 = 0
    ) -> SubmissionQueueEntry {
        var command = SubmissionQueueEntry(.createIOSubmissionQueue)
        command.prp1 = address
        command.cdw10 = UInt32(entries - 1) << 16 | UInt32(id)
        command.cdw11 = UInt32(completionQueue) << 16 | priority << 1 | (contiguous ? 1 : 0)
        return command
    }

    func deleteCommand(_ opcode: AdminOpcode, id: Int) -> SubmissionQueueEntry {
        var command = SubmissionQueueEntry(opcode)
        command.cdw10 = UInt32(id)
        return command
    }

    /// Creates an I/O queue pair.
    func makeQueue(_ id: Int, entries: Int = 32, vector: Int? = nil, priority: UInt32 = 0) throws -> RawQueue {
        let queue = try RawQueue(ssd, id: id, entries: entries)
        let completion = try code(
            createCompletionQueueCommand(
                id: id, entries: entries, address: queue.completion.ioVirtualAddress, vector: vector))
        let submission = try code(
            createSubmissionQueueCommand(
                id: id, entries: entries, address: queue.submission.ioVirtualAddress, completionQueue: id,
                priority: priority))
        guard completion == .success, submission == .success else { throw HarnessError.noCompletion }
        return queue
    }
}
