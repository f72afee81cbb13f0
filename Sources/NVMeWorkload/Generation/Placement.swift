/// Where the commands of one size may start: every one of them ends inside of the region.
struct Placement {
    let blocks: UInt32
    /// Sequential commands start at multiples of so many blocks; 1 where nobody asked for more.
    let alignment: UInt32
    /// Random commands start at `first`, at `first + grain`, and so on.
    let grain: UInt32
    /// The first start.
    let first: UInt64
    /// How many starts random commands have, 1 or more.
    let positions: UInt64
    /// The last start of a sequential command.
    let last: UInt64
    /// Where a sequential cursor goes on that has left the region: at the first start, or backwards from the last one.
    let wrap: UInt64

    /// nil where the region has no room for a single command of that size at that alignment.
    ///
    /// - Parameters:
    ///   - choice: index of the size in `ioSize`.
    ///   - region: what the namespace has of the workload's region.
    init?(_ workload: Workload, choice: Int, region: Range<UInt64>) {
        let size = workload.ioSize.choices[choice].blocks
        let alignment = workload.lbaAlignment(ofChoice: choice)
        guard let blocks = UInt32(exactly: size), blocks > 0, let grain = UInt32(exactly: alignment ?? size), grain > 0,
            let first = Self.firstStart(in: region, alignment: alignment ?? 1)
        else { return nil }
        let end = region.upperBound
        guard first < end, end - first >= UInt64(blocks) else { return nil }
        self.blocks = blocks
        self.alignment = UInt32(clamping: alignment ?? 1)
        self.grain = grain
        self.first = first
        positions = (end - first - UInt64(blocks)) / UInt64(grain) + 1
        // A pass covers what is left at the end too; no other command is shorter than its size.
        last = workload.coversItsRegion ? end - 1 : end - UInt64(blocks)
        let isBackward = workload.lbaStep.map { $0 < 0 } ?? false
        wrap = isBackward ? last / UInt64(self.alignment) * UInt64(self.alignment) : first
    }

    /// For a workload that was never checked and fits nowhere.
    init(oneBlockAt lba: UInt64) {
        blocks = 1
        alignment = 1
        grain = 1
        first = lba
        positions = 1
        last = lba
        wrap = lba
    }

    /// The first multiple of the alignment that is not below the region; nil beyond 64 bits.
    static func firstStart(in region: Range<UInt64>, alignment: Int) -> UInt64? {
        let alignment = UInt64(max(1, alignment))
        let (sum, overflow) = region.lowerBound.addingReportingOverflow(alignment - 1)
        return overflow ? nil : sum / alignment * alignment
    }
}

extension Workload {
    /// What the start addresses of random commands are multiples of, in blocks: one number for each of the sizes.
    ///
    /// `lbaAlignment` where that was given. Otherwise each size itself, counted from the first block of the region.
    public var randomAlignment: [Int] {
        ioSize.choices.indices.map { lbaAlignment(ofChoice: $0) ?? ioSize.choices[$0].blocks }
    }

    /// The alignment that was asked for; nil for none.
    func lbaAlignment(ofChoice choice: Int) -> Int? {
        lbaAlignment.count > 1
            ? lbaAlignment.indices.contains(choice) ? lbaAlignment[choice] : nil : lbaAlignment.first
    }

    /// Whether the commands follow each other from the region's start to its end, of which the last one may be shorter.
    var coversItsRegion: Bool { isPass && lbaStep == nil && lbaRandom.percent == 0 }

    /// Whether the sizes that are drawn decide how many commands that takes: `ioCount` is what they come to on average.
    package var isPassOfSeveralSizes: Bool { coversItsRegion && ioSize.choices.count > 1 }

    /// How many commands have the size of the region together: sequential ones up to its end, of random ones no more than that, of several
    /// sizes on average. nil where the region has no room for one.
    func commandsOfAPass(of region: Range<UInt64>) -> UInt64? {
        let weights = ioSize.choices.reduce(UInt64(0)) { $0 + UInt64(clamping: $1.weight) }
        let weighted = ioSize.choices.reduce(UInt64(0)) {
            $0 + UInt64(clamping: $1.weight) * UInt64(clamping: $1.blocks)
        }
        guard weights > 0, weighted > 0 else { return nil }
        if lbaRandom.percent == 0, ioSize.choices.count == 1 {
            let alignment = UInt64(max(1, lbaAlignment.first ?? 1))
            let distance = (UInt64(ioSize.largest) + alignment - 1) / alignment * alignment
            guard let first = Placement.firstStart(in: region, alignment: Int(alignment)), first < region.upperBound
            else { return nil }
            return (region.upperBound - first - 1) / distance + 1
        }
        let (product, overflow) = (region.upperBound - region.lowerBound).multipliedReportingOverflow(by: weights)
        return max(1, (overflow ? .max : product) / weighted)
    }
}
