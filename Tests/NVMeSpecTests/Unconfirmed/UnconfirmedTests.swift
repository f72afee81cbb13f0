import Foundation
import NVMeSpec
import Testing

@Suite struct UnconfirmedTests {
    @Test(.enabled(if: LibnvmeRelease.newestObstacle == nil, Comment(rawValue: LibnvmeRelease.newestObstacle ?? "")))
    func documentationListsWhatNoOutsideHeaderConfirms() throws {
        let report = try UnconfirmedReport(Confirmation(#require(LibnvmeRelease.newest)))
        try report.markdown.write(to: ProjectFolder.current, atomically: true, encoding: .utf8)
        let text = try? String(contentsOf: ProjectFolder.documentation, encoding: .utf8)
        #expect(
            text == report.markdown,
            "docs/unconfirmed.md is not current: copy \(ProjectFolder.current.path) over it, and look at what changed")
    }

    /// A constant that is in no table has no name when it is printed.
    @Test func everyConstantOfTheSourcesIsInATable() throws {
        for (path, text) in try ProjectFolder.sources() where !path.hasPrefix("Layout/") {
            let lists = text.matches(of: /(?:table|Rows)\b[^=\n]*=[^\[]*\[([^\]]*)\]/).map { String($0.1) }.joined()
            let listed = Set(lists.matches(of: /\.(\w+)/).map { String($0.1) })
            let declared = text.matches(of: /static var (\w+): Self \{\s*Self\(\s*0[xb][0-9A-Fa-f]+,\s*"/).map {
                String($0.1)
            }
            #expect(Set(declared).subtracting(listed).isEmpty, "\(path)")
        }
    }

    @Test func catalogueHasEveryTypeOfTheSources() throws {
        let declared = try ProjectFolder.declaredTypes()
        #expect(declared.structures == Set(Catalogue.structures.map { "\($0)" }))
        #expect(declared.bits == Set(Catalogue.bits.map { "\($0)" }))
        #expect(declared.values == Set(Catalogue.values.map { "\($0)" }))
    }
}

/// Files of this project that these tests read and write.
enum ProjectFolder {
    private static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static let documentation = root.appending(path: "docs/unconfirmed.md")

    /// Where a run leaves its list: the build folder, or the folder for temporary files when the build is elsewhere.
    static var current: URL {
        let build = root.appending(path: ".build")
        let isHere = FileManager.default.fileExists(atPath: build.path)
        return (isHere ? build : FileManager.default.temporaryDirectory).appending(path: "unconfirmed.md")
    }

    /// Source files of NVMeSpec with their path in the project.
    static func sources() throws -> [(path: String, text: String)] {
        let folder = root.appending(path: "Sources/NVMeSpec")
        return try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }
            .sorted()
            .map { ($0, try String(contentsOf: folder.appending(path: $0), encoding: .utf8)) }
    }

    /// Names of the types that conform to the protocols of the layout; those of registers have a table of their own.
    static func declaredTypes() throws -> (structures: Set<String>, bits: Set<String>, values: Set<String>) {
        var types: (structures: Set<String>, bits: Set<String>, values: Set<String>) = ([], [], [])
        for (path, text) in try sources() {
            for match in text.matches(
                of: /public struct (\w+): .*?(SpecStructure|BitStructure|FlagStructure|NamedValue)\b/)
            {
                let name = String(match.1)
                switch match.2 {
                case "SpecStructure": types.structures.insert(name)
                case "NamedValue": types.values.insert(name)
                default: if !path.hasPrefix("Registers/") { types.bits.insert(name) }
                }
            }
        }
        return types
    }
}
