/// The 4096 bytes of configuration space: values, and which bits the host can change.
struct ConfigurationSpace {
    static let byteCount = 4096
    private var values = [UInt8](repeating: 0, count: byteCount)
    /// Bits that a write replaces.
    private var writable = [UInt8](repeating: 0, count: byteCount)
    /// Bits that a write of one clears.
    private var clearable = [UInt8](repeating: 0, count: byteCount)

    /// Sets a field and which of its bits the host may write or clear. For building.
    mutating func define(
        _ offset: Int, bytes: Int, _ value: UInt32, writable mask: UInt32 = 0, clearable clear: UInt32 = 0
    ) {
        for index in 0..<bytes {
            let shift = UInt32(index * 8)
            values[offset + index] = UInt8(truncatingIfNeeded: value >> shift)
            writable[offset + index] = UInt8(truncatingIfNeeded: mask >> shift)
            clearable[offset + index] = UInt8(truncatingIfNeeded: clear >> shift)
        }
    }

    /// A little-endian value of up to four bytes. `offset + bytes` is at most 4096.
    func read(_ offset: Int, bytes: Int) -> UInt32 {
        (0..<bytes).reduce(0) { $0 | UInt32(values[offset + $1]) << UInt32($1 * 8) }
    }

    /// What a write from the host leaves: read-only bits stay.
    mutating func write(_ offset: Int, bytes: Int, _ value: UInt32) {
        for index in offset..<offset + bytes {
            let byte = UInt8(truncatingIfNeeded: value >> UInt32((index - offset) * 8))
            values[index] = values[index] & ~writable[index] | byte & writable[index]
            values[index] &= ~(byte & clearable[index])
        }
    }

    /// Changes a value from inside, whatever the masks say.
    mutating func set(_ offset: Int, bytes: Int, _ value: UInt32) {
        for index in 0..<bytes { values[offset + index] = UInt8(truncatingIfNeeded: value >> UInt32(index * 8)) }
    }
}
