import NVMeSpec
import PCIExpress

extension Namespace {
    /// Read (NVM Command Set 1.0 §3.2.4): exactly `count` blocks into the buffer.
    ///
    /// - Parameters:
    ///   - count: blocks, 1...65,536.
    ///   - metadata: a buffer for metadata that is transferred separately.
    ///
    /// Throws `invalidArgument` for the count or a buffer whose `size` is too small, `transferTooLarge`, `queueFull`,
    /// `staleQueue`.
    @discardableResult
    public func read(
        _ queue: QueuePair, _ buffer: Buffer, lba: UInt64, count: Int = 1, flags: IOFlags = [],
        metadata: Buffer? = nil, cdw13: UInt32 = 0, cdw14: UInt32 = 0, cdw15: UInt32 = 0,
        completion handler: CompletionHandler? = nil
    ) throws(NVMeError) -> QueuePair {
        var command = try blockCommand(.read, lba, count, flags)
        command.cdw13 = cdw13
        command.cdw14 = cdw14
        command.cdw15 = cdw15
        return try move(command, queue, buffer, count, metadata, handler)
    }

    /// Write (NVM Command Set 1.0 §3.2.6): exactly `count` blocks from the buffer. Parameters and errors as for `read`.
    @discardableResult
    public func write(
        _ queue: QueuePair, _ buffer: Buffer, lba: UInt64, count: Int = 1, flags: IOFlags = [],
        metadata: Buffer? = nil, cdw13: UInt32 = 0, cdw14: UInt32 = 0, cdw15: UInt32 = 0,
        completion handler: CompletionHandler? = nil
    ) throws(NVMeError) -> QueuePair {
        var command = try blockCommand(.write, lba, count, flags)
        command.cdw13 = cdw13
        command.cdw14 = cdw14
        command.cdw15 = cdw15
        return try move(command, queue, buffer, count, metadata, handler)
    }

    /// Compare (NVM Command Set 1.0 §3.2.1). Like every generic command, it describes the whole `size` of the buffer.
    @discardableResult
    public func compare(
        _ queue: QueuePair, _ buffer: Buffer, lba: UInt64, count: Int = 1, flags: IOFlags = [],
        metadata: Buffer? = nil, completion handler: CompletionHandler? = nil
    ) throws(NVMeError) -> QueuePair {
        try send(queue, try blockCommand(.compare, lba, count, flags), buffer, metadata: metadata, completion: handler)
    }

    @inline(__always)
    private func move(
        _ command: SubmissionQueueEntry, _ queue: QueuePair, _ buffer: Buffer, _ count: Int, _ metadata: Buffer?,
        _ handler: CompletionHandler?
    ) throws(NVMeError) -> QueuePair {
        try checkFunction(of: queue)
        let transfer = try buffer.transfer(in: queue.memory, limitedTo: count &* transferSize)
        if metadata == nil {
            try queue.submitData(command, transfer: transfer, held: buffer, handler: handler)
        } else {
            try queue.submit(
                command, transfer: transfer, data: buffer, metadata: metadata, handler: handler, stamps: true)
        }
        return queue
    }

    /// A command about a range of blocks. Throws `invalidArgument` unless the count is 1...65,536.
    @inline(__always)
    func blockCommand(
        _ opcode: NVMOpcode, _ lba: UInt64, _ count: Int, _ flags: IOFlags
    ) throws(NVMeError) -> SubmissionQueueEntry {
        guard count >= 1, count <= 65_536 else { throw Self.badCount(count) }
        var command = SubmissionQueueEntry(opcode: opcode.rawValue, nsid: id)
        command.startingLBA = lba
        command.cdw12[as: ReadWriteDword12.self].control = flags.rawValue
        command.cdw12[as: ReadWriteDword12.self].blockCount = UInt16(truncatingIfNeeded: count &- 1)
        return command
    }

    @inline(never)
    private static func badCount(_ count: Int) -> NVMeError {
        .invalidArgument(
            name: "lba count", value: "\(count)", limit: "1...65536 (exceed lba count limit)",
            fix: "split the command")
    }
}

extension QueuePair {
    /// The hot path: data pointers as this queue pair builds them.
    @inline(__always)
    func submitData(
        _ command: SubmissionQueueEntry, transfer: Transfer, held: (any DMAHolder)?, handler: CompletionHandler?
    ) throws(NVMeError) {
        var command = command
        command.cdw0 |= UInt32(dataTransfer.rawValue & 0b11) << 14
        try submit(command, transfer: transfer, held: held, handler: handler, stamps: true)
    }

    /// Sends a command with a data and a metadata buffer, both held until the completion.
    func submit(
        _ command: SubmissionQueueEntry, transfer: Transfer?, data: Buffer?, metadata: Buffer?,
        handler: CompletionHandler?, stamps: Bool = false
    ) throws(NVMeError) {
        var command = command
        if transfer != nil, command.dataTransfer == .prp { command.dataTransfer = dataTransfer }
        var held: (any DMAHolder)? = data
        if let metadata {
            command.metadataPointer = try metadata.transfer(in: memory).address
            held = BufferPair(data: data, metadata: metadata)
        }
        try submit(command, transfer: transfer, held: held, handler: handler, stamps: stamps)
    }
}

/// Holds two buffers as one.
private final class BufferPair: DMAHolder {
    let data: Buffer?
    let metadata: Buffer

    init(data: Buffer?, metadata: Buffer) {
        self.data = data
        self.metadata = metadata
    }

    func lend(to lease: DMALease) {
        data?.lend(to: lease)
        metadata.lend(to: lease)
    }
}
