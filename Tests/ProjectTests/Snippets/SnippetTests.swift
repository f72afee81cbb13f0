import Foundation
import Testing

/// What README and cookbook show is code that is compiled and run.
@Suite struct SnippetTests {
    private static let pages = SourceTree.files(withExtensions: ["md"], under: ["Sources"]) + [SourceTree.readme]
    private static let suites = SourceTree.files(withExtensions: ["swift"], under: ["Suites"])

    /// A block of Swift on a page, without the indentation that all its lines share.
    struct Snippet: CustomTestStringConvertible, Sendable {
        let page: String
        let lines: [String]
        var testDescription: String { "\(page): \(lines.first ?? "")" }
    }

    @Test(arguments: pages.flatMap(snippets)) func snippetStandsInASuite(_ snippet: Snippet) {
        let isThere = Self.suites.contains { Self.holds($0.lines.map(String.init), snippet.lines) }
        #expect(isThere, "no file below Suites holds these lines; put them into one, so that they are compiled and run")
    }

    @Test func cookbookHasSnippets() {
        #expect(Self.pages.flatMap(Self.snippets).count >= 8)
    }

    @Test func aLineThatNoSuiteHasIsFound() {
        let file = ["func f() {", "    let a = 1", "    let b = 2", "}"]
        #expect(Self.holds(file, ["let a = 1", "let b = 2"]))
        #expect(!Self.holds(file, ["let a = 1", "let b = 3"]))
    }

    private static func snippets(_ page: SourceTree.File) -> [Snippet] {
        page.text.components(separatedBy: "```swift\n").dropFirst().map { rest in
            let block = rest.components(separatedBy: "\n```").first ?? ""
            return Snippet(page: page.path, lines: block.split(separator: "\n").map(String.init))
        }
    }

    /// Whether the lines stand in the file one behind the other, whatever their indentation; blank lines do not count, and imports only
    /// have to be there.
    private static func holds(_ file: [String], _ lines: [String]) -> Bool {
        let code = file.map(trimmed).filter { !$0.isEmpty }
        let imports = lines.filter { $0.hasPrefix("import ") }
        let wanted = lines.map(trimmed).filter { !$0.isEmpty && !$0.hasPrefix("import ") }
        guard let first = wanted.first, imports.allSatisfy(code.contains) else { return false }
        return code.indices.contains { start in
            code[start] == first && code[start...].starts(with: wanted)
        }
    }

    /// The words of a line: how far it is indented, and where its comment stands, is a matter of looks.
    private static func trimmed(_ line: String) -> String {
        line.split(separator: " ").joined(separator: " ")
    }
}
