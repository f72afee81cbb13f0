import CNVMeHost
import NVMeSpec
import PCIExpress

/// The host's side of a completion queue: takes entries at the head and gives them back by the doorbell.
public struct CompletionRing: ~Copyable {
    private let region: DMARegion
    @usableFromInline let doorbell: Doorbell
    /// The entry that comes next. A loop keeps it in registers while it takes a batch, and puts it back before it rings.
    public var head: CompletionHead
    @usableFromInline var rungIndex = 0

    /// - Parameter region: at least `count` entries of 16 bytes, zeroed.
    init(region: DMARegion, count: Int, doorbell: Doorbell) {
        self.region = region
        self.doorbell = doorbell
        head = CompletionHead(entries: region.pointer, count: count)
    }

    /// Entries of the queue.
    var count: Int { head.count }

    /// The entry at the head when the controller has written it.
    @inlinable @inline(__always)
    public func peek() -> CompletionQueueEntry? { head.peek() }

    @inlinable @inline(__always)
    public mutating func advance() { head.advance() }

    /// Gives the entries taken so far back to the controller, if there are any.
    @inlinable @inline(__always)
    public mutating func ring() throws(PCIeError) {
        guard head.index != rungIndex else { return }
        rungIndex = head.index
        try doorbell.ring(UInt32(truncatingIfNeeded: head.index))
    }
}

/// The head of a completion queue: a few words without references.
///
/// Unsafe inside: `entries` covers `count` entries of 16 bytes that the ring keeps alive; `index` is always below `count`.
public struct CompletionHead {
    @usableFromInline let entries: UnsafeMutableRawPointer
    @usableFromInline let count: Int
    @usableFromInline var index = 0
    /// Phase tag of entries that are new, in its place in the upper word: 1 on the first pass over zeroed memory (NVMe Base 2.0 §3.3.3.2.2).
    @usableFromInline var phase: UInt64 = 1 << 48

    /// Status Code and Status Code Type in the upper word of an entry (NVMe Base 2.0 §3.3.3.2.1); all zero for success.
    @inlinable public static var statusMask: UInt64 { 0x0FFE << 48 }

    init(entries: UnsafeMutableRawPointer, count: Int) {
        self.entries = entries
        self.count = count
    }

    /// The entry when the controller has written it, nil while it is an old one.
    @inlinable @inline(__always)
    public func peek() -> CompletionQueueEntry? {
        peekWords().map { unsafeBitCast($0, to: CompletionQueueEntry.self) }
    }

    /// The same as two little-endian words, for loops that count instructions.
    ///
    /// The upper word carries queue, identifier and status together with the phase tag, so one load reads them all.
    @inlinable @inline(__always)
    public func peekWords() -> (low: UInt64, high: UInt64)? {
        let entry = entries + index &* 16
        let high = nvme_load64(entry + 8)
        guard (high ^ phase) & 1 &<< 48 == 0 else { return nil }
        // The phase tag is written last: the rest is read only after it.
        nvme_acquire_fence()
        return (nvme_load64(entry), high)
    }

    @inlinable @inline(__always)
    public mutating func advance() {
        index &+= 1
        // A branch that is nearly always right, in place of conditional moves that are always paid for.
        if _slowPath(index == count) {
            index = 0
            phase ^= 1 &<< 48
        }
    }
}
