import Glibc

/// How far the clock hand has come, and what it owes.
struct ClockHand {
    fileprivate var position: UInt32 = 0
    /// Free pages when it was last content.
    fileprivate var freeBefore: UInt32 = .max
    /// Requests that fail without a look, after a look at everything found nothing.
    fileprivate var rest: UInt32 = 0
    /// Pages looked at so far.
    fileprivate(set) var visits: UInt64 = 0

    /// Something was given back that may let the hand succeed.
    mutating func sawChange() { rest = 0 }
}

/// A page on its way to the spill file.
struct PendingSpill {
    var page: UInt32
    var filePage: UInt32
}

extension PageVault {
    private enum Effort {
        /// Packing only.
        case pack
        /// Also pages that nobody has read lately go to the spill file.
        case spillCold
        /// Whatever can go goes.
        case everything
    }

    /// Net pages taken before the hand moves: it moves for several at once, as system calls are best made for many pages.
    private static var patience: UInt32 { 8 }

    /// Lets the clock hand make up for the pages taken since the last time, twice over; no more than that, so that each
    /// write costs about the same.
    @inline(never)
    mutating func tend() {
        if !remains.isEmpty { digest(leaves: 1) }
        let free = arena.freePages
        let taken = hand.freeBefore > free ? min(hand.freeBefore &- free, arena.pageCount) : 0
        guard taken >= Self.patience, free < arena.pageCount >> 1 else {
            if free > hand.freeBefore || hand.freeBefore > arena.pageCount { hand.freeBefore = free }
            return
        }
        let spills = free < arena.pageCount >> 2 && spill.isWilling()
        let goal = min(taken &* 2, 128)
        _ = sweep(goal: goal, visits: goal &* 16, spills ? .spillCold : .pack)
        hand.freeBefore = arena.freePages
    }

    /// Frees pages whatever it costs. False when there are not so many to be had.
    mutating func reclaim(_ pages: UInt32) -> Bool {
        guard hand.rest == 0 else {
            hand.rest &-= 1
            return false
        }
        let wanted = pages &+ PageArena.reserve
        while arena.freePages < wanted, !remains.isEmpty { digest(leaves: 16) }
        for effort in spill.isWilling() ? [Effort.spillCold, .everything] : [.pack] {
            let missing = wanted > arena.freePages ? wanted &- arena.freePages : 0
            // A little more, as the next writes need some too.
            if missing > 0 { _ = sweep(goal: missing &+ 16, visits: arena.untouched, effort) }
            if arena.freePages >= wanted { return true }
        }
        hand.rest = arena.pageCount >> 6
        return false
    }

    /// Moves the hand until it has freed enough, or has seen enough pages.
    private mutating func sweep(goal: UInt32, visits: UInt32, _ effort: Effort) -> UInt32 {
        let before = arena.freePages
        var waiting = 0
        for _ in 0..<min(visits, arena.untouched) {
            hand.visits &+= 1
            hand.position = hand.position &+ 1 < arena.untouched ? hand.position &+ 1 : 1
            let page = hand.position
            guard page < arena.untouched, visit(page, effort), let filePage = spill.take() else {
                if arena.freePages &- before &+ UInt32(waiting) >= goal { break }
                continue
            }
            pending[waiting] = PendingSpill(page: page, filePage: filePage)
            waiting &+= 1
            if waiting == SpillFile.batch {
                guard writePending(waiting) else { return arena.freePages &- before }
                waiting = 0
            }
            if arena.freePages &- before &+ UInt32(waiting) >= goal { break }
        }
        _ = writePending(waiting)
        return arena.freePages &- before
    }

    /// Looks at one page, and packs it if that is possible. Whether it should go to the spill file instead.
    private mutating func visit(_ page: UInt32, _ effort: Effort) -> Bool {
        let note = arena.notes[Int(page)]
        switch note.use {
        case .none, .body: return false
        case .leaf:
            _ = packLeaf(note.mediaPage, note.client)
            return false
        case .records: return effort != .pack && canSpillRecords(page)
        case .version:
            // What cannot be packed costs no more than this look.
            if note.isCompared, effort == .pack { return false }
            guard let (slot, layout) = settledSlot(of: page) else { return false }
            if slot.pointee.isReferenced, effort != .everything {
                slot.pointee.isReferenced = false
                return false
            }
            if !note.isCompared, pack(page, slot, layout) {
                _ = packLeaf(note.mediaPage, note.client)
                return false
            }
            return effort != .pack && slot.pointee.memoryPage == page
        }
    }

    /// Groups with room are filled first, so only full ones go.
    private func canSpillRecords(_ page: UInt32) -> Bool {
        let note = arena.notes[Int(page)]
        guard note.use == .records, let group = records.group(UInt32(truncatingIfNeeded: note.detail)) else {
            return false
        }
        return !group.pointee.isListed && !group.pointee.isSpilled && group.pointee.page == page
    }

    /// Writes the pages that wait, neighbours in the file at once. False when the disk refuses.
    private mutating func writePending(_ count: Int) -> Bool {
        var start = 0
        var succeeded = true
        while start < count {
            var end = start &+ 1
            while end < count, pending[end].filePage == pending[end &- 1].filePage &+ 1 { end &+= 1 }
            if succeeded {
                let pages = pending + start
                succeeded = spill.write(
                    pages.pointee.filePage, count: end &- start
                ) { [first = arena[0]] in first + Int(pages[$0].page) << 12 }
            }
            for index in start..<end {
                if !(succeeded && settle(pending[index])) { spill.free(pending[index].filePage) }
            }
            start = end
        }
        return succeeded
    }

    /// The page is in the file. False when it has become something else while it waited.
    private mutating func settle(_ done: PendingSpill) -> Bool {
        let note = arena.notes[Int(done.page)]
        if let (slot, _) = settledSlot(of: done.page) {
            slot.pointee.move(to: .spilled, done.filePage)
            _ = packLeaf(note.mediaPage, note.client)
        } else if canSpillRecords(done.page),
            let group = records.group(UInt32(truncatingIfNeeded: note.detail))
        {
            group.pointee.page = done.filePage
            group.pointee.isSpilled = true
        } else {
            return false
        }
        arena.free(done.page)
        return true
    }
}
