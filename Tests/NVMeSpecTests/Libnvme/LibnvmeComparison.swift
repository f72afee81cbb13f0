import NVMeSpec

/// What a release of libnvme says about the things that both it and we name.
struct LibnvmeComparison {
    let release: LibnvmeRelease
    let header: LibnvmeHeader

    init(_ release: LibnvmeRelease) throws {
        self.release = release
        header = try LibnvmeHeader.load(release)
    }

    /// Offset and size of a member.
    struct Place: Equatable {
        let offset: Int
        let byteCount: Int
    }

    struct Member {
        let structure: LibnvmeStructure
        let field: any AnyField

        var place: Place { Place(offset: field.offset, byteCount: field.byteCount) }
        /// `"nvme_id_ctrl.mdts"`.
        var key: String { "\(structure.name).\(structure.member(for: field))" }
    }

    var structures: [LibnvmeStructure] { LibnvmeStructure.all.filter { header.members[$0.name] != nil } }

    var members: [Member] {
        structures.flatMap { structure in
            structure.ours.fields.map { Member(structure: structure, field: $0.field) }
                .filter { header.members[structure.name]?.contains(structure.member(for: $0.field)) == true }
        }
    }

    var constants: [LibnvmeConstant] { LibnvmeConstants.all.filter { header.enumerators.contains($0.name) } }

    func places() throws -> [String: Place] {
        let lines = members.map { member in
            let name = member.structure.member(for: member.field)
            return "printf(\"\(member.key) %zu %zu\\n\", offsetof(struct \(member.structure.name), \(name)), "
                + "sizeof(((struct \(member.structure.name) *)0)->\(name)));"
        }
        let words = try output(of: lines).map { $0.split(separator: " ") }.filter { $0.count == 3 }
        return Dictionary(
            words.map { (String($0[0]), Place(offset: Int($0[1]) ?? -1, byteCount: Int($0[2]) ?? -1)) },
            uniquingKeysWith: { first, _ in first })
    }

    func sizes() throws -> [String: UInt64] {
        try numbers(printedBy: structures.map { "printf(\"\($0.name) %zu\\n\", sizeof(struct \($0.name)));" })
    }

    func values() throws -> [String: UInt64] {
        // An enumerator is an int in C, and one of bit 31 is negative: its 32 bits are what counts.
        try numbers(printedBy: constants.map { "printf(\"\($0.name) %u\\n\", (unsigned)\($0.name));" })
    }

    private func numbers(printedBy lines: [String]) throws -> [String: UInt64] {
        let words = try output(of: lines).map { $0.split(separator: " ") }.filter { $0.count == 2 }
        return Dictionary(words.map { (String($0[0]), UInt64($0[1]) ?? .max) }, uniquingKeysWith: { first, _ in first })
    }

    private func output(of lines: [String]) throws -> [Substring] {
        let head = "#include <stddef.h>\n#include <stdio.h>\n#include <nvme/types.h>\nint main(void) {\n"
        let source = head + lines.joined(separator: "\n") + "\nreturn 0; }\n"
        return try CProgram.output(of: source, headersIn: release.folder).split(separator: "\n")
    }
}
