/// What a workload needs to know of the device before it can be checked.
public struct WorkloadTarget: Sendable, Hashable {
    /// Logical blocks of the namespace (NSZE).
    public var blocks: UInt64
    /// Bytes of one logical block.
    public var blockSize: Int
    /// Largest transfer that the device takes, in bytes.
    public var maximumTransfer: Int
    /// Most commands in flight on a queue: CAP.MQES, one less than a queue has entries.
    public var maximumQueueDepth: Int

    public init(blocks: UInt64, blockSize: Int, maximumTransfer: Int, maximumQueueDepth: Int) {
        self.blocks = blocks
        self.blockSize = blockSize
        self.maximumTransfer = maximumTransfer
        self.maximumQueueDepth = maximumQueueDepth
    }

    /// What all of several namespaces can do: every command must fit the smallest of them, and every buffer the largest block.
    init?(common targets: [WorkloadTarget]) {
        guard var common = targets.first else { return nil }
        for target in targets.dropFirst() {
            common.blocks = min(common.blocks, target.blocks)
            common.blockSize = max(common.blockSize, target.blockSize)
            common.maximumTransfer = min(common.maximumTransfer, target.maximumTransfer)
            common.maximumQueueDepth = min(common.maximumQueueDepth, target.maximumQueueDepth)
        }
        self = common
    }
}

extension Workload {
    /// Checks every parameter against the others and the device, and fills in what follows from them.
    ///
    /// - Throws: `WorkloadError` for the first parameter that cannot be used.
    public func validated(for target: WorkloadTarget) throws(WorkloadError) -> Workload {
        var workload = self
        try checkQueue(target)
        try checkShares()
        try checkSizes()
        try workload.resolveRegion(target)
        try checkTransfers(target)
        try checkDistribution()
        try workload.resolveEnd(isRegionNamed: region != nil)
        try checkPace()
        workload.queueDepth = min(queueDepth, workload.ioCount ?? queueDepth)
        return workload
    }

    private static func refuse(
        _ parameter: String, _ value: some CustomStringConvertible, _ limit: String, fix: String
    ) -> WorkloadError {
        WorkloadError(parameter: parameter, value: value.description, limit: limit, fix: fix)
    }

    private func checkQueue(_ target: WorkloadTarget) throws(WorkloadError) {
        guard queueDepth >= 1 else {
            throw Self.refuse("queueDepth", queueDepth, "the least is 1", fix: "1 keeps one command in flight")
        }
        guard queueDepth <= target.maximumQueueDepth else {
            throw Self.refuse(
                "queueDepth", queueDepth,
                "the device takes at most \(target.maximumQueueDepth) commands in flight on a queue (CAP.MQES)",
                fix: "use a depth in 1...\(target.maximumQueueDepth)")
        }
        guard (0...3).contains(priority) else {
            throw Self.refuse("priority", priority, "priorities are 0...3", fix: "0 is urgent, 3 is low")
        }
        let allowed = processors.isEmpty ? [] : Processors.allowed
        if let absent = processors.first(where: { !allowed.contains($0) }) {
            throw Self.refuse(
                "processors", absent, "this process may use \(allowed.map(String.init).joined(separator: ", "))",
                fix: "name one of these, or none")
        }
    }

    private func checkShares() throws(WorkloadError) {
        guard (0...100).contains(lbaRandom.percent) else {
            throw Self.refuse("lbaRandom", lbaRandom.percent, "it is a percentage, 0...100", fix: "use true for 100")
        }
        guard operations.values.allSatisfy({ (0...100).contains($0) }), operations.values.reduce(0, +) == 100 else {
            throw Self.refuse(
                "operations", operations.values.sorted().description, "percentages add up to 100",
                fix: "adjust one of them")
        }
        if case .random(let percent) = pattern, !(0...100).contains(percent) {
            throw Self.refuse("pattern", percent, "it is a percentage, 0...100", fix: "100 is all random")
        }
        guard lastCommands >= 0, lastCommands < 1_048_576 else {
            throw Self.refuse("lastCommands", lastCommands, "the most is 1048575", fix: "ask for fewer")
        }
    }

    private mutating func resolveRegion(_ target: WorkloadTarget) throws(WorkloadError) {
        let asked = region ?? 0..<target.blocks
        guard !asked.isEmpty else {
            throw Self.refuse("region", asked.description, "its end is not included", fix: "make the end larger")
        }
        let end = asked.upperBound
        guard end <= target.blocks else {
            throw Self.refuse(
                "region", asked.description, "the namespace has only \(target.blocks) blocks",
                fix: "end it at \(target.blocks) or before")
        }
        // One alignment moves the region's start; several leave it to each size where it begins.
        let alignment = lbaAlignment.count == 1 ? lbaAlignment[0] : 1
        guard let start = Placement.firstStart(in: asked, alignment: alignment), start < end else {
            throw Self.refuse(
                "region", asked.description,
                "it has no block that is aligned to \(alignment)",
                fix: "move the region or lower the alignment")
        }
        region = start..<end
        if sequence == nil { try checkRoom(in: start..<end) }
    }

    /// Commands of every size have to fit into the region whole.
    private func checkRoom(in region: Range<UInt64>) throws(WorkloadError) {
        for (index, choice) in ioSize.choices.enumerated() {
            guard UInt64(clamping: choice.blocks) <= region.upperBound - region.lowerBound else {
                throw Self.refuse(
                    "ioSize", choice.blocks, "the region has only \(region.upperBound - region.lowerBound) blocks",
                    fix: "use smaller commands or a larger region")
            }
            guard Placement(self, choice: index, region: region) != nil else {
                throw Self.refuse(
                    "region", region.description,
                    "no command of \(choice.blocks) blocks that is aligned to \(lbaAlignment(ofChoice: index) ?? 1) fits into it",
                    fix: "move or enlarge the region, or lower the alignment")
            }
        }
    }

    private func checkSizes() throws(WorkloadError) {
        guard !ioSize.choices.isEmpty else {
            throw Self.refuse(
                "ioSize", "[]", "there must be at least one size", fix: "use 8 for 4 KiB of 512-byte blocks")
        }
        guard ioSize.smallest > 0, ioSize.largest < 0x10000 else {
            let wrong = ioSize.smallest > 0 ? ioSize.largest : ioSize.smallest
            throw Self.refuse("ioSize", wrong, "sizes are 1...65535 blocks", fix: "use a size in that range")
        }
        let weights = ioSize.choices.map(\.weight)
        // Each by itself first: their sum may lie beyond 64 bits.
        guard weights.allSatisfy({ (1...10_000).contains($0) }), weights.reduce(0, +) <= 10_000 else {
            throw Self.refuse(
                "ioSize", weights.description, "weights are positive and add up to at most 10000",
                fix: "scale them down")
        }
        guard (-0x7FFF...0x7FFF).contains(lbaStep ?? 0) else {
            throw Self.refuse("lbaStep", lbaStep ?? 0, "steps are -32767...32767", fix: "use a smaller step")
        }
        guard lbaAlignment.allSatisfy({ (1..<0x10000).contains($0) }) else {
            throw Self.refuse(
                "lbaAlignment", lbaAlignment.description, "alignments are 1...65535", fix: "use 1 for none")
        }
        guard lbaAlignment.count <= 1 || lbaAlignment.count == ioSize.choices.count else {
            throw Self.refuse(
                "lbaAlignment", lbaAlignment.description, "there are \(ioSize.choices.count) sizes",
                fix: "give one alignment, or one for each size")
        }
    }

    private func checkTransfers(_ target: WorkloadTarget) throws(WorkloadError) {
        guard ioSize.largest * target.blockSize <= target.maximumTransfer || sequence != nil else {
            throw Self.refuse(
                "ioSize", ioSize.largest,
                "the device takes at most \(target.maximumTransfer / max(1, target.blockSize)) blocks a command (MDTS)",
                fix: "use smaller commands")
        }
        try checkSequence(target)
    }

    private func checkSequence(_ target: WorkloadTarget) throws(WorkloadError) {
        let limit = target.maximumTransfer / max(1, target.blockSize)
        for (index, command) in (sequence ?? []).enumerated() where command.operation.movesBlocks {
            guard command.blocks <= limit else {
                throw Self.refuse(
                    "sequence", "command \(index + 1) of \(command.blocks) blocks",
                    "the device takes at most \(limit) blocks a command (MDTS)", fix: "split that command")
            }
        }
        // NLB has 16 bits; a range of Dataset Management has 32.
        for (index, command) in (sequence ?? []).enumerated() {
            let most = command.operation == .deallocate ? Int(UInt32.max) : 0x10000
            guard command.operation == .flush || (0...most).contains(command.blocks) else {
                throw Self.refuse(
                    "sequence", "command \(index + 1) of \(command.blocks) blocks",
                    "a command has at most \(most) blocks",
                    fix: "split that command")
            }
        }
    }

    private func checkDistribution() throws(WorkloadError) {
        switch distribution {
        case .uniform: return
        case .sections(let shares):
            // Each by itself first: their sum may lie beyond 64 bits.
            guard shares.count == 100, shares.allSatisfy({ (0...10_000).contains($0) }), shares.reduce(0, +) == 10_000
            else {
                let sum = shares.reduce(Double(0)) { $0 + Double($1) }
                throw Self.refuse(
                    "distribution",
                    "of \(shares.count) sections, sum \(Int(exactly: sum).map(String.init) ?? "\(sum)")",
                    "100 sections of 0...10000 each add up to 10000", fix: "adjust the shares")
            }
            guard region == nil, lbaRandom.percent == 100 else {
                throw Self.refuse(
                    "distribution", "of sections", "it covers the whole namespace at random",
                    fix: "leave region and lbaRandom at their defaults")
            }
        case .zipf(let theta):
            try Self.check(theta, "zipf theta", isInside: theta > 0 && theta < 1, "it is above 0 and below 1")
        case .pareto(let hot):
            try Self.check(hot, "pareto hot", isInside: hot > 0 && hot < 0.5, "it is above 0 and below 0.5")
        case .normal(let deviation):
            try Self.check(deviation, "normal deviation", isInside: deviation > 0 && deviation <= 1, "it is in 0...1")
        case .hotCold(let size, let share):
            try Self.check(size, "hot size", isInside: size > 0 && size < 1, "it is between 0 and 1")
            try Self.check(share, "hot share", isInside: share >= 0 && share <= 1, "it is in 0...1")
        }
    }

    private static func check(
        _ value: Double, _ name: String, isInside: Bool, _ limit: String
    ) throws(WorkloadError) {
        guard isInside else { throw refuse("distribution", "\(name) \(value)", limit, fix: "use a value inside") }
    }

    /// Without a time and a count, a worker passes once over the region. Random commands all over a namespace need an end of their own.
    private mutating func resolveEnd(isRegionNamed: Bool) throws(WorkloadError) {
        if let time, time <= .zero {
            throw Self.refuse("time", "\(time)", "it is above zero", fix: "leave it out to run by count")
        }
        if let time, time > .seconds(3_600_000) {
            throw Self.refuse("time", "\(time)", "at most 1000 hours", fix: "split the run")
        }
        guard overrun >= .zero, overrun <= .seconds(3_600_000) else {
            throw Self.refuse("overrun", "\(overrun)", "it is 0 to 1000 hours", fix: "use 30 s")
        }
        if let ioCount, ioCount < 1 {
            throw Self.refuse("ioCount", ioCount, "the least is 1", fix: "leave it out to run by time")
        }
        guard sequence == nil, time == nil, ioCount == nil else {
            // What was validated before stays what it was, unless it was changed.
            isPass = isPass && time == nil && ioCount.map { UInt64(clamping: $0) } == region.flatMap(commandsOfAPass)
            return
        }
        guard isRegionNamed || lbaRandom.percent == 0, let region, let pass = commandsOfAPass(of: region) else {
            throw Self.refuse(
                "time", "and ioCount missing", "the worker would never stop",
                fix: "give a time, a number of commands, or a region to pass over once")
        }
        ioCount = Int(clamping: pass)
        isPass = true
    }

    private func checkPace() throws(WorkloadError) {
        if let iops {
            guard iops > 0 else { throw Self.refuse("iops", iops, "the least is 1", fix: "leave it out to run free") }
            guard sequence == nil else {
                throw Self.refuse("iops", iops, "a sequence has its own times", fix: "leave iops out")
            }
            // A slot is taken by its command before that is due: a deeper queue would hold commands for more than a second.
            guard iops >= queueDepth else {
                throw Self.refuse(
                    "iops", iops, "it is at least the queue depth, \(queueDepth)",
                    fix: "use a depth in 1...\(iops), or a higher rate")
            }
        }
        for (index, step) in rateSteps.enumerated() {
            guard step.iops > 0, step.time ?? .zero >= .zero, step.time != nil || index == rateSteps.count - 1 else {
                throw Self.refuse(
                    "rateSteps", "number \(index + 1)", "every rate is above 0 and all but the last have a time",
                    fix: "correct that step")
            }
        }
        guard rateSteps.isEmpty || iops == nil && sequence == nil else {
            throw Self.refuse("rateSteps", rateSteps.count, "they stand for iops", fix: "leave iops and sequence out")
        }
        guard burst >= 1 else { throw Self.refuse("burst", burst, "the least is 1", fix: "use 1") }
        for (name, time) in [("rampUp", rampUp), ("thinkTime", thinkTime)] {
            guard time >= .zero, time <= .seconds(3_600_000) else {
                throw Self.refuse(name, "\(time)", "it is 0 to 1000 hours", fix: "use .zero for none")
            }
        }
    }
}
