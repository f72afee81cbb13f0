import NVMeSpec

extension AdminCommands {
    /// Get Log Page (NVMe Base 2.0 §5.16).
    ///
    /// - Parameters:
    ///   - size: bytes to read, a multiple of 4; nil for the whole buffer.
    ///   - offset: first byte of the log page, a multiple of 4.
    ///   - specific: LSP, log specific field, 7 bits.
    ///   - identifier: LSI, log specific identifier.
    ///   - retain: RAE: the asynchronous event stays masked.
    @discardableResult
    public func getLogPage(
        _ page: LogPageIdentifier, _ buffer: Buffer, size: Int? = nil, offset: UInt64 = 0, nsid: UInt32 = .max,
        specific: UInt8 = 0, identifier: UInt16 = 0, retain: Bool = false, commandSet: UInt8 = 0,
        completion handler: CompletionHandler? = nil
    ) throws(NVMeError) -> Self {
        let size = size ?? buffer.count
        try requireDwords("log page size", size)
        try require("log page size", size, in: 4...Int(UInt32.max))
        guard offset & 0b11 == 0 else { throw misaligned("log page offset", "\(offset)") }
        var command = SubmissionQueueEntry(AdminOpcode.getLogPage, nsid: nsid)
        command.cdw10[as: GetLogPageDword10.self].page = page
        command.cdw10[as: GetLogPageDword10.self].specificParameter = specific
        command.cdw10[as: GetLogPageDword10.self].retainAsynchronousEvent = retain
        command.cdw11[as: GetLogPageDword11.self].specificIdentifier = identifier
        command.logPageDwords = UInt32(truncatingIfNeeded: size / 4 - 1)
        command.logPageOffset = offset
        command.cdw14[as: GetLogPageDword14.self].commandSet = CommandSetIdentifier(rawValue: commandSet)
        return try send(command, buffer, completion: handler)
    }
}

func requireDwords(_ name: String, _ byteCount: Int) throws(NVMeError) {
    guard byteCount & 0b11 == 0 else { throw misaligned(name, "\(byteCount)") }
}

func misaligned(_ name: String, _ value: String) -> NVMeError {
    .invalidArgument(name: name, value: value, limit: "dword aligned", fix: "use a multiple of 4")
}
