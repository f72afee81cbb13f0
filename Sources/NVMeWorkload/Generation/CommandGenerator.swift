import NVMeDriver

/// The next command of a worker, before it becomes a submission queue entry.
struct GeneratedCommand: Equatable, Sendable {
    var opcode: UInt8
    var blocks: UInt32
    var lba: UInt64
}

/// Turns a validated workload into an endless row of commands, the same row for the same seed.
///
/// Drawing a command allocates, retains and releases nothing.
struct CommandGenerator: ~Copyable {
    /// What stays the same.
    let plan: CommandPlan
    /// What drawing a command changes.
    var state: State

    struct State {
        var random: WorkloadRandom
        var cursor: UInt64
    }

    /// - Parameter workload: validated, so that region and shares are known to fit.
    init(_ workload: Workload, namespaceBlocks: UInt64, seed: UInt64, integrity: IntegrityTable? = nil) {
        let region = workload.region ?? 0..<namespaceBlocks
        state = State(
            random: WorkloadRandom(seed: seed),
            cursor: max(region.lowerBound, min(workload.lbaStart, region.upperBound)))
        plan = CommandPlan(workload, region: region, integrity: integrity)
    }

    deinit { plan.deallocate() }

    /// Draws the next command.
    mutating func next() -> GeneratedCommand { plan.next(&state) }
}

/// The constants of a `CommandGenerator`, without counted references: a loop keeps them and the state in registers.
///
/// Unsafe inside: all pointers belong to the generator, which is alive as long as the plan is used.
struct CommandPlan {
    private struct Size {
        var blocks: UInt32
        var alignment: UInt32
    }

    private let start: UInt64
    private let end: UInt64
    private let step: Int64?
    private let randomShare: UInt64
    /// Nil where every address is as probable as any other.
    private let addresses: UnsafeMutablePointer<AddressGenerator>?
    /// Knows the blocks that Write Uncorrectable has marked; nil while the namespace is not verified.
    private let integrity: Unmanaged<IntegrityTable>?
    /// One entry per percent.
    private let opcodes: UnsafeMutableBufferPointer<UInt8>
    /// One entry per unit of weight.
    private let sizes: UnsafeMutableBufferPointer<Size>

    init(_ workload: Workload, region: Range<UInt64>, integrity: IntegrityTable?) {
        self.integrity = integrity.map { .passRetained($0) }
        start = region.lowerBound
        end = region.upperBound
        step = workload.lbaStep.map(Int64.init)
        randomShare = UInt64(workload.lbaRandom.percent)
        if workload.distribution == .uniform {
            addresses = nil
        } else {
            let made = UnsafeMutablePointer<AddressGenerator>.allocate(capacity: 1)
            made.initialize(
                to: AddressGenerator(workload.distribution, blocks: region.upperBound - region.lowerBound))
            addresses = made
        }
        opcodes = Self.opcodes(of: workload)
        sizes = Self.sizes(of: workload)
    }

    private static func opcodes(of workload: Workload) -> UnsafeMutableBufferPointer<UInt8> {
        let shares = workload.operations.filter { $0.value > 0 }.sorted { $0.key.rawValue < $1.key.rawValue }
        // A single operation needs no random number.
        let table = shares.flatMap { Array(repeating: $0.key.rawValue, count: shares.count > 1 ? $0.value : 1) }
        let opcodes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(1, table.count))
        opcodes.initialize(repeating: Operation.read.rawValue)
        for (index, opcode) in table.enumerated() { opcodes[index] = opcode }
        return opcodes
    }

    private static func sizes(of workload: Workload) -> UnsafeMutableBufferPointer<Size> {
        let choices = workload.ioSize.choices.enumerated().flatMap { index, choice in
            let alignment =
                workload.lbaAlignment.count > 1 ? workload.lbaAlignment[index] : workload.lbaAlignment.first ?? 1
            let size = Size(blocks: UInt32(clamping: choice.blocks), alignment: UInt32(clamping: max(1, alignment)))
            return Array(repeating: size, count: max(1, choice.weight))
        }
        let sizes = UnsafeMutableBufferPointer<Size>.allocate(capacity: max(1, choices.count))
        sizes.initialize(repeating: Size(blocks: 1, alignment: 1))
        for (index, size) in choices.enumerated() { sizes[index] = size }
        return sizes
    }

    func deallocate() {
        integrity?.release()
        addresses?.deinitialize(count: 1)
        addresses?.deallocate()
        opcodes.deallocate()
        sizes.deallocate()
    }
}

extension CommandPlan {
    /// Draws the next command.
    @inline(__always)
    func next(_ state: inout CommandGenerator.State) -> GeneratedCommand {
        let opcode = opcodes.count == 1 ? opcodes[0] : opcodes[pick(opcodes.count, &state)]
        let size = sizes.count == 1 ? sizes[0] : sizes[pick(sizes.count, &state)]
        let isRandom = randomShare == 100 || randomShare > 0 && state.random.below(100) < randomShare
        let lba = isRandom ? randomStart(size, &state) : sequentialStart(size, &state)
        let room = end &- lba
        return GeneratedCommand(
            opcode: opcode, blocks: UInt64(size.blocks) < room ? size.blocks : UInt32(truncatingIfNeeded: room),
            lba: lba)
    }

    @inline(__always)
    private func pick(_ count: Int, _ state: inout CommandGenerator.State) -> Int {
        Int(truncatingIfNeeded: state.random.below(UInt64(truncatingIfNeeded: count)))
    }

    @inline(__always)
    private func randomStart(_ size: Size, _ state: inout CommandGenerator.State) -> UInt64 {
        var offset: UInt64
        if let addresses {
            (offset, state.random) = Self.draw(addresses, state.random)
        } else {
            offset = state.random.below(end &- start)
        }
        let lba = start &+ offset
        guard size.alignment > 1 else { return lba }
        let aligned = Self.roundUp(lba, size.alignment)
        return aligned < end ? aligned : Self.roundDown(end &- 1, size.alignment)
    }

    @inline(__always)
    private func sequentialStart(_ size: Size, _ state: inout CommandGenerator.State) -> UInt64 {
        var lba = state.cursor >= start && state.cursor < end ? state.cursor : start
        if size.alignment > 1 {
            lba = Self.roundUp(lba, size.alignment)
            if lba >= end { lba = start }
        }
        if let integrity { lba = Self.firstUnmarked(lba, before: end, integrity) }
        state.cursor = advanced(lba, by: step ?? Int64(size.blocks))
        return lba
    }

    /// Takes and gives the random numbers by value: an address of theirs would keep them out of the registers.
    @inline(never)
    private static func draw(
        _ addresses: UnsafeMutablePointer<AddressGenerator>, _ random: WorkloadRandom
    ) -> (UInt64, WorkloadRandom) {
        var random = random
        let offset = addresses.pointee.draw(&random)
        return (offset, random)
    }

    /// Steps over blocks that were made uncorrectable on purpose; stays where the region has no others.
    @inline(never)
    private static func firstUnmarked(
        _ lba: UInt64, before end: UInt64, _ integrity: Unmanaged<IntegrityTable>
    ) -> UInt64 {
        integrity._withUnsafeGuaranteedRef { table in
            var next = lba
            while next < end, table.isMarkedUncorrectable(next) { next &+= 1 }
            return next < end ? next : lba
        }
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
        roundDown(lba &+ UInt64(alignment) &- 1, alignment)
    }

    @inline(__always)
    private static func roundDown(_ lba: UInt64, _ alignment: UInt32) -> UInt64 {
        let alignment = UInt64(alignment)
        // A division takes longer than everything else that is done for an address.
        guard alignment & (alignment &- 1) != 0 else { return lba & (0 &- alignment) }
        return lba / alignment &* alignment
    }
}
