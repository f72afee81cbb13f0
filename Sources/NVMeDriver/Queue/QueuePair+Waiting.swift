import NVMeSpec

extension QueuePair {
    /// Waits until that many commands of this queue have completed, and runs their completion closures in that order.
    ///
    /// Reaps no more than asked for; a command that a closure submits counts as one more. Returns the completion reaped last.
    /// Asynchronous events of the controller that have come meanwhile are delivered. The late answer to a command that an earlier wait
    /// has given up counts only where fewer other commands are outstanding than are waited for; otherwise it is a warning.
    ///
    /// After all were reaped, throws the first of: `status` for an error status, `commandTimeout`, `unexpectedCompletion`, what
    /// a closure threw. Throws at once `commandTimeout` when a command is too old and the others are not enough,
    /// `nothingOutstanding` when nothing can come, `removed` or `controllerFatal` when the device is gone, `staleQueue` after a
    /// reset, `reentrantWait` inside a completion closure.
    @discardableResult
    public func wait(_ count: Int = 1, fileID: String = #fileID, line: Int = #line) throws -> Completion {
        try reap(count, judges: true, at: ScriptLine(fileID: fileID, line: line), each: nil)
        return core.pointee.latestCompletion
    }

    /// Waits for one command and hands over its completion unjudged: an error status is not thrown.
    public func completion(fileID: String = #fileID, line: Int = #line) throws -> Completion {
        try completions(1, fileID: fileID, line: line).first ?? .none
    }

    /// Waits for that many commands and hands over their completions unjudged, in the order in which they were reaped.
    public func completions(_ count: Int, fileID: String = #fileID, line: Int = #line) throws -> [Completion] {
        var completions: [Completion] = []
        try reap(count, judges: false, at: ScriptLine(fileID: fileID, line: line)) { completions.append($0) }
        return completions
    }

    private func reap(_ count: Int, judges: Bool, at place: ScriptLine, each: ((Completion) -> Void)?) throws {
        guard !CallbackScope.isInside else { throw NVMeError.reentrantWait }
        do {
            try reapInside(count, judges: judges, at: place, each: each)
        } catch {
            controller.finishDeferredDeletions()
            // The script hears that it waits in vain.
            if controller.ledger != nil, (error as? NVMeError)?.endsWaiting == true { acknowledge() }
            throw error
        }
        try controller.deliverNews(from: controller.finishDeferredDeletions(), at: place)
    }

    private func reapInside(_ count: Int, judges: Bool, at place: ScriptLine, each: ((Completion) -> Void)?) throws {
        try enter()
        var isInside = true
        defer { if isInside { gate.leave() } }
        if core.pointee.holdsBack { try core.pointee.sendHeldBack() }
        // The common case first: everything is a success and nobody listens.
        var remaining = max(count, 0)
        if each == nil { remaining -= core.pointee.reapPlain(remaining) }
        if remaining > 0 {
            var wait = PairWait(
                pair: self, expected: count, remaining: remaining,
                session: controller.waitSession(judges: judges, at: place), patience: controller.patience())
            // Handlers may delete the queue or reset the controller: then others have the gate.
            defer { isInside = wait.isInside }
            try wait.run(each)
        }
        try core.pointee.ringCompletion()
    }
}

/// One wait of a queue pair that has to look at completions one by one.
private struct PairWait: ~Copyable {
    private let pair: QueuePair
    private let expected: Int
    private var remaining: Int
    private var session: WaitSession
    private var patience: Patience
    private var end = GivingUp()
    /// A command timed out, and the others are not enough: the queue is looked at once more.
    private var isLastTurn = false
    /// Whether this thread has the queue's gate.
    private(set) var isInside = true

    init(pair: QueuePair, expected: Int, remaining: Int, session: WaitSession, patience: consuming Patience) {
        self.pair = pair
        self.expected = expected
        self.remaining = remaining
        self.session = session
        self.patience = patience
    }

    private var controller: Controller { pair.controller }

    mutating func run(_ each: ((Completion) -> Void)?) throws {
        var inventions = 0
        while remaining > 0 {
            if each == nil {
                let reaped = pair.core.pointee.reapPlain(remaining)
                if reaped > 0 { progress(reaped) }
                if remaining == 0 { break }
            }
            if let reaped = pair.core.pointee.reapOne() {
                if let completion = try deliver(reaped) {
                    progress(1)
                    each?(completion)
                }
                // A device that never stops inventing completions must still reach the deadline.
                if reaped.kind == .unexpected { inventions += 1 }
                if inventions & 1023 != 1023 { continue }
            }
            if pair.core.pointee.holdsBack { try pair.core.pointee.sendHeldBack() }
            try pair.core.pointee.ringCompletion()
            try idle()
        }
        try pair.core.pointee.ringCompletion()
        try session.finish()
    }

    private mutating func progress(_ count: Int) {
        remaining -= count
        isLastTurn = false
        end.cancel()
        patience.restart()
    }

    /// Handlers may submit to this queue, or ask for its deletion.
    private mutating func deliver(_ reaped: Reaped) throws -> Completion? {
        let lateCounts = reaped.kind == .late && pair.core.pointee.slots.awaited(inTime: true).count < remaining
        pair.gate.leave()
        isInside = false
        let completion = session.deliver(reaped, lateCounts: lateCounts)
        try pair.enter()
        isInside = true
        return completion
    }

    private mutating func idle() throws {
        guard !pair.gate.isShut else { throw controller.staleQueue(pair.id) }
        if end.isGoingOn { return try goOnGivingUp() }
        let outstanding = pair.core.pointee.slots.outstanding
        guard outstanding > 0 else { throw nothing }
        if session.firstTimeout != nil, controller.waitGrace == .zero,
            pair.core.pointee.slots.awaited(inTime: true).count < remaining
        {
            guard !isLastTurn else { throw timeout }
            isLastTurn = true
        }
        let turn = patience.turn()
        switch turn {
        case .again: return
        case .look(let atDevice):
            if atDevice { try controller.checkHealth() }
            try expire(all: false)
            try deliverNews()
        case .expired, .exhausted: end.begin(all: turn == .exhausted)
        }
    }

    private mutating func goOnGivingUp() throws {
        try controller.checkHealth()
        switch end.next() {
        case .expire(let all):
            try expire(all: all)
            _ = patience.turn()
        case .giveUp: throw timeout
        }
    }

    private mutating func expire(all: Bool) throws {
        let expired =
            all ? pair.core.pointee.expireAll() : pair.core.pointee.expire(olderThan: controller.timeout)
        for reaped in expired { _ = try deliver(reaped) }
    }

    /// A long wait must not hold the events of the controller back.
    private mutating func deliverNews() throws {
        guard let admin = controller.openState.admin, admin.hasNews || !controller.events.isEmpty else { return }
        pair.gate.leave()
        isInside = false
        try controller.deliverNews(from: admin, at: session.place)
        try pair.enter()
        isInside = true
    }

    private var nothing: NVMeError {
        session.told(
            .nothingOutstanding(queue: pair.id, expected: expected, reaped: expected - remaining, at: session.place))
    }

    private var timeout: NVMeError {
        let core = pair.core
        let oldest = core.pointee.slots.awaited().map { core.pointee.standIn($0) }.max { $0.latency < $1.latency }
        guard let late = session.firstTimeout ?? oldest else { return nothing }
        return session.told(session.timeoutError(late))
    }
}
