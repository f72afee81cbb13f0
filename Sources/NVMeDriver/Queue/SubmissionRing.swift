import CNVMeHost
import NVMeSpec
import PCIExpress

/// The host's side of a submission queue: writes entries at the tail and rings the doorbell.
///
/// Unsafe inside: `entries` covers `count` entries of `region`, and `tail` is always below `count`.
public struct SubmissionRing: ~Copyable {
    private let region: DMARegion
    @usableFromInline let entries: UnsafeMutablePointer<SubmissionQueueEntry>
    @usableFromInline let doorbell: Doorbell
    /// Entries of the queue.
    public let count: Int
    @usableFromInline var tail = 0

    /// - Parameter region: at least `count` entries of 64 bytes.
    init(region: DMARegion, count: Int, doorbell: Doorbell) {
        self.region = region
        self.entries = region.pointer.bindMemory(to: SubmissionQueueEntry.self, capacity: count)
        self.count = count
        self.doorbell = doorbell
    }

    /// Places an entry. The caller makes sure, by its slots, that no more than `count - 1` are outstanding.
    @inlinable @inline(__always)
    public mutating func push(_ entry: SubmissionQueueEntry) {
        entries[tail] = entry
        advance()
    }

    /// Where the next entry goes: 64 bytes that the controller does not look at before `advance` and `ring`.
    @inlinable @inline(__always)
    public var place: UnsafeMutableRawPointer { UnsafeMutableRawPointer(entries + tail) }

    /// Counts the entry at `place` as placed.
    @inlinable @inline(__always)
    public mutating func advance() {
        tail &+= 1
        if tail == count { tail = 0 }
    }

    /// Takes back the entry that was placed last, when the doorbell could not be rung.
    mutating func withdraw() { tail = (tail == 0 ? count : tail) - 1 }

    /// Tells the controller about everything placed so far; the doorbell's release store makes the entries visible first.
    @inlinable @inline(__always)
    public func ring() throws(PCIeError) { try doorbell.ring(UInt32(truncatingIfNeeded: tail)) }
}
