import NVMeSpec
import Testing

/// Our reading of the standard against that of Debian's `libnvme-dev`.
@Suite(.enabled(if: LibnvmeHeader.obstacle == nil, Comment(rawValue: LibnvmeHeader.obstacle ?? "")))
struct LibnvmeComparisonTests {
    @Test func everyFieldThatBothNameLiesAtTheSamePlace() throws {
        let header = try LibnvmeHeader.load()
        let pairs = Self.commonFields(header)
        let theirs = try Self.places(of: pairs)
        for pair in pairs where LibnvmeStructure.knownDifferences[pair.key] == nil {
            #expect(theirs[pair.key] == pair.place, "\(pair.key)")
        }
        #expect(pairs.count > 400, "too few fields in common: were the headers read at all?")
    }

    @Test func everyStructureHasTheSameSize() throws {
        let header = try LibnvmeHeader.load()
        let structures = LibnvmeStructure.all.filter { $0.comparesSize && header.members[$0.name] != nil }
        let lines = structures.map { "printf(\"\($0.name) %zu\\n\", sizeof(struct \($0.name)));" }
        let sizes = try Self.numbers(printedBy: lines)
        for structure in structures {
            #expect(sizes[structure.name] == UInt64(structure.ours.byteCount), "\(structure.name)")
        }
        #expect(structures.count > 60)
    }

    @Test func everyConstantThatBothNameHasTheSameValue() throws {
        let header = try LibnvmeHeader.load()
        let constants = LibnvmeConstants.all.filter { header.enumerators.contains($0.name) }
        let lines = constants.map { "printf(\"\($0.name) %llu\\n\", (unsigned long long)\($0.name));" }
        let values = try Self.numbers(printedBy: lines)
        for constant in constants where LibnvmeConstants.knownDifferences[constant.name] == nil {
            #expect(values[constant.name] == constant.value, "\(constant.name)")
        }
        #expect(constants.count > 500, "too few constants in common: were the headers read at all?")
    }

    @Test func everyListedDifferenceStillExists() throws {
        let header = try LibnvmeHeader.load()
        let differences = LibnvmeConstants.knownDifferences.keys.filter { header.enumerators.contains($0) }
        let lines = differences.map { "printf(\"\($0) %llu\\n\", (unsigned long long)\($0));" }
        let values = try Self.numbers(printedBy: lines)
        for (name, value) in LibnvmeConstants.all where differences.contains(name) {
            #expect(values[name] != value, "libnvme agrees about \(name) now: take it off the list")
        }
    }
}

extension LibnvmeComparisonTests {
    /// Offset and size of a member.
    struct Place: Equatable {
        let offset: Int
        let byteCount: Int
    }

    struct Pair {
        let structure: String
        let member: String
        let place: Place
        var key: String { "\(structure).\(member)" }
    }

    private static func commonFields(_ header: LibnvmeHeader) -> [Pair] {
        LibnvmeStructure.all.flatMap { structure in
            structure.ours.fields.compactMap { _, field in
                guard header.members[structure.name]?.contains(field.shortName) == true else { return nil }
                let place = Place(offset: field.offset, byteCount: field.byteCount)
                return Pair(structure: structure.name, member: field.shortName, place: place)
            }
        }
    }

    private static func places(of pairs: [Pair]) throws -> [String: Place] {
        let lines = pairs.map { pair in
            let type = "struct \(pair.structure)"
            return "printf(\"\(pair.key) %zu %zu\\n\", offsetof(\(type), \(pair.member)), "
                + "sizeof(((\(type) *)0)->\(pair.member)));"
        }
        let words = try output(of: lines).map { $0.split(separator: " ") }.filter { $0.count == 3 }
        return Dictionary(
            words.map { (String($0[0]), Place(offset: Int($0[1]) ?? -1, byteCount: Int($0[2]) ?? -1)) },
            uniquingKeysWith: { first, _ in first })
    }

    private static func numbers(printedBy lines: [String]) throws -> [String: UInt64] {
        let words = try output(of: lines).map { $0.split(separator: " ") }.filter { $0.count == 2 }
        return Dictionary(words.map { (String($0[0]), UInt64($0[1]) ?? .max) }, uniquingKeysWith: { first, _ in first })
    }

    private static func output(of lines: [String]) throws -> [Substring] {
        let head = "#include <stddef.h>\n#include <stdio.h>\n#include <nvme/types.h>\nint main(void) {\n"
        return try CProgram.output(of: head + lines.joined(separator: "\n") + "\nreturn 0; }\n")
            .split(separator: "\n")
    }
}
