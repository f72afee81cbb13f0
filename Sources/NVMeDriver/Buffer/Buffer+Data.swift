import PCIExpress

extension Buffer {
    /// A little-endian number, as the tables of the standard name its bytes: `data(8...15)`.
    ///
    /// More than eight bytes give the lower 64 bits; `data(_:as:)` takes wider types. Ignores `offset`.
    public func data(_ bytes: ClosedRange<Int>) -> UInt64 { data(bytes, as: UInt64.self) }

    /// The number in one byte.
    public func data(_ byte: Int) -> UInt64 { UInt64(self[byte]) }

    /// A little-endian number of any width.
    public func data<Number: FixedWidthInteger>(_ bytes: ClosedRange<Int>, as type: Number.Type) -> Number {
        self[bytes].bytes.reversed().reduce(0) { $0 << 8 | Number(truncatingIfNeeded: $1) }
    }

    /// ASCII text without trailing white space and NULs.
    public func text(_ bytes: ClosedRange<Int>) -> String {
        var text = self[bytes].bytes
        while let last = text.last, last <= 0x20 { text.removeLast() }
        return String(decoding: text, as: UTF8.self)
    }

    /// Writes a range of a Dataset Management command (NVM Command Set 1.0 §3.2.3): 16 bytes at `index * 16`.
    ///
    /// Throws `invalidArgument` when the range does not fit the buffer.
    public func setDSMRange(
        _ index: Int, lba: UInt64, count: UInt32, attributes: UInt32 = 0
    ) throws(NVMeError) {
        guard index >= 0, index < self.count / 16 else {
            throw .invalidArgument(
                name: "range index", value: "\(index)",
                limit: "0..<\(self.count / 16) in a buffer of \(self.count) bytes",
                fix: "make a larger buffer")
        }
        let place = region.pointer + index * 16
        place.storeBytes(of: attributes.littleEndian, as: UInt32.self)
        place.storeBytes(of: count.littleEndian, toByteOffset: 4, as: UInt32.self)
        place.storeBytes(of: lba.littleEndian, toByteOffset: 8, as: UInt64.self)
    }

    /// Sixteen bytes per line in hexadecimal and as text, below a line with the buffer's name.
    ///
    /// - Parameter size: bytes to show; nil or more than there are shows all, 0 the name only.
    public func dump(_ size: Int? = nil) -> String {
        let shown = min(max(size ?? count, 0), count)
        let lines = stride(from: 0, to: shown, by: 16).map { line(at: $0, count: min(16, shown - $0)) }
        return ([name] + lines).joined(separator: "\n")
    }

    private func line(at position: Int, count: Int) -> String {
        let bytes = self[position..<position + count].bytes
        var digits = ""
        for column in 0..<16 {
            digits += column < bytes.count ? hexByte(bytes[column]) + " " : "   "
            if column == 7 { digits += " " }
        }
        let text = bytes.map { (0x20...0x7E).contains($0) ? Character(UnicodeScalar($0)) : "." }
        return "[0x\(hexDword(UInt32(truncatingIfNeeded: position)))]  \(digits)  \(String(text))"
    }
}
