import Glibc
import NVMeSpec
import PCIExpress

@testable import EmulatedSSD

/// Hands commands straight to the handlers of the command table: a namespace, host memory, and no queues.
final class CommandHarness {
    let controller: EmulatedController
    let namespace: EmulatedNamespace
    private let region: DMARegion
    private var memory: UnsafeMutableRawPointer { region.pointer }
    private(set) var request: Request
    let blockByteCount: Int

    /// I/O virtual address of the data buffer (1 MiB), and of the page behind it that holds PRP lists.
    var dataAddress: UInt64 { region.ioVirtualAddress }
    var listAddress: UInt64 { dataAddress + 1 << 20 }
    private static let memoryBytes = 2 << 20

    init(
        blockByteCount: Int = 512, blockCount: UInt64 = 1 << 20, kind: MediaKind = .sparse, deallocatedValue: UInt8 = 0
    ) {
        self.blockByteCount = blockByteCount
        guard let window = try? DMAWindow(),
            let region = try? DMAPool(owner: "harness", window: window).allocate(Self.memoryBytes),
            let controller = try? EmulatedController(map: DMAMap(window))
        else { preconditionFailure("no DMA memory for a test") }
        self.region = region
        self.controller = controller
        let capacity = blockCount * UInt64(blockByteCount)
        let media = Media(
            byteCapacity: capacity, kind: kind, memory: MediaMemory(budget: 64 << 20, spill: 0),
            deallocatedValue: deallocatedValue)
        namespace = EmulatedNamespace(
            nsid: 1, byteCapacity: capacity, formatIndex: 0, formats: [NamespaceFormat(dataBytes: blockByteCount)],
            media: media, unique: 1)
        request = Request(data: HostData())
    }

    deinit {
        request.data.deallocate()
    }

    /// The data buffer of every command.
    var buffer: UnsafeMutableRawBufferPointer { UnsafeMutableRawBufferPointer(start: memory, count: 1 << 20) }

    /// A command on `count` blocks whose PRPs name as much of the data buffer.
    func command(_ opcode: NVMOpcode, lba: UInt64, count: Int) -> SubmissionQueueEntry {
        var sqe = SubmissionQueueEntry(opcode: opcode.rawValue, nsid: 1)
        sqe.startingLBA = lba
        sqe.cdw12 = UInt32(truncatingIfNeeded: count - 1)
        aimData(&sqe, byteCount: count * blockByteCount)
        return sqe
    }

    func aimData(_ sqe: inout SubmissionQueueEntry, byteCount: Int) {
        sqe.prp1 = dataAddress
        sqe.prp2 = byteCount <= 8192 ? dataAddress + 4096 : listAddress
        let list = (memory + 1 << 20).assumingMemoryBound(to: UInt64.self)
        for page in 1..<256 { list[page - 1] = dataAddress + UInt64(page) * 4096 }
    }

    struct Answer: Equatable {
        var code: StatusCode
        var dw0: UInt32
    }

    @discardableResult
    func execute(_ sqe: SubmissionQueueEntry) -> Answer {
        request.sqe = sqe
        request.errorLBA = 0
        request.errorLocation = 0xFFFF
        guard let row = nvmCommandTable.first(where: { $0.opcode == sqe.opcode }) else {
            return Answer(code: .invalidOpcode, dw0: 0)
        }
        guard case .complete(let status, let dw0, _) = row.handler(&request, namespace, controller) else {
            return Answer(code: .internalError, dw0: 0)
        }
        return Answer(code: status.code, dw0: dw0)
    }

    @discardableResult
    func run(
        _ opcode: NVMOpcode, lba: UInt64 = 0, count: Int = 1, _ change: (inout SubmissionQueueEntry) -> Void = { _ in }
    ) -> StatusCode {
        var sqe = command(opcode, lba: lba, count: count)
        change(&sqe)
        return execute(sqe).code
    }

    /// Writes blocks that are filled with a byte.
    @discardableResult
    func write(_ byte: UInt8, lba: UInt64, count: Int = 1, forceUnitAccess: Bool = false) -> StatusCode {
        fillBuffer(byte)
        return run(.write, lba: lba, count: count) { if forceUnitAccess { $0.cdw12 |= 1 << 30 } }
    }

    func fillBuffer(_ byte: UInt8) {
        memset(memory, Int32(byte), 256 << 10)
    }

    /// The byte that fills a block; nil when it does not read, or is not uniform.
    func read(lba: UInt64) -> UInt8? {
        fillBuffer(0x5A)
        guard run(.read, lba: lba) == .success else { return nil }
        return buffer.prefix(blockByteCount).allSatisfy { $0 == buffer[0] } ? buffer[0] : nil
    }

    /// A Dataset Management command over ranges of starting block and length.
    func deallocate(_ ranges: [(lba: UInt64, count: UInt32)], attributes: UInt32 = 0b100) -> StatusCode {
        for (index, range) in ranges.enumerated() {
            putBytes(DSMRange(startingLBA: range.lba, blockCount: range.count).bytes, at: index * 16)
        }
        var sqe = SubmissionQueueEntry(opcode: NVMOpcode.datasetManagement.rawValue, nsid: 1)
        sqe.cdw10 = UInt32(ranges.count - 1)
        sqe.cdw11 = attributes
        aimData(&sqe, byteCount: ranges.count * 16)
        return execute(sqe).code
    }

    /// A Copy command.
    func copy(
        _ ranges: [(lba: UInt64, count: Int)], to lba: UInt64, _ change: (inout SubmissionQueueEntry) -> Void = { _ in }
    ) -> Answer {
        for (index, range) in ranges.enumerated() {
            let entry = CopyRange(startingLBA: range.lba, zeroBasedBlockCount: UInt16(range.count - 1))
            putBytes(entry.bytes, at: index * 32)
        }
        var sqe = SubmissionQueueEntry(opcode: NVMOpcode.copy.rawValue, nsid: 1)
        sqe.startingLBA = lba
        sqe.cdw12 = UInt32(ranges.count - 1)
        aimData(&sqe, byteCount: ranges.count * 32)
        change(&sqe)
        return execute(sqe)
    }

    private func putBytes(_ bytes: [UInt8], at offset: Int) {
        for (index, byte) in bytes.enumerated() { buffer[offset + index] = byte }
    }
}
