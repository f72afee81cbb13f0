import Foundation
import Testing

@testable import EmulatedSSD

/// `docs/flaws.md` against the table that the device reads flaws with.
@Suite struct FlawPageTests {
    private static let page: String = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        return (try? String(contentsOf: root.appendingPathComponent("docs/flaws.md"), encoding: .utf8)) ?? ""
    }()

    @Test(arguments: FlawText.table.map(\.name))
    func pageHasEachFlawWithItsKeys(name: String) throws {
        let flaw = try #require(FlawText.table.first { $0.name == name })
        let row = try #require(
            Self.page.split(separator: "\n").first { $0.hasPrefix("| `\(name)` |") }, "docs/flaws.md has no row for it")
        for key in flaw.keys { #expect(row.contains("`\(key.name)` \(key.standard)")) }
    }
}
