import NVMe

/// A `FieldArray` without its element type.
protocol FieldElements {
    var fieldElements: [any FieldValue] { get }
}

extension FieldArray: FieldElements {
    var fieldElements: [any FieldValue] { elements }
}

/// One field of a structure with its value.
struct FieldRow {
    let shortName: String
    let offset: Int
    let title: String
    let value: any FieldValue

    /// All fields of a structure in order of their offsets.
    static func rows<Structure: SpecStructure>(of structure: Structure) -> [FieldRow] {
        Structure.fields.map { _, field in
            FieldRow(
                shortName: field.shortName, offset: field.offset, title: field.title,
                value: field.anyValue(in: structure.bytes))
        }
    }
}

extension JSONValue {
    /// A structure of the standard as an object whose members have the standard's short names, as in nvme-cli.
    init<Structure: SpecStructure>(_ structure: Structure) {
        self = .object(FieldRow.rows(of: structure).map { Member($0.shortName, JSONValue($0.value)) })
    }

    /// Numbers as numbers, text as text, other bytes as hexadecimal text, named bits as an object with their raw value.
    init(_ value: any FieldValue) {
        switch value {
        case let array as any FieldElements: self = .array(array.fieldElements.map { JSONValue($0) })
        case let structure as any SpecStructure: self.init(structure)
        case let named as any NamedValue:
            self = ["value": JSONValue(number: named.number), "name": .string("\(named)")]
        case let bits as any BitStructure: self.init(bits: bits)
        case let bytes as [UInt8]: self = .string(hexText(bytes))
        case let text as any CustomStringConvertible where value.number == nil: self = .string(text.description)
        default: self.init(number: value.number)
        }
    }

    private init(bits: some BitStructure) {
        let members = type(of: bits).bitFields.map { field in
            let value = bits.value(of: field)
            return Member(field.name, field.bits.count == 1 ? .bool(value != 0) : .count(value))
        }
        self = .object([Member("raw", .count(bits.rawValue))] + members)
    }

    private init(number: UInt128?) { self = number.map { .count($0) } ?? .null }
}

/// Two lower-case digits for each byte.
func hexText(_ bytes: some Sequence<UInt8>) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}
