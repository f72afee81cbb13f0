import NVMe
import Testing

/// What went wrong in a test and was not looked at: each fails the test at its end, and says what it was.
enum Unacknowledged {
    /// Troubles that are told one by one.
    private static let shownCount = 10

    static func record(_ ledger: Ledger, of test: Test) {
        let open = ledger.open
        for entry in open.prefix(shownCount) {
            Issue.record(
                Comment(rawValue: "\(entry.trouble)"), sourceLocation: location(entry.place) ?? test.sourceLocation)
        }
        let others = open.count - min(open.count, shownCount) + ledger.lost
        guard others > 0 else { return }
        Issue.record("\(others) more troubles that nobody looked at", sourceLocation: test.sourceLocation)
    }

    private static func location(_ place: ScriptLine?) -> SourceLocation? {
        guard let place, place.fileID.contains("/"), place.line > 0 else { return nil }
        return SourceLocation(fileID: place.fileID, filePath: place.fileID, line: place.line, column: 1)
    }
}
