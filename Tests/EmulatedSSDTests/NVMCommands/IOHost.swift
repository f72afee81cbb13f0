import NVMeSpec
import PCIExpress

@testable import EmulatedSSD

/// A raw host with one I/O queue pair and one data buffer, for commands whose way through the queue matters.
struct IOHost {
    let host: RawHost
    let queue: RawQueue
    let data: DMARegion

    init(_ profile: SSDProfile = RawHost.profile()) throws {
        host = try RawHost(profile)
        queue = try host.makeQueue(1)
        data = try host.buffer(64 << 10)
    }

    /// A command on blocks of 512 bytes, with the first page of the buffer as its data.
    func command(_ opcode: NVMOpcode, lba: UInt64 = 0, count: Int = 1, fused: FusedOperation = .normal)
        -> SubmissionQueueEntry
    {
        var command = SubmissionQueueEntry(opcode: opcode.rawValue, nsid: 1)
        command.startingLBA = lba
        command.cdw12 = UInt32(count - 1)
        command.prp1 = data.ioVirtualAddress
        command.fusedOperation = fused
        return command
    }

    func code(
        _ opcode: NVMOpcode, lba: UInt64 = 0, count: Int = 1, _ change: (inout SubmissionQueueEntry) -> Void = { _ in }
    ) throws -> StatusCode {
        var command = command(opcode, lba: lba, count: count)
        change(&command)
        return try host.code(command, on: queue)
    }

    func fill(_ byte: UInt8) {
        for offset in 0..<4096 { data.store(byte, at: offset) }
    }

    func write(_ byte: UInt8, lba: UInt64, count: Int = 1) throws {
        fill(byte)
        guard try code(.write, lba: lba, count: count) == .success else { throw HarnessError.noCompletion }
    }

    func read(lba: UInt64) throws -> UInt8? {
        fill(0x5A)
        return try code(.read, lba: lba) == .success ? data.load(0) : nil
    }

    /// Both commands under one doorbell write; their status codes in order.
    func pair(_ first: SubmissionQueueEntry, _ second: SubmissionQueueEntry) throws -> [StatusCode?] {
        try host.submit(first, to: queue, ring: false)
        try host.submit(second, to: queue)
        return try [host.completion(on: queue)?.status.code, host.completion(on: queue)?.status.code]
    }
}
