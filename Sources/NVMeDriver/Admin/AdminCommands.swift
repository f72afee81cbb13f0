import NVMeSpec

/// Who can send admin commands: the controller for the script, an `AdminChannel` for anybody who wants waits of their own.
///
/// Every verb submits and returns at once; `wait()` or `completion()` follows.
public protocol AdminCommands {
    /// Where the commands go.
    var adminChannel: AdminChannel { get }

    /// Sends any command. A buffer is described whole by PRPs, or by an SGL where PSDT asks for one; without a buffer the data
    /// pointers are sent as they are.
    ///
    /// Throws `queueFull`, `transferTooLarge`, `invalidArgument` for a misaligned buffer, `notInitialised`.
    @discardableResult
    func send(
        _ command: SubmissionQueueEntry, _ buffer: Buffer?, completion handler: CompletionHandler?
    ) throws(NVMeError) -> Self
}

extension AdminCommands {
    /// Sends any command without a buffer.
    @discardableResult
    public func send(
        _ command: SubmissionQueueEntry, completion handler: CompletionHandler? = nil
    ) throws(NVMeError) -> Self {
        try send(command, nil, completion: handler)
    }

    /// Sends one more Asynchronous Event Request (NVMe Base 2.0 §5.2), which each event sends again.
    ///
    /// - Parameter handler: called with each event, inside a wait; nil keeps the one given before.
    @discardableResult
    public func asynchronousEventRequest(_ handler: CompletionHandler? = nil) throws(NVMeError) -> Self {
        try adminChannel.requestEvent(handler)
        return self
    }

    /// Abort (NVMe Base 2.0 §5.1). Bit 0 of the completion's dword 0 is set when the command was not aborted.
    @discardableResult
    public func abort(
        _ commandID: UInt16, queue: UInt16 = 0, completion handler: CompletionHandler? = nil
    ) throws(NVMeError) -> Self {
        var command = SubmissionQueueEntry(AdminOpcode.abort)
        command.cdw10[as: AbortDword10.self].submissionQueueID = queue
        command.cdw10[as: AbortDword10.self].commandID = commandID
        return try send(command, nil, completion: handler)
    }
}

/// Throws `invalidArgument` unless the value lies in the range.
func require<Value: Comparable>(
    _ name: String, _ value: Value, in range: ClosedRange<Value>, fix: String = "choose one inside"
) throws(NVMeError) {
    guard range.contains(value) else {
        throw .invalidArgument(
            name: name, value: "\(value)", limit: "\(range.lowerBound)...\(range.upperBound)", fix: fix)
    }
}
