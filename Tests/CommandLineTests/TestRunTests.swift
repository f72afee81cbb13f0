import Foundation
import Testing

@testable import nvmetest

/// What `run` makes of Swift Testing's event stream.
@Suite struct TestRunTests {
    /// A test of the name `T.t(n:)`, with the events of its life.
    private func run(_ events: [(kind: String, symbol: String?)]) throws -> TestRun {
        let run = TestRun { _ in }
        let id = "T.t(n:)/T.swift:1:2"
        try add(["kind": "test", "payload": ["kind": "function", "id": id, "name": "t(n:)"]], to: run)
        for event in events {
            let messages = event.symbol.map { [["symbol": $0, "text": "Test t(n:) did: \"this\""]] } ?? []
            try add(["kind": "event", "payload": ["kind": event.kind, "testID": id, "messages": messages]], to: run)
        }
        return run
    }

    private func add(_ record: [String: Any], to run: TestRun) throws {
        run.add(try #require(EventRecord(line: JSONSerialization.data(withJSONObject: record))))
    }

    private static let skippedCase: [(String, String?)] = [
        ("testCaseStarted", nil), ("testCaseCancelled", nil), ("testCaseEnded", nil),
    ]
    private static let goodCase: [(String, String?)] = [("testCaseStarted", nil), ("testCaseEnded", nil)]

    /// Swift Testing says "passed".
    @Test func testOfWhichEveryCaseWasSkippedIsSkipped() throws {
        let run = try run(
            [("testStarted", nil)] + Self.skippedCase + Self.skippedCase + [("testEnded", "pass")])
        #expect(run.tests.map(\.result) == [.skipped])
        #expect(run.tests.first?.reason == "all 2 cases were skipped")
        #expect(RunReport(run: run, device: "emu").status == .nothingRan)
    }

    @Test func skippedCaseOfATestThatPassedIsCountedAndShown() throws {
        let run = try run([("testStarted", nil)] + Self.goodCase + Self.skippedCase + [("testEnded", "pass")])
        #expect(run.tests.map(\.result) == [.passed])
        #expect(run.tests.first?.lines == ["pass  t(n:)  1 of 2 cases skipped"])
        #expect(
            RunReport(run: run, device: "emu").summary.hasPrefix("1 passed, 1 cases of tests that ran skipped on emu"))
    }

    @Test func testWithoutCasesThatWasSkippedSaysWhy() throws {
        let run = try run([
            ("testStarted", nil), ("testCancelled", nil), ("testCaseCancelled", nil), ("testEnded", "skip"),
        ])
        #expect(run.tests.map(\.result) == [.skipped])
        #expect(run.tests.first?.reason == "this")
    }

    /// What failed before the skip has failed.
    @Test func testThatFailedBeforeItWasSkippedHasFailed() throws {
        let run = try run([
            ("testStarted", nil), ("issueRecorded", "fail"), ("testCancelled", nil), ("testCaseCancelled", nil),
            ("testEnded", "fail"),
        ])
        #expect(run.tests.map(\.result) == [.failed])
        #expect(run.skippedCases == 0)
    }

    @Test func runWithAFailureOutsideOfAnyTestHasFailed() throws {
        let run = try run([("testStarted", nil), ("testEnded", "pass")])
        run.add(strayIssue: "exit() was called")
        #expect(RunReport(run: run, device: "emu").status == .failed)
    }
}
