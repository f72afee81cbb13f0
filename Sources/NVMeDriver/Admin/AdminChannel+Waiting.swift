import NVMeSpec

extension AdminChannel {
    /// Waits for that many commands of this channel; see `QueuePair.wait`. Asynchronous events are delivered but not counted.
    @discardableResult
    public func wait(_ count: Int = 1, fileID: String = #fileID, line: Int = #line) throws -> Completion {
        try reap(count, judges: true, at: ScriptLine(fileID: fileID, line: line)) { _ in }
        return inbox.latest
    }

    /// Waits for one command and hands over its completion unjudged.
    public func completion(fileID: String = #fileID, line: Int = #line) throws -> Completion {
        try completions(1, fileID: fileID, line: line).first ?? .none
    }

    /// Waits for that many commands and hands over their completions unjudged.
    public func completions(_ count: Int, fileID: String = #fileID, line: Int = #line) throws -> [Completion] {
        var completions: [Completion] = []
        try reap(count, judges: false, at: ScriptLine(fileID: fileID, line: line)) { completions.append($0) }
        return completions
    }

    private func reap(_ count: Int, judges: Bool, at place: ScriptLine, each: (Completion) -> Void) throws {
        do {
            try reapInside(count, judges: judges, at: place, each: each)
        } catch {
            // The script hears that it waits in vain.
            if (error as? NVMeError)?.endsWaiting == true { inbox.acknowledge() }
            throw error
        }
    }

    private func reapInside(_ count: Int, judges: Bool, at place: ScriptLine, each: (Completion) -> Void) throws {
        guard !CallbackScope.isInside else { throw NVMeError.reentrantWait }
        guard count > 0 else { return }
        let queue = try openQueue
        defer { controller.finishDeferredDeletions() }
        var wait = AdminWait(
            queue: queue, channel: self, expected: count,
            session: controller.waitSession(judges: judges, limit: timeout, at: place),
            patience: controller.patience(timeout: timeout))
        while wait.remaining > 0 {
            guard !queue.isShut else { throw controller.staleQueue(0) }
            try queue.collect()
            if deliversEvents { controller.deliverEvents(to: &wait.session) }
            guard let reaped = inbox.take(commands: true) else {
                try wait.idle()
                continue
            }
            let lateCounts =
                reaped.kind == .late && queue.inTime(from: inbox) + inbox.answered < wait.remaining
            guard let completion = wait.session.deliver(reaped, lateCounts: lateCounts) else { continue }
            wait.progress()
            inbox.latest = completion
            each(completion)
        }
        while let late = inbox.take(commands: false) { _ = wait.session.deliver(late, lateCounts: false) }
        if deliversEvents { controller.deliverEvents(to: &wait.session) }
        try wait.session.finish()
    }
}

/// One wait of a channel: what is missing, and when to give up.
private struct AdminWait: ~Copyable {
    let queue: AdminQueue
    let channel: AdminChannel
    let expected: Int
    var session: WaitSession
    private var patience: Patience
    private(set) var remaining: Int
    private var end = GivingUp()
    /// False until the queue has been asked whether anything is outstanding, after each completion.
    private var isKnownToBeOutstanding = false
    /// A command timed out, and the others are not enough: the queue is looked at once more.
    private var isLastTurn = false

    init(
        queue: AdminQueue, channel: AdminChannel, expected: Int, session: WaitSession, patience: consuming Patience
    ) {
        self.queue = queue
        self.channel = channel
        self.expected = expected
        self.session = session
        self.patience = patience
        remaining = expected
    }

    private var controller: Controller { channel.controller }

    mutating func progress() {
        remaining -= 1
        isKnownToBeOutstanding = false
        isLastTurn = false
        end.cancel()
        patience.restart()
    }

    /// Spends a moment while there is nothing to deliver. Throws when nothing will come.
    mutating func idle() throws {
        if end.isGoingOn { return try goOnGivingUp() }
        try checkOutstanding()
        if session.firstTimeout != nil, controller.waitGrace == .zero,
            queue.inTime(from: channel.inbox) < remaining, channel.inbox.isEmpty
        {
            guard !isLastTurn else { throw timeout }
            isLastTurn = true
        }
        let turn = patience.turn()
        switch turn {
        case .again: return
        case .look(let atDevice):
            if atDevice { try controller.checkHealth() }
            queue.expire(olderThan: controller.timeout)
        case .expired, .exhausted: end.begin(all: turn == .exhausted)
        }
    }

    private mutating func goOnGivingUp() throws {
        try controller.checkHealth()
        switch end.next() {
        case .expire(let all):
            queue.expire(olderThan: all ? nil : controller.timeout)
            _ = patience.turn()
        case .giveUp: throw timeout
        }
    }

    /// A script that listens for events may send commands when one comes, so its wait can end.
    private mutating func checkOutstanding() throws {
        guard !isKnownToBeOutstanding else { return }
        isKnownToBeOutstanding = true
        // In this order: another thread may have collected the command since this one looked.
        guard channel.inbox.outstanding == 0, channel.inbox.isEmpty else { return }
        let listens = channel.deliversEvents && controller.events.hasHandler && queue.outstandingEvents > 0
        guard !listens else { return }
        throw nothing
    }

    private var nothing: NVMeError {
        session.told(
            .nothingOutstanding(queue: 0, expected: expected, reaped: expected - remaining, at: session.place))
    }

    private var timeout: NVMeError {
        guard let late = session.firstTimeout ?? queue.oldest(from: channel.inbox) else { return nothing }
        return session.told(session.timeoutError(late))
    }
}
