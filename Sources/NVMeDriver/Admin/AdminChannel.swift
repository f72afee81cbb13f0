import NVMeSpec

/// One submitter on the admin queue, with waits that count only its own commands.
///
/// `Controller` itself is the script's channel. A thread of its own, or a helper that must not disturb the commands that a
/// script has not waited for yet, makes another with `Controller.makeAdminChannel()`. It survives resets.
public struct AdminChannel: AdminCommands, Sendable {
    public let controller: Controller
    public var adminChannel: AdminChannel { self }
    let inbox: AdminInbox

    @discardableResult
    public func send(
        _ command: SubmissionQueueEntry, _ buffer: Buffer? = nil, completion handler: CompletionHandler? = nil
    ) throws(NVMeError) -> Self {
        try submit(command, buffer, handler: handler)
        return self
    }

    func submit(
        _ command: SubmissionQueueEntry, _ buffer: Buffer?, handler: CompletionHandler?
    ) throws(NVMeError) {
        var command = command
        var transfer = try buffer?.transfer()
        let isEvent = command.adminOpcode == .asynchronousEventRequest
        if let address = transfer?.address, Self.createsQueue(command) {
            // A queue's memory is described by its base address alone, or by a PRP list that the script has built.
            command.prp1 = address
            transfer = nil
        }
        _ = try controller.openAdminQueue().submit(
            command, transfer: transfer, held: buffer, handler: handler, flags: isEvent ? .event : [], from: inbox)
    }

    private static func createsQueue(_ command: SubmissionQueueEntry) -> Bool {
        command.adminOpcode == .createIOSubmissionQueue || command.adminOpcode == .createIOCompletionQueue
    }

    /// Sends one more Asynchronous Event Request; each success re-arms itself.
    func requestEvent(_ handler: CompletionHandler?) throws(NVMeError) {
        let remembered = inbox.rememberEventHandler(handler)
        let command = SubmissionQueueEntry(AdminOpcode.asynchronousEventRequest)
        try submit(command, nil, handler: remembered)
    }
}

extension AdminChannel {
    /// Waits for that many commands of this channel; see `QueuePair.wait`. Asynchronous events are delivered but not counted.
    @discardableResult
    public func wait(_ count: Int = 1) throws -> Completion {
        try reap(count, judges: true) { _ in }
        return inbox.latest
    }

    /// Waits for one command and hands over its completion unjudged.
    public func completion() throws -> Completion { try completions(1).first ?? .none }

    /// Waits for that many commands and hands over their completions unjudged.
    public func completions(_ count: Int) throws -> [Completion] {
        var completions: [Completion] = []
        try reap(count, judges: false) { completions.append($0) }
        return completions
    }

    private func reap(_ count: Int, judges: Bool, each: (Completion) -> Void) throws {
        guard !CallbackScope.isInside else { throw NVMeError.reentrantWait }
        guard count > 0 else { return }
        let queue = try controller.openAdminQueue()
        defer { controller.finishDeferredDeletions() }
        var remaining = count
        var eventsToArm = 0
        var session = controller.waitSession(judges: judges)
        var patience = controller.patience()
        while remaining > 0 {
            guard !queue.isShut else { throw NVMeError.staleQueue(queue: 0) }
            try queue.collect()
            guard let reaped = inbox.take(commands: true) else {
                try idle(queue, &patience, &session, expected: count, reaped: count - remaining)
                continue
            }
            if reaped.kind == .event, reaped.completion.isSuccess { eventsToArm += 1 }
            guard session.deliver(reaped) else { continue }
            remaining -= 1
            let completion = reaped.completion
            inbox.latest = completion
            each(completion)
        }
        while let event = inbox.take(commands: false) {
            if event.kind == .event, event.completion.isSuccess { eventsToArm += 1 }
            _ = session.deliver(event)
        }
        for _ in 0..<eventsToArm { try requestEvent(nil) }
        try session.finish()
    }

    private func idle(
        _ queue: AdminQueue, _ patience: inout Patience, _ session: inout WaitSession, expected: Int, reaped: Int
    ) throws {
        let turn = patience.turn()
        switch turn {
        case .again: return
        case .look(let atDevice):
            if atDevice { try controller.checkHealth() }
            queue.expire(olderThan: controller.timeout)
        case .expired, .exhausted:
            try controller.checkHealth()
            queue.expire(olderThan: turn == .exhausted ? nil : controller.timeout)
            while let late = inbox.take(commands: false) { _ = session.deliver(late) }
            throw NVMeError.waitTimeout(queue: 0, expected: expected, reaped: reaped)
        }
    }
}
