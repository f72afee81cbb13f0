import NVMeWorkload

/// Parameters of a workload as one sentence for people.
public enum WorkloadText {
    /// `random, read 70 %, write 30 %, 4 KiB, depth 128, 10 s, aligned to 4 KiB, LBA 0..<2048 (1 MiB), seed 7`.
    ///
    /// Parameters that have their defaults and change nothing are left out. `depth` is the number of commands in flight.
    public static func describe(_ result: WorkloadResult) -> String {
        let workload = result.configuration
        var parts = [access(workload), mix(workload.operations), sizes(workload.ioSize, result.target.blockSize)]
        parts.append("depth \(workload.queueDepth)")
        parts += ends(workload) + pace(workload)
        parts += addresses(workload, blockSize: result.target.blockSize)
        if workload.operations[.write, default: 0] > 0 { parts.append("data \(pattern(workload.pattern))") }
        return (parts + ["seed \(result.seed)"]).joined(separator: ", ")
    }

    /// Several workers of one job: what they have in common.
    public static func describe(_ workers: [WorkloadResult]) -> String {
        guard let first = workers.first else { return "nothing ran" }
        let texts = workers.map { describe($0).split(separator: ", ").map(String.init) }
        let common = texts[0].filter { part in texts.allSatisfy { $0.contains(part) } }
        guard workers.count > 1 else { return describe(first) }
        let seeds = workers.map(\.seed)
        let isRow = seeds.enumerated().allSatisfy { $0.element == seeds[0] &+ UInt64($0.offset) }
        let tail = isRow ? ["seeds \(seeds[0])...\(seeds[0] &+ UInt64(seeds.count - 1))"] : []
        return (["\(workers.count) workers"] + common + tail).joined(separator: ", ")
    }

    private static func access(_ workload: Workload) -> String {
        if let sequence = workload.sequence { return "sequence of \(sequence.count) commands" }
        switch workload.lbaRandom.percent {
        case 0: return "sequential"
        case 100: return "random"
        default: return "\(workload.lbaRandom.percent) % random"
        }
    }

    private static func mix(_ operations: [Operation: Int]) -> String {
        let used = operations.filter { $0.value > 0 }.sorted {
            ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue)
        }
        if used.count == 1, let only = used.first { return only.key.name }
        return used.map { "\($0.key.name) \($0.value) %" }.joined(separator: ", ")
    }

    private static func sizes(_ size: IOSize, _ blockSize: Int) -> String {
        func text(_ blocks: Int) -> String { Figures.bytes(UInt64(clamping: blocks) &* UInt64(clamping: blockSize)) }
        guard size.choices.count > 1 else { return text(size.smallest) }
        guard size.choices.count <= 4 else { return "\(text(size.smallest))...\(text(size.largest))" }
        let total = size.choices.reduce(0) { $0 + $1.weight }
        return size.choices.map {
            "\(text($0.blocks)) \(Figures.decimal(Double($0.weight) * 100 / Double(max(1, total)), places: 1)) %"
        }.joined(separator: " / ")
    }

    private static func ends(_ workload: Workload) -> [String] {
        [
            workload.time.map { Figures.duration($0.inSeconds) },
            workload.ioCount.map {
                "\(Figures.grouped(UInt64(clamping: $0))) commands" + (workload.isPass ? " (one pass)" : "")
            },
            workload.rampUp > .zero ? "ramp-up \(Figures.duration(workload.rampUp.inSeconds))" : nil,
        ].compactMap(\.self)
    }

    private static func pace(_ workload: Workload) -> [String] {
        var parts: [String] = []
        if let iops = workload.iops { parts.append("at most \(Figures.grouped(UInt64(clamping: iops))) IOPS") }
        if !workload.rateSteps.isEmpty {
            let steps = workload.rateSteps.map { step in
                let time = step.time.map { " for \(Figures.duration($0.inSeconds))" } ?? ""
                return "\(Figures.grouped(UInt64(clamping: step.iops))) IOPS\(time)"
            }
            parts.append(steps.joined(separator: " then "))
        }
        if workload.thinkTime > .zero {
            parts.append(
                "pause of \(Figures.latency(workload.thinkTime.inSeconds * 1e9)) after every \(workload.burst)")
        }
        return parts
    }

    private static func addresses(_ workload: Workload, blockSize: Int) -> [String] {
        var parts: [String] = []
        if workload.distribution != .uniform { parts.append(distribution(workload.distribution)) }
        if workload.lbaRandom.percent < 100, workload.lbaStart > workload.region?.lowerBound ?? 0 {
            parts.append("from LBA \(workload.lbaStart)")
        }
        if let step = workload.lbaStep {
            let bytes = UInt64(step.magnitude) &* UInt64(clamping: blockSize)
            parts.append("step \(step < 0 ? "-" : "")\(Figures.bytes(bytes))")
        }
        if let text = alignment(workload, blockSize) { parts.append(text) }
        if let region = workload.region {
            let bytes = (region.upperBound - region.lowerBound) &* UInt64(clamping: blockSize)
            parts.append("LBA \(region.lowerBound)..<\(region.upperBound) (\(Figures.bytes(bytes)))")
        }
        return parts
    }

    /// The alignment in force; nil for a sequence, which has its own addresses, and for sequential commands without one.
    private static func alignment(_ workload: Workload, _ blockSize: Int) -> String? {
        func text(_ blocks: Int) -> String { Figures.bytes(UInt64(clamping: blocks) &* UInt64(clamping: blockSize)) }
        guard workload.sequence == nil else { return nil }
        let isRandom = workload.lbaRandom.percent > 0
        guard workload.lbaAlignment.isEmpty else {
            let isAligned = workload.lbaAlignment.contains { $0 > 1 }
            return isAligned
                ? "aligned to \(workload.lbaAlignment.map(text).joined(separator: "/"))"
                : isRandom ? "not aligned" : nil
        }
        guard isRandom, let size = workload.ioSize.choices.first?.blocks, size > 0 else { return nil }
        let start = workload.region?.lowerBound ?? 0
        let isOffset = workload.ioSize.choices.contains { !start.isMultiple(of: UInt64(max(1, $0.blocks))) }
        let alignment = workload.ioSize.choices.count > 1 ? "their size" : text(size)
        return "aligned to \(alignment)" + (isOffset ? " from LBA \(start)" : "")
    }

    private static func distribution(_ distribution: AddressDistribution) -> String {
        switch distribution {
        case .uniform: "uniform"
        case .sections: "100 weighted sections"
        case .zipf(let theta): "zipf \(theta)"
        case .pareto(let hot): "pareto \(hot)"
        case .normal(let deviation): "normal \(deviation)"
        case .hotCold(let size, let share): "hot \(size) of the region gets \(share)"
        }
    }

    private static func pattern(_ pattern: WritePattern) -> String {
        switch pattern {
        case .zeros: "zeros"
        case .ones: "ones"
        case .repeated(let dword): "0x" + String(dword, radix: 16)
        case .random(let percent): percent == 100 ? "random" : "\(percent) % random"
        }
    }
}
