/// A number of bytes or blocks as people write it: `4096`, `4k`, `64G`, `1T`.
public struct BinarySize: Sendable, Hashable {
    public var count: UInt64

    public init(_ count: UInt64) { self.count = count }

    /// Reads a decimal number, or a hexadecimal one after `0x`, with an optional suffix k, M, G or T (powers of 1024, either case).
    ///
    /// Nil for anything else, and for what does not fit 64 bits.
    public init?(parsing text: String) {
        var digits = text[...]
        var shift = 0
        if let last = digits.last, let power = Self.suffixes.firstIndex(of: Character(last.lowercased())) {
            digits.removeLast()
            shift = (power + 1) * 10
        }
        let hexadecimal = digits.hasPrefix("0x")
        guard let number = UInt64(hexadecimal ? digits.dropFirst(2) : digits, radix: hexadecimal ? 16 : 10),
            digits.first != "+", number.leadingZeroBitCount >= Int(shift) || number == 0
        else { return nil }
        count = number << shift
    }

    private static let suffixes: [Character] = ["k", "m", "g", "t"]
}

extension BinarySize: CustomStringConvertible {
    /// The shortest exact form: `64G`, `1536M`, `4097`.
    public var description: String {
        var value = count
        var suffix = ""
        for next in ["k", "M", "G", "T"] where value > 0 && value % 1024 == 0 {
            value /= 1024
            suffix = next
        }
        return "\(value)\(suffix)"
    }
}
