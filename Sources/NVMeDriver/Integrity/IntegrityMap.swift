import CNVMeHost
import Glibc

/// The raw memory of an `IntegrityTable`: what is known about each block, read and written by all queues at once.
///
/// Entries are relaxed 64-bit atomics. Two queues that write the same blocks at the same time decide by chance which write is
/// remembered, as the device does. Every block has its place, whoever writes: an entry that comes late spoils no other block's.
///
/// Unsafe inside: every index is below `count` (entries), `count / 512 + 1` (pages) or `cellCount` (cells). `memory` lives as
/// long as the mapping.
struct IntegrityMap: BitwiseCopyable, @unchecked Sendable {
    /// Entries per page of the table; a page without entries is never touched, so that reading commits no memory.
    static let pageShift: UInt64 = 9
    static let cellCount = 1024
    static let headerByteCount = SharedMemory.pageSize + cellCount * 8

    /// Level (32 bits at 0), tolerance (32 bits at 4), first token that a power loss may take back (64 bits at 8),
    /// foreign blocks (32 bits at 16), `PageCount` (64 bits each at 64 to 95).
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

    @inline(__always)
    subscript(lba: UInt64) -> IntegrityEntry {
        guard lba < count else { return .unmapped }
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
/// Tokens tell the order of submission. A Flush covers the writes that were completed when it was submitted: at least all
/// those with tokens below the oldest write that is outstanding in any queue. Each queue publishes its own oldest.
extension IntegrityMap {
    private static let unused: UInt64 = 0
    /// A queue without outstanding writes.
    static let idle = UInt64.max

    private func cell(_ index: Int) -> UnsafeMutableRawPointer { header + SharedMemory.pageSize + index * 8 }

    /// A place where a queue publishes the token of its oldest outstanding write; nil when there are too many queues.
    func claimCell() -> UnsafeMutableRawPointer? {
        (0..<Self.cellCount).lazy.map(cell).first { nvme_compare_exchange64($0, Self.unused, Self.idle) == Self.unused }
    }

    static func release(cell: UnsafeMutableRawPointer) { nvme_store64(cell, unused) }

    /// The token of the oldest write that is outstanding anywhere; `next` when there is none.
    func oldestOutstanding(next: UInt64) -> UInt64 {
        var oldest = next
        for index in 0..<Self.cellCount {
            let token = nvme_load64(cell(index))
            if token != Self.unused, token < oldest { oldest = token }
        }
        return oldest
    }

    /// Writes with tokens below this one survive a power loss.
    var durableToken: UInt64 { nvme_load64(header + 8) }

    func makeDurable(before token: UInt64) {
        if token > durableToken { nvme_store64(header + 8, token) }
    }

    /// Forgets what a power loss may have taken back.
    func losePower(next: UInt64) {
        let durable = durableToken
        if hadForeignBlocks { toleratesAnything = true }
        transform { entry in
            if entry == .uncorrectable { return .perhapsUncorrectable }
            guard entry.isWritten, !entry.isForcedToMedia else { return entry }
            if entry.isForeign { return .unknown }
            return entry.token(before: next) < durable ? entry : .unmapped
        }
        // A queue may have sent the first such block meanwhile.
        if hadForeignBlocks { toleratesAnything = true }
    }
}
