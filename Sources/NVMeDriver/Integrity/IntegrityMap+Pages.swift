import CNVMeHost
import Glibc
import PCIExpress

/// The pages of the table: 512 entries that share 4 KiB of memory, and a byte that says what is in them.
///
/// A page is opened by the first entry that is set, as long as the budget allows. Afterwards its blocks are not tracked: they
/// may hold anything, until they are forgotten for another reason.
extension IntegrityMap {
    /// Nothing is known of the blocks, and there is no memory behind them.
    static let empty: UInt8 = 0
    static let tracked: UInt8 = 1
    /// There was no memory when something was to be remembered.
    static let untracked: UInt8 = 2

    private var pageCount: UInt64 { (count >> Self.pageShift) + 1 }

    private func state(_ page: UInt64) -> UnsafeMutableRawPointer { pages + Int(page) }

    private func blocks(_ page: UInt64) -> Range<UInt64> {
        page << Self.pageShift..<min(count, (page + 1) << Self.pageShift)
    }

    /// Blocks from this one to the end of its page.
    @inline(__always)
    static func blocksLeft(_ lba: UInt64) -> Int {
        let size: UInt64 = 1 << pageShift
        return Int(truncatingIfNeeded: size &- lba & (size &- 1))
    }

    /// Whether there is no memory to remember a block; false beyond the table.
    @inline(__always)
    func isUntracked(_ lba: UInt64) -> Bool {
        lba < count && nvme_load8(pages + Int(lba >> Self.pageShift)) == Self.untracked
    }

    /// Whether a block below `count` can be remembered; opens its page.
    @inline(__always)
    func tracks(_ lba: UInt64) -> Bool {
        nvme_load8(pages + Int(lba >> Self.pageShift)) == Self.tracked || open(lba)
    }

    /// Opens the page of a block below `count`, if there is memory for it.
    @inline(never)
    func open(_ lba: UInt64) -> Bool {
        let place = state(lba >> Self.pageShift)
        guard nvme_load8(place) == Self.empty else { return nvme_load8(place) == Self.tracked }
        return memory._withUnsafeGuaranteedRef { $0.open(place, of: self) }
    }

    /// Forgets what blocks hold. Pages of the table that are left empty are given back.
    ///
    /// - Parameter certainly: the old content is gone for sure; a deallocation may leave it.
    func unmap(_ range: Range<UInt64>, certainly: Bool = false) {
        let range = clip(range)
        guard !range.isEmpty else { return }
        forEachPage(range.lowerBound >> Self.pageShift...(range.upperBound - 1) >> Self.pageShift) { page, found in
            let all = blocks(page)
            let part = all.clamped(to: range)
            if part == all, certainly || !mayBeForeign(page, found) { return release(page) }
            guard found == Self.tracked else { return }
            for lba in part { set(lba, certainly ? .unmapped : self[lba].forgotten) }
        }
    }

    /// Of a page that is not tracked nobody knows whether it has blocks without stamps of their own; only whether there are any.
    private func mayBeForeign(_ page: UInt64, _ state: UInt8) -> Bool {
        state == Self.untracked ? hadForeignBlocks : blocks(page).contains { self[$0].mayBeForeign }
    }

    /// Forgets the written blocks that follow each other from `first` on: a zone's, and perhaps the next one's.
    ///
    /// Of blocks that are not tracked nobody knows whether they were written.
    func unmapRun(from first: UInt64) {
        var lba = first
        while lba < count {
            if isUntracked(lba) {
                lba += UInt64(Self.blocksLeft(lba))
            } else {
                guard self[lba].isWritten || self[lba].isOldOrNew else { return }
                set(lba, .unmapped)
                lba += 1
            }
        }
    }

    private func release(_ page: UInt64) {
        guard nvme_exchange8(state(page), Self.empty) == Self.tracked else { return }
        let place = entries + Int(page << Self.pageShift) * 8
        // Where the kernel will not take the page back, its entries are zeroed by hand.
        if madvise(place, SharedMemory.pageSize, MADV_REMOVE) != 0 { memset(place, 0, blocks(page).count * 8) }
        add(-1, to: .open)
    }

    /// Calls `body` with each block that something is known about; what it returns takes the place.
    ///
    /// Pages that are left empty are given back.
    func transform(_ body: (IntegrityEntry) -> IntegrityEntry) {
        forEachPage(0...pageCount - 1) { page, found in
            guard found == Self.tracked else { return }
            var known: UInt64 = 0
            for lba in blocks(page) {
                let place = entries + Int(lba) * 8
                let old = nvme_load64(place)
                let new = old == 0 ? 0 : body(IntegrityEntry(rawValue: old)).rawValue
                if new != old { nvme_store64(place, new) }
                known |= new
            }
            if known == 0 { release(page) }
        }
    }

    /// Calls `body` with each page that is not empty, and its state.
    private func forEachPage(_ range: ClosedRange<UInt64>, _ body: (UInt64, UInt8) -> Void) {
        var page = range.lowerBound
        while page <= range.upperBound {
            // The map of pages begins at a page of memory and is padded to whole ones: eight at once may be read.
            if page & 7 == 0, nvme_load64(state(page)) == 0 {
                page += 8
            } else {
                let found = nvme_load8(state(page))
                if found != Self.empty { body(page, found) }
                page += 1
            }
        }
    }
}

/// Counters that all processes share.
extension IntegrityMap {
    enum PageCount: Int {
        /// Pages that take memory now.
        case open = 64
        /// Pages that may; 0 for a table that nobody has limited.
        case limit = 72
        /// Blocks that were written and not remembered.
        case unremembered = 80
    }

    subscript(count: PageCount) -> Int {
        get { Int(truncatingIfNeeded: nvme_load64(header + count.rawValue)) }
        nonmutating set { nvme_store64(header + count.rawValue, UInt64(truncatingIfNeeded: newValue)) }
    }

    func add(_ difference: Int, to count: PageCount) {
        _ = nvme_fetch_add64(header + count.rawValue, UInt64(bitPattern: Int64(difference)))
    }

    /// Blocks were written that are not tracked.
    @inline(never)
    func leaveOut(_ blockCount: Int) {
        add(blockCount, to: .unremembered)
        memory._withUnsafeGuaranteedRef { $0.warn() }
    }
}
