/// The verdict of a run.
struct RunReport {
    let run: TestRun
    let device: String

    var status: ExitStatus {
        if run.count(.failed) > 0 || !run.strayIssues.isEmpty { return .failed }
        return run.count(.passed) > 0 ? .passed : .nothingRan
    }

    /// One sentence, with how much came of it.
    var summary: String {
        let counts = [
            ("passed", run.count(.passed)), ("failed", run.count(.failed)), ("skipped", run.count(.skipped)),
            ("not finished", run.count(.running) + run.count(.pending)),
            ("cases of tests that ran skipped", run.skippedCases),
        ]
        let text = counts.filter { $0.1 > 0 }.map { "\($0.1) \($0.0)" }.joined(separator: ", ")
        return "\(text.isEmpty ? "nothing ran" : text) on \(device) in \((run.seconds * 100).rounded() / 100) s"
    }

    var report: Report {
        var report = Report([
            "device": .string(device),
            "summary": [
                "passed": .count(run.count(.passed)), "failed": .count(run.count(.failed)),
                "skipped": .count(run.count(.skipped)),
                "notFinished": .count(run.count(.running) + run.count(.pending)),
                "skippedCases": .count(run.skippedCases),
                "seconds": .seconds(run.seconds),
            ],
            "tests": .array(run.tests.map(\.json)), "strayIssues": .array(run.strayIssues.map { .string($0.message) }),
        ])
        report.lines = run.strayIssues.map { "FAIL  outside of any test: \($0.message)" } + ["", summary]
        report.status = status
        return report
    }
}
