import NVMeSpec

extension Namespace {
    /// Zone Management Send (Zoned Namespace Command Set 1.1 §3.4.3).
    ///
    /// - Parameters:
    ///   - action: what happens to the zone (ZSA).
    ///   - all: every zone instead of the one at `lba`.
    @discardableResult
    public func zoneManagementSend(
        _ queue: QueuePair, _ buffer: Buffer? = nil, lba: UInt64 = 0, action: ZoneSendAction, all: Bool = false,
        completion handler: CompletionHandler? = nil
    ) throws(NVMeError) -> QueuePair {
        var command = SubmissionQueueEntry(NVMOpcode.zoneManagementSend, nsid: id)
        command.startingLBA = lba
        var dword13 = ZoneManagementSendDword13()
        dword13.action = action
        dword13.selectAll = all
        command.cdw13 = dword13.rawValue
        return try send(queue, command, buffer, completion: handler)
    }

    /// Zone Management Receive (Zoned Namespace Command Set 1.1 §3.4.2): reports zones from `lba` on.
    ///
    /// - Parameters:
    ///   - size: bytes to receive, a multiple of 4; nil for the whole buffer.
    ///   - extended: with the descriptor extension behind each zone descriptor.
    ///   - filter: which zones to report. The state in a descriptor is a `ZoneState`, and numbered otherwise.
    ///   - partial: count only the zones that fit the buffer.
    @discardableResult
    public func zoneManagementReceive(
        _ queue: QueuePair, _ buffer: Buffer, lba: UInt64 = 0, size: Int? = nil, extended: Bool = true,
        filter: ZoneReportFilter = .all, partial: Bool = true, completion handler: CompletionHandler? = nil
    ) throws(NVMeError) -> QueuePair {
        let size = size ?? buffer.count / 4 * 4
        try requireDwords("zone report size", size)
        try require("zone report size", size, in: 4...Int(UInt32.max))
        var command = SubmissionQueueEntry(NVMOpcode.zoneManagementReceive, nsid: id)
        command.startingLBA = lba
        command.cdw12[as: NumberOfDwords.self].count = UInt32(size / 4 - 1)
        var dword13 = ZoneManagementReceiveDword13()
        dword13.action = extended ? .extendedReportZones : .reportZones
        dword13.filter = filter
        dword13.partialReport = partial
        command.cdw13 = dword13.rawValue
        return try send(queue, command, buffer, completion: handler)
    }
}
