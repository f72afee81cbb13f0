import Foundation

/// What the header of a release of libnvme declares.
struct LibnvmeHeader {
    /// Member names of each `struct`.
    let members: [String: Set<String>]
    /// Names of all enumerators.
    let enumerators: Set<String>

    /// Preprocesses the header and collects what it declares.
    static func load(_ release: LibnvmeRelease) throws -> LibnvmeHeader {
        parse(try CProgram.preprocess("#include <nvme/types.h>\n", headersIn: release.folder))
    }

    private static func parse(_ text: String) -> LibnvmeHeader {
        var members: [String: Set<String>] = [:]
        var enumerators: Set<String> = []
        var structure: String?
        var inEnum = false
        for line in text.split(separator: "\n") {
            if let name = line.wholeMatch(of: /struct (\w+) \{/)?.1 {
                structure = String(name)
            } else if line.hasPrefix("enum ") {
                inEnum = true
            } else if line.hasPrefix("}") {
                structure = nil
                inEnum = false
            } else if let structure, let name = line.firstMatch(of: /(\w+)(?:\[[^\]]*\])*;\s*$/)?.1 {
                members[structure, default: []].insert(String(name))
            } else if inEnum, let name = line.firstMatch(of: /^\s*(\w+)\s*(?:=|,|$)/)?.1 {
                enumerators.insert(String(name))
            }
        }
        return LibnvmeHeader(members: members, enumerators: enumerators)
    }
}
