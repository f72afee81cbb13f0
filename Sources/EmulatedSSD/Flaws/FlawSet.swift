/// Flaws, and how often each of them could have struck.
struct FlawSet {
    private var rows: [(flaw: Flaw, seen: Int)]
    private var random: SplitMix

    init(_ flaws: [Flaw], seed: UInt64) {
        rows = flaws.map { ($0, 0) }
        random = SplitMix(seed: seed)
    }

    /// The first flaw that strikes on this occasion; every one that could have is counted.
    mutating func strike(
        _ occasion: Flaw.Effect.Occasion, blocks: Range<UInt64>? = nil, opcode: UInt8? = nil
    ) -> Flaw? {
        var found: Flaw?
        for index in rows.indices where rows[index].flaw.effect.occasion == occasion {
            let flaw = rows[index].flaw
            if let wanted = flaw.blocks, let blocks, !wanted.overlaps(blocks) { continue }
            if flaw.blocks != nil, blocks == nil, occasion == .completion { continue }
            if let wanted = flaw.opcode, let opcode, wanted != opcode { continue }
            rows[index].seen += 1
            if let nth = flaw.nth, nth != rows[index].seen { continue }
            if flaw.probability < 1, Double(random.next() >> 11) * 0x1p-53 >= flaw.probability { continue }
            if found == nil { found = flaw }
        }
        return found
    }
}
