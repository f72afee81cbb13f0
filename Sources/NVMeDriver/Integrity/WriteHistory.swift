import CNVMeHost
import Glibc

/// The latest 65,536 blocks that were written, by token: only there to tell what went wrong when something did.
///
/// Unsafe inside: a record lies at the token's low bits. Queues write different tokens at the same time; a record that was
/// overwritten in the middle of reading is told by its token.
struct WriteHistory: @unchecked Sendable {
    static let capacity = 1 << 16
    static let recordByteCount = 64
    static let sampleCount = 8

    /// One written block. Samples are 4 bytes from each eighth of its data.
    struct Record: Equatable {
        var token: UInt64
        var lba: UInt64
        var crc: UInt32
        /// Place of the block in its write, and blocks behind it.
        var index: UInt16
        var following: UInt16
        var samples: [UInt32]
    }

    private let base: UnsafeMutableRawPointer?

    init() {
        let memory = mmap(
            nil, Self.capacity * Self.recordByteCount, PROT_READ | PROT_WRITE,
            MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0)
        base = memory == MAP_FAILED ? nil : memory
    }

    func deallocate() {
        if let base { munmap(base, Self.capacity * Self.recordByteCount) }
    }

    /// Distance between samples: a sector of 512 bytes, or more for blocks beyond 4096 bytes.
    static func sampleDistance(_ blockByteCount: Int) -> Int { max(512, blockByteCount / sampleCount) }

    /// First byte of a sample: behind the LBA stamp where the sector begins the block.
    @inline(__always)
    private static func samplePlace(_ index: Int, _ distance: Int) -> Int { index &* distance &+ 16 }

    @inline(__always)
    func record(
        _ block: UnsafeRawPointer, byteCount: Int, token: UInt64, lba: UInt64, crc: UInt32, index: Int, following: Int
    ) {
        guard let base else { return }
        let place = base + Int(token & UInt64(Self.capacity &- 1)) &* Self.recordByteCount
        nvme_store64(place, token)
        nvme_store64(place + 8, lba)
        nvme_store32(place + 16, crc)
        nvme_store32(
            place + 20,
            UInt32(UInt16(truncatingIfNeeded: index)) | UInt32(UInt16(truncatingIfNeeded: following)) << 16)
        guard byteCount > 512 else { return }
        let distance = Self.sampleDistance(byteCount)
        for sample in 0..<Swift.min(Self.sampleCount, byteCount / distance) {
            let value = block.loadUnaligned(fromByteOffset: Self.samplePlace(sample, distance), as: UInt32.self)
            nvme_store32(place + 24 + sample &* 4, value)
        }
    }

    subscript(token: UInt64) -> Record? {
        guard let base, token != 0 else { return nil }
        let place = base + Int(token & UInt64(Self.capacity - 1)) * Self.recordByteCount
        guard nvme_load64(place) == token else { return nil }
        let packed = nvme_load32(place + 20)
        let record = Record(
            token: token, lba: nvme_load64(place + 8), crc: nvme_load32(place + 16),
            index: UInt16(truncatingIfNeeded: packed), following: UInt16(truncatingIfNeeded: packed >> 16),
            samples: (0..<Self.sampleCount).map { nvme_load32(place + 24 + $0 * 4) })
        nvme_acquire_fence()
        return nvme_load64(place) == token ? record : nil
    }

    /// The samples of a block that was read.
    static func samples(_ block: UnsafeRawPointer, byteCount: Int) -> [UInt32] {
        guard byteCount > 512 else { return [] }
        let distance = sampleDistance(byteCount)
        return (0..<Swift.min(sampleCount, byteCount / distance)).map {
            block.loadUnaligned(fromByteOffset: samplePlace($0, distance), as: UInt32.self)
        }
    }
}
