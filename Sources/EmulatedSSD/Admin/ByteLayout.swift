/// Bytes of a structure of the standard, filled in field by field.
struct ByteLayout {
    private(set) var bytes: [UInt8]

    init(count: Int) { bytes = Array(repeating: 0, count: count) }

    /// Little-endian; what does not fit is left out.
    mutating func put(_ value: some FixedWidthInteger & UnsignedInteger, at offset: Int) {
        put(value, at: offset, bytes: value.bitWidth / 8)
    }

    mutating func put(_ value: some FixedWidthInteger & UnsignedInteger, at offset: Int, bytes count: Int) {
        for index in 0..<count where offset + index < self.bytes.count && offset + index >= 0 {
            self.bytes[offset + index] =
                index * 8 < value.bitWidth ? UInt8(truncatingIfNeeded: value >> (index * 8)) : 0
        }
    }

    /// Big-endian, as identifiers of the IEEE are written.
    mutating func putBigEndian(_ value: UInt64, at offset: Int) { put(value.byteSwapped, at: offset) }

    /// ASCII padded with spaces.
    mutating func put(text: String, at offset: Int, bytes count: Int) {
        let source = Array(text.utf8.prefix(count))
        for index in 0..<count where offset + index < bytes.count {
            bytes[offset + index] = index < source.count ? source[index] : 0x20
        }
    }

    mutating func put(_ source: [UInt8], at offset: Int) {
        for (index, byte) in source.enumerated() where offset + index < bytes.count { bytes[offset + index] = byte }
    }
}

/// A little-endian integer in bytes from the host; zero where bytes are missing.
func littleEndian<Value: FixedWidthInteger & UnsignedInteger>(
    _ bytes: [UInt8], at offset: Int, as: Value.Type
) -> Value {
    var value: Value = 0
    for index in 0..<Value.bitWidth / 8 where offset + index < bytes.count {
        value |= Value(bytes[offset + index]) << Value(index * 8)
    }
    return value
}
