import Foundation

/// The project's own files, as the tidy rules see them.
enum SourceTree {
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    struct File: CustomStringConvertible, Sendable {
        /// Path relative to the root.
        let path: String
        let text: String
        var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
        var description: String { path }
    }

    /// All files whose name ends in one of the extensions, outside build folders.
    static func files(withExtensions extensions: Set<String>, under folders: [String]) -> [File] {
        folders.flatMap { folder -> [File] in
            let start = root.appending(path: folder)
            guard let walker = FileManager.default.enumerator(at: start, includingPropertiesForKeys: nil) else {
                return []
            }
            return walker.compactMap { $0 as? URL }
                .filter { extensions.contains($0.pathExtension) && !$0.path.contains("/.build") }
                .compactMap { url in
                    guard let text = try? String(contentsOf: url, encoding: .utf8) else { return nil }
                    return File(path: String(url.path.dropFirst(root.path.count + 1)), text: text)
                }
        }
        .sorted { $0.path < $1.path }
    }

    /// The page that a newcomer sees first; empty where it cannot be read.
    static let readme = File(
        path: "README.md",
        text: (try? String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)) ?? "")

    static let folders = ["Sources", "Suites", "Tests", "Benchmarks", "Hunt"]

    /// Swift files with their code, comments and strings blanked.
    static let swift = files(withExtensions: ["swift"], under: folders).map { (file: $0, text: SwiftText($0.text)) }

    static let code = files(withExtensions: ["swift", "h", "c", "py", "pyx", "sh"], under: folders + ["scripts"])
}
