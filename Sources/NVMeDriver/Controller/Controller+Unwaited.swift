import NVMeSpec
import PCIExpress
import Synchronization

/// Admin commands, and commands of queues made by hand, that nobody has waited for.
extension Controller: LooseEnd, Acknowledgeable {
    /// The script knows of the admin commands that it has sent until now, and will not wait for them.
    public func acknowledge() { adminChannel.acknowledge() }

    package var unwaited: [String] {
        let (admin, isClosed) = openState
        guard let admin, !isClosed, function.isPresent else { return [] }
        // What the ring still holds has been answered.
        try? admin.collect()
        noteFailedEventRequests()
        let inboxes = state.withLock { $0.inboxes.compactMap(\.inbox) } + [adminChannel.inbox]
        return inboxes.compactMap { unwaited($0, admin) } + unwaitedByHand(admin)
    }

    private func unwaited(_ inbox: AdminInbox, _ admin: AdminQueue) -> String? {
        let commands = inbox.isAcknowledged ? [] : inbox.unseen + admin.unanswered(from: inbox)
        guard let first = commands.first else { return nil }
        return
            "\(unwaitedText(commands.count, first: first)); wait for it, or acknowledge the controller or its channel"
    }

    private func unwaitedByHand(_ admin: AdminQueue) -> [String] {
        let queues = rawQueues.withLock { $0.filter { $0.value > 0 } }
        return queues.keys.sorted().filter { admin.knowsSubmissionQueue($0) }.map { id in
            "nobody looked for the completions of \(queues[id] ?? 0) commands of the submission queue \(id) made by hand;"
                + " read them with waitForEntry, delete the queue, or acknowledge it"
        }
    }

    /// Requests that ended with an error status after the last wait.
    private func noteFailedEventRequests() {
        while let completion = events.take()?.reaped.completion {
            guard !completion.succeeded, completion.code != .abortedSQDeleted else { continue }
            warnings.add(.eventRequestFailed(completion))
        }
    }
}

extension AdminChannel: Acknowledgeable {
    /// The script knows of the commands that it has sent here until now, and will not wait for them.
    public func acknowledge() { inbox.acknowledge() }
}
