import NVMeSpec
import Synchronization

extension Controller {
    static func deletion(_ opcode: AdminOpcode, id: UInt16) -> SubmissionQueueEntry {
        var command = SubmissionQueueEntry(opcode)
        command.cdw10 = UInt32(id)
        return command
    }

    /// Deletes both queues of a pair and frees the identifier, whatever the controller answers.
    ///
    /// - Parameter forgotten: what its outstanding commands held; kept until the controller has let go of it.
    func deleteQueues(id: UInt16, holding forgotten: [Reaped]) throws {
        defer {
            returnQueueID(id)
            withExtendedLifetime(forgotten) {}
        }
        let channel = makeAdminChannel()
        let submission = try channel.send(Self.deletion(.deleteIOSubmissionQueue, id: id)).completion()
        let completion = try channel.send(Self.deletion(.deleteIOCompletionQueue, id: id)).completion()
        for answer in [submission, completion] where !answer.isSuccess {
            throw NVMeError.queueDeletion(answer)
        }
    }

    /// Deletes a queue pair once the completion closure that asked for it has returned.
    func deferDeletion(of pair: QueuePair) { state.withLock { $0.deferred.append(pair) } }

    /// Called at the end of every wait. A deletion that fails now has nobody to tell; the next reset clears it up.
    func finishDeferredDeletions() {
        guard !CallbackScope.isInside else { return }
        let pairs = state.withLock { state in
            defer { if !state.deferred.isEmpty { state.deferred = [] } }
            return state.deferred
        }
        for pair in pairs { try? pair.delete() }
    }

    /// Remembers a queue pair whose handle was dropped: the device still knows its memory.
    func abandon(_ queue: AbandonedQueue) {
        let isKnown = state.withLock { state in
            guard state.queueIDs.contains(queue.id) else { return false }
            state.abandoned.append(queue)
            return true
        }
        if !isKnown { queue.discard() }
    }

    /// A safe moment to delete what scripts have dropped.
    func deleteAbandoned() throws {
        for queue in takeAbandoned() {
            defer { queue.discard() }
            try deleteQueues(id: queue.id, holding: [])
        }
    }

    func takeAbandoned() -> [AbandonedQueue] {
        state.withLock { state in
            defer { state.abandoned = [] }
            return state.abandoned
        }
    }

    /// Makes every queue handle stale and drops all outstanding commands: the device is about to forget them, or has.
    func forgetQueues() {
        let (pairs, admin, inboxes) = state.withLock { state in
            defer {
                state.pairs = []
                state.deferred = []
                state.queueIDs = []
                state.queueLimit = nil
                state.admin = nil
            }
            return (state.pairs.compactMap(\.pair), state.admin, state.inboxes.compactMap(\.inbox))
        }
        for pair in pairs { pair.forget() }
        for queue in takeAbandoned() { queue.discard() }
        admin?.forgetAll()
        for inbox in inboxes + [adminChannel.inbox] { inbox.forgetAll() }
    }
}
