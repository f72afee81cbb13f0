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
    /// One entry per unit of weight, 1 or more.
    private let sizes: UnsafeMutablePointer<Placement>
    private let sizeCount: Int

    init(_ workload: Workload, region: Range<UInt64>, integrity: IntegrityTable?) {
        self.integrity = integrity.map { .passRetained($0) }
        start = region.lowerBound
        end = region.upperBound
        step = workload.lbaStep.map(Int64.init)
        randomShare = UInt64(workload.lbaRandom.percent)
        let choices = Self.sizes(of: workload, region)
        sizeCount = choices.count
        sizes = .allocate(capacity: choices.count)
        sizes.initialize(from: choices, count: choices.count)
        if workload.distribution == .uniform {
            addresses = nil
        } else {
            let made = UnsafeMutablePointer<AddressGenerator>.allocate(capacity: 1)
            // Several sizes have starts of their own, onto which what is drawn of the region is scaled.
            let span = workload.ioSize.choices.count == 1 ? sizes[0].positions : region.upperBound - region.lowerBound
            made.initialize(to: AddressGenerator(workload.distribution, blocks: span))
            addresses = made
        }
        opcodes = Self.opcodes(of: workload)
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

    private static func sizes(of workload: Workload, _ region: Range<UInt64>) -> [Placement] {
        let choices = workload.ioSize.choices
        let sizes = choices.indices.flatMap { index in
            Placement(workload, choice: index, region: region).map {
                // A single size needs no random number.
                Array(repeating: $0, count: choices.count > 1 ? max(1, choices[index].weight) : 1)
            } ?? []
        }
        return sizes.isEmpty ? [Placement(oneBlockAt: region.lowerBound)] : sizes
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
        let size = sizes + (sizeCount == 1 ? 0 : pick(sizeCount, &state))
        let isRandom = randomShare == 100 || randomShare > 0 && state.random.below(100) < randomShare
        if isRandom {
            return GeneratedCommand(opcode: opcode, blocks: size.pointee.blocks, lba: randomStart(size, &state))
        }
        let lba = sequentialStart(size, &state)
        // Only the last command of a pass has less room than it wants.
        let room = end &- lba
        let blocks = size.pointee.blocks
        return GeneratedCommand(
            opcode: opcode, blocks: UInt64(blocks) < room ? blocks : UInt32(truncatingIfNeeded: room), lba: lba)
    }

    @inline(__always)
    private func pick(_ count: Int, _ state: inout CommandGenerator.State) -> Int {
        Int(truncatingIfNeeded: state.random.below(UInt64(truncatingIfNeeded: count)))
    }

    @inline(__always)
    private func randomStart(
        _ size: UnsafeMutablePointer<Placement>, _ state: inout CommandGenerator.State
    ) -> UInt64 {
        var position: UInt64
        if let addresses {
            (position, state.random) = Self.draw(addresses, state.random, positions: size.pointee.positions)
        } else {
            position = state.random.below(size.pointee.positions)
        }
        return size.pointee.first &+ position &* UInt64(size.pointee.grain)
    }

    @inline(__always)
    private func sequentialStart(
        _ size: UnsafeMutablePointer<Placement>, _ state: inout CommandGenerator.State
    ) -> UInt64 {
        var lba = state.cursor
        if size.pointee.alignment > 1 { lba = Self.roundUp(lba, size.pointee.alignment) }
        if lba < size.pointee.first || lba > size.pointee.last { lba = size.pointee.wrap }
        if let integrity { lba = Self.firstUnmarked(lba, size.pointee.first...size.pointee.last, integrity) }
        state.cursor = advanced(lba, by: step ?? Int64(size.pointee.blocks))
        return lba
    }

    /// Takes and gives the random numbers by value: an address of theirs would keep them out of the registers.
    @inline(never)
    private static func draw(
        _ addresses: UnsafeMutablePointer<AddressGenerator>, _ random: WorkloadRandom, positions: UInt64
    ) -> (UInt64, WorkloadRandom) {
        var random = random
        let offset = addresses.pointee.draw(&random)
        let span = addresses.pointee.blocks
        let position =
            span == positions ? offset : span.dividingFullWidth(offset.multipliedFullWidth(by: positions)).quotient
        return (position, random)
    }

    /// Steps over blocks that were made uncorrectable on purpose, behind the last start to the first; stays where there are no others.
    @inline(never)
    private static func firstUnmarked(
        _ lba: UInt64, _ starts: ClosedRange<UInt64>, _ integrity: Unmanaged<IntegrityTable>
    ) -> UInt64 {
        integrity._withUnsafeGuaranteedRef { table in
            guard table.isMarkedUncorrectable(lba) else { return lba }
            return (lba...starts.upperBound).first { !table.isMarkedUncorrectable($0) }
                ?? (starts.lowerBound...lba).first { !table.isMarkedUncorrectable($0) } ?? lba
        }
    }

    /// The next start, or the region's end where the cursor would leave it at either end: no command starts there, so that the next one
    /// begins at the other end.
    @inline(__always)
    private func advanced(_ lba: UInt64, by step: Int64) -> UInt64 {
        let next = lba &+ UInt64(bitPattern: step)
        let leaves = step < 0 ? lba < UInt64(bitPattern: 0 &- step) || next < start : next < lba || next >= end
        return leaves ? end : next
    }

    @inline(__always)
    private static func roundUp(_ lba: UInt64, _ alignment: UInt32) -> UInt64 {
        roundDown(lba &+ UInt64(alignment) &- 1, UInt64(alignment))
    }

    @inline(__always)
    private static func roundDown(_ lba: UInt64, _ alignment: UInt64) -> UInt64 {
        // A division takes longer than everything else that is done for an address.
        guard alignment & (alignment &- 1) != 0 else { return lba & (0 &- alignment) }
        return lba / alignment &* alignment
    }
}
