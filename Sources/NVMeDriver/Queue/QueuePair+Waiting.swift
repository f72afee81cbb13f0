import NVMeSpec

extension QueuePair {
    /// Waits until that many commands of this queue have completed, and runs their completion closures in that order.
    ///
    /// Reaps no more than asked for; a command that a closure submits counts as one more. Returns the completion reaped last.
    /// After all were reaped, throws the first of: `status` for an error status, `commandTimeout`, `unexpectedCompletion`, what
    /// a closure threw. Throws at once `waitTimeout` at the hard deadline, `removed` or `controllerFatal` when the device
    /// is gone, `staleQueue` after a reset, `reentrantWait` inside a completion closure.
    @discardableResult
    public func wait(_ count: Int = 1) throws -> Completion {
        try reap(count, judges: true, each: nil)
        return core.pointee.latestCompletion
    }

    /// Waits for one command and hands over its completion unjudged: an error status is not thrown.
    public func completion() throws -> Completion {
        try completions(1).first ?? .none
    }

    /// Waits for that many commands and hands over their completions unjudged, in the order in which they were reaped.
    public func completions(_ count: Int) throws -> [Completion] {
        var completions: [Completion] = []
        try reap(count, judges: false) { completions.append($0) }
        return completions
    }

    private func reap(_ count: Int, judges: Bool, each: ((Completion) -> Void)?) throws {
        guard !CallbackScope.isInside else { throw NVMeError.reentrantWait }
        defer { controller.finishDeferredDeletions() }
        try enter()
        var isInside = true
        defer { if isInside { gate.leave() } }
        if core.pointee.holdsBack { try core.pointee.sendHeldBack() }
        // The common case first: everything is a success and nobody listens.
        var remaining = max(count, 0)
        if each == nil { remaining -= core.pointee.reapPlain(remaining) }
        if remaining > 0 {
            try reapSlowly(count, remaining: remaining, judges: judges, each: each, isInside: &isInside)
        }
        try core.pointee.ringCompletion()
    }

    private func reapSlowly(
        _ count: Int, remaining: Int, judges: Bool, each: ((Completion) -> Void)?, isInside: inout Bool
    ) throws {
        var remaining = remaining
        var inventions = 0
        var session = controller.waitSession(judges: judges)
        var patience = controller.patience()
        while remaining > 0 {
            if each == nil {
                remaining -= core.pointee.reapPlain(remaining)
                if remaining == 0 { break }
            }
            if let reaped = core.pointee.reapOne() {
                let counts = try outsideGate(&isInside) { session.deliver(reaped) }
                if counts {
                    remaining -= 1
                    each?(reaped.completion)
                }
                // A device that never stops inventing completions must still reach the deadline.
                if reaped.kind == .unexpected { inventions += 1 }
                if inventions & 1023 != 1023 { continue }
            }
            if core.pointee.holdsBack { try core.pointee.sendHeldBack() }
            try core.pointee.ringCompletion()
            try idle(&patience, &session, &isInside, expected: count, reaped: count - remaining)
        }
        try core.pointee.ringCompletion()
        try session.finish()
    }

    /// Handlers may submit to this queue, or ask for its deletion.
    private func outsideGate(_ isInside: inout Bool, _ body: () -> Bool) throws -> Bool {
        gate.leave()
        isInside = false
        let result = body()
        try enter()
        isInside = true
        return result
    }

    private func idle(
        _ patience: inout Patience, _ session: inout WaitSession, _ isInside: inout Bool, expected: Int, reaped: Int
    ) throws {
        let turn = patience.turn()
        switch turn {
        case .again:
            guard !gate.isShut else { throw NVMeError.staleQueue(queue: id) }
        case .look(let atDevice):
            guard !gate.isShut else { throw NVMeError.staleQueue(queue: id) }
            if atDevice { try controller.checkHealth() }
            try deliver(core.pointee.expire(olderThan: controller.timeout), &session, &isInside)
        case .expired, .exhausted:
            try controller.checkHealth()
            let expired =
                turn == .exhausted ? core.pointee.expireAll() : core.pointee.expire(olderThan: controller.timeout)
            try deliver(expired, &session, &isInside)
            throw NVMeError.waitTimeout(queue: id, expected: expected, reaped: reaped)
        }
    }

    private func deliver(_ expired: [Reaped], _ session: inout WaitSession, _ isInside: inout Bool) throws {
        for reaped in expired { _ = try outsideGate(&isInside) { session.deliver(reaped) } }
    }
}
