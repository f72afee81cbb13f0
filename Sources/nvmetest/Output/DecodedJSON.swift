import NVMe

extension JSONValue {
    /// A structure of the standard as an object whose members have the standard's short names, as in nvme-cli.
    init(_ structure: some SpecStructure) { self.init(structure.decoded) }

    /// Numbers as numbers, text as text, bytes as hexadecimal text, named bits as an object with their raw value.
    ///
    /// Lists end with their last element that is not zero, long runs of bytes with their last byte that is not.
    init(_ value: DecodedValue) {
        switch value {
        case .number(let number): self = .count(number)
        case .text(let text): self = .string(text)
        case .bytes(let bytes): self = .string(hexText(bytes.count > 64 ? bytes.withoutTrailing { $0 == 0 } : bytes))
        case .named(let number, let name): self = ["value": .count(number), "name": .optional(name)]
        case .bits(let raw, let fields):
            let members = fields.map { field, value in
                Member(field.name, field.bits.count == 1 ? .bool(value != 0) : .count(value))
            }
            self = .object([Member("raw", .count(raw))] + members)
        case .structure(let fields): self = .object(fields.map { Member($0.field.shortName, JSONValue($0.value)) })
        case .list(let elements): self = .array(elements.withoutTrailing(\.isBlank).map { JSONValue($0) })
        }
    }
}

extension DecodedValue {
    /// All zero, or empty text.
    var isBlank: Bool {
        switch self {
        case .number(let number), .named(let number, _), .bits(let number, _): number == 0
        case .text(let text): text.isEmpty
        case .bytes(let bytes): bytes.allSatisfy { $0 == 0 }
        case .structure(let fields): fields.allSatisfy(\.value.isBlank)
        case .list(let elements): elements.allSatisfy(\.isBlank)
        }
    }
}

extension Array {
    func withoutTrailing(_ isBlank: (Element) -> Bool) -> [Element] {
        Array(prefix((lastIndex { !isBlank($0) } ?? -1) + 1))
    }
}

/// Two lower-case digits for each byte.
func hexText(_ bytes: some Sequence<UInt8>) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}
