import Foundation
import NVMeSpec

/// What of NVMeSpec no outside header confirms, for a reader: what `docs/unconfirmed.md` holds.
struct UnconfirmedReport {
    /// One thing that has parts, and those of them that are not confirmed.
    struct Row {
        let name: String
        let partCount: Int
        let unconfirmed: [String]
    }

    let version: String
    let structures: [Row]
    let bits: [Row]
    let registers: [Row]
    let values: [Row]
    /// Structures whose size is not confirmed.
    let sizes: [String]

    init(_ confirmation: Confirmation) {
        version = confirmation.version
        structures = Catalogue.structures.map { type in
            let missing = type.fields.filter { !confirmation.has($0.field, of: type) }
            return Row(
                name: "\(type)", partCount: type.fields.count,
                unconfirmed: missing.map { "\($0.field.shortName)@\($0.field.offset)" })
        }
        sizes = Catalogue.structures.filter { !confirmation.has(sizeOf: $0) }.map { "\($0) (\($0.byteCount))" }
        bits = Catalogue.bits.map { type in
            let missing = type.bitFields.filter { !confirmation.has($0, of: "\(type)") }
            return Row(name: "\(type)", partCount: type.bitFields.count, unconfirmed: missing.map(Self.text))
        }
        registers = RegisterDescription.table.map { register in
            let missing = register.fields.filter { !confirmation.has($0, of: register.name) }
            let offset = confirmation.has(offsetOf: register) ? [] : ["offset"]
            return Row(
                name: register.name, partCount: register.fields.count + 1, unconfirmed: offset + missing.map(Self.text))
        }
        values = Self.namedValues(confirmation)
    }

    private static func text(_ field: BitFieldDescription) -> String {
        let bits =
            field.bits.count == 1 ? "\(field.bits.lowerBound)" : "\(field.bits.upperBound):\(field.bits.lowerBound)"
        return "\(field.shortName.isEmpty ? field.name : field.shortName) \(bits)"
    }

    private static func namedValues(_ confirmation: Confirmation) -> [Row] {
        func row(_ type: String, _ values: [(number: UInt64, name: String)]) -> Row {
            let missing = values.filter { !confirmation.has($0.number, of: type) }
            return Row(
                name: type, partCount: values.count,
                unconfirmed: missing.map { "\($0.name) \(String($0.number, radix: 16, uppercase: true))h" })
        }
        func rows<Value: NamedValue>(of type: Value.Type) -> Row {
            row("\(type)", type.table.map { (UInt64($0.value.rawValue), $0.name) })
        }
        // The driver's own is vendor specific.
        let standardCodes = StatusCode.table.filter { $0.code.type != .vendorSpecific }
        return Catalogue.values.map { rows(of: $0) } + [
            rows(of: AdminOpcode.self), rows(of: NVMOpcode.self),
            row("StatusCode", standardCodes.map { (UInt64($0.code.rawValue), $0.name) }),
        ]
    }
}

extension UnconfirmedReport {
    var markdown: String {
        let sections: [(title: String, rows: [Row])] = [
            ("Fields of structures", structures), ("Bits", bits), ("Registers", registers), ("Named values", values),
        ]
        let all = sections.flatMap(\.rows)
        let total = all.reduce(0) { $0 + $1.partCount }
        let missing = all.reduce(0) { $0 + $1.unconfirmed.count }
        var lines = [
            "# What no outside header confirms", "",
            "NVMeSpec is compared with the headers of libnvme \(version), name by name: \(total - missing) of \(total) fields, bits and",
            "values are confirmed by a second reader of the standard. The \(missing) below are not: libnvme does not name them, or",
            "names them in a way that nobody has matched with ours (`Tests/NVMeSpecTests/Libnvme`). They rest on one reading.",
            "This file is written by a test.", "",
        ]
        for section in sections { lines += Self.table(section.title, section.rows) }
        lines += ["## Sizes of structures", "", sizes.joined(separator: ", "), ""]
        return lines.joined(separator: "\n")
    }

    private static func table(_ title: String, _ rows: [Row]) -> [String] {
        let open = rows.filter { !$0.unconfirmed.isEmpty }.sorted { $0.name < $1.name }
        return ["## \(title)", "", "| ours | unconfirmed | which |", "|---|---|---|"]
            + open.map { row in
                let isNone = row.unconfirmed.count == row.partCount
                let count = isNone ? "all \(row.partCount)" : "\(row.unconfirmed.count) of \(row.partCount)"
                return "| \(row.name) | \(count) | \(row.unconfirmed.joined(separator: ", ")) |"
            } + [""]
    }
}
