import NVMe

extension CaseGroup {
    static let blockGroups = [
        CaseGroup("zeroes", zeroes), CaseGroup("dataset", dataset), CaseGroup("copy", copies),
        CaseGroup("fused", fused),
    ]

    /// Writes a pattern, does something to it, and reads it back.
    private static func after(
        _ name: String, lba: UInt64 = 2048, _ build: @escaping @Sendable (Bench) -> SubmissionQueueEntry
    ) -> DifferentialCase {
        .script(name) { bench in
            bench.fill(seed: 77, count: 4096)
            _ = try bench.io(bench.blocks(.write, lba: lba, 8))
            let command = try bench.io(build(bench))
            bench.clear()
            let read = try bench.io(bench.blocks(.read, lba: lba, 8))
            return "\(bench.outcome(command)); read \(bench.outcome(read, [Shown("data", 0..<4096)]))"
        }
    }

    private static let zeroes: [DifferentialCase] = [
        after("all") { $0.blocks(.writeZeroes, lba: 2048, 8) },
        after("some") { $0.blocks(.writeZeroes, lba: 2050, 3) },
        after("deallocate") {
            var command = $0.blocks(.writeZeroes, lba: 2048, 8)
            command.cdw12 |= 1 << 25
            return command
        },
        after("uncorrectable") { $0.blocks(.writeUncorrectable, lba: 2048, 8) },
        after("verify") { $0.blocks(.verify, lba: 2048, 8) },
        after("flush") { $0.command(.flush) },
    ]

    private static let dataset: [DifferentialCase] = [
        after("deallocate", lba: 4096) { $0.manage([(4096, 8)]) },
        after("hints-only", lba: 4096) { $0.manage([(4096, 8)], attributes: 0b011) },
        after("no-attributes", lba: 4096) { $0.manage([(4096, 8)], attributes: 0) },
        after("reserved-attributes", lba: 4096) { $0.manage([(4096, 8)], attributes: 0xFFFF_FFF8) },
        after("two-ranges", lba: 4096) { $0.manage([(4096, 4), (4100, 4)]) },
        after("same-range-twice", lba: 4096) { $0.manage([(4096, 8), (4096, 8)]) },
        after("empty-range", lba: 4096) { $0.manage([(4096, 0)]) },
        after("over-end", lba: 4096) { $0.manage([(Bench.blocks - 1, 2)]) },
        after("second-range-beyond", lba: 4096) { $0.manage([(4096, 8), (Bench.blocks, 1)]) },
        after("hints-beyond", lba: 4096) { $0.manage([(Bench.blocks, 8)], attributes: 0b001) },
        .io("empty-range-beyond") { $0.manage([(Bench.blocks + 1, 0)]) },
        .io("wraps") { $0.manage([(.max, 2)]) },
        .io("most-ranges") { bench in bench.manage((0..<256).map { (UInt64($0) * 8 + 8192, 8) }) },
        .io("prp-unmapped") {
            var command = $0.manage([(4096, 8)])
            command.prp1 = Bench.unmapped
            return command
        },
        .io("prp-unaligned") {
            var command = $0.manage([(4096, 8)])
            command.prp1 += 2
            return command
        },
    ]

    private static func copy(
        _ name: String, _ ranges: [(UInt64, UInt16)], to lba: UInt64,
        _ change: @escaping @Sendable (inout SubmissionQueueEntry) -> Void = { _ in }
    ) -> DifferentialCase {
        let ranges = ranges.map { (lba: $0.0, count: $0.1) }
        return .io(name, failureDword: true) { bench in
            var command = bench.copy(ranges, to: lba)
            change(&command)
            return command
        }
    }

    private static let copies: [DifferentialCase] = [
        .script("one-range") { bench in
            bench.fill(seed: 33, count: 4096)
            _ = try bench.io(bench.blocks(.write, lba: 9000, 8))
            let copied = try bench.io(bench.copy([(lba: 9000, count: 7)], to: 9100))
            bench.clear()
            let read = try bench.io(bench.blocks(.read, lba: 9100, 8))
            return "\(bench.outcome(copied)); read \(bench.outcome(read, [Shown("data", 0..<4096)]))"
        },
        .script("two-ranges") { bench in
            let copied = try bench.io(bench.copy([(lba: 9004, count: 3), (lba: 9000, count: 3)], to: 9200))
            bench.clear()
            let read = try bench.io(bench.blocks(.read, lba: 9200, 8))
            return "\(bench.outcome(copied)); read \(bench.outcome(read, [Shown("data", 0..<4096)]))"
        },
        copy("target-beyond", [(9000, 7)], to: Bench.blocks),
        copy("target-over-end", [(9000, 7)], to: Bench.blocks - 4),
        copy("source-beyond", [(Bench.blocks, 0)], to: 9300),
        copy("second-source-beyond", [(9000, 7), (Bench.blocks, 0)], to: 9300),
        copy("source-wraps", [(.max, 7)], to: 9300),
        copy("overlapping", [(9000, 7)], to: 9004), copy("onto-itself", [(9000, 7)], to: 9000),
        copy("format-1", [(9000, 7)], to: 9300) { $0.cdw12 |= 1 << 8 },
        copy("format-15", [(9000, 7)], to: 9300) { $0.cdw12 |= 0xF << 8 },
        copy("range-longest", [(9000, 127)], to: 20000), copy("range-too-long", [(9000, 0xFFFF)], to: 200_000),
        copy("ranges-too-many", (0..<256).map { (30000 + UInt64($0), 0) }, to: 40000),
        copy("total-too-long", (0..<100).map { (30000 + UInt64($0), 127) }, to: 50000),
        copy("prp-unmapped", [(9000, 7)], to: 9300) { $0.prp1 = Bench.unmapped },
        copy("protection-action", [(9000, 7)], to: 9300) { $0.cdw12 |= 1 << 29 },
    ]

    /// Two commands side by side in a queue made by hand, with one doorbell write for both.
    private static func pair(
        _ name: String, _ first: NVMOpcode, _ second: NVMOpcode, lba: UInt64 = 5000, matches: Bool = true,
        _ change: @escaping @Sendable (inout SubmissionQueueEntry) -> Void = { _ in }
    ) -> DifferentialCase {
        .script(name) { bench in
            bench.fill(seed: 50, count: 512)
            _ = try bench.io(bench.blocks(.write, lba: 5000))
            if !matches { bench.fill(seed: 51, count: 512) }
            var one = bench.blocks(first, lba: 5000)
            one.fusedOperation = .first
            var two = bench.blocks(second, lba: lba)
            two.fusedOperation = .second
            change(&two)
            return try bench.runPair(one, two).map { bench.outcome($0) }.joined(separator: "; ")
        }
    }

    private static let fused = [
        pair("compare-and-write", .compare, .write), pair("compare-fails", .compare, .write, matches: false),
        pair("other-range", .compare, .write, lba: 5001), pair("write-and-write", .write, .write),
        pair("second-is-normal", .compare, .write) { $0.fusedOperation = .normal },
    ]
}

extension Bench {
    fileprivate func outcome(_ entry: CompletionQueueEntry) -> String {
        entry.status.isSuccess ? "Success" : "\(entry.status.code.name) (\(entry.status.code.pair))"
    }

    /// Runs two commands on a queue pair of their own; completions in the order of the commands.
    fileprivate func runPair(
        _ first: SubmissionQueueEntry, _ second: SubmissionQueueEntry
    ) throws -> [CompletionQueueEntry] {
        let completions = try IOCompletionQueue(controller, id: 9, entries: 8)
        let submissions = try IOSubmissionQueue(controller, id: 9, entries: 8, completionQueue: 9)
        try completions.create()
        try submissions.create()
        var commands = [first, second]
        for index in commands.indices {
            commands[index].commandID = UInt16(index)
            try submissions.write(commands[index], at: index)
        }
        try submissions.ring(tail: 2)
        let entries = try [0, 1].map { try completions.waitForEntry($0) }
        try submissions.delete()
        try completions.delete()
        return entries.sorted { $0.commandID < $1.commandID }
    }
}
