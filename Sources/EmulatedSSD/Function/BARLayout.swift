import NVMeSpec

/// What lies where in BAR 0: registers, doorbells, MSI-X table, pending bits.
struct BARLayout {
    let doorbells: Range<Int>
    let table: Range<Int>
    let pendingBits: Range<Int>
    /// Bytes of the BAR: a power of two.
    let byteCount: Int

    init(doorbellByteCount: Int, vectors: Int) {
        doorbells = RegisterOffset.doorbells..<RegisterOffset.doorbells + Self.pages(doorbellByteCount)
        table = doorbells.upperBound..<doorbells.upperBound + Self.pages(16 * vectors)
        pendingBits = table.upperBound..<table.upperBound + Self.pages((vectors + 63) / 64 * 8)
        let end = pendingBits.upperBound
        byteCount = 1 << (Int.bitWidth - (end - 1).leadingZeroBitCount)
    }

    private static func pages(_ byteCount: Int) -> Int { (byteCount + 4095) & ~4095 }
}
