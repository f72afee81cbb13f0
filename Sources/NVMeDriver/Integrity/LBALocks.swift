/// Keeps commands of one queue apart that touch the same blocks: readers together, writers alone, first come first served.
///
/// Nothing is allocated per command. A command that may not be sent yet is parked: it waits for the latest of the earlier
/// commands that it conflicts with, and looks again when that one completes. Commands are found by the piece of the
/// namespace that they lie in (`chunk`, at least as large as the usual command); those that span more than two pieces are kept
/// in a list that everybody looks through.
///
/// ```swift
/// if locks.acquire(slot, space: nsid, blocks: lba..<lba + count, writes: true) { send(slot) }
/// // and when it completes:
/// locks.release(slot)
/// while let next = locks.nextReady() { send(next) }
/// ```
///
/// Unsafe inside: slots are below `capacity`; node `n` belongs to slot `n / 2`; heads are indexed by a masked hash.
package struct LBALocks: ~Copyable {
    struct Holder {
        var first: UInt64 = 0
        var end: UInt64 = 0
        /// Order of arrival; 0 while the slot holds nothing.
        var order: UInt64 = 0
        var space: UInt32 = 0
        var writes = false
        var isWide = false
        var nodeCount: UInt8 = 0
        /// Commands that wait for this one, oldest first.
        var waiters = none
        var lastWaiter = none
        /// The next command that waits for the same one, or is ready.
        var nextWaiter = none
    }

    struct Node {
        var head: UInt32 = 0
        var older = none
        var newer = none
    }

    static let none = UInt32.max

    package let capacity: Int
    let chunkShift: UInt64
    let holders: UnsafeMutablePointer<Holder>
    let nodes: UnsafeMutablePointer<Node>
    let heads: UnsafeMutablePointer<UInt32>
    let headMask: UInt32
    private var order: UInt64 = 0
    /// Slots from here on have never held anything.
    var used = 0
    var wideCount = 0
    private var ready = none
    /// Whether `nextReady` has anything.
    var hasReady: Bool { ready != Self.none }
    private var lastReady = none
    /// Commands that wait for others.
    package private(set) var parkedCount = 0

    /// - Parameters:
    ///   - capacity: slots of the queue, 1 to 65,536.
    ///   - chunk: blocks of the largest usual command; rounded up to a power of two.
    package init(capacity: Int, chunk: Int) {
        self.capacity = max(1, min(capacity, 65536))
        chunkShift = UInt64(Int.bitWidth - max(0, min(chunk, 1 << 32) - 1).leadingZeroBitCount)
        var size = 16
        while size < self.capacity * 2 { size *= 2 }
        headMask = UInt32(size - 1)
        holders = .allocate(capacity: self.capacity)
        holders.initialize(repeating: Holder(), count: self.capacity)
        nodes = .allocate(capacity: self.capacity * 2)
        nodes.initialize(repeating: Node(), count: self.capacity * 2)
        heads = .allocate(capacity: size)
        heads.initialize(repeating: Self.none, count: size)
    }

    deinit {
        holders.deallocate()
        nodes.deallocate()
        heads.deallocate()
    }

    /// Takes blocks for a command, or parks it.
    ///
    /// - Parameters:
    ///   - slot: below `capacity`, holding nothing.
    ///   - space: what the block numbers count in: the namespace.
    ///   - blocks: not empty.
    /// - Returns: true when the command may be sent now; otherwise `nextReady` names it later.
    package mutating func acquire(_ slot: UInt16, space: UInt32, blocks: Range<UInt64>, writes: Bool) -> Bool {
        let id = UInt32(slot)
        guard Int(id) < capacity, holders[Int(id)].order == 0, !blocks.isEmpty else { return true }
        order &+= 1
        occupy(id, space: space, blocks: blocks, writes: writes, order: order)
        let first = blocks.lowerBound >> chunkShift
        let last = (blocks.upperBound &- 1) >> chunkShift
        if last == first, wideCount == 0, linkAlone(id, space: space, chunk: first) { return true }
        let blocker = blocker(of: id)
        link(id)
        guard blocker != Self.none else { return true }
        park(id, behind: blocker)
        parkedCount &+= 1
        return false
    }

    /// Takes blocks for a command that belongs to another one, which holds or waits for blocks: neither waits for the other, and
    /// whoever comes later waits for both.
    package mutating func join(_ slot: UInt16, _ other: UInt16, space: UInt32, blocks: Range<UInt64>) {
        let id = UInt32(slot)
        guard Int(id) < capacity, Int(other) < capacity, holders[Int(id)].order == 0, holders[Int(other)].order != 0,
            !blocks.isEmpty
        else { return }
        occupy(id, space: space, blocks: blocks, writes: true, order: holders[Int(other)].order)
        link(id)
    }

    /// Takes blocks for a command that is on its way already: it waits for nobody, and whoever comes later waits for it.
    package mutating func hold(_ slot: UInt16, space: UInt32, blocks: Range<UInt64>, writes: Bool) {
        let id = UInt32(slot)
        guard Int(id) < capacity, holders[Int(id)].order == 0, !blocks.isEmpty else { return }
        order &+= 1
        occupy(id, space: space, blocks: blocks, writes: writes, order: order)
        link(id)
    }

    @inline(__always)
    private mutating func occupy(
        _ id: UInt32, space: UInt32, blocks: Range<UInt64>, writes: Bool, order: UInt64
    ) {
        if Int(id) >= used { used = Int(id) &+ 1 }
        let first = blocks.lowerBound >> chunkShift
        let last = (blocks.upperBound &- 1) >> chunkShift
        let holder = holders + Int(id)
        holder.pointee.first = blocks.lowerBound
        holder.pointee.end = blocks.upperBound
        holder.pointee.order = order
        holder.pointee.space = space
        holder.pointee.writes = writes
        holder.pointee.isWide = last &- first > 1
        holder.pointee.nodeCount = last == first ? 1 : last &- first > 1 ? 0 : 2
        holder.pointee.waiters = Self.none
        holder.pointee.lastWaiter = Self.none
        holder.pointee.nextWaiter = Self.none
    }

    /// Gives the blocks of a command back. Commands that waited for them may have become ready.
    package mutating func release(_ slot: UInt16) {
        let id = UInt32(slot)
        guard Int(id) < capacity, holders[Int(id)].order != 0 else { return }
        unlink(id)
        var waiter = holders[Int(id)].waiters
        // The rest is set anew by whoever takes the slot next.
        holders[Int(id)].order = 0
        while waiter != Self.none {
            let next = holders[Int(waiter)].nextWaiter
            holders[Int(waiter)].nextWaiter = Self.none
            let blocker = blocker(of: waiter)
            if blocker == Self.none { becomeReady(waiter) } else { park(waiter, behind: blocker) }
            waiter = next
        }
    }

    /// The next parked command that may be sent, in order of arrival; nil when there is none.
    package mutating func nextReady() -> UInt16? {
        guard hasReady else { return nil }
        let id = ready
        ready = holders[Int(id)].nextWaiter
        holders[Int(id)].nextWaiter = Self.none
        if ready == Self.none { lastReady = Self.none }
        parkedCount &-= 1
        return UInt16(truncatingIfNeeded: id)
    }

    /// Forgets all commands: after a reset.
    package mutating func releaseAll() {
        for slot in 0..<capacity { holders[slot] = Holder() }
        heads.update(repeating: Self.none, count: Int(headMask) + 1)
        wideCount = 0
        ready = Self.none
        lastReady = Self.none
        parkedCount = 0
    }

    private mutating func park(_ id: UInt32, behind blocker: UInt32) {
        let last = holders[Int(blocker)].lastWaiter
        if last == Self.none {
            holders[Int(blocker)].waiters = id
        } else {
            holders[Int(last)].nextWaiter = id
        }
        holders[Int(blocker)].lastWaiter = id
    }

    private mutating func becomeReady(_ id: UInt32) {
        if lastReady == Self.none { ready = id } else { holders[Int(lastReady)].nextWaiter = id }
        lastReady = id
    }
}
