import Glibc

extension SparseStore {
    /// Takes bytes from the host.
    ///
    /// - Parameter durable: the data survives a power loss at once (FUA); always so while the cache is disabled.
    @inline(__always)
    mutating func write(_ range: MediaRange, from host: inout HostCursor, durable: Bool) -> MediaResult {
        var durable = durable
        var position = range.offset
        let end = range.end
        while position < end {
            let start = Int(position & 4095)
            let count = Int(min(4096 &- UInt64(start), end &- position))
            let page = position >> PageArena.pageShift
            var opened = openForWriting(page, start: start, count: count, durable: durable)
            if opened == nil {
                emptyCache(&durable)
                opened = openForWriting(page, start: start, count: count, durable: durable)
            }
            guard let slot = opened else { return .writeFault }
            host.receive(arena[slot.pointee.latest.page] + start, count: count)
            if durable, slot.pointee.latest.isVolatile {
                let sectors = sectorMask(start: start, count: count)
                guard patchDurable(slot, sectors) else { return .writeFault }
            }
            position &+= UInt64(count)
        }
        return .success
    }

    /// Makes room in a spent budget: durable versions that a flush makes superfluous may be all the memory that is needed.
    /// The rest of the command is then durable too, so that none of its blocks is half durable.
    @inline(never)
    mutating func emptyCache(_ durable: inout Bool) {
        flush()
        durable = true
    }

    /// Gives the latest version memory of its own and marks the sectors as written. Nil when memory is short; nothing
    /// has changed then.
    @inline(__always)
    private mutating func openForWriting(
        _ page: UInt64, start: Int, count: Int, durable: Bool
    ) -> UnsafeMutablePointer<PageSlot>? {
        guard let slot = table.makeSlot(page, in: &arena) else { return nil }
        let old = slot.pointee.latest
        let isVolatile = old.isVolatile
        let separates = cacheEnabled && !durable && !isVolatile
        var target = separates ? 0 : old.page
        if target == 0 {
            target = arena.allocate()
            guard target != 0 else { return nil }
            if count < PageArena.pageSize { copyPage(old, to: arena[target]) }
            if separates { makeVolatile(slot, page) }
        }
        let sectors = sectorMask(start: start, count: count)
        let before = writtenSectors(old)
        account(from: before, to: before | sectors)
        slot.pointee.latest = PageState(
            page: target, written: before | sectors, uncorrectable: old.uncorrectable & ~sectors,
            isVolatile: isVolatile || separates)
        return slot
    }

    /// Brings what was written with FUA into the durable version, beside volatile neighbours that stay volatile.
    mutating func patchDurable(_ slot: UnsafeMutablePointer<PageSlot>, _ sectors: UInt8) -> Bool {
        if sectors == 0xFF {
            arena.free(slot.pointee.durable.page)
            slot.pointee.latest.isVolatile = false
            return true
        }
        return mergeSectors(sectors, of: slot.pointee.latest, into: &slot.pointee.durable)
    }

    /// Replaces sectors of one version of a page by those of another. False when memory is short.
    mutating func mergeSectors(_ sectors: UInt8, of newer: PageState, into state: inout PageState) -> Bool {
        if state.page == 0 {
            let page = arena.allocate()
            guard page != 0 else { return false }
            copyPage(state, to: arena[page])
            state = PageState(
                page: page, written: writtenSectors(state), uncorrectable: state.uncorrectable,
                isVolatile: state.isVolatile)
        }
        for sector in 0..<8 where sectors & 1 << sector != 0 {
            let start = sector << 9
            if let source = source(newer, start: start, count: 512) { memcpy(arena[state.page] + start, source, 512) }
        }
        state.written = state.written & ~sectors | writtenSectors(newer) & sectors
        state.uncorrectable = state.uncorrectable & ~sectors | newer.uncorrectable & sectors
        return true
    }
}
