import NVMe
import NVMeReport
import NVMeWorkload

/// Blocks that nobody checked, because remembering what they hold would have taken too much memory.
struct UnverifiedBlocks {
    /// Blocks of writes that were not remembered.
    var written: UInt64
    /// Blocks of reads that were not checked.
    var read: UInt64
    /// Bytes that the tables may take; nil when nothing is verified.
    var memoryLimit: Int?

    /// For people: how many, why, and what helps.
    var notes: [String] {
        guard let memoryLimit, written + read > 0 else { return [] }
        return [
            "\(Figures.grouped(written)) written and \(Figures.grouped(read)) read blocks were not verified: "
                + "remembering more takes more than \(Figures.grouped(UInt64(memoryLimit))) bytes of memory; raise "
                + "\(IntegrityBudget.environmentVariable) (now \(BinarySize(UInt64(clamping: memoryLimit)))), or verify a smaller region"
        ]
    }

    var json: JSONValue {
        [
            "written": .count(written), "read": .count(read),
            "memoryLimitBytes": memoryLimit.map { .count($0) } ?? .null,
        ]
    }
}
