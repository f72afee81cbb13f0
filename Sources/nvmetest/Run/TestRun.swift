import NVMeTesting
import Synchronization

/// The results of a run, filled from its event stream while it goes on.
final class TestRun: Sendable {
    struct State {
        var order: [String] = []
        var tests: [String: TestOutcome] = [:]
        /// Failures outside of any test.
        var strayIssues: [TestOutcome.Issue] = []
        var started: Double?
        var latest: Double?
    }

    private let state = Mutex(State())
    private let onEnd: @Sendable (TestOutcome) -> Void

    /// - Parameter onEnd: called with each test that has ended.
    init(onEnd: @escaping @Sendable (TestOutcome) -> Void) { self.onEnd = onEnd }

    /// All tests in the order in which they ended; those that have not, last.
    var tests: [TestOutcome] { state.withLock { state in state.order.compactMap { state.tests[$0] } } }

    var strayIssues: [TestOutcome.Issue] { state.withLock(\.strayIssues) }

    /// From the start of the run to its latest event.
    var seconds: Double { state.withLock { max(0, ($0.latest ?? 0) - ($0.started ?? 0)) } }

    /// Cases that were skipped of tests that were not.
    var skippedCases: Int { tests.reduce(0) { $0 + ($1.result == .skipped ? 0 : $1.skippedCases) } }

    /// A failure that belongs to no test, or to one that will never end.
    func add(strayIssue message: String) {
        state.withLock { $0.strayIssues.append(TestOutcome.Issue(message: message, file: nil, line: nil)) }
    }

    func count(_ result: TestOutcome.Result) -> Int { tests.count { $0.result == result } }

    /// Takes one record over.
    func add(_ record: EventRecord) {
        let ended = state.withLock { state in
            if record.kind == "test" {
                state.add(test: record.payload)
                return nil as TestOutcome?
            }
            return state.add(event: record.payload)
        }
        if let ended { onEnd(ended) }
    }
}

extension TestRun.State {
    mutating func add(test payload: EventRecord.Payload) {
        guard payload.kind == "function", let id = payload.id else { return }
        order.append(id)
        let name = payload.displayName ?? payload.name.map { $0.hasSuffix("()") ? String($0.dropLast(2)) : $0 }
        tests[id] = TestOutcome(id: id, name: name ?? id)
    }

    /// Returns the test that this event ended.
    mutating func add(event payload: EventRecord.Payload) -> TestOutcome? {
        if let now = payload.instant?.absolute {
            started = started ?? now
            latest = now
        }
        if payload.kind == "issueRecorded" { add(issueOf: payload) }
        guard let id = payload.testID, var test = tests[id] else { return nil }
        defer { tests[id] = test }
        switch payload.kind {
        case "testStarted":
            test.result = .running
            test.started = payload.instant?.absolute
            return nil
        case "testCaseStarted":
            test.cases += 1
            return nil
        case "testCaseCancelled":
            // A test without arguments is its own only case.
            if test.cases > 0 { test.skippedCases += 1 }
            return nil
        case "testSkipped":
            test.result = .skipped
            test.reason = Self.reason(in: payload)
        case "testEnded":
            end(&test, with: payload)
        default: return nil
        }
        order.removeAll { $0 == id }
        let finished = tests.values.count { [.passed, .failed, .skipped].contains($0.result) }
        order.insert(id, at: min(finished, order.count))
        return test
    }

    private func end(_ test: inout TestOutcome, with payload: EventRecord.Payload) {
        test.log = TestLogs.shared[test.id]
        if let time = DeviceTestTimes.shared[test.id] {
            test.seconds = time / .seconds(1)
        } else if let start = test.started, let now = payload.instant?.absolute {
            test.seconds = now - start
        }
        if !test.issues.isEmpty {
            test.result = .failed
            test.reason = nil
        } else if payload.messages?.contains(where: { $0.symbol == "skip" }) == true {
            test.result = .skipped
            test.reason = Self.reason(in: payload)
        } else if test.cases > 0, test.skippedCases >= test.cases {
            // Swift Testing calls this passed; nothing was tested.
            test.result = .skipped
            test.reason = "all \(test.cases) cases were skipped"
        } else {
            test.result = .passed
            test.reason = nil
        }
    }

    private mutating func add(issueOf payload: EventRecord.Payload) {
        guard payload.issue?.isKnown != true, payload.issue?.isFailure != false else { return }
        let place = payload.issue?.sourceLocation
        let text = payload.messages?.map(\.text).joined(separator: "\n") ?? ""
        let issue = TestOutcome.Issue(message: text, file: place?.fileID, line: place?.line)
        if let id = payload.testID, tests[id] != nil {
            tests[id]?.issues.append(issue)
        } else {
            strayIssues.append(issue)
        }
    }

    /// The comment of a skip, which Swift Testing reports only inside of a sentence: `… skipped: "REASON"`.
    private static func reason(in payload: EventRecord.Payload) -> String {
        guard let text = payload.messages?.first?.text, let start = text.firstRange(of: ": \"")?.upperBound else {
            return "no reason given"
        }
        return String(text.last == "\"" ? text[start...].dropLast() : text[start...])
    }
}
