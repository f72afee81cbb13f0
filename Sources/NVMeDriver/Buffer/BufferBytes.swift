/// Bytes taken from a buffer or to be put into one; a string literal stands for its UTF-8 bytes.
public struct BufferBytes: Sendable, Hashable, RandomAccessCollection {
    public let bytes: [UInt8]

    public init(_ bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }
    public init(_ text: String) { bytes = Array(text.utf8) }

    public var startIndex: Int { 0 }
    public var endIndex: Int { bytes.count }
    /// Traps outside `indices`, as every collection of a copy does.
    public subscript(position: Int) -> UInt8 { bytes[position] }

    public static func == (left: BufferBytes, right: [UInt8]) -> Bool { left.bytes == right }
    public static func != (left: BufferBytes, right: [UInt8]) -> Bool { left.bytes != right }
}

extension BufferBytes: ExpressibleByStringLiteral, ExpressibleByArrayLiteral {
    public init(stringLiteral text: String) { self.init(text) }
    public init(arrayLiteral bytes: UInt8...) { self.init(bytes) }
}

extension BufferBytes: CustomStringConvertible {
    /// The text when all bytes are printable, the bytes in hexadecimal otherwise.
    public var description: String {
        guard bytes.allSatisfy({ (0x20...0x7E).contains($0) }) else {
            return bytes.map(hexByte).joined(separator: " ")
        }
        return "\"\(String(decoding: bytes, as: UTF8.self))\""
    }
}
