import Glibc

/// Leaves of the page tables: in an arena page while somebody works there, packed into a record when all their pages rest.
extension PageVault {
    /// What a packed leaf says of a page; nil when the disk fails.
    @inline(never)
    func packedSlot(_ page: UInt64, _ record: UInt32) -> (state: PageState, token: UInt64)? {
        packedLeaf(record)?.slot(PageSlots.index(of: page))
    }

    private func packedLeaf(_ record: UInt32) -> PackedLeaf? {
        records.bytes(record, in: arena, spill, buffer: scratch).map { PackedLeaf($0) }
    }

    /// Brings a page's leaf into an arena page, or makes it. Nil when memory is short or the disk fails.
    ///
    /// The table has room for the leaf's entry.
    @inline(never)
    mutating func openLeaf(_ page: UInt64, of slots: PageSlots, _ client: UInt8) -> UnsafeMutablePointer<PageState>? {
        guard let directory = slots.directory(page) else { return nil }
        let index = PageSlots.leaf(of: page)
        let leaf = arena.allocate(.leaf(of: page, client: client))
        guard leaf != 0 else { return nil }
        arena.notes[Int(leaf)].detail = UInt64(PageSlots.index(of: page))
        // The tokens of slots that are not stamped may be anything.
        memset(arena[leaf], 0, PageSlots.slotsPerLeaf * 8)
        let record = directory[index].record
        if let record {
            guard let packed = packedLeaf(record) else {
                arena.free(leaf)
                return nil
            }
            packed.unpack(to: arena[leaf])
        }
        directory[index] = LeafEntry(page: leaf)
        if let record { records.free(record, in: &arena, &spill) }
        return slots.slot(page, in: arena)
    }

    /// Packs a page's leaf, unless one of its pages is in use. Whether a page of memory is free now.
    mutating func packLeaf(_ page: UInt64, _ client: UInt8) -> Bool {
        guard let slots = clients[Int(client)]?.slots, let directory = slots.directory(page) else { return false }
        let index = PageSlots.leaf(of: page)
        guard let leaf = directory[index].page else { return false }
        // The page that it was opened for, or that kept it from being packed, often does so still.
        let busy = Int(arena.notes[Int(leaf)].detail) & (PageSlots.slotsPerLeaf - 1)
        guard arena[leaf].load(fromByteOffset: busy &* 8, as: PageState.self).isAtRest else { return false }
        do throws(PackedLeaf.BusySlot) {
            let size = try PackedLeaf.pack(arena[leaf], to: scratch)
            guard let (number, bytes) = records.allocate(size, in: &arena) else { return false }
            memcpy(bytes, scratch, size)
            directory[index] = LeafEntry(record: number)
            arena.free(leaf)
            return true
        } catch {
            arena.notes[Int(leaf)].detail = UInt64(error.index)
            return false
        }
    }

    /// Gives back a leaf and all that its pages occupy.
    private mutating func discard(_ entry: LeafEntry) {
        if let page = entry.page {
            discardPages(of: arena[page])
            arena.free(page)
        } else if let record = entry.record {
            // When the disk fails, the pages are lost to the budget.
            if let packed = packedLeaf(record) {
                let leaf = scratch + PackedLeaf.bufferBytes
                memset(leaf, 0, PageSlots.slotsPerLeaf * 8)
                packed.unpack(to: leaf)
                discardPages(of: leaf)
            }
            records.free(record, in: &arena, &spill)
        }
    }

    private mutating func discardPages(of leaf: UnsafeMutableRawPointer) {
        let slots = leaf.assumingMemoryBound(to: PageState.self)
        for index in 0..<PageSlots.slotsPerLeaf where !slots[index].isUntouched {
            let state = slots[index]
            if state.isVolatile { discard(PageState(word: arena.notes[Int(state.number)].detail)) }
            discard(state)
        }
    }
}

/// What a namespace has left behind: given back little by little, as it may be a terabyte.
struct Remains {
    let directory: LeafDirectory
    /// The leaf to go on with.
    fileprivate var next = 0
}

extension PageVault {
    /// Leaves that go at once: what a small namespace has is gone when its format ends.
    private static var leavesAtOnce: Int { 1024 }

    /// Takes over the leaves of a table, which is empty then.
    mutating func bury(_ table: borrowing PageTable) {
        table.takeDirectories { remains.append(Remains(directory: $0)) }
        digest(leaves: Self.leavesAtOnce)
    }

    /// Gives back some of what namespaces have left behind.
    mutating func digest(leaves: Int) {
        var left = leaves
        while left > 0, var grave = remains.popLast() {
            // Entries that are empty cost little, but not nothing.
            let end = min(grave.next &+ left &* 64, LeafDirectory.leafCount)
            while grave.next < end, left > 0 {
                let entry = grave.directory[grave.next]
                grave.next &+= 1
                if entry == .none { continue }
                discard(entry)
                left &-= 1
            }
            if grave.next < LeafDirectory.leafCount {
                remains.append(grave)
                if grave.next == end { break }
            } else {
                arena.refund(grave.directory.committedPages)
                grave.directory.deallocate()
            }
        }
        setPressureMark()
    }

    /// Forgets the remains themselves; whoever calls it takes everything back.
    mutating func forgetRemains() {
        for grave in remains { grave.directory.deallocate() }
        remains.removeAll()
        setPressureMark()
    }
}
