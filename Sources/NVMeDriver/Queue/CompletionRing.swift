import CNVMeHost
import NVMeSpec
import PCIExpress

/// The host's side of a completion queue: takes entries at the head while their phase tag is the expected one.
///
/// Unsafe inside: `entries` covers `count` entries of `region`, and `head` is always below `count`.
public struct CompletionRing: ~Copyable {
    private let region: DMARegion
    @usableFromInline let entries: UnsafeMutableRawPointer
    @usableFromInline let doorbell: Doorbell
    @usableFromInline let count: Int
    @usableFromInline var head = 0
    @usableFromInline var rungHead = 0
    /// Phase tag of entries that are new: 1 on the first pass over zeroed memory (NVMe Base 2.0 §3.3.3.2.2).
    @usableFromInline var phase: UInt16 = 1

    /// - Parameter region: at least `count` entries of 16 bytes, zeroed.
    init(region: DMARegion, count: Int, doorbell: Doorbell) {
        self.region = region
        self.entries = region.pointer
        self.count = count
        self.doorbell = doorbell
    }

    /// The entry at the head when the controller has written it.
    @inlinable @inline(__always)
    public func peek() -> CompletionQueueEntry? {
        let entry = entries + head &* 16
        // The phase tag is written last: read it first, alone, and the rest only after it.
        guard nvme_load16(entry + 14) & 1 == phase else { return nil }
        nvme_acquire_fence()
        return entry.load(as: CompletionQueueEntry.self)
    }

    /// The entry at the head as two little-endian words, for loops that count instructions.
    ///
    /// The upper word carries queue, identifier and status together with the phase tag, so one load reads them all.
    @inlinable @inline(__always)
    public func peekWords() -> (low: UInt64, high: UInt64)? {
        let entry = entries + head &* 16
        let high = nvme_load64(entry + 8)
        guard high &>> 48 & 1 == UInt64(phase) else { return nil }
        nvme_acquire_fence()
        return (nvme_load64(entry), high)
    }

    @inlinable @inline(__always)
    public mutating func advance() {
        head += 1
        if head == count {
            head = 0
            phase ^= 1
        }
    }

    /// Gives the entries taken so far back to the controller, if there are any.
    @inlinable @inline(__always)
    public mutating func ring() throws(PCIeError) {
        guard head != rungHead else { return }
        rungHead = head
        try doorbell.ring(UInt32(truncatingIfNeeded: head))
    }
}
