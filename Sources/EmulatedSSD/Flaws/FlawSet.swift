/// Flaws, and how often each of them could have struck.
struct FlawSet {
    private var rows: [(flaw: Flaw, seen: Int)]
    private var random: SplitMix

    init(_ flaws: [Flaw], seed: UInt64) {
        rows = flaws.map { ($0, 0) }
        random = SplitMix(seed: seed)
    }

    /// The flaws that strike on this occasion, in the order in which they were given; every one that could have is counted.
    ///
    /// - Parameter blocks: what the access touches; nil for one that is about no blocks.
    mutating func strikes(
        _ occasion: Flaw.Effect.Occasion, blocks: Range<UInt64>? = nil, opcode: UInt8? = nil
    ) -> [Flaw] {
        var found: [Flaw] = []
        for index in rows.indices where rows[index].flaw.effect.occasion == occasion {
            let flaw = rows[index].flaw
            if let wanted = flaw.blocks, let blocks, !wanted.overlaps(blocks) { continue }
            if flaw.blocks != nil, blocks == nil, occasion == .completion { continue }
            if let wanted = flaw.opcode, let opcode, wanted != opcode { continue }
            rows[index].seen += 1
            if let nth = flaw.nth, nth != rows[index].seen { continue }
            if flaw.probability < 1, Double(random.next() >> 11) * 0x1p-53 >= flaw.probability { continue }
            found.append(flaw)
        }
        return found
    }
}

extension Flaw {
    /// Whether the flaw, when it strikes, damages this block of an access: one that it names, or, where it names none, the
    /// access's first block or all of them, as the effect says.
    func hits(_ lba: UInt64, of access: Range<UInt64>) -> Bool {
        if let blocks { return blocks.contains(lba) }
        return effect.isOfOneBlock ? lba == access.lowerBound : true
    }
}

extension Flaw.Effect {
    /// Without `lba` it damages the first block of an access only.
    fileprivate var isOfOneBlock: Bool {
        switch self {
        case .flipBit, .zeros, .ones, .shift, .tornBlock: true
        default: false
        }
    }
}
