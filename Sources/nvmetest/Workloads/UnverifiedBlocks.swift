import NVMe
import NVMeReport
import NVMeWorkload

/// What was verified and what was not: nobody knows what it ought to hold, or remembering that would have taken too much memory.
struct UnverifiedBlocks {
    var statistics = IntegrityStatistics()
    /// Bytes that the tables may take; nil when nothing is verified.
    var memoryLimit: Int?

    /// Blocks of reads that were not checked for want of memory.
    private var withoutMemory: UInt64 { statistics.unchecked[.noMemory, default: 0] }

    /// For people: how many, why, and what helps.
    var notes: [String] {
        guard let memoryLimit else { return [] }
        return blindNotes + memoryNotes(memoryLimit) + readNotes
    }

    /// Verification was asked for, and has looked at nothing.
    private var blindNotes: [String] {
        guard statistics.checked == 0 else { return [] }
        return [
            statistics.uncheckedCount == 0
                ? "nothing was verified: no block was read" : "nothing was verified: no block that was read was checked"
        ]
    }

    private func memoryNotes(_ limit: Int) -> [String] {
        guard statistics.untracked + withoutMemory > 0 else { return [] }
        return [
            "\(Figures.grouped(statistics.untracked)) written and \(Figures.grouped(withoutMemory)) read blocks were not verified: "
                + "remembering more takes more than \(Figures.grouped(UInt64(limit))) bytes of memory; raise "
                + "\(IntegrityBudget.environmentVariable) (now \(BinarySize(UInt64(clamping: limit)))), or verify a smaller region"
        ]
    }

    private var readNotes: [String] {
        UncheckedReason.allCases.filter { $0 != .noMemory }.compactMap { reason in
            guard let count = statistics.unchecked[reason], count > 0 else { return nil }
            return
                "\(Figures.grouped(count)) of \(Figures.grouped(statistics.checked + statistics.uncheckedCount)) read blocks "
                + "were not checked, because \(reason.description)"
        }
    }

    /// What was not verified for want of memory.
    var json: JSONValue {
        [
            "written": .count(statistics.untracked), "read": .count(withoutMemory),
            "memoryLimitBytes": memoryLimit.map { .count($0) } ?? .null,
        ]
    }

    /// What became of all blocks that were read; `null` when nothing is verified.
    var reads: JSONValue {
        guard memoryLimit != nil else { return .null }
        let reasons = UncheckedReason.allCases.map {
            JSONValue.Member("\($0)", .count(statistics.unchecked[$0, default: 0]))
        }
        return .object([.init("checked", .count(statistics.checked))] + reasons)
    }
}
