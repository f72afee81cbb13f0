import NVMeSpec
import PCIExpress
import Synchronization

extension Controller {
    static func deletion(_ opcode: AdminOpcode, id: UInt16) -> SubmissionQueueEntry {
        var command = SubmissionQueueEntry(opcode)
        command.cdw10[as: DeleteQueueDword10.self].queueID = id
        return command
    }

    /// Deletes both queues of a pair, gives their memory back and frees the identifier.
    ///
    /// What cannot be deleted now is kept, identifier and memory, for `settleUndeleted`. Nothing is to be done where a reset has been.
    func delete(_ queues: UndeletedQueues) throws {
        let channel = queues.channel(self)
        do {
            for opcode in [AdminOpcode.deleteIOSubmissionQueue, .deleteIOCompletionQueue] {
                let answer = try channel.send(Self.deletion(opcode, id: queues.id)).completion()
                guard answer.isSuccess else { throw NVMeError.queueDeletion(answer) }
            }
        } catch {
            abandon(queues)
            guard !queues.admin.isShut else { return }
            throw error
        }
        free(queues)
    }

    /// The device knows neither queue.
    func free(_ queues: UndeletedQueues) {
        queues.lease.end()
        returnQueueID(queues.id, of: queues.admin)
    }

    /// Deletes a queue pair once the completion closure that asked for it has returned.
    func deferDeletion(of pair: QueuePair) { state.withLock { $0.deferred.append(pair) } }

    /// Called at the end of every wait. Whoever asked for a deletion that fails now has returned: it becomes a warning, and the next
    /// reset clears it up.
    ///
    /// - Returns: the admin queue, if there is one.
    @discardableResult
    func finishDeferredDeletions() -> AdminQueue? {
        guard !CallbackScope.isInside else { return nil }
        let (pairs, admin) = state.withLock { state in
            defer { if !state.deferred.isEmpty { state.deferred = [] } }
            return (state.deferred, state.admin)
        }
        for pair in pairs {
            do { try pair.delete() } catch {
                warnings.add(.queueDeletionFailed(queue: pair.id, problem: "\(error)"))
            }
        }
        return admin
    }

    /// Remembers queues that the device may know of: `settleUndeleted` has another try. After a reset it knows none.
    func abandon(_ queues: UndeletedQueues) {
        state.withLock { if $0.admin === queues.admin { $0.undeleted.append(queues) } }
    }

    /// A safe moment to delete what scripts have dropped, and what could not be deleted or made in time.
    ///
    /// Queues stay undeleted while the answer to an earlier command about them is still to come, and when the controller refuses.
    func settleUndeleted() {
        let all = state.withLock { state in
            defer { if !state.undeleted.isEmpty { state.undeleted = [] } }
            return state.undeleted
        }
        for queues in all { settle(queues) }
    }

    private func settle(_ queues: UndeletedQueues) {
        // Late answers are in the ring until somebody looks.
        try? queues.admin.collect()
        guard queues.inbox.outstanding == 0 else { return abandon(queues) }
        // The old inbox may hold late answers, which are none to what is sent now.
        let attempt = UndeletedQueues(id: queues.id, admin: queues.admin, lease: queues.lease)
        let channel = attempt.channel(self)
        for opcode in [AdminOpcode.deleteIOSubmissionQueue, .deleteIOCompletionQueue] {
            guard let answer = try? channel.send(Self.deletion(opcode, id: queues.id)).completion(),
                answer.isSuccess || answer.code == .invalidQueueIdentifier
            else { return abandon(attempt) }
        }
        free(attempt)
    }

    /// Makes every queue handle stale and drops all outstanding commands: the device is about to forget them, or has.
    ///
    /// Their memory goes into quarantine, because the device has not proved anything yet.
    func forgetQueues() {
        let (pairs, undeleted, admin, inboxes) = state.withLock { state in
            defer {
                state.pairs = []
                state.deferred = []
                state.undeleted = []
                state.queueIDs = []
                state.queueLimit = nil
                state.admin = nil
            }
            return (state.pairs.compactMap(\.pair), state.undeleted, state.admin, state.inboxes.compactMap(\.inbox))
        }
        // First of all: from here on nobody tells the device of anything new. What it has reported until now is not lost.
        admin?.forgetAll()
        for pair in pairs { pair.forget() }
        rawQueues.withLock { $0 = [:] }
        for queues in undeleted { queues.lease.surrender() }
        for inbox in inboxes + [adminChannel.inbox] { inbox.forgetAll() }
    }
}

/// Queues that the device knows, or may know, and that no handle stands for any more.
struct UndeletedQueues: Sendable {
    let id: UInt16
    /// The admin queue that made them.
    let admin: AdminQueue
    /// Their memory, and what their commands told of.
    let lease: DMALease
    /// Who sent the commands about them.
    let inbox = AdminInbox()

    /// Where commands about them are sent: on no other admin queue, where the identifier may be another pair's.
    func channel(_ controller: Controller) -> AdminChannel {
        AdminChannel(controller: controller, inbox: inbox, admin: admin, deliversEvents: false)
    }
}
