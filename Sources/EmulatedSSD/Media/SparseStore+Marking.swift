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
        if vault.pointee.isUnderPressure { vault.pointee.tend() }
        var durable = durable
        var position = range.offset
        let end = range.end
        while position < end {
            let page = position >> PageArena.pageShift
            // What was never touched needs no deallocation: it is deallocated, or (behind an overwrite by sanitize) the
            // hint is not taken.
            if change == .deallocate, table.slots.entry(page) == .none {
                position = max(position, table.nextCandidate(after: page) << PageArena.pageShift)
                continue
            }
            let start = Int(position & 4095)
            let count = Int(min(4096 &- UInt64(start), end &- position))
            if change == .deallocate, latest(page)?.isUntouched == true {
                position &+= UInt64(count)
                continue
            }
            let sectors = sectorMask(start: start, count: count)
            if !apply(change, page, sectors, durable) {
                makeSpace(&durable)
                guard apply(change, page, sectors, durable) else { return .writeFault }
            }
            position &+= UInt64(count)
        }
        return .success
    }

    private mutating func apply(
        _ change: SectorChange, _ page: UInt64, _ sectors: UInt8, _ durable: Bool
    ) -> Bool {
        guard let slot = makeSlot(page) else { return false }
        let old = slot.pointee
        let separates = cacheEnabled && !durable && !old.isVolatile
        // Memory is needed only while sectors with data of their own remain.
        let hasBytes = old.memoryPage != 0 || old.isPacked || (old.isUntouched && background != nil)
        let keepsBytes = hasBytes && sectors != 0xFF
        var number: UInt32 = old.isVolatile ? old.number : 0
        if number == 0, keepsBytes, !separates { number = old.memoryPage }
        if number == 0, keepsBytes || separates {
            number = vault.pointee.arena.allocate(.version(of: page, client: client))
            guard number != 0 else { return false }
        }
        if keepsBytes {
            let target = vault.pointee.arena[number]
            if number != old.memoryPage, !copyPage(old, page, to: target) {
                vault.pointee.arena.free(number)
                return false
            }
            fill(target, sectors, with: change)
        }
        var state = PageState(
            kind: keepsBytes || number == 0 ? .plain : .vacant, number: number, written: writtenSectors(old),
            uncorrectable: old.uncorrectable, isVolatile: old.isVolatile || separates)
        switch change {
        case .zero, .uncorrectable: state.written |= sectors
        case .deallocate: state.written &= ~sectors
        }
        state.uncorrectable =
            change == .uncorrectable ? state.uncorrectable | sectors : state.uncorrectable & ~sectors
        account(from: writtenSectors(old), to: state.written)
        if separates {
            remember(old, beside: number, page)
        } else if number != old.number || old.isPacked {
            vault.pointee.discard(old)
        }
        slot.pointee = state
        return durable && state.isVolatile ? patchDurable(slot, sectors, page) : true
    }

    private func fill(_ target: UnsafeMutableRawPointer, _ sectors: UInt8, with change: SectorChange) {
        guard change != .uncorrectable else { return }
        let source = change == .zero ? zeros : deallocatedPattern
        for sector in 0..<8 where sectors & 1 << sector != 0 {
            memcpy(target + sector << 9, source, 512)
        }
    }
}
