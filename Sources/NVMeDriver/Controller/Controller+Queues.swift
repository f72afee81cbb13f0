import NVMeSpec
import PCIExpress
import Synchronization

/// Class of a submission queue under weighted round robin arbitration (QPRIO, NVMe Base 2.0 §5.5).
public enum QueuePriority: UInt8, Sendable, CaseIterable {
    case urgent, high, medium, low
}

/// The memory of a queue pair.
struct QueueRings {
    let submission: DMARegion
    let completion: DMARegion
}

extension Controller {
    /// Creates a completion and a submission queue with the lowest free identifier.
    ///
    /// - Parameters:
    ///   - depth: entries of each, 2 ... CAP.MQES + 1; `depth - 1` commands can be outstanding.
    ///   - priority: other than urgent only under weighted round robin arbitration.
    ///   - interrupts: whether completions raise the vector.
    ///   - vector: nil for the queue identifier; taken modulo the vectors there are.
    ///
    /// Throws `invalidArgument` for the depth, `queueCreation` for everything else that prevents it.
    public func makeQueuePair(
        depth: Int, priority: QueuePriority = .urgent, interrupts: Bool = true, vector: Int? = nil
    ) throws -> QueuePair {
        guard !CallbackScope.isInside else { throw NVMeError.reentrantWait }
        let capabilities = try self.capabilities
        try require(
            "queue depth", depth, in: 2...Int(capabilities.maximumQueueEntriesSupported) + 1,
            fix: "qpair depth is larger than specification (CAP.MQES + 1) or smaller than 2")
        try deleteAbandoned()
        let id = try takeQueueID()
        do {
            if priority != .urgent, try configuration.arbitrationMechanism == 0 {
                throw NVMeError.queueCreation(
                    queue: id, reason: "priority \(priority) needs weighted round robin arbitration (CC.AMS)",
                    completion: nil)
            }
            let interrupt = Interrupt(
                vector: vectorNumber(vector ?? (interrupts ? Int(id) : 0)), vectors: function.interrupts)
            return try makeQueuePair(
                id: id, depth: depth, priority: priority, interrupts: interrupts, interrupt: interrupt)
        } catch {
            returnQueueID(id)
            throw error
        }
    }

    private func makeQueuePair(
        id: UInt16, depth: Int, priority: QueuePriority, interrupts: Bool, interrupt: Interrupt
    ) throws -> QueuePair {
        let rings = try makeRings(id: id, entries: depth)
        let core = try makeCore(rings, id: id, entries: depth)
        let channel = makeAdminChannel()
        var command = SubmissionQueueEntry(AdminOpcode.createIOCompletionQueue)
        command.prp1 = rings.completion.ioVirtualAddress
        command.cdw10 = UInt32(depth - 1) << 16 | UInt32(id)
        command.cdw11 = UInt32(interrupt.vector & 0xFFFF) << 16 | (interrupts ? 0b10 : 0) | 0b1
        try create(command, channel, id: id, what: "completion queue")
        command = SubmissionQueueEntry(AdminOpcode.createIOSubmissionQueue)
        command.prp1 = rings.submission.ioVirtualAddress
        command.cdw10 = UInt32(depth - 1) << 16 | UInt32(id)
        command.cdw11 = UInt32(id) << 16 | UInt32(priority.rawValue) << 1 | 0b1
        do {
            try create(command, channel, id: id, what: "submission queue")
        } catch {
            _ = try? channel.send(Self.deletion(.deleteIOCompletionQueue, id: id)).completion()
            throw error
        }
        let log = try log(for: id, entries: depth)
        let pair = QueuePair(controller: self, depth: depth, interrupt: interrupt, log: log, core: core)
        state.withLock { state in
            state.pairs.removeAll { $0.pair == nil }
            state.pairs.append(WeakQueuePair(pair: pair))
        }
        return pair
    }

    private func create(
        _ command: SubmissionQueueEntry, _ channel: AdminChannel, id: UInt16, what: String
    ) throws {
        let completion = try channel.send(command).completion()
        guard completion.isSuccess else {
            throw NVMeError.queueCreation(
                queue: id, reason: "the controller refused the \(what)", completion: completion)
        }
    }

    private func vectorNumber(_ wanted: Int) -> Int {
        let count = function.interrupts.count
        return count > 0 && wanted >= 0 ? wanted % count : 0
    }

    private func takeQueueID() throws(NVMeError) -> UInt16 {
        try state.withLock { state throws(NVMeError) in
            let limit = min(state.queueLimit ?? 65_534, 65_534)
            var id = 1
            while state.queueIDs.contains(UInt16(id)) { id += 1 }
            guard id <= limit else {
                throw .queueCreation(
                    queue: UInt16(id), reason: "the controller granted \(limit) I/O queue pairs; delete one first",
                    completion: nil)
            }
            state.queueIDs.insert(UInt16(id))
            return UInt16(id)
        }
    }

    func returnQueueID(_ id: UInt16) { state.withLock { _ = $0.queueIDs.remove(id) } }

    func makeRings(id: UInt16, entries: Int) throws(NVMeError) -> QueueRings {
        let memory = function.memory
        return try onLink { () throws(PCIeError) in
            QueueRings(
                submission: try memory.allocate(entries * SubmissionQueueEntry.byteCount),
                completion: try memory.allocate(entries * CompletionQueueEntry.byteCount))
        }
    }

    func makeCore(_ rings: QueueRings, id: UInt16, entries: Int) throws(NVMeError) -> CommandQueue {
        let stride = Int(try capabilities.doorbellStride)
        let function = self.function
        let tail = try onLink { () throws(PCIeError) in
            try function.doorbell(at: RegisterOffset.submissionTail(queue: id, stride: stride))
        }
        let head = try onLink { () throws(PCIeError) in
            try function.doorbell(at: RegisterOffset.completionHead(queue: id, stride: stride))
        }
        return CommandQueue(
            id: id, submission: SubmissionRing(region: rings.submission, count: entries, doorbell: tail),
            completion: CompletionRing(region: rings.completion, count: entries, doorbell: head),
            pointers: DataPointers(
                memory: function.memory, slotCount: entries - 1,
                pageSize: state.withLock { $0.memoryPageSize }),
            log: try log(for: id, entries: entries), clock: clock, integrity: integrity)
    }
}
