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
    /// Whether the closures of asynchronous events run inside the waits of this channel.
    let deliversEvents: Bool

    /// Age at which the commands of this channel time out.
    public var timeout: Duration { inbox.timeout ?? controller.timeout }

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
        let lasting = LastingMemory.Told(command, buffer, pageSize: queue.pageSize, by: controller.function)
        if let address = transfer?.address, Self.createsQueue(command) {
            // A queue's memory is described by its base address alone, or by a PRP list that the script has built.
            command.prp1 = address
            transfer = nil
        }
        do {
            _ = try queue.submit(
                command, transfer: transfer, held: buffer, handler: handler, flags: isEvent ? .event : [],
                lasting: lasting, from: inbox)
        } catch .staleQueue {
            throw controller.staleQueue(0)
        }
    }

    var openQueue: AdminQueue {
        get throws(NVMeError) {
            if let admin { return admin }
            return try controller.openAdminQueue()
        }
    }

    private static func createsQueue(_ command: SubmissionQueueEntry) -> Bool {
        command.adminOpcode == .createIOSubmissionQueue || command.adminOpcode == .createIOCompletionQueue
    }

    /// Sends one more Asynchronous Event Request; each success sends itself again.
    func requestEvent(_ handler: CompletionHandler?) throws(NVMeError) {
        controller.events.remember(handler)
        try submit(SubmissionQueueEntry(AdminOpcode.asynchronousEventRequest), nil, handler: nil)
    }
}
