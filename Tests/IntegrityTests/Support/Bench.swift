import NVMeSpec
import PCIExpress

@testable import NVMeDriver

/// A queue's integrity without queue and device: the test says what was sent and how it completed.
final class Bench {
    let table: IntegrityTable
    let directory = IntegrityDirectory()
    var queue: QueueIntegrity
    let blockSize: Int
    private var buffers: [UnsafeMutableRawPointer] = []

    init(
        level: VerificationLevel = .checksums, blockCount: UInt64 = 4096, blockSize: Int = 512,
        table: IntegrityTable? = nil
    ) throws {
        self.blockSize = blockSize
        self.table =
            try table
            ?? IntegrityTable(
                namespaceID: 1, blockCount: blockCount, layout: BlockLayout(dataByteCount: blockSize),
                tokens: TokenCounter())
        self.table.level = level
        // As after a format: what nobody has written reads as nothing.
        self.table.toleratesAnything = false
        directory.set(self.table, for: 1)
        queue = QueueIntegrity(capacity: 64, chunk: 16, directory: directory)
    }

    deinit { for buffer in buffers { buffer.deallocate() } }

    /// Zeroed memory for so many blocks.
    func data(_ blocks: Int = 1, seed: UInt64 = 0) -> UnsafeMutableRawPointer {
        let buffer = UnsafeMutableRawPointer.allocate(byteCount: blocks * blockSize, alignment: 4096)
        buffers.append(buffer)
        var random = SeededGenerator(seed: seed)
        for offset in stride(from: 0, to: blocks * blockSize, by: 8) {
            buffer.storeBytes(of: seed == 0 ? 0 : random.next(), toByteOffset: offset, as: UInt64.self)
        }
        return buffer
    }

    func command(_ opcode: NVMOpcode, _ lba: UInt64 = 0, _ count: Int = 1) -> SubmissionQueueEntry {
        var command = SubmissionQueueEntry(opcode: opcode.rawValue, nsid: 1)
        command.startingLBA = lba
        command.cdw12 = UInt32(count - 1)
        return command
    }

    @discardableResult
    func send(
        _ slot: UInt16, _ command: SubmissionQueueEntry, _ data: UnsafeMutableRawPointer? = nil, byteCount: Int? = nil,
        stamps: Bool = true
    ) -> Bool {
        let size = byteCount ?? blockSize * (Int(command.cdw12 & 0xFFFF) + 1)
        return queue.admit(slot, command, data: data, byteCount: data == nil ? 0 : size, stamps: stamps)
    }

    @discardableResult
    func complete(_ slot: UInt16, _ code: StatusCode = .success) -> Bool {
        var entry = CompletionQueueEntry()
        entry.commandID = slot
        entry.status = Status(code)
        return queue.complete(slot, entry)
    }

    /// A write that succeeds; returns its data.
    @discardableResult
    func write(
        _ lba: UInt64, _ count: Int = 1, seed: UInt64 = 1, stamps: Bool = true, forced: Bool = false
    ) -> UnsafeMutableRawPointer {
        let bytes = data(count, seed: seed)
        var command = command(.write, lba, count)
        if forced { command.cdw12 |= 1 << 30 }
        send(0, command, bytes, byteCount: count * blockSize, stamps: stamps)
        complete(0)
        return bytes
    }

    /// Any command that completes with a status.
    func run(
        _ command: SubmissionQueueEntry, _ data: UnsafeMutableRawPointer? = nil, byteCount: Int = 4096,
        _ code: StatusCode = .success
    ) {
        _ = queue.admit(0, command, data: data, byteCount: data == nil ? 0 : byteCount, stamps: false)
        complete(0, code)
    }

    /// Whether a successful read that brings this data passes.
    func reads(_ lba: UInt64, _ data: UnsafeMutableRawPointer, _ count: Int = 1) -> Bool {
        let buffer = self.data(count)
        send(1, command(.read, lba, count), buffer, byteCount: count * blockSize)
        buffer.copyMemory(from: data, byteCount: count * blockSize)
        return complete(1)
    }

    /// The same for a read that moves only some of the blocks; the others stay as they are in the host's buffer.
    func reads(_ lba: UInt64, into buffer: UnsafeMutableRawPointer, _ count: Int, moving blocks: Range<Int>) -> Bool {
        let data = copy(buffer, count)
        send(1, command(.read, lba, count), buffer, byteCount: count * blockSize)
        for block in blocks {
            (buffer + block * blockSize).copyMemory(from: data + block * blockSize, byteCount: blockSize)
        }
        return complete(1)
    }

    /// A read that fails its check: the report of its first block.
    func report(_ lba: UInt64, _ data: UnsafeMutableRawPointer, _ count: Int = 1) -> MismatchReport? {
        reads(lba, data, count) ? nil : table.mismatches.last { $0.lba >= lba }
    }

    func copy(_ source: UnsafeMutableRawPointer, _ count: Int = 1) -> UnsafeMutableRawPointer {
        let target = data(count)
        target.copyMemory(from: source, byteCount: count * blockSize)
        return target
    }
}
