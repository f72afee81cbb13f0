import NVMeSpec

extension Namespace {
    /// Zone Management Send (Zoned Namespace Command Set 1.1 §3.4.3).
    ///
    /// - Parameters:
    ///   - action: ZSA: 1 close, 2 finish, 3 open, 4 reset, 5 offline, 10h set zone descriptor extension.
    ///   - all: every zone instead of the one at `lba`.
    @discardableResult
    public func zoneManagementSend(
        _ queue: QueuePair, _ buffer: Buffer? = nil, lba: UInt64 = 0, action: UInt8, all: Bool = false,
        completion handler: CompletionHandler? = nil
    ) throws(NVMeError) -> QueuePair {
        var command = SubmissionQueueEntry(NVMOpcode.zoneManagementSend, nsid: id)
        command.startingLBA = lba
        command.cdw13 = (all ? 1 << 8 : 0) | UInt32(action)
        return try send(queue, command, buffer, completion: handler)
    }

    /// Zone Management Receive (Zoned Namespace Command Set 1.1 §3.4.2): reports zones from `lba` on.
    ///
    /// - Parameters:
    ///   - size: bytes to receive, a multiple of 4; nil for the whole buffer.
    ///   - state: zone state to report; 0 for all.
    ///   - partial: count only the zones that fit the buffer.
    @discardableResult
    public func zoneManagementReceive(
        _ queue: QueuePair, _ buffer: Buffer, lba: UInt64 = 0, size: Int? = nil, extended: Bool = true,
        state: UInt8 = 0, partial: Bool = true, completion handler: CompletionHandler? = nil
    ) throws(NVMeError) -> QueuePair {
        let size = size ?? buffer.count / 4 * 4
        try requireDwords("zone report size", size)
        try require("zone report size", size, in: 4...Int(UInt32.max))
        var command = SubmissionQueueEntry(NVMOpcode.zoneManagementReceive, nsid: id)
        command.startingLBA = lba
        command.cdw12 = UInt32(size / 4 - 1)
        command.cdw13 = (partial ? 1 << 16 : 0) | UInt32(state) << 8 | (extended ? 1 : 0)
        return try send(queue, command, buffer, completion: handler)
    }
}
