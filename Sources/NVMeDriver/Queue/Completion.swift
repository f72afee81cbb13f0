import NVMeSpec

/// What became of a command: the controller's answer, and the command itself.
///
/// In a test with a device under test, an error status that was handed over unjudged fails the test until somebody reads `status`,
/// `code`, `isSuccess`, `isTimeout` or `entry`, compares the completion, or says `acknowledge()`.
public struct Completion: Sendable, Acknowledgeable {
    /// The command as it was sent, command identifier and data pointers included.
    public let command: SubmissionQueueEntry
    /// The submission queue that the command was sent on.
    public let queueID: UInt16
    /// From submission to reaping; for a command that timed out, its age.
    public let latency: Duration
    private let answer: CompletionQueueEntry
    private let isStandIn: Bool
    /// Open until somebody looks; nil where nothing went wrong or nobody keeps a book.
    private var note: LedgerEntry?

    init(
        entry: CompletionQueueEntry, command: SubmissionQueueEntry, queueID: UInt16, latency: Duration,
        isTimeout: Bool = false
    ) {
        self.answer = entry
        self.command = command
        self.queueID = queueID
        self.latency = latency
        self.isStandIn = isTimeout
    }

    /// Nothing has completed yet.
    static let none = Completion(
        entry: CompletionQueueEntry(), command: SubmissionQueueEntry(), queueID: 0, latency: .zero)

    /// The completion queue entry as the controller wrote it; all ones for a command that timed out.
    public var entry: CompletionQueueEntry {
        note?.acknowledge()
        return answer
    }
    /// True for the stand-in of a command that grew older than `Controller.timeout`; the true completion may still come.
    public var isTimeout: Bool {
        note?.acknowledge()
        return isStandIn
    }
    public var status: Status { entry.status }
    /// Status code type and status code without the retry hints.
    public var code: StatusCode { entry.status.code }
    public var isSuccess: Bool { entry.status.isSuccess }
    /// The same for the driver, which is not the script that shall look.
    var succeeded: Bool { answer.status.isSuccess }
    /// Command-specific result.
    public var dw0: UInt32 { answer.dw0 }
    public var dw1: UInt32 { answer.dw1 }
    public var commandID: UInt16 { answer.commandID }

    /// Somebody knows how the command ended.
    public func acknowledge() { note?.acknowledge() }

    /// The same, for which an entry in the book stands open until somebody looks.
    func noted(as entry: LedgerEntry?) -> Completion {
        var noted = self
        noted.note = entry
        return noted
    }

    /// The same, written down as unseen when it is an error.
    func noted(in ledger: Ledger?, at place: ScriptLine) -> Completion {
        guard let ledger, !answer.status.isSuccess else { return self }
        var noted = self
        noted.note = ledger.note(.completion(self), at: place)
        return noted
    }
}

extension Completion: Equatable {
    public static func == (left: Completion, right: Completion) -> Bool {
        left.entry == right.entry && left.command == right.command && left.queueID == right.queueID
            && left.latency == right.latency && left.isTimeout == right.isTimeout
    }
}

extension Completion: CustomStringConvertible {
    /// The command and its status in words; to be told is not to look.
    public var description: String {
        isStandIn ? "\(commandText): no answer for \(latency)" : "\(commandText): \(statusText(answer.status))"
    }

    /// The command in words: name, opcode, queue, identifier, namespace, blocks.
    var commandText: String {
        "\(opcodeName(command.opcode, isAdmin: queueID == 0)) (\(hexByte(command.opcode))) on queue \(queueID),"
            + " command \(command.commandID), namespace \(command.nsid)\(blockText)"
    }

    /// Commands whose dwords 10 to 12 name a range of blocks.
    private static let blockCommands: Set<UInt8> = [
        NVMOpcode.read.rawValue, NVMOpcode.write.rawValue, NVMOpcode.compare.rawValue, NVMOpcode.verify.rawValue,
        NVMOpcode.writeZeroes.rawValue, NVMOpcode.writeUncorrectable.rawValue,
    ]

    private var blockText: String {
        guard queueID > 0, Self.blockCommands.contains(command.opcode) else { return "" }
        let count = Int(command.cdw12[as: ReadWriteDword12.self].blockCount) + 1
        return ", LBA \(command.startingLBA), \(count) block\(count == 1 ? "" : "s")"
    }
}

extension Array: Acknowledgeable where Element: Acknowledgeable {
    public func acknowledge() { for element in self { element.acknowledge() } }
}
