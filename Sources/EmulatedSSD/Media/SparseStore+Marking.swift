import Glibc

/// A change of sectors that carries no data.
enum SectorChange {
    /// Written, and all zero.
    case zero
    case deallocate
    case uncorrectable
}

extension SparseStore {
    /// Changes the state of sectors; the range lies on 512-byte boundaries.
    mutating func apply(_ change: SectorChange, to range: MediaRange, durable: Bool) -> MediaResult {
        var durable = durable
        var position = range.offset
        let end = range.end
        while position < end {
            let page = position >> PageArena.pageShift
            // What was never touched needs no deallocation: it is deallocated, or (behind an overwrite by sanitize) the
            // hint is not taken.
            if change == .deallocate, table.slot(page, in: arena) == nil {
                position = max(position, table.nextCandidate(after: page) << PageArena.pageShift)
                continue
            }
            let start = Int(position & 4095)
            let count = Int(min(4096 &- UInt64(start), end &- position))
            let sectors = sectorMask(start: start, count: count)
            if !apply(change, page, sectors, durable) {
                emptyCache(&durable)
                guard apply(change, page, sectors, durable) else { return .writeFault }
            }
            position &+= UInt64(count)
        }
        return .success
    }

    private mutating func apply(
        _ change: SectorChange, _ page: UInt64, _ sectors: UInt8, _ durable: Bool
    ) -> Bool {
        guard let slot = table.makeSlot(page, in: &arena) else { return false }
        let old = slot.pointee.latest
        var state = PageState(
            page: 0, written: writtenSectors(old), uncorrectable: old.uncorrectable, isVolatile: old.isVolatile)
        let separates = cacheEnabled && !durable && !old.isVolatile
        let keepsNothing = sectors == 0xFF
        // Memory is needed only while sectors with data of their own remain.
        let hasBytes = old.page != 0 || (old.isUntouched && background != nil)
        if hasBytes, !keepsNothing {
            state.page = separates ? 0 : old.page
            if state.page == 0 {
                let memory = arena.allocate()
                guard memory != 0 else { return false }
                copyPage(old, to: arena[memory])
                state.page = memory
            }
            fill(state.page, sectors, with: change)
        }
        switch change {
        case .zero, .uncorrectable: state.written |= sectors
        case .deallocate: state.written &= ~sectors
        }
        state.uncorrectable =
            change == .uncorrectable ? state.uncorrectable | sectors : state.uncorrectable & ~sectors
        account(from: writtenSectors(old), to: state.written)
        if separates {
            makeVolatile(slot, page)
            state.isVolatile = true
        } else if state.page != old.page {
            arena.free(old.page)
        }
        slot.pointee.latest = state
        return durable && state.isVolatile ? patchDurable(slot, sectors) : true
    }

    private func fill(_ page: UInt32, _ sectors: UInt8, with change: SectorChange) {
        guard change != .uncorrectable else { return }
        let source = change == .zero ? zeros : deallocatedPattern
        for sector in 0..<8 where sectors & 1 << sector != 0 {
            memcpy(arena[page] + sector << 9, source, 512)
        }
    }

}
