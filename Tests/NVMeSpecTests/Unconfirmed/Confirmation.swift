import NVMeSpec

/// What of NVMeSpec a release of libnvme confirms: it names the thing, and says the same.
struct Confirmation {
    let version: String
    private let members: Set<String>
    private let sizes: Set<String>
    private let subjects: Set<LibnvmeConstant.Subject>

    init(_ release: LibnvmeRelease) throws {
        let libnvme = try LibnvmeComparison(release)
        let places = try libnvme.places()
        let values = try libnvme.values()
        let byteCounts = try libnvme.sizes()
        version = release.version
        members = Set(
            libnvme.members.filter { places[$0.key] == $0.place }
                .map { Self.key($0.structure.ours, $0.field) })
        sizes = Set(
            libnvme.structures.filter { byteCounts[$0.name] == UInt64($0.ours.byteCount) }.map { "\($0.ours)" })
        subjects = Set(libnvme.constants.filter { values[$0.name] == $0.value }.map(\.subject))
    }

    func has(sizeOf structure: any SpecStructure.Type) -> Bool { sizes.contains("\(structure)") }

    func has(_ field: any AnyField, of structure: any SpecStructure.Type) -> Bool {
        members.contains(Self.key(structure, field))
    }

    func has(_ field: BitFieldDescription, of type: String) -> Bool {
        subjects.contains(.bits(type: type, field: field.name))
            || subjects.contains(.lowestBit(type: type, field: field.name))
                && subjects.contains(.width(type: type, field: field.name))
    }

    func has(_ value: UInt64, of type: String) -> Bool { subjects.contains(.value(type: type, value)) }

    func has(offsetOf register: RegisterDescription) -> Bool { subjects.contains(.offset(register: register.name)) }

    private static func key(_ structure: any SpecStructure.Type, _ field: any AnyField) -> String {
        "\(structure).\(field.shortName)"
    }
}
