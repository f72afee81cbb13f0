import NVMe

extension Table {
    /// A structure of the standard as a table; fields that are all zero bytes are left out, as is vendor data.
    init<Structure: SpecStructure>(fieldsOf structure: Structure) {
        self.init("Byte", "Field", "Value", "Meaning")
        for row in FieldRow.rows(of: structure) { add(row.shortName, row.value, at: row.offset, title: row.title) }
    }

    private mutating func add(_ name: String, _ value: any FieldValue, at offset: Int, title: String) {
        if let array = value as? any FieldElements {
            for (index, element) in array.fieldElements.enumerated() where !Self.isBlank(element) {
                add("\(name)[\(index)]", element, at: offset, title: title)
            }
        } else if let structure = value as? any SpecStructure {
            for row in Self.rows(structure) {
                add("\(name).\(row.shortName)", row.value, at: offset + row.offset, title: row.title)
            }
        } else if let bytes = value as? [UInt8] {
            guard bytes.count <= 16, bytes.contains(where: { $0 != 0 }) else { return }
            add("\(offset)", name, hexText(bytes), title)
        } else if let bits = value as? any BitStructure {
            add("\(offset)", name, Self.rawText(bits), title)
            addBits(of: bits)
        } else {
            add("\(offset)", name, Self.text(value), title)
        }
    }

    /// The named bits that are set, one a line.
    mutating func addBits(of bits: any BitStructure) {
        for line in Self.lines(bits) { add("", "", "", "· " + line) }
    }

    private static func rows(_ structure: some SpecStructure) -> [FieldRow] { FieldRow.rows(of: structure) }

    private static func isBlank(_ value: some FieldValue) -> Bool {
        if let structure = value as? any SpecStructure { return structure.bytes.allSatisfy { $0 == 0 } }
        return value.number == 0 || (value as? any CustomStringConvertible)?.description == ""
    }

    private static func text(_ value: any FieldValue) -> String {
        if let text = value as? any CustomStringConvertible { return text.description }
        return value.number.map { "\($0)" } ?? ""
    }

    private static func rawText(_ bits: some BitStructure) -> String { hex(bits.rawValue) }

    /// The named bits that are set.
    private static func lines(_ bits: some BitStructure) -> [String] {
        type(of: bits).bitFields.compactMap { field in
            let value = bits.value(of: field)
            guard value != 0 else { return nil }
            return field.bits.count == 1 ? field.title : "\(field.title): \(value)"
        }
    }
}
