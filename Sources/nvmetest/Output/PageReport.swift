import NVMe

extension Report {
    /// A page of data: its fields where the structure is known, else its bytes.
    mutating func add(page bytes: [UInt8], as structure: (any SpecStructure.Type)?, title: String) {
        lines += [title, ""]
        if let structure {
            add("data", JSONValue(structure.init(bytes: bytes)))
            add(Self.table(structure.init(bytes: bytes)))
        } else {
            add("bytes", .string(hexText(bytes)))
            lines += Self.dump(bytes)
        }
    }

    private static func table(_ structure: some SpecStructure) -> Table { Table(fieldsOf: structure) }

    /// Sixteen bytes a line; a run of equal lines is shown once, with a `*` below it.
    static func dump(_ bytes: [UInt8]) -> [String] {
        var lines: [String] = []
        var last: ArraySlice<UInt8>?
        for offset in stride(from: 0, to: bytes.count, by: 16) {
            let row = bytes[offset..<min(offset + 16, bytes.count)]
            if let last, last.elementsEqual(row) {
                if lines.last != "*" { lines.append("*") }
                continue
            }
            last = row
            let text = String(decoding: row.map { (0x20...0x7E).contains($0) ? $0 : UInt8(ascii: ".") }, as: UTF8.self)
            let digits = row.map { hexText([$0]) }.joined(separator: " ")
            let place = hex(UInt32(truncatingIfNeeded: offset)).dropFirst(2)
            lines.append("\(place)  \(digits)\(String(repeating: " ", count: 3 * (16 - row.count)))  \(text)")
        }
        return lines
    }
}
