import CNVMeHost
import NVMeSpec

/// Create and Delete I/O Submission and Completion Queue (NVMe Base 2.0 §5.4 to §5.7).
enum QueueCommands {
    static func createCompletion(_ request: inout Request, _ controller: EmulatedController) -> Outcome {
        let (id, entries) = identify(request)
        let dword11 = request.sqe.cdw11[as: CreateCompletionQueueDword11.self]
        guard isAllowed(id, submission: false, controller), !controller.queues.hasCompletionQueue(id) else {
            return .failure(.invalidQueueIdentifier)
        }
        guard isAllowed(entries: entries, controller) else { return .failure(.invalidQueueSize) }
        let interrupts = dword11.interruptsEnabled
        let vector = Int(dword11.interruptVector)
        guard !interrupts || vector < controller.usableVectors else { return .failure(.invalidInterruptVector) }
        switch memory(request, entries, EmulatedController.completionEntryShift, controller) {
        case .failure(let refusal): return .failure(refusal.code)
        case .success(let memory):
            controller.queues.addCompletionQueue(
                id, memory: memory, entryCount: entries, vector: UInt16(vector), interrupts: interrupts)
            return .success
        }
    }

    static func createSubmission(_ request: inout Request, _ controller: EmulatedController) -> Outcome {
        let (id, entries) = identify(request)
        let dword11 = request.sqe.cdw11[as: CreateSubmissionQueueDword11.self]
        let completion = Int(dword11.completionQueueID)
        // A completion queue identifier that could exist but does not is 01/00; one beyond the range is 01/01.
        guard isAllowed(completion, submission: false, controller) else { return .failure(.invalidQueueIdentifier) }
        guard controller.queues.hasCompletionQueue(completion) else { return .failure(.completionQueueInvalid) }
        guard isAllowed(id, submission: true, controller), !controller.queues.hasSubmissionQueue(id) else {
            return .failure(.invalidQueueIdentifier)
        }
        guard isAllowed(entries: entries, controller) else { return .failure(.invalidQueueSize) }
        switch memory(request, entries, EmulatedController.submissionEntryShift, controller) {
        case .failure(let refusal): return .failure(refusal.code)
        case .success(let memory):
            controller.queues.addSubmissionQueue(
                id, memory: memory, entryCount: entries, completionQueue: completion,
                priority: dword11.priority.rawValue)
            return .success
        }
    }

    static func deleteSubmission(_ request: inout Request, _ controller: EmulatedController) -> Outcome {
        let id = Int(request.sqe.cdw10[as: DeleteQueueDword10.self].queueID)
        guard id != 0, controller.queues.hasSubmissionQueue(id) else { return .failure(.invalidQueueIdentifier) }
        // What has been fetched is aborted; what has not is gone with the queue.
        controller.abortDelayed(of: UInt16(id))
        controller.queues.removeSubmissionQueue(id)
        return .success
    }

    static func deleteCompletion(_ request: inout Request, _ controller: EmulatedController) -> Outcome {
        let id = Int(request.sqe.cdw10[as: DeleteQueueDword10.self].queueID)
        guard id != 0, controller.queues.hasCompletionQueue(id) else { return .failure(.invalidQueueIdentifier) }
        guard controller.queues.completion[id].submissionQueues == 0 else { return .failure(.invalidQueueDeletion) }
        controller.queues.removeCompletionQueue(id)
        return .success
    }

    private static func identify(_ request: Request) -> (id: Int, entries: Int) {
        let dword10 = request.sqe.cdw10[as: CreateQueueDword10.self]
        return (Int(dword10.queueID), Int(dword10.queueSize) + 1)
    }

    /// An I/O queue identifier inside what feature 07h allocated.
    private static func isAllowed(_ id: Int, submission: Bool, _ controller: EmulatedController) -> Bool {
        let allocated = NumberOfQueuesFeature(rawValue: controller.featureValue(.numberOfQueues))
        let most = Int(submission ? allocated.submissionQueues : allocated.completionQueues) + 1
        return id >= 1 && id <= most && id < controller.queues.count
    }

    private static func isAllowed(entries: Int, _ controller: EmulatedController) -> Bool {
        let configuration = controller.registers.configuration
        return entries >= 2 && entries <= controller.profile.maximumQueueEntries
            && configuration.submissionEntrySize == EmulatedController.submissionEntryShift
            && configuration.completionEntrySize == EmulatedController.completionEntryShift
    }

    private struct Refusal: Error { let code: StatusCode }

    /// The memory that PRP 1 names: the queue itself (PC), or a list of its pages.
    private static func memory(
        _ request: Request, _ entries: Int, _ shift: UInt8, _ controller: EmulatedController
    ) -> Result<QueueMemory, Refusal> {
        let base = request.sqe.prp1
        // At the same place in both commands.
        let isContiguous = request.sqe.cdw11[as: CreateSubmissionQueueDword11.self].physicallyContiguous
        if !isContiguous, controller.profile.contiguousQueuesRequired { return .failure(Refusal(code: .invalidField)) }
        guard base & controller.memoryPage.mask == 0 else { return .failure(Refusal(code: .prpOffsetInvalid)) }
        if isContiguous {
            let memory = controller.contiguousMemory(base, entries: entries, shift: shift)
            return memory.map { .success($0) } ?? .failure(Refusal(code: .dataTransferError))
        }
        let count = QueueMemory.pageCount(entryCount: entries, entryShift: Int(shift), page: controller.memoryPage)
        var addresses: [UInt64] = []
        guard controller.readPageList(base, count: count, into: &addresses) else {
            return .failure(Refusal(code: .dataTransferError))
        }
        guard addresses.allSatisfy({ $0 & controller.memoryPage.mask == 0 }) else {
            return .failure(Refusal(code: .prpOffsetInvalid))
        }
        let memory = controller.queueMemory(addresses, entries: entries, shift: shift)
        return memory.map { .success($0) } ?? .failure(Refusal(code: .dataTransferError))
    }
}

extension EmulatedController {
    /// Vectors that a completion queue may name with the kind of interrupt that is enabled.
    var usableVectors: Int {
        if interrupts.isMSIXEnabled { return interrupts.vectorCount }
        return interrupts.msi.isEnabled ? 1 << Int(interrupts.msi.granted) : profile.vectors
    }

    /// Reads the PRP list of a queue. Its last entry leads on when the list needs more than a page.
    fileprivate func readPageList(_ list: UInt64, count: Int, into addresses: inout [UInt64]) -> Bool {
        var entry = list
        while addresses.count < count {
            guard let cell = map.translate(entry, byteCount: 8) else { return false }
            let address = nvme_load64(cell)
            if entry & memoryPage.mask == memoryPage.mask &- 7, count - addresses.count > 1 {
                guard address & memoryPage.mask == 0 else { return false }
                entry = address
                continue
            }
            addresses.append(address)
            entry &+= 8
        }
        return true
    }

    /// Takes out a delayed completion.
    func takeDelayed(where matches: (TimedEvent) -> Bool) -> TimedEvent? {
        timedEvents.removeFirst {
            $0.kind == .completion && $0.generation == engine.pointee.generation && matches($0)
        }
    }

    /// Completes what a submission queue has outstanding, which is about to go: what finds no room is gone with it.
    func abortDelayed(of id: UInt16) {
        let completion = queues.completion + Int(queues.submission[Int(id)].completionQueue)
        while let event = takeDelayed(where: { $0.sqID == id }) {
            readHead(Int(queues.submission[Int(id)].completionQueue))
            releasePlace(id)
            guard completion.pointee.canPost else { continue }
            post(id, event.commandID, Status(.abortedSQDeleted).rawValue, 0, 0)
        }
    }
}
