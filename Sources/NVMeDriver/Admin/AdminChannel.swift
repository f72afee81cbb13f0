import NVMeSpec
import PCIExpress

/// One submitter on the admin queue, with waits that count only its own commands.
///
/// `Controller` itself is the script's channel. A thread of its own, or a helper that must not disturb the commands that a
/// script has not waited for yet, makes another with `Controller.makeAdminChannel()`. It survives resets.
public struct AdminChannel: AdminCommands, Sendable {
    public let controller: Controller
    public var adminChannel: AdminChannel { self }
    let inbox: AdminInbox
    /// The only admin queue to use, for commands that mean something else after a reset; nil for the one there is.
    let admin: AdminQueue?

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
        let queue = try openQueue
        var transfer = try buffer?.transfer(in: controller.function.memory)
        let isEvent = command.adminOpcode == .asynchronousEventRequest
        if let address = transfer?.address, let buffer, Self.createsQueue(command) {
            // A queue's memory is described by its base address alone, or by a PRP list that the script has built.
            command.prp1 = address
            transfer = nil
            // And it is the device's for longer than the command lasts.
            queue.lend(buffer)
        }
        _ = try queue.submit(
            command, transfer: transfer, held: buffer, handler: handler, flags: isEvent ? .event : [], from: inbox)
    }

    private var openQueue: AdminQueue {
        get throws(NVMeError) {
            if let admin { return admin }
            return try controller.openAdminQueue()
        }
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
        let queue = try openQueue
        defer { controller.finishDeferredDeletions() }
        var remaining = count
        var eventsToArm = 0
        // Whatever ends this wait: an event that was delivered is asked for again.
        defer { for _ in 0..<eventsToArm { try? requestEvent(nil) } }
        var session = controller.waitSession(judges: judges)
        var patience = controller.patience()
        while remaining > 0 {
            guard !queue.isShut else { throw NVMeError.staleQueue(queue: 0) }
            try queue.collect()
            guard let reaped = inbox.take(commands: true) else {
                try idle(queue, &patience, &session, &eventsToArm, expected: count, reaped: count - remaining)
                continue
            }
            if reaped.kind == .event, reaped.completion.isSuccess { eventsToArm += 1 }
            guard session.deliver(reaped) else { continue }
            remaining -= 1
            let completion = reaped.completion
            inbox.latest = completion
            each(completion)
        }
        deliverEvents(&session, &eventsToArm)
        try session.finish()
    }

    private func deliverEvents(_ session: inout WaitSession, _ eventsToArm: inout Int) {
        while let event = inbox.take(commands: false) {
            if event.kind == .event, event.completion.isSuccess { eventsToArm += 1 }
            _ = session.deliver(event)
        }
    }

    private func idle(
        _ queue: AdminQueue, _ patience: inout Patience, _ session: inout WaitSession, _ eventsToArm: inout Int,
        expected: Int, reaped: Int
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
            deliverEvents(&session, &eventsToArm)
            throw NVMeError.waitTimeout(queue: 0, expected: expected, reaped: reaped)
        }
    }
}
