import NVMe
import Testing

/// What a failed test leaves behind: the last commands of every queue, decoded.
enum FailureReport {
    /// Commands of each queue that are shown with the failure.
    private static let shownCount = 4
    /// Commands of each queue that are attached to the test.
    private static let attachedCount = 256

    /// Runs the test. The first failure gets the last commands as comments, and the logs are attached.
    static func watch(
        _ session: DeviceSession, test: Test, testCase: Test.Case?,
        performing function: @Sendable () async throws -> Void
    ) async throws {
        let watcher = IssueHandlingTrait.compactMapIssues { issue in
            guard issue.isFailure, session.noteFailure() else { return issue }
            var issue = issue
            issue.comments += comments(session)
            return issue
        }
        do {
            try await watcher.provideScope(for: test, testCase: testCase) {
                // Whatever ends the test: a skip takes back nothing of what went wrong before it.
                defer { Unacknowledged.record(session.ledger, of: test) }
                do { try await function() } catch {
                    session.ledger.forgiveUnwaited()
                    throw error
                }
                session.log(session.ledger.close())
            }
        } catch  where isSkip(error) {
            if !session.noteFailure() { attach(session) }
            throw error
        } catch {
            attach(session)
            // Recorded here instead of thrown on, so that it carries the commands as the other failures do.
            Issue.record(error, comments(session).first, sourceLocation: test.sourceLocation)
            return
        }
        if !session.noteFailure() { attach(session) }
    }

    /// `Test.cancel` ends a test by an error whose type is not public.
    private static func isSkip(_ error: any Error) -> Bool {
        error is CancellationError || "\(type(of: error))" == "SkipInfo"
    }

    /// The last commands of every queue of every controller, as one comment.
    static func comments(_ session: DeviceSession) -> [Comment] {
        let text = session.controllers.map { shortText($0) }.filter { !$0.isEmpty }
        return text.isEmpty ? [] : [Comment(rawValue: text.joined(separator: "\n"))]
    }

    private static func attach(_ session: DeviceSession) {
        for (index, controller) in session.controllers.enumerated() {
            for log in controller.commandLogs {
                Attachment.record(log.text(attachedCount), named: "controller\(index)-queue\(log.queueID).txt")
            }
        }
    }

    /// The last commands of every queue, oldest first, one line each.
    private static func shortText(_ controller: Controller) -> String {
        let lines = controller.commandLogs.flatMap { log in
            log.entries(shownCount).reversed().map { "  " + line($0) }
        }
        return lines.isEmpty ? "" : "last commands on \(controller.address):\n" + lines.joined(separator: "\n")
    }

    private static func line(_ entry: CommandLogEntry) -> String {
        let command = CommandDescription.line(
            of: entry.command, queueID: entry.queueID, isAdmin: entry.queueID == 0)
        guard let completion = entry.completion else { return command + " -> outstanding" }
        return command + " -> \(completion.status.code.name) (\(completion.status.code.pair)) cdw0:\(completion.dw0)"
    }
}
