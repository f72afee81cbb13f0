extension SparseStore {
    /// Decides what is left of the cache: for each logical block its latest version or the durable one.
    ///
    /// Both are legal for whatever was not flushed, and a block is never torn. The same seed gives the same loss.
    mutating func losePower(seed: UInt64, blockShift: UInt64) {
        while let page = cache.removeFirst() {
            guard let slot = table.slots.slot(page, in: vault.pointee.arena), slot.pointee.isVolatile else { continue }
            let lost = lostSectors(of: page, seed: seed, blockShift: blockShift)
            if lost != 0 { revert(lost, page, slot) }
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

    private mutating func revert(_ sectors: UInt8, _ page: UInt64, _ slot: UnsafeMutablePointer<PageState>) {
        let before = writtenSectors(slot.pointee)
        let durable = durableVersion(of: slot.pointee)
        if sectors == 0xFF {
            vault.pointee.arena.free(slot.pointee.number)
            slot.pointee = durable
        } else if !mergeSectors(sectors, of: durable, into: &slot.pointee, page) {
            // The two versions cannot be mixed for want of memory: everything survives, which is legal too.
            return
        }
        account(from: before, to: writtenSectors(slot.pointee))
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
