import Glibc

extension SparseStore {
    /// The state of a page as reads see it; nil when the spill file does not give it.
    @inline(__always)
    func latest(_ page: UInt64) -> PageState? {
        if let slot = table.slots.slot(page, in: vault.pointee.arena) { return slot.pointee }
        guard let record = table.slots.entry(page).record else { return .untouched }
        return vault.pointee.packedSlot(page, record)?.state
    }

    /// Sends bytes to the host. Stops at the first sector that is uncorrectable, or that the spill file does not give.
    @inline(__always)
    func read(_ range: MediaRange, into host: inout HostCursor) -> MediaResult {
        var position = range.offset
        let end = range.end
        while position < end {
            let start = Int(position & 4095)
            let count = Int(min(4096 &- UInt64(start), end &- position))
            let page = position >> PageArena.pageShift
            guard let state = latest(page) else { return .unrecoveredRead }
            if state.uncorrectable != 0, state.uncorrectable & sectorMask(start: start, count: count) != 0 {
                return .unrecoveredRead
            }
            if let source = source(state, start: start, count: count) {
                if state.memoryPage != 0, !state.isReferenced {
                    table.slots.slot(page, in: vault.pointee.arena)?.pointee.isReferenced = true
                }
                host.send(source, count: count)
            } else {
                guard sendMixed(state, page, start: start, count: count, to: &host) else { return .unrecoveredRead }
            }
            position &+= UInt64(count)
        }
        return .success
    }

    @inline(never)
    private func sendMixed(
        _ state: PageState, _ page: UInt64, start: Int, count: Int, to host: inout HostCursor
    ) -> Bool {
        if state.kind == .shared {
            host.send(vault.pointee.arena[state.number] + start, count: count)
            return true
        }
        return withUnsafeTemporaryAllocation(byteCount: PageArena.pageSize, alignment: 16) { bytes in
            guard let base = bytes.baseAddress, copyPage(state, page, to: base) else { return false }
            host.send(base + start, count: count)
            return true
        }
    }

    /// Compares with host memory: the first page that differs or is uncorrectable decides.
    func compare(_ range: MediaRange, with host: inout HostCursor) -> MediaResult {
        withUnsafeTemporaryAllocation(byteCount: PageArena.pageSize, alignment: 16) { page in
            guard let base = page.baseAddress else { return .miscompare }
            var position = range.offset
            while position < range.end {
                let count = min(4096 &- (position & 4095), range.end &- position)
                var bounce = HostCursor(page)
                let piece = MediaRange(offset: position, byteCount: count)
                let result = read(piece, into: &bounce)
                guard result == .success else { return result }
                guard host.matches(base, count: Int(count)) else { return .miscompare }
                position &+= count
            }
            return .success
        }
    }

    /// Looks at the states alone: whether a read would fail, or would return a deallocated sector.
    func check(_ range: MediaRange, deallocatedIsError: Bool) -> MediaResult {
        var position = range.offset
        while position < range.end {
            let start = Int(position & 4095)
            let count = Int(min(4096 &- UInt64(start), range.end &- position))
            guard let state = latest(position >> PageArena.pageShift) else { return .unrecoveredRead }
            let mask = sectorMask(start: start, count: count)
            if state.uncorrectable & mask != 0 { return .unrecoveredRead }
            if deallocatedIsError, writtenSectors(state) & mask != mask { return .deallocated }
            position &+= UInt64(count)
        }
        return .success
    }
}
