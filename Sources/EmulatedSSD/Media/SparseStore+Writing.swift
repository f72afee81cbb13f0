import Glibc

extension SparseStore {
    /// Takes bytes from the host.
    ///
    /// - Parameter durable: the data survives a power loss at once (FUA); always so while the cache is disabled.
    @inline(__always)
    mutating func write(_ range: MediaRange, from host: inout HostCursor, durable: Bool) -> MediaResult {
        if vault.pointee.isUnderPressure { vault.pointee.tend() }
        var durable = durable
        var position = range.offset
        let end = range.end
        while position < end {
            let start = Int(position & 4095)
            let count = Int(min(4096 &- UInt64(start), end &- position))
            let page = position >> PageArena.pageShift
            if pagesPerBlock > 1, page & (pagesPerBlock &- 1) == 0 {
                guard reserveBlock(page, &durable) else { return .writeFault }
            }
            var opened = openForWriting(page, start: start, count: count, durable: durable)
            if opened == nil {
                makeSpace(&durable)
                opened = openForWriting(page, start: start, count: count, durable: durable)
            }
            guard let slot = opened else { return .writeFault }
            host.receive(vault.pointee.arena[slot.pointee.memoryPage] + start, count: count)
            if durable, slot.pointee.isVolatile {
                let sectors = sectorMask(start: start, count: count)
                guard patchDurable(slot, sectors, page) else { return .writeFault }
            }
            position &+= UInt64(count)
        }
        return .success
    }

    /// Makes space in a spent budget: what can be packed or spilled, and durable versions that a flush makes superfluous.
    /// The rest of the command is then durable too, so that none of its blocks is half durable.
    @inline(never)
    mutating func makeSpace(_ durable: inout Bool) {
        if !vault.pointee.reclaim(Self.pagesPerAttempt) { _ = flushAndReclaim(Self.pagesPerAttempt, &durable) }
    }

    /// The last resort. An empty cache has nothing to give: then a refusal must stay cheap.
    private mutating func flushAndReclaim(_ pages: UInt32, _ durable: inout Bool) -> Bool {
        durable = true
        guard !cache.isEmpty else { return false }
        flush()
        vault.pointee.hand.sawChange()
        return vault.pointee.reclaim(pages)
    }

    /// A leaf of the table, memory that its entry needs, the page, and a durable version to mix it with.
    private static var pagesPerAttempt: UInt32 { 4 }

    /// Makes sure that a logical block of several pages is written as a whole or not at all.
    @inline(never)
    private mutating func reserveBlock(_ first: UInt64, _ durable: inout Bool) -> Bool {
        let most = UInt32(truncatingIfNeeded: pagesPerBlock) &+ Self.pagesPerAttempt
        if vault.pointee.arena.freePages > most &+ PageArena.reserve || vault.pointee.reclaim(most) { return true }
        if flushAndReclaim(most, &durable) { return true }
        // Pages that have memory of their own are overwritten where they are.
        return (first..<first &+ pagesPerBlock).allSatisfy { latest($0)?.memoryPage ?? 0 != 0 }
    }

    /// Gives the latest version memory of its own and marks the sectors as written. Nil when memory is short, or the
    /// page's other bytes do not read; nothing has changed then.
    @inline(__always)
    private mutating func openForWriting(
        _ page: UInt64, start: Int, count: Int, durable: Bool
    ) -> UnsafeMutablePointer<PageState>? {
        guard let slot = makeSlot(page) else { return nil }
        let old = slot.pointee
        let isVolatile = old.isVolatile
        let separates = cacheEnabled && !durable && !isVolatile
        var target = separates ? 0 : old.memoryPage
        if target == 0 {
            // A volatile page has an arena page even if it has no bytes.
            target = isVolatile ? old.number : vault.pointee.arena.allocate(.version(of: page, client: client))
            guard target != 0 else { return nil }
            if count < PageArena.pageSize, !copyPage(old, page, to: vault.pointee.arena[target]) {
                if !isVolatile { vault.pointee.arena.free(target) }
                return nil
            }
            if separates {
                remember(old, beside: target, page)
            } else if !isVolatile {
                vault.pointee.discard(old)
            }
        }
        let sectors = sectorMask(start: start, count: count)
        let before = writtenSectors(old)
        account(from: before, to: before | sectors)
        slot.pointee = PageState(
            number: target, written: before | sectors, uncorrectable: old.uncorrectable & ~sectors,
            isVolatile: isVolatile || separates)
        return slot
    }

    /// Brings what was written with FUA into the durable version, beside volatile neighbours that stay volatile.
    func patchDurable(_ slot: UnsafeMutablePointer<PageState>, _ sectors: UInt8, _ page: UInt64) -> Bool {
        if sectors == 0xFF {
            settle(slot)
            return true
        }
        var durable = durableVersion(of: slot.pointee)
        guard mergeSectors(sectors, of: slot.pointee, into: &durable, page) else { return false }
        vault.pointee.arena.notes[Int(slot.pointee.number)].detail = durable.word
        return true
    }

    /// Replaces sectors of one version of a page by those of another. False when memory is short or the disk fails;
    /// nothing has changed then.
    func mergeSectors(_ sectors: UInt8, of newer: PageState, into state: inout PageState, _ page: UInt64) -> Bool {
        withUnsafeTemporaryAllocation(byteCount: PageArena.pageSize, alignment: 16) { bytes in
            guard let bytes = bytes.baseAddress, copyPage(newer, page, to: bytes), unfold(&state, page) else {
                return false
            }
            for sector in 0..<8 where sectors & 1 << sector != 0 {
                memcpy(vault.pointee.arena[state.memoryPage] + sector << 9, bytes + sector << 9, 512)
            }
            state.written = state.written & ~sectors | writtenSectors(newer) & sectors
            state.uncorrectable = state.uncorrectable & ~sectors | newer.uncorrectable & sectors
            return true
        }
    }

    /// Gives a version of a page memory of its own. False when memory is short or the disk fails.
    private func unfold(_ state: inout PageState, _ page: UInt64) -> Bool {
        if state.memoryPage != 0 { return true }
        let isVacant = state.kind == .vacant
        let target = isVacant ? state.number : vault.pointee.arena.allocate(.version(of: page, client: client))
        guard target != 0 else { return false }
        guard copyPage(state, page, to: vault.pointee.arena[target]) else {
            if !isVacant { vault.pointee.arena.free(target) }
            return false
        }
        if !isVacant { vault.pointee.discard(state) }
        let written = writtenSectors(state)
        state.move(to: .plain, target)
        state.written = written
        return true
    }
}
