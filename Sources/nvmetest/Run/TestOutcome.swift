/// What became of one test.
struct TestOutcome: Sendable {
    enum Result: String, Sendable {
        case pending, running, passed, failed, skipped

        var mark: String {
            switch self {
            case .pending, .running: "...."
            case .passed: "pass"
            case .failed: "FAIL"
            case .skipped: "skip"
            }
        }
    }

    struct Issue: Sendable {
        let message: String
        let file: String?
        let line: Int?
    }

    let id: String
    let name: String
    var result = Result.pending
    /// Why it was skipped: the capability bit that the device lacks.
    var reason: String?
    /// Cases of a parametrised test that began, and those of them that were skipped.
    var cases = 0
    var skippedCases = 0
    var issues: [Issue] = []
    /// What the test told its readers, such as figures.
    var log: [String] = []
    var started: Double?
    var seconds: Double?

    var json: JSONValue {
        [
            "id": .string(id), "name": .string(name), "result": .string(result.rawValue),
            "seconds": seconds.map(JSONValue.seconds) ?? .null, "reason": .optional(reason),
            "cases": .count(cases), "skippedCases": .count(skippedCases),
            "log": .array(log.map { .string($0) }),
            "issues": .array(
                issues.map {
                    [
                        "message": .string($0.message), "file": .optional($0.file),
                        "line": $0.line.map { .count($0) } ?? .null,
                    ]
                }),
        ]
    }

    /// For people, with everything that went wrong.
    var lines: [String] {
        let time =
            seconds.map { $0 < 1 ? "\(Int(($0 * 1000).rounded(.up))) ms" : "\(($0 * 10).rounded() / 10) s" } ?? ""
        let part = skippedCases > 0 && result != .skipped ? "  \(skippedCases) of \(cases) cases skipped" : ""
        let head = "\(result.mark)  \(name)" + (time.isEmpty || result == .skipped ? "" : "  (\(time))") + part
        let reasons = reason.map { Table.wrap($0, width: Table.maximumWidth - 6) } ?? []
        return [head] + reasons.map { "      \($0)" } + issues.flatMap(Self.lines)
            + log.map { "      \($0)" }
    }

    private static func lines(_ issue: Issue) -> [String] {
        let place = issue.file.map { "\($0):\(issue.line ?? 0): " } ?? ""
        let text = (place + issue.message).split(whereSeparator: \.isNewline)
        return text.flatMap { Table.wrap(String($0), width: Table.maximumWidth - 6) }.map { "      \($0)" }
    }
}
