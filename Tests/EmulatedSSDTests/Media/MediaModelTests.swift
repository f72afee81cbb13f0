import Testing

@testable import EmulatedSSD

/// The medium against the obvious one, over thousands of random operations that a seed decides.
@Suite struct MediaModelTests {
    @Test(arguments: [512, 4096, 16_384], [UInt64(1), 2, 3, 4])
    func everyReadIsTheModelsAndEveryPowerLossIsLegal(blockByteCount: Int, seed: UInt64) {
        var run = RandomRun(blockByteCount: blockByteCount, seed: seed, cachePages: 1024)
        for _ in 0..<2000 { run.step() }
        run.finish()
    }

    @Test(arguments: [UInt64(11), 12])
    func smallCacheNeverLosesMoreThanIsLegal(seed: UInt64) {
        var run = RandomRun(blockByteCount: 512, seed: seed, cachePages: 64, blocks: 1024)
        for _ in 0..<2000 { run.step() }
        run.finish()
    }

    @Test(arguments: [UInt64(31), 32])
    func tightMemoryNeverTearsABlockOfSeveralPages(seed: UInt64) {
        // Room for the data of all blocks, the tables, and a few durable versions.
        let budget: UInt64 = 64 * 65_536 + 40 * 4096
        var run = RandomRun(blockByteCount: 65_536, seed: seed, cachePages: 1024, blocks: 32, budget: budget)
        for _ in 0..<1000 { run.step() }
        run.finish()
    }

    @Test func smallCacheNeverTearsABlockOfSeveralPages() {
        var run = RandomRun(blockByteCount: 65_536, seed: 21, cachePages: 64, blocks: 32)
        for _ in 0..<1000 { run.step() }
        run.finish()
    }

    /// Pages are packed, spilled, read back and refused all the time.
    @Test(arguments: [512, 4096, 16_384], [UInt64(0), 1 << 18])
    func spentBudgetsLoseNothing(blockByteCount: Int, spill: UInt64) {
        var seen: Set<PageKind> = []
        var refusals = 0
        for seed in UInt64(41)...43 {
            var run = RandomRun(
                blockByteCount: blockByteCount, seed: seed, cachePages: 64, blocks: UInt64(8 << 20 / blockByteCount),
                budget: 1 << 20, spill: spill, filling: .various)
            for _ in 0..<700 { run.step() }
            run.finish()
            seen.formUnion(run.seen)
            refusals += run.refusals
        }
        // No test of what never happened. (Numbers differ from block to block, so that small blocks never repeat a dword, and
        // hardly ever make a page of stamps that count; nor does a range of them often cover a whole page.)
        var absent: Set<PageKind> = spill == 0 ? [.spilled] : []
        if blockByteCount < 4096 { absent.formUnion([.pattern, .stamped, .vacant]) }
        #expect(PageKind.all.subtracting(absent).isSubset(of: seen))
        #expect(refusals > 0)
    }
}

extension PageKind {
    static var all: Set<Self> { [.plain, .vacant, .pattern, .shared, .stamped, .recorded, .spilled] }
}

private struct RandomRun {
    var generator: SeededGenerator
    var model = MediaModel()
    let access: BlockAccess
    let memory: MediaMemory
    let blocks: UInt64
    /// A second region far away, so that several directories are used.
    let far: UInt64
    var nextFill: UInt64 = 1
    /// What was not as the model wants it.
    var faults: [String] = []
    let mayRefuse: Bool
    private(set) var refusals = 0
    /// How pages were kept when somebody looked.
    private(set) var seen: Set<PageKind> = []

    init(
        blockByteCount: Int, seed: UInt64, cachePages: Int, blocks: UInt64 = 256, budget: UInt64 = 256 << 20,
        spill: UInt64 = 0, filling: BlockFilling = .uniform
    ) {
        generator = SeededGenerator(seed: seed)
        memory = MediaMemory(budget: budget, spill: spill)
        let media = Media(byteCapacity: 1 << 50, kind: .sparse, memory: memory, cachePages: cachePages)
        access = BlockAccess(media, blockByteCount: blockByteCount, filling: filling)
        self.blocks = blocks
        far = (1 << 49) / UInt64(blockByteCount)
        mayRefuse = filling == .various
    }

    var allBlocks: [UInt64] { (0..<blocks).flatMap { [$0, far + $0] } }

    mutating func randomRange() -> Range<UInt64> {
        let start = UInt64.random(in: 0..<blocks, using: &generator)
        let count = UInt64.random(in: 1...min(24, blocks - start), using: &generator)
        let base = Bool.random(using: &generator) ? far : 0
        return base + start..<base + start + count
    }

    mutating func step() {
        let durable = Int.random(in: 0..<5, using: &generator) == 0
        switch Int.random(in: 0..<100, using: &generator) {
        case 0..<45: write(randomRange(), durable)
        case 45..<60: change(.deallocate, randomRange(), durable, to: .deallocated)
        case 60..<68: change(.zero, randomRange(), durable, to: .filled(0))
        case 68..<73: change(.uncorrectable, randomRange(), durable, to: .uncorrectable)
        case 73..<92: check(randomRange())
        case 92..<96: flush()
        case 96..<97: toggleCache()
        case 97..<98: losePower()
        case 98..<99 where Int.random(in: 0..<8, using: &generator) == 0: format()
        default: check(randomRange())
        }
    }

    mutating func write(_ range: Range<UInt64>, _ durable: Bool) {
        let size = range.count * access.blockByteCount
        let cuts = (0..<Int.random(in: 0..<6, using: &generator)).map { _ in
            Int.random(in: 0..<size, using: &generator) & ~3
        }
        let result = access.write(range, first: nextFill, durable: durable, cuts: cuts)
        for block in range {
            note(result, block, .filled(nextFill), durable)
            nextFill += 1
        }
    }

    mutating func change(_ change: SectorChange, _ range: Range<UInt64>, _ durable: Bool, to content: BlockContent) {
        let result = access.media.apply(change, to: access.range(range), durable: durable)
        for block in range { note(result, block, content, durable) }
    }

    /// Tells the model what became of a block; a refused change may have been done in part, by whole blocks.
    private mutating func note(_ result: MediaResult, _ block: UInt64, _ content: BlockContent, _ durable: Bool) {
        if result == .success { return model.set(block, content, durable: durable) }
        if !mayRefuse { faults.append("block \(block) was refused") }
        refusals += 1
        let found = access.read(block)
        if ![model.content(block), content].contains(found) { faults.append("block \(block) was spoilt") }
        model.mayHaveSet(block, content, found: found)
    }

    mutating func flush() {
        access.media.flush()
        model.flush()
    }

    mutating func toggleCache() {
        model.cacheEnabled.toggle()
        access.media.setWriteCache(enabled: model.cacheEnabled)
        if !model.cacheEnabled { model.flush() }
    }

    mutating func format() {
        access.media.format(lbaByteCount: access.blockByteCount)
        model.format()
    }

    mutating func losePower() {
        access.media.powerLoss(seed: generator.next())
        for block in allBlocks {
            let found = access.read(block)
            if !model.legalContents(block).contains(found) { faults.append("block \(block) lost to \(found)") }
            model.adopt(block, found)
        }
        model.flush()
    }

    mutating func check(_ range: Range<UInt64>) {
        let cut = Int.random(in: 0..<access.blockByteCount, using: &generator) & ~3
        for block in range {
            if let kind = access.media.pageKind(at: block * UInt64(access.blockByteCount)) { seen.insert(kind) }
        }
        for block in range where access.read(block, cuts: [cut]) != model.content(block) {
            faults.append("block \(block) is not what was written")
        }
    }

    mutating func finish() {
        for block in allBlocks where access.read(block) != model.content(block) {
            faults.append("block \(block) is not what was written")
        }
        #expect(faults.prefix(5) == [])
        #expect(access.media.allocatedBytes == UInt64(model.allocatedBlocks * access.blockByteCount))
        for base in [0, far] {
            _ = access.media.apply(.deallocate, to: access.range(base..<base + blocks), durable: false)
        }
        access.media.flush()
        // Tables remain: a page for each MiB, and one for their entries, in both regions.
        let tables = ((blocks * UInt64(access.blockByteCount) + 0xF_FFFF) >> 20 + 1) * 2
        #expect(memory.memoryBytes <= tables * PageArena.bytesPerPage)
        #expect(memory.spilledBytes == 0)
    }
}
