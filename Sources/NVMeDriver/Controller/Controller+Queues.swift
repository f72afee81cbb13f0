import NVMeSpec
import PCIExpress
import Synchronization

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
    /// Waits while another thread brings the controller up. Throws `invalidArgument` for the depth, `staleQueue` when the controller
    /// was reset meanwhile, `queueCreation` for everything else that prevents it.
    public func makeQueuePair(
        depth: Int, priority: QueuePriority = .urgent, interrupts: Bool = true, vector: Int? = nil
    ) throws -> QueuePair {
        guard !CallbackScope.isInside else { throw NVMeError.reentrantWait }
        try require(
            "queue depth", depth, in: 2...maximumQueueEntries,
            fix: "qpair depth is larger than specification (CAP.MQES + 1) or smaller than 2")
        let admin = try openAdminQueue()
        settleUndeleted()
        let id = try takeQueueID(of: admin)
        let lease = function.leases.begin()
        let queues = UndeletedQueues(id: id, admin: admin, lease: lease)
        var mayExist = false
        do {
            if priority != .urgent, try configuration.arbitrationMechanism == 0 {
                throw NVMeError.queueCreation(
                    queue: id, reason: "priority \(priority) needs weighted round robin arbitration (CC.AMS)",
                    completion: nil)
            }
            let interrupt = Interrupt(
                vector: vectorNumber(vector ?? (interrupts ? Int(id) : 0)), vectors: function.interrupts)
            let rings = try makeRings(lease, entries: depth, pageSize: admin.pageSize)
            let core = try makeCore(rings, lease, id: id, entries: depth, pageSize: admin.pageSize)
            let log = try log(for: id, entries: depth)
            try create(
                queues, rings, depth: depth, priority: priority, interrupts: interrupts, vector: interrupt.vector,
                mayExist: &mayExist)
            return try register(
                QueuePair(controller: self, admin: admin, depth: depth, interrupt: interrupt, log: log, core: core))
        } catch {
            if mayExist { abandon(queues) } else { free(queues) }
            throw error
        }
    }

    /// CAP.MQES + 1: the smallest queue that a controller may be limited to has two entries (NVMe Base 2.0 §3.1.3.1).
    private var maximumQueueEntries: Int {
        get throws(NVMeError) {
            let limit = try capabilities.maximumQueueEntriesSupported
            guard limit >= 1 else {
                throw .invalidDeviceData(
                    what: "CAP.MQES, maximum queue entries", value: UInt64(limit), limit: "at least 1")
            }
            return Int(limit) + 1
        }
    }

    /// Creates the completion queue, then the submission queue.
    ///
    /// - Parameter mayExist: whether the device may know either of them.
    private func create(
        _ queues: UndeletedQueues, _ rings: QueueRings, depth: Int, priority: QueuePriority, interrupts: Bool,
        vector: Int, mayExist: inout Bool
    ) throws {
        let id = queues.id
        let channel = queues.channel(self)
        var command = SubmissionQueueEntry(AdminOpcode.createIOCompletionQueue)
        command.prp1 = rings.completion.ioVirtualAddress
        let dword10 = CreateQueueDword10(id: id, entries: depth)
        command.cdw10 = dword10.rawValue
        command.cdw11[as: CreateCompletionQueueDword11.self].physicallyContiguous = true
        command.cdw11[as: CreateCompletionQueueDword11.self].interruptsEnabled = interrupts
        command.cdw11[as: CreateCompletionQueueDword11.self].interruptVector = UInt16(truncatingIfNeeded: vector)
        try create(command, channel, id: id, what: "completion queue", mayExist: &mayExist)
        command = SubmissionQueueEntry(AdminOpcode.createIOSubmissionQueue)
        command.prp1 = rings.submission.ioVirtualAddress
        command.cdw10 = dword10.rawValue
        command.cdw11[as: CreateSubmissionQueueDword11.self].physicallyContiguous = true
        command.cdw11[as: CreateSubmissionQueueDword11.self].priority = priority
        command.cdw11[as: CreateSubmissionQueueDword11.self].completionQueueID = id
        do {
            try create(command, channel, id: id, what: "submission queue", mayExist: &mayExist)
        } catch {
            // Refused: the completion queue is there on its own.
            if !mayExist {
                let deletion = try? channel.send(Self.deletion(.deleteIOCompletionQueue, id: id)).completion()
                mayExist = deletion?.isSuccess != true
            }
            throw error
        }
    }

    private func create(
        _ command: SubmissionQueueEntry, _ channel: AdminChannel, id: UInt16, what: String, mayExist: inout Bool
    ) throws {
        mayExist = true
        let completion = try channel.send(command).completion()
        guard completion.isSuccess else {
            mayExist = false
            throw NVMeError.queueCreation(
                queue: id, reason: "the controller refused the \(what)", completion: completion)
        }
    }

    /// Makes the pair known to resets, unless one has been since it was begun.
    private func register(_ pair: QueuePair) throws(NVMeError) -> QueuePair {
        let (isKnown, living) = state.withLock { state -> (Bool, [QueuePair]) in
            guard state.admin === pair.admin else { return (false, []) }
            let living = state.pairs.compactMap(\.pair)
            state.pairs = (living + [pair]).map { WeakQueuePair(pair: $0) }
            return (true, living)
        }
        // Outside of the lock: this may have become the last reference to one of them, and its end needs the lock.
        withExtendedLifetime(living) {}
        guard isKnown else {
            pair.forget()
            throw staleQueue(pair.id)
        }
        ledger?.watch(pair)
        return pair
    }

    private func vectorNumber(_ wanted: Int) -> Int {
        let count = function.interrupts.count
        return count > 0 && wanted >= 0 ? wanted % count : 0
    }

    /// The lowest identifier that no queue has, or may still have.
    private func takeQueueID(of admin: AdminQueue) throws(NVMeError) -> UInt16 {
        try state.withLock { state throws(NVMeError) in
            guard state.admin === admin else {
                throw state.successor.map { .superseded(address: address, by: $0) } ?? .staleQueue(queue: 0)
            }
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

    /// Frees an identifier, unless a reset has freed them all.
    func returnQueueID(_ id: UInt16, of admin: AdminQueue) {
        state.withLock { if $0.admin === admin { $0.queueIDs.remove(id) } }
    }

    /// Memory of both rings, aligned to the memory page as a queue that is physically contiguous has to be (NVMe Base 2.0 §5.4).
    func makeRings(_ lease: DMALease, entries: Int, pageSize: Int) throws(NVMeError) -> QueueRings {
        let memory = function.memory
        let rings = try onLink { () throws(PCIeError) in
            QueueRings(
                submission: try memory.allocate(entries * SubmissionQueueEntry.byteCount, alignment: pageSize),
                completion: try memory.allocate(entries * CompletionQueueEntry.byteCount, alignment: pageSize))
        }
        lease.add(rings.submission)
        lease.add(rings.completion)
        return rings
    }

    func makeCore(
        _ rings: QueueRings, _ lease: DMALease, id: UInt16, entries: Int, pageSize: Int
    ) throws(NVMeError) -> CommandQueue {
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
                memory: function.memory, lease: lease, slotCount: entries - 1, pageSize: pageSize),
            lease: lease, log: try log(for: id, entries: entries), clock: clock, integrity: integrity)
    }
}
