import Foundation

/// The list of differences for a reader: what `docs/differences.md` holds.
struct DifferenceReport {
    let caseCount: Int
    let explanations: [Explanation]
    /// Differences that nothing explains; none in the report that is kept.
    let unexplained: [Difference]

    var markdown: String {
        let count = explanations.reduce(0) { $0 + $1.cases.count } + unexplained.count
        var lines = [
            "# Where the embedded SSD and QEMU's controller differ", "",
            "\(caseCount) commands and register accesses, valid and invalid, run on both; \(count) of them come to something else.",
            "`Tests/DifferentialTests` runs them, compares status, dword 0 and data, and fails for a difference that",
            "is not listed here. This file is written by that test.", "",
        ]
        for explanation in explanations { lines += section(explanation) }
        if !unexplained.isEmpty { lines += ["## Not explained", ""] + table(unexplained) }
        return lines.joined(separator: "\n")
    }

    private func section(_ explanation: Explanation) -> [String] {
        [
            "## \(explanation.title)", "", explanation.why, "",
            "Right: \(explanation.right.rawValue). \(explanation.clause).", "",
        ] + table(explanation.cases)
    }

    private func table(_ differences: [Difference]) -> [String] {
        ["| case | embedded SSD | QEMU |", "|---|---|---|"]
            + differences.map { "| \($0.id) | \($0.embedded) | \($0.qemu) |" } + [""]
    }
}

/// Files of this project that the tests read and write.
enum ProjectFile {
    private static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static let documentation = root.appending(path: "docs/differences.md")

    /// Where a run leaves its list: the build folder, or the folder for temporary files when the build is elsewhere.
    static var current: URL {
        let build = root.appending(path: ".build")
        let isHere = FileManager.default.fileExists(atPath: build.path)
        return (isHere ? build : FileManager.default.temporaryDirectory).appending(path: "differences.md")
    }
}
