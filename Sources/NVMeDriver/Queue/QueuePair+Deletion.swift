import NVMeSpec
import PCIExpress

extension QueuePair {
    /// Deletes both queues; their identifier is free at once. Outstanding commands vanish without their closures being called.
    ///
    /// Does nothing when the pair is gone already. Inside a completion closure the deletion happens when the wait ends.
    /// Throws `queueDeletion` when the controller refuses, `commandTimeout` when it does not answer: then the identifier is free when a
    /// later attempt, made with the next queue pair, succeeds, or after a reset. Until then the memory stays in quarantine.
    public func delete() throws {
        guard !gate.isShut else { return }
        guard !CallbackScope.isInside else { return controller.deferDeletion(of: self) }
        guard retire() else { throw NVMeError.queueInUse(queue: id) }
        isDeleted = true
        lookOnceMore()
        let forgotten = core.pointee.forgetAll()
        defer { withExtendedLifetime(forgotten) {} }
        guard let admin else { return }
        try controller.delete(UndeletedQueues(id: id, admin: admin, lease: core.pointee.lease))
    }

    /// Shuts the gate and takes the outstanding commands away: after a reset nothing will complete them.
    func forget() {
        // A deleted pair has been retired: its gate stays occupied, and waiting for it would last to the limit.
        guard !gate.isShut, retire() else { return }
        lookOnceMore()
        let forgotten = core.pointee.forgetAll()
        core.pointee.lease.surrender()
        withExtendedLifetime(forgotten) {}
    }

    /// A completion that nobody waits for is found by nobody else: the second answer to the last command, say.
    ///
    /// Nobody but a loop that the pair was lent to knows what is outstanding there.
    func lookOnceMore() {
        guard !isLent else { return }
        for entry in core.pointee.takeUnexpected() {
            controller.warnings.add(.unexpectedCompletion(queue: id, entry))
        }
    }

    /// Shuts the gate for good; true when nobody is inside any more, which takes one turn of the other thread's wait.
    private func retire() -> Bool {
        gate.close()
        var patience = controller.patience(limit: .seconds(1))
        while !gate.enter() {
            switch patience.turn() {
            case .expired, .exhausted: return false
            case .again, .look: break
            }
        }
        return true
    }
}
