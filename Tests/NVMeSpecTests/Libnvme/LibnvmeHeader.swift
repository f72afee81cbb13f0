import Foundation

/// Debian's `libnvme-dev`: somebody else's reading of the standard, as C declarations.
struct LibnvmeHeader {
    /// Member names of each `struct`.
    let members: [String: Set<String>]
    /// Names of all enumerators.
    let enumerators: Set<String>

    static let path = "/usr/include/nvme/types.h"

    /// Why the comparison cannot run here; nil when it can.
    static let obstacle: String? = {
        if !FileManager.default.fileExists(atPath: path) { return "libnvme-dev is not installed" }
        if !FileManager.default.isExecutableFile(atPath: "/usr/bin/cc") { return "no C compiler at /usr/bin/cc" }
        return nil
    }()

    /// Preprocesses the header and collects what it declares.
    static func load() throws -> LibnvmeHeader {
        let include = "#include <nvme/types.h>\n"
        return parse(try CProgram.preprocess(include))
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
