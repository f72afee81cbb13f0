import CNVMeHost
import NVMeSpec
import PCIExpress

/// The host's side of a submission queue: writes entries at the tail and rings the doorbell.
public struct SubmissionRing: ~Copyable {
    private let region: DMARegion
    @usableFromInline let doorbell: Doorbell
    /// Where the next entry goes. A loop keeps it in registers while it places a batch, and puts it back before it rings.
    public var tail: SubmissionTail

    /// - Parameter region: at least `count` entries of 64 bytes.
    init(region: DMARegion, count: Int, doorbell: Doorbell) {
        self.region = region
        self.doorbell = doorbell
        tail = SubmissionTail(entries: region.pointer, count: count)
    }

    /// Entries of the queue.
    var count: Int { tail.count }

    /// Places an entry. The caller makes sure, by its slots, that no more than `count - 1` are outstanding.
    @inlinable @inline(__always)
    public mutating func push(_ entry: SubmissionQueueEntry) {
        tail.place.storeBytes(of: entry, as: SubmissionQueueEntry.self)
        tail.advance()
    }

    /// Takes back the entry that was placed last, when the doorbell could not be rung.
    mutating func withdraw() { tail.withdraw() }

    /// Tells the controller about everything placed so far; the doorbell's release store makes the entries visible first.
    @inlinable @inline(__always)
    public func ring() throws(PCIeError) { try doorbell.ring(UInt32(truncatingIfNeeded: tail.index)) }
}

/// The tail of a submission queue: a few words without references.
///
/// Unsafe inside: `entries` covers `count` entries of 64 bytes that the ring keeps alive; `index` is always below `count`.
public struct SubmissionTail {
    @usableFromInline let entries: UnsafeMutableRawPointer
    @usableFromInline let count: Int
    @usableFromInline var index = 0

    init(entries: UnsafeMutableRawPointer, count: Int) {
        self.entries = entries
        self.count = count
    }

    /// Where the next entry goes: 64 bytes that the controller does not look at before `advance` and the doorbell.
    @inlinable @inline(__always)
    public var place: UnsafeMutableRawPointer { entries + index &* 64 }

    /// Counts the entry at `place` as placed.
    @inlinable @inline(__always)
    public mutating func advance() {
        index &+= 1
        if _slowPath(index == count) { index = 0 }
    }

    mutating func withdraw() { index = (index == 0 ? count : index) &- 1 }
}
