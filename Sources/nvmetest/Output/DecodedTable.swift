import NVMe

extension Table {
    /// A structure of the standard: a row for each field, one below it for each named bit that is set. Lists, nested
    /// structures and runs of bytes that are all zero are left out.
    init(fieldsOf structure: some SpecStructure) {
        self.init("Byte", "Field", "Value", "Meaning")
        for field in structure.decodedFields { add(field, prefix: "", base: 0) }
    }

    /// A longer value stands behind its meaning, so that one of them does not take the room of all meanings.
    private static let longestValue = 20

    private mutating func add(_ field: DecodedField, prefix: String, base: Int) {
        add(field.value, name: prefix + field.field.shortName, at: base + field.field.offset, title: field.field.title)
    }

    private mutating func add(_ value: DecodedValue, name: String, at offset: Int, title: String) {
        switch value {
        case .number(let number): add("\(offset)", name, "\(number)", title)
        case .text(let text) where text.count > Self.longestValue: add("\(offset)", name, "", "\(title): \(text)")
        case .text(let text): add("\(offset)", name, text, title)
        case .named(let number, let meaning): add("\(offset)", name, "\(number)", "\(title): \(meaning ?? "unknown")")
        case .bits(let raw, let fields):
            add("\(offset)", name, "0x" + String(raw, radix: 16), title)
            add(bits: fields)
        case .bytes(let bytes):
            guard !value.isBlank else { return }
            let text = bytes.count > 16 ? "(\(bytes.count) bytes)" : hexText(bytes)
            add(.text(text), name: name, at: offset, title: title)
        case .structure(let fields): for field in fields { add(field, prefix: name + ".", base: offset) }
        case .list(let elements):
            for (index, element) in elements.enumerated() where !element.isBlank {
                add(element, name: "\(name)[\(index)]", at: offset, title: title)
            }
        }
    }

    /// A row for each named group of bits that is not zero.
    mutating func add(bits: [(field: BitFieldDescription, value: UInt128)]) {
        for (field, value) in bits where value != 0 {
            add("", "", "", "· " + (field.bits.count == 1 ? field.title : "\(field.title): \(value)"))
        }
    }
}
