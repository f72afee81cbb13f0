import NVMeSpec
import Testing

/// Our reading of the standard against that of libnvme: of the newest release that this machine has.
@Suite(.enabled(if: LibnvmeRelease.obstacle == nil, Comment(rawValue: LibnvmeRelease.obstacle ?? "")))
struct LibnvmeComparisonTests {
    private let libnvme: LibnvmeComparison
    private let differences: LibnvmeDifferences

    init() throws {
        let release = try #require(LibnvmeRelease.best)
        libnvme = try LibnvmeComparison(release)
        differences = LibnvmeDifferences(release)
    }

    @Test func everyFieldThatBothNameLiesAtTheSamePlace() throws {
        let theirs = try libnvme.places()
        let members = libnvme.members
        for member in members where differences.members[member.key] == nil {
            #expect(theirs[member.key] == member.place, "\(member.key)")
        }
        #expect(members.count > 400, "too few fields in common: were the headers read at all?")
    }

    @Test func everyStructureHasTheSameSize() throws {
        let structures = libnvme.structures.filter(\.comparesSize)
        let sizes = try libnvme.sizes()
        for structure in structures {
            #expect(sizes[structure.name] == UInt64(structure.ours.byteCount), "\(structure.name)")
        }
        #expect(structures.count > 60)
    }

    @Test func everyConstantThatBothNameHasTheSameValue() throws {
        let values = try libnvme.values()
        let constants = libnvme.constants
        for constant in constants where differences.constants[constant.name] == nil {
            #expect(values[constant.name] == constant.value, "\(constant.name)")
        }
        #expect(constants.count > 500, "too few constants in common: were the headers read at all?")
    }

    @Test func everyListedDifferenceStillExists() throws {
        let values = try libnvme.values()
        for constant in libnvme.constants where differences.constants[constant.name] != nil {
            #expect(values[constant.name] != constant.value, "libnvme agrees about \(constant.name): off the list")
        }
        let places = try libnvme.places()
        for member in libnvme.members where differences.members[member.key] != nil {
            #expect(places[member.key] != member.place, "libnvme agrees about \(member.key): off the list")
        }
    }
}
