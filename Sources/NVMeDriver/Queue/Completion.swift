import NVMeSpec

/// What became of a command: the controller's answer, and the command itself.
public struct Completion: Sendable, Equatable {
    /// The completion queue entry as the controller wrote it; all ones for a command that timed out.
    public let entry: CompletionQueueEntry
    /// The command as it was sent, command identifier and data pointers included.
    public let command: SubmissionQueueEntry
    /// The submission queue that the command was sent on.
    public let queueID: UInt16
    /// From submission to reaping.
    public let latency: Duration
    /// True for the stand-in of a command that grew older than `Controller.timeout`; the true completion may still come.
    public let isTimeout: Bool

    init(
        entry: CompletionQueueEntry, command: SubmissionQueueEntry, queueID: UInt16, latency: Duration,
        isTimeout: Bool = false
    ) {
        self.entry = entry
        self.command = command
        self.queueID = queueID
        self.latency = latency
        self.isTimeout = isTimeout
    }

    /// Nothing has completed yet.
    static let none = Completion(
        entry: CompletionQueueEntry(), command: SubmissionQueueEntry(), queueID: 0, latency: .zero)

    public var status: Status { entry.status }
    /// Status code type and status code without the retry hints.
    public var code: StatusCode { entry.status.code }
    public var isSuccess: Bool { entry.status.isSuccess }
    /// Command-specific result.
    public var dw0: UInt32 { entry.dw0 }
    public var dw1: UInt32 { entry.dw1 }
    public var commandID: UInt16 { entry.commandID }
}

extension Completion: CustomStringConvertible {
    /// The command and its status in words.
    public var description: String { "\(commandText): \(statusText(status))" }

    /// The command in words: name, opcode, queue, identifier, namespace.
    var commandText: String {
        "\(opcodeName(command.opcode, isAdmin: queueID == 0)) (\(hexByte(command.opcode))) on queue \(queueID),"
            + " command \(command.commandID), namespace \(command.nsid)"
    }
}
