/// What a block holds, or may hold.
enum Content: Hashable {
    /// A block that the oracle wrote: its number, and what stood in its first and last 8 bytes when the write was sent.
    case written(number: UInt64, head: UInt64, tail: UInt64)
    case zeros
    case ones
    /// Reading it has to fail.
    case uncorrectable
    /// Whatever the device likes, except data that was written before the block with this number.
    case anythingSince(UInt64)
}

/// Blocks that tell who they are: each word follows from the block's number, so that no two blocks of a run look alike.
///
/// The first and the last 8 bytes are left to the driver, which may put stamps there.
enum Pattern {
    static let stampByteCount = 8

    private static func word(_ number: UInt64, _ index: Int) -> UInt64 {
        var mixed = (number &+ UInt64(index) &* 0x9E37_79B9) &* 0xBF58_476D_1CE4_E5B9
        mixed ^= mixed >> 29
        return mixed &* 0x94D0_49BB_1331_11EB | 1
    }

    static func fill(_ block: UnsafeMutableRawPointer, _ size: Int, number: UInt64) {
        block.storeBytes(of: 0x5A5A_0000, as: UInt64.self)
        block.storeBytes(of: number, toByteOffset: 8, as: UInt64.self)
        for index in 2..<size / 8 {
            block.storeBytes(of: word(number, index), toByteOffset: index * 8, as: UInt64.self)
        }
    }

    static func stamps(_ block: UnsafeRawPointer, _ size: Int) -> (head: UInt64, tail: UInt64) {
        (block.load(as: UInt64.self), block.load(fromByteOffset: size - 8, as: UInt64.self))
    }

    /// The number of a block that is whole between its stamps; nil for anything else.
    static func number(_ block: UnsafeRawPointer, _ size: Int) -> UInt64? {
        let number = block.load(fromByteOffset: 8, as: UInt64.self)
        for index in 2..<size / 8 - 1
        where block.load(fromByteOffset: index * 8, as: UInt64.self) != word(number, index) { return nil }
        return number
    }

    static func isFilled(_ block: UnsafeRawPointer, _ size: Int, with value: UInt64) -> Bool {
        (0..<size / 8).allSatisfy { block.load(fromByteOffset: $0 * 8, as: UInt64.self) == value }
    }

    /// What a block that was read holds; nil for data that nobody has written.
    static func content(_ block: UnsafeRawPointer, _ size: Int) -> Content? {
        if isFilled(block, size, with: 0) { return .zeros }
        if isFilled(block, size, with: .max) { return .ones }
        guard let number = number(block, size) else { return nil }
        let stamps = stamps(block, size)
        return .written(number: number, head: stamps.head, tail: stamps.tail)
    }
}
