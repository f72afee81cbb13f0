import NVMeDriver

/// The next command of a worker, before it becomes a submission queue entry.
struct GeneratedCommand: Equatable, Sendable {
    var opcode: UInt8
    var blocks: UInt32
    var lba: UInt64
}

/// Turns a validated workload into an endless row of commands, the same row for the same seed.
///
/// A value without references to shared state; drawing a command allocates nothing.
struct CommandGenerator: ~Copyable {
    private var random: WorkloadRandom
    private let start: UInt64
    private let end: UInt64
    private let step: Int64?
    private let randomShare: UInt64
    private let addresses: AddressGenerator
    /// Kept apart from `addresses`, so that the common case copies none of its tables.
    private let isUniform: Bool
    private var cursor: UInt64
    /// Knows the blocks that Write Uncorrectable has marked; nil while the namespace is not verified.
    private let integrity: IntegrityTable?
    private let knowsMarks: Bool

    /// One entry per percent.
    private let opcodes: UnsafeMutableBufferPointer<UInt8>
    /// One entry per unit of weight.
    private let sizes: UnsafeMutableBufferPointer<Size>

    private struct Size {
        var blocks: UInt32
        var alignment: UInt32
    }

    /// - Parameter workload: validated, so that region and shares are known to fit.
    init(_ workload: Workload, namespaceBlocks: UInt64, seed: UInt64, integrity: IntegrityTable? = nil) {
        self.integrity = integrity
        knowsMarks = integrity != nil
        let region = workload.region ?? 0..<namespaceBlocks
        random = WorkloadRandom(seed: seed)
        start = region.lowerBound
        end = region.upperBound
        step = workload.lbaStep.map(Int64.init)
        randomShare = UInt64(workload.lbaRandom.percent)
        isUniform = workload.distribution == .uniform
        addresses = AddressGenerator(workload.distribution, blocks: region.upperBound - region.lowerBound)
        cursor = max(region.lowerBound, min(workload.lbaStart, region.upperBound))

        let table = workload.operations.sorted { $0.key.rawValue < $1.key.rawValue }
            .flatMap { Array(repeating: $0.key.rawValue, count: workload.operations.count > 1 ? $0.value : 1) }
        opcodes = .allocate(capacity: max(1, table.count))
        opcodes.initialize(repeating: Operation.read.rawValue)
        for (index, opcode) in table.enumerated() { opcodes[index] = opcode }

        let choices = workload.ioSize.choices.enumerated().flatMap { index, choice in
            let alignment =
                workload.lbaAlignment.count > 1 ? workload.lbaAlignment[index] : workload.lbaAlignment.first ?? 1
            let size = Size(blocks: UInt32(clamping: choice.blocks), alignment: UInt32(clamping: max(1, alignment)))
            return Array(repeating: size, count: max(1, choice.weight))
        }
        sizes = .allocate(capacity: max(1, choices.count))
        sizes.initialize(repeating: Size(blocks: 1, alignment: 1))
        for (index, size) in choices.enumerated() { sizes[index] = size }
    }

    deinit {
        opcodes.deallocate()
        sizes.deallocate()
    }

    /// Draws the next command.
    @inline(__always)
    mutating func next() -> GeneratedCommand {
        let opcode = opcodes.count == 1 ? opcodes[0] : opcodes[pick(opcodes.count)]
        let size = sizes.count == 1 ? sizes[0] : sizes[pick(sizes.count)]
        let isRandom = randomShare == 100 || randomShare > 0 && random.below(100) < randomShare
        let lba = isRandom ? randomStart(size) : sequentialStart(size)
        let room = end &- lba
        return GeneratedCommand(
            opcode: opcode, blocks: UInt64(size.blocks) < room ? size.blocks : UInt32(truncatingIfNeeded: room),
            lba: lba)
    }

    @inline(__always)
    private mutating func pick(_ count: Int) -> Int {
        Int(truncatingIfNeeded: random.below(UInt64(truncatingIfNeeded: count)))
    }

    @inline(__always)
    private mutating func randomStart(_ size: Size) -> UInt64 {
        let lba = start &+ (isUniform ? random.below(end &- start) : drawShaped())
        guard size.alignment > 1 else { return lba }
        let aligned = Self.roundUp(lba, size.alignment)
        return aligned < end ? aligned : (end &- 1) / UInt64(size.alignment) &* UInt64(size.alignment)
    }

    @inline(__always)
    private mutating func sequentialStart(_ size: Size) -> UInt64 {
        var lba = cursor >= start && cursor < end ? cursor : start
        if size.alignment > 1 {
            lba = Self.roundUp(lba, size.alignment)
            if lba >= end { lba = start }
        }
        if knowsMarks { lba = firstUnmarked(from: lba) }
        cursor = advanced(lba, by: step ?? Int64(size.blocks))
        return lba
    }

    @inline(never)
    private mutating func drawShaped() -> UInt64 { addresses.draw(&random) }

    /// Steps over blocks that were made uncorrectable on purpose; stays where the region has no others.
    @inline(never)
    private func firstUnmarked(from lba: UInt64) -> UInt64 {
        guard let integrity else { return lba }
        var next = lba
        while next < end, integrity.isMarkedUncorrectable(next) { next &+= 1 }
        return next < end ? next : lba
    }

    /// The next start, or the region's first block where the cursor would leave it at either end.
    @inline(__always)
    private func advanced(_ lba: UInt64, by step: Int64) -> UInt64 {
        let next = lba &+ UInt64(bitPattern: step)
        let leaves = step < 0 ? lba < UInt64(bitPattern: 0 &- step) || next < start : next < lba || next >= end
        return leaves ? start : next
    }

    @inline(__always)
    private static func roundUp(_ lba: UInt64, _ alignment: UInt32) -> UInt64 {
        let alignment = UInt64(alignment)
        return (lba &+ alignment &- 1) / alignment &* alignment
    }
}
