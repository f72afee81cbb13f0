import CNVMeHost
import Glibc
import PCIExpress

/// The raw memory of an `IntegrityTable`: what is known about each block, read and written by all queues at once.
///
/// Entries are relaxed 64-bit atomics. Two queues that write the same blocks at the same time decide by chance which write is
/// remembered, as the device does. Every block has its place, whoever writes: an entry that comes late spoils no other block's.
///
/// Unsafe inside: every index is below `count` (entries), `count / 512 + 1` (pages) or `lineCount` (lines). `memory` lives as
/// long as the mapping.
struct IntegrityMap: BitwiseCopyable, @unchecked Sendable {
    /// Entries per page of the table; a page without entries is never touched, so that reading commits no memory.
    static let pageShift: UInt64 = 9
    static let headerByteCount = SharedMemory.pageSize + lineCount * QueueLine.byteCount

    /// 32 bits each: level at 0, tolerance at 4, foreign blocks at 16, no volatile cache at 20. 64 bits each: the first token and the
    /// first order that a power loss may take back at 8 and 96, those after the latest power loss at 24 and 32, lines that were
    /// ever claimed at 40, queues without a line at 48, `PageCount` from 64 on, the next order at 88, counts of queues that are
    /// gone from 128 on, the first token that proves anything at 256; 32 bits at 264: marks of reads may be on the media. Behind it one `QueueLine` for each queue.
    let header: UnsafeMutableRawPointer
    let pages: UnsafeMutableRawPointer
    let entries: UnsafeMutableRawPointer
    /// Blocks that the table knows; those beyond are not remembered.
    let count: UInt64
    let memory: Unmanaged<IntegrityMemory>

    init(_ base: UnsafeMutableRawPointer, count: UInt64, memory: IntegrityMemory) {
        header = base
        pages = base + Self.headerByteCount
        entries = base + Self.headerByteCount + Self.pageMapByteCount(count)
        self.count = count
        self.memory = .passUnretained(memory)
    }

    static func pageMapByteCount(_ count: UInt64) -> Int {
        (Int(count >> pageShift) + 1 + SharedMemory.pageSize - 1) & ~(SharedMemory.pageSize - 1)
    }

    static func byteCount(_ count: UInt64) -> Int {
        headerByteCount + pageMapByteCount(count) + Int(count) * 8
    }

    @inline(__always)
    var level: VerificationLevel {
        switch nvme_load32(header) {
        case VerificationLevel.stampOnWrite.rawValue: .stampOnWrite
        case VerificationLevel.stamps.rawValue: .stamps
        case VerificationLevel.checksums.rawValue: .checksums
        default: .off
        }
    }

    func setLevel(_ level: VerificationLevel) { nvme_store32(header, level.rawValue) }

    /// Blocks that nobody has written may hold anything, other blocks' stamps included.
    var toleratesAnything: Bool {
        get { nvme_load32(header + 4) != 0 }
        nonmutating set { nvme_store32(header + 4, newValue ? 1 : 0) }
    }

    /// Somebody has written blocks without stamps of their own: whatever brings old content back may bring those.
    var hadForeignBlocks: Bool {
        get { nvme_load32(header + 16) != 0 }
        nonmutating set { nvme_store32(header + 16, newValue ? 1 : 0) }
    }

    /// Tokens before this one prove nothing: while verification was `off`, buffers with such stamps may have gone anywhere.
    var evidence: UInt64 {
        get { nvme_load64(header + 256) }
        nonmutating set { nvme_store64(header + 256, newValue) }
    }

    /// A buffer with the driver's mark of a read that moved nothing may have been written as it was.
    var marksMayBeWritten: Bool {
        get { nvme_load32(header + 264) != 0 }
        nonmutating set { nvme_store32(header + 264, newValue ? 1 : 0) }
    }

    @inline(__always)
    subscript(lba: UInt64) -> IntegrityEntry {
        guard lba < count else { return .unknown }
        let state = nvme_load8(pages + Int(lba >> Self.pageShift))
        guard state == Self.tracked else { return state == Self.untracked ? .unknown : .unmapped }
        return IntegrityEntry(rawValue: nvme_load64(entries + Int(lba) &* 8))
    }

    /// The entries of blocks that share a page of the table; nil where they do not, or nothing is known of any.
    @inline(__always)
    func row(_ lba: UInt64, _ blockCount: Int) -> UnsafeMutableRawPointer? {
        let last = lba &+ UInt64(truncatingIfNeeded: blockCount) &- 1
        guard last < count, last >> Self.pageShift == lba >> Self.pageShift,
            nvme_load8(pages + Int(lba >> Self.pageShift)) == Self.tracked
        else { return nil }
        return entries + Int(lba) &* 8
    }

    /// Starts to bring the entry of a block near; whoever looks at it later need not wait for memory.
    @inline(__always)
    func prefetch(_ lba: UInt64) {
        guard lba < count else { return }
        nvme_prefetch(entries + Int(lba) &* 8)
    }

    /// Remembers something about a block; ignored beyond the table, and where there is no memory for it.
    @inline(__always)
    func set(_ lba: UInt64, _ entry: IntegrityEntry) {
        guard lba < count else { return }
        if nvme_load8(pages + Int(lba >> Self.pageShift)) != Self.tracked {
            if entry == .unmapped || !open(lba) { return }
        }
        nvme_store64(entries + Int(lba) &* 8, entry.rawValue)
    }

    func fill(_ range: Range<UInt64>, _ entry: IntegrityEntry) {
        for lba in clip(range) { set(lba, entry) }
    }

    func clip(_ range: Range<UInt64>) -> Range<UInt64> {
        min(range.lowerBound, count)..<min(range.upperBound, count)
    }
}

/// Which writes a power loss may take back: those that no flush has covered.
///
/// Numbers tell the sequence of submission. A Flush covers the writes that were completed when it was submitted: at least all
/// those before the oldest write that is outstanding in any queue. Each queue publishes its own oldest.
extension IntegrityMap {
    /// What was written before these numbers survives a power loss.
    var durable: WriteNumbers { WriteNumbers(token: nvme_load64(header + 8), order: nvme_load64(header + 96)) }

    func makeDurable(before numbers: WriteNumbers) {
        if numbers.token > durable.token { nvme_store64(header + 8, numbers.token) }
        if numbers.order > durable.order { nvme_store64(header + 96, numbers.order) }
    }

    /// The order that the next write without stamps will have.
    var nextOrder: UInt64 { nvme_load64(header + 88) }

    func takeOrder() -> UInt64 { nvme_fetch_add64(header + 88, 1) }

    /// Whether a completed write is durable: there is no volatile write cache, or it is disabled (feature 06h).
    var writesAreDurable: Bool {
        get { nvme_load32(header + 20) != 0 }
        nonmutating set { nvme_store32(header + 20, newValue ? 1 : 0) }
    }

    /// What was sent before the latest power loss.
    @inline(__always) var lossToken: UInt64 { nvme_load64(header + 24) }
    var lossOrder: UInt64 { nvme_load64(header + 32) }

    /// From now on old or new: what a power loss may have taken back.
    func losePower(next: WriteNumbers) {
        // A completion from before the loss that is reaped behind it counts for nothing.
        nvme_store64(header + 24, next.token)
        nvme_store64(header + 32, next.order)
        let durable = self.durable
        if hadForeignBlocks { toleratesAnything = true }
        transform { $0.afterPowerLoss(durable: durable, next: next) }
        // A queue may have sent the first such block meanwhile.
        if hadForeignBlocks { toleratesAnything = true }
    }
}
