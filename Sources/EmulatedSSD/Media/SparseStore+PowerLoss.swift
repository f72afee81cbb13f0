extension SparseStore {
    /// Decides what is left of the cache: for each logical block its latest version or the durable one.
    ///
    /// Both are legal for whatever was not flushed, and a block is never torn. The same seed gives the same loss.
    mutating func losePower(seed: UInt64, blockShift: UInt64) {
        while let page = cache.removeFirst() {
            guard let slot = table.slot(page, in: arena), slot.pointee.latest.isVolatile else { continue }
            let lost = lostSectors(of: page, seed: seed, blockShift: blockShift)
            if lost != 0 { revert(lost, in: slot) }
            if lost != 0xFF { harden(page) }
        }
    }

    private func lostSectors(of page: UInt64, seed: UInt64, blockShift: UInt64) -> UInt8 {
        var lost: UInt8 = 0
        for sector in 0..<UInt64(8) {
            let block = (page << PageArena.pageShift | sector << 9) >> blockShift
            if mix(seed ^ mix(block)) & 1 != 0 { lost |= 1 << UInt8(sector) }
        }
        return lost
    }

    private mutating func revert(_ sectors: UInt8, in slot: UnsafeMutablePointer<PageSlot>) {
        let before = writtenSectors(slot.pointee.latest)
        if sectors == 0xFF {
            arena.free(slot.pointee.latest.page)
            slot.pointee.latest = slot.pointee.durable
        } else if !mergeSectors(sectors, of: slot.pointee.durable, into: &slot.pointee.latest) {
            // No memory to mix the two versions: everything survives, which is legal too.
            return
        }
        account(from: before, to: writtenSectors(slot.pointee.latest))
    }
}

/// SplitMix64's finaliser: spreads a seed over all bits.
@inline(__always)
private func mix(_ value: UInt64) -> UInt64 {
    var bits = value &+ 0x9E37_79B9_7F4A_7C15
    bits = (bits ^ bits >> 30) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ bits >> 27) &* 0x94D0_49BB_1331_11EB
    return bits ^ bits >> 31
}
