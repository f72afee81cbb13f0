import CNVMeHost
import Glibc
import PCIExpress

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

    private let base: UnsafeMutableRawPointer
    private static let byteCount = capacity * recordByteCount

    /// Throws `outOfMemory`: without the history there is no telling which old version of a block is legal.
    init() throws(PCIeError) {
        let memory = mmap(
            nil, Self.byteCount, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0)
        guard let memory, memory != MAP_FAILED else { throw .outOfMemory(requested: Self.byteCount, available: 0) }
        base = memory
    }

    func deallocate() { munmap(base, Self.byteCount) }

    /// Distance between samples: a sector of 512 bytes, or more for blocks beyond 4096 bytes.
    static func sampleDistance(_ blockByteCount: Int) -> Int { max(512, blockByteCount / sampleCount) }

    /// First byte of a sample: behind the LBA stamp where the sector begins the block.
    @inline(__always)
    private static func samplePlace(_ index: Int, _ distance: Int) -> Int { index &* distance &+ 16 }

    @inline(__always)
    func record(
        _ block: UnsafeRawPointer, byteCount: Int, token: UInt64, lba: UInt64, crc: UInt32, index: Int, following: Int,
        isForced: Bool, previous: UInt32
    ) {
        let place = base + Int(token & UInt64(Self.capacity &- 1)) &* Self.recordByteCount
        nvme_store64(place, token)
        nvme_store64(place + 8, isForced ? lba | Version.forced : lba)
        nvme_store32(place + 16, crc)
        nvme_store32(
            place + 20,
            UInt32(UInt16(truncatingIfNeeded: index)) | UInt32(UInt16(truncatingIfNeeded: following)) << 16)
        nvme_store32(place + 56, previous)
        guard byteCount > 512 else { return }
        let distance = Self.sampleDistance(byteCount)
        for sample in 0..<Swift.min(Self.sampleCount, byteCount / distance) {
            let value = block.loadUnaligned(fromByteOffset: Self.samplePlace(sample, distance), as: UInt32.self)
            nvme_store32(place + 24 + sample &* 4, value)
        }
    }

    subscript(token: UInt64) -> Record? {
        guard token != 0 else { return nil }
        let place = base + Int(token & UInt64(Self.capacity - 1)) * Self.recordByteCount
        guard nvme_load64(place) == token else { return nil }
        let packed = nvme_load32(place + 20)
        let record = Record(
            token: token, lba: nvme_load64(place + 8) & ~Version.allMarks, crc: nvme_load32(place + 16),
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

/// One version of a block, as far as the history goes back.
struct Version {
    let lba: UInt64
    let token: UInt64
    private let marks: UInt64
    /// The version before it, as `IntegrityEntry.asPrevious` says; 0 when what the block held before is not known.
    let previous: UInt32

    /// Durable as soon as it was completed.
    static let forced: UInt64 = 1 << 63
    /// It may not be there: the write failed, was cut short, or a power loss may have taken it.
    static let perhaps: UInt64 = 1 << 62
    static let allMarks = forced | perhaps

    init(marked: UInt64, token: UInt64, previous: UInt32) {
        lba = marked & ~Self.allMarks
        marks = marked & Self.allMarks
        self.token = token
        self.previous = previous
    }

    var isForced: Bool { marks & Self.forced != 0 }
    /// Nothing may bring back what was there before.
    var isCertain: Bool { marks & Self.perhaps == 0 }

    /// Whether this is what the block held right before a version with this `previous`.
    func comes(before previous: UInt32) -> Bool {
        previous != 0 && UInt64(previous) == token & IntegrityEntry.tokenMask &+ 1
    }
}

extension WriteHistory {
    /// Calls `body` with each version that is remembered, in no order; what it returns is marked in addition.
    func forEach(_ body: (Version) -> UInt64) {
        for index in 0..<Self.capacity {
            let place = base + index * Self.recordByteCount
            let token = nvme_load64(place)
            let marked = nvme_load64(place + 8)
            guard token != 0, nvme_load64(place) == token else { continue }
            let added = body(Version(marked: marked, token: token, previous: nvme_load32(place + 56)))
            if added != 0 { nvme_store64(place + 8, marked | added) }
        }
    }

    /// Writes with these tokens may be there or not.
    func mayBeGone(_ tokens: Range<UInt64>) {
        guard tokens.count <= Self.capacity else { return }
        for token in tokens {
            let place = base + Int(token & UInt64(Self.capacity - 1)) * Self.recordByteCount
            if nvme_load64(place) == token { nvme_store64(place + 8, nvme_load64(place + 8) | Version.perhaps) }
        }
    }
}
