import NVMeWorkload

/// The effective parameters of a worker as members of a JSON object, in the order in which they are documented.
enum ConfigurationJSON {
    typealias Member = JSONValue.Member

    static func members(of result: WorkloadResult, namespaceID: UInt32) -> [Member] {
        let workload = result.configuration
        return [
            Member("operations", operations(workload.operations)),
            Member("randomPercent", .count(workload.lbaRandom.percent)),
            Member("ioSize", sizes(workload.ioSize, blockSize: result.target.blockSize)),
            Member("queueDepth", .count(workload.queueDepth)),
            Member("timeSeconds", seconds(workload.time)),
            Member("ioCount", count(workload.ioCount)),
            Member("onePass", .bool(workload.isPass)),
            Member("region", region(workload.region)),
            Member("iopsLimit", count(workload.iops)),
            Member("rateSteps", steps(workload.rateSteps)),
            Member("lbaStep", count(workload.lbaStep)),
            Member("lbaStart", .count(workload.lbaStart)),
            Member("lbaAlignment", .array(alignment(workload).map { .count($0) })),
            Member("distribution", distribution(workload.distribution)),
            Member("pattern", pattern(workload.pattern)),
            Member("sequenceCommands", count(workload.sequence?.count)),
            Member("rampUpSeconds", seconds(workload.rampUp)),
            Member("thinkTimeSeconds", seconds(workload.thinkTime)),
            Member("burst", .count(workload.burst)),
            Member("priority", .count(workload.priority)),
            Member("processors", .array(workload.processors.map { .count($0) })),
            Member("seed", .count(result.seed)),
            Member("namespace", .count(namespaceID)),
            Member("target", target(result.target)),
        ]
    }

    /// The members that have the same value in all of the objects.
    static func common(_ objects: [[Member]]) -> [Member] {
        guard let first = objects.first else { return [] }
        return first.filter { member in objects.dropFirst().allSatisfy { $0.contains(member) } }
    }

    static func operations(_ shares: [Operation: some FixedWidthInteger]) -> JSONValue {
        .object(shares.sorted { $0.key.rawValue < $1.key.rawValue }.map { Member($0.key.name, .count($0.value)) })
    }

    private static func sizes(_ size: IOSize, blockSize: Int) -> JSONValue {
        .array(
            size.choices.map {
                [
                    "blocks": .count($0.blocks), "bytes": .count(Int128($0.blocks) * Int128(blockSize)),
                    "weight": .count($0.weight),
                ]
            })
    }

    /// What is in force: the one that random commands have by themselves, too.
    private static func alignment(_ workload: Workload) -> [Int] {
        workload.lbaRandom.percent > 0 && workload.sequence == nil ? workload.randomAlignment : workload.lbaAlignment
    }

    private static func steps(_ steps: [RateStep]) -> JSONValue {
        .array(steps.map { ["iops": .count($0.iops), "timeSeconds": seconds($0.time)] })
    }

    private static func region(_ region: Range<UInt64>?) -> JSONValue {
        guard let region else { return .null }
        return ["firstLBA": .count(region.lowerBound), "endLBA": .count(region.upperBound)]
    }

    private static func distribution(_ distribution: AddressDistribution) -> JSONValue {
        switch distribution {
        case .uniform: ["kind": "uniform"]
        case .sections(let shares): ["kind": "sections", "shares": .array(shares.map { .count($0) })]
        case .zipf(let theta): ["kind": "zipf", "theta": .number(theta)]
        case .pareto(let hot): ["kind": "pareto", "hot": .number(hot)]
        case .normal(let deviation): ["kind": "normal", "deviation": .number(deviation)]
        case .hotCold(let size, let share):
            ["kind": "hotCold", "size": .number(size), "share": .number(share)]
        }
    }

    private static func pattern(_ pattern: WritePattern) -> JSONValue {
        switch pattern {
        case .zeros: ["kind": "zeros"]
        case .ones: ["kind": "ones"]
        case .repeated(let dword): ["kind": "repeated", "dword": .count(dword)]
        case .random(let percent): ["kind": "random", "percent": .count(percent)]
        }
    }

    private static func target(_ target: WorkloadTarget) -> JSONValue {
        [
            "blocks": .count(target.blocks), "blockSize": .count(target.blockSize),
            "maximumTransferBytes": .count(target.maximumTransfer),
            "maximumQueueDepth": .count(target.maximumQueueDepth),
        ]
    }

    private static func seconds(_ duration: Duration?) -> JSONValue {
        duration.map { .number($0.inSeconds) } ?? .null
    }

    private static func count(_ value: (some FixedWidthInteger)?) -> JSONValue { value.map { .count($0) } ?? .null }
}
