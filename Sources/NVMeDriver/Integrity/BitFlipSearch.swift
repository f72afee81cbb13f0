/// Finds the one bit whose flip explains a wrong CRC-32C.
///
/// A CRC is linear: one flipped bit changes it by a value that depends on the bit's place alone. The polynomial tells all
/// places in a block apart, even though the lowest bit of the checksum is not kept.
enum BitFlipSearch {
    /// - Parameters:
    ///   - byteCount: bytes of the block.
    ///   - difference: expected XOR got, bits 31:1 of the CRCs, as kept by `IntegrityEntry`.
    /// - Returns: nil when no place fits, or more than one.
    static func place(byteCount: Int, difference: UInt32) -> (byte: Int, bit: Int)? {
        guard difference != 0 else { return nil }
        var found: (byte: Int, bit: Int)?
        // One step on is what the highest bit of the last byte changes; each bit further to the front takes one more.
        var change: UInt32 = 1
        for index in 0..<byteCount * 8 {
            change = change >> 1 ^ (change & 1 != 0 ? 0x82F6_3B78 : 0)
            guard change >> 1 == difference else { continue }
            guard found == nil else { return nil }
            found = place(index, byteCount: byteCount)
        }
        return found
    }

    private static func place(_ index: Int, byteCount: Int) -> (byte: Int, bit: Int) {
        (byteCount - 1 - index / 8, 7 - index % 8)
    }
}
