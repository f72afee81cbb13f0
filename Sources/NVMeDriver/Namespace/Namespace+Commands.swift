import NVMeSpec
import PCIExpress

extension Namespace {
    /// Sends any I/O command. A buffer is described whole by PRPs, or by an SGL where PSDT or the queue pair asks for one; without
    /// a buffer the data pointers are sent as they are. The command's own NSID is used.
    @discardableResult
    public func send(
        _ queue: QueuePair, _ command: SubmissionQueueEntry, _ buffer: Buffer? = nil, metadata: Buffer? = nil,
        completion handler: CompletionHandler? = nil
    ) throws(NVMeError) -> QueuePair {
        try checkFunction(of: queue)
        try queue.submit(
            command, transfer: buffer?.transfer(in: queue.memory), data: buffer, metadata: metadata, handler: handler)
        return queue
    }

    /// A queue pair of another device would reach the blocks there.
    @inline(__always)
    func checkFunction(of queue: QueuePair) throws(NVMeError) {
        if queue.controller !== controller { try checkForeign(queue) }
    }

    /// Another controller of the same function will do.
    @inline(never)
    private func checkForeign(_ queue: QueuePair) throws(NVMeError) {
        guard queue.memory !== controller.function.memory else { return }
        throw .invalidArgument(
            name: "queue pair", value: "of '\(queue.controller.address)'",
            limit: "'\(controller.address)', the device of namespace \(id)",
            fix: "make one with this namespace's controller")
    }

    /// Sends two commands as a fused pair (NVMe Base 2.0 §3.4.2): FUSE is set to 01b and 10b, the entries lie next to each other, and one
    /// doorbell tells of both. Each completes, and is waited for, on its own.
    ///
    /// Throws as `send` does, `queueFull` unless both fit; nothing is sent then.
    @discardableResult
    public func sendFused(
        _ queue: QueuePair, _ first: SubmissionQueueEntry, _ firstBuffer: Buffer?, _ second: SubmissionQueueEntry,
        _ secondBuffer: Buffer?, completion handler: CompletionHandler? = nil
    ) throws(NVMeError) -> QueuePair {
        try checkFunction(of: queue)
        try queue.submitFused(
            queue.half(first, .first, firstBuffer, handler), queue.half(second, .second, secondBuffer, handler))
        return queue
    }

    /// Compare and Write (NVM Command Set 1.0 §2.1.4), the fused pair of the NVM command set: writes unless the blocks differ.
    ///
    /// Both buffers are described whole. Two completions: of the Compare, then of the Write.
    @discardableResult
    public func compareAndWrite(
        _ queue: QueuePair, compare: Buffer, write: Buffer, lba: UInt64, count: Int = 1,
        completion handler: CompletionHandler? = nil
    ) throws(NVMeError) -> QueuePair {
        try sendFused(
            queue, try blockCommand(.compare, lba, count, []), compare, try blockCommand(.write, lba, count, []),
            write, completion: handler)
    }

    /// Flush (NVMe Base 2.0 §7.1).
    @discardableResult
    public func flush(
        _ queue: QueuePair, completion handler: CompletionHandler? = nil
    ) throws(NVMeError) -> QueuePair {
        try send(queue, SubmissionQueueEntry(NVMOpcode.flush, nsid: id), completion: handler)
    }

    /// Verify (NVM Command Set 1.0 §3.2.5).
    @discardableResult
    public func verify(
        _ queue: QueuePair, lba: UInt64, count: Int = 1, flags: IOFlags = [],
        completion handler: CompletionHandler? = nil
    ) throws(NVMeError) -> QueuePair {
        try send(queue, try blockCommand(.verify, lba, count, flags), completion: handler)
    }

    /// Write Zeroes (NVM Command Set 1.0 §3.2.8).
    @discardableResult
    public func writeZeroes(
        _ queue: QueuePair, lba: UInt64, count: Int = 1, flags: IOFlags = [],
        completion handler: CompletionHandler? = nil
    ) throws(NVMeError) -> QueuePair {
        try send(queue, try blockCommand(.writeZeroes, lba, count, flags), completion: handler)
    }

    /// Write Uncorrectable (NVM Command Set 1.0 §3.2.7).
    @discardableResult
    public func writeUncorrectable(
        _ queue: QueuePair, lba: UInt64, count: Int = 1, completion handler: CompletionHandler? = nil
    ) throws(NVMeError) -> QueuePair {
        try send(queue, try blockCommand(.writeUncorrectable, lba, count, []), completion: handler)
    }

    /// Dataset Management (NVM Command Set 1.0 §3.2.3) over ranges that `Buffer.setDSMRange` has written.
    ///
    /// - Parameters:
    ///   - rangeCount: 1...256.
    ///   - attributes: CDW11: bit 2 deallocate, bit 1 integral for write, bit 0 integral for read.
    @discardableResult
    public func datasetManagement(
        _ queue: QueuePair, _ buffer: Buffer, rangeCount: Int, attributes: UInt32 = 0b100,
        completion handler: CompletionHandler? = nil
    ) throws(NVMeError) -> QueuePair {
        try require("range count", rangeCount, in: 1...256)
        var command = SubmissionQueueEntry(NVMOpcode.datasetManagement, nsid: id)
        command.cdw10[as: DatasetManagementDword10.self].numberOfRanges = UInt8(rangeCount - 1)
        command.cdw11 = attributes
        return try send(queue, command, buffer, completion: handler)
    }

    /// Copy (NVM Command Set 1.0 §3.2.2) of source ranges in the buffer to `lba`.
    ///
    /// - Parameters:
    ///   - rangeCount: source ranges, 1...256.
    ///   - format: descriptor format, 0...15.
    @discardableResult
    public func copy(
        _ queue: QueuePair, _ buffer: Buffer, to lba: UInt64, rangeCount: Int, format: UInt8 = 0,
        completion handler: CompletionHandler? = nil
    ) throws(NVMeError) -> QueuePair {
        try require("range count", rangeCount, in: 1...256)
        try require("descriptor format", format, in: 0...15)
        var command = SubmissionQueueEntry(NVMOpcode.copy, nsid: id)
        command.startingLBA = lba
        command.cdw12[as: CopyDword12.self].numberOfRanges = UInt8(rangeCount - 1)
        command.cdw12[as: CopyDword12.self].descriptorFormat = format
        return try send(queue, command, buffer, completion: handler)
    }
}

extension QueuePair {
    /// One command of a fused pair, with data pointers as this queue pair builds them.
    fileprivate func half(
        _ command: SubmissionQueueEntry, _ fuse: FusedOperation, _ buffer: Buffer?, _ handler: CompletionHandler?
    ) throws(NVMeError) -> FusedHalf {
        var command = command
        command.fusedOperation = fuse
        if buffer != nil, command.dataTransfer == .prp { command.dataTransfer = dataTransfer }
        return FusedHalf(
            command: command, transfer: try buffer?.transfer(in: memory), held: buffer, handler: handler)
    }

    fileprivate func submitFused(_ first: FusedHalf, _ second: FusedHalf) throws(NVMeError) {
        try enter()
        defer { gate.leave() }
        try core.pointee.submitFused(first, second)
    }
}
