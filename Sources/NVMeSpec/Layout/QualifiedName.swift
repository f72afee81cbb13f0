/// An NVMe Qualified Name: UTF-8, ended by a null byte (NVMe Base 2.3 §4.7).
public struct QualifiedName: FieldValue, ExpressibleByStringLiteral, CustomStringConvertible, Hashable {
    /// The name without its end.
    public let description: String

    public init(_ text: String) { description = text }
    public init(stringLiteral text: String) { description = text }

    public init(littleEndianBytes bytes: ArraySlice<UInt8>) {
        description = ASCIIText(littleEndianBytes: bytes.prefix { $0 != 0 }).description
    }

    public func littleEndianBytes(count: Int) -> [UInt8] {
        Array(description.utf8.prefix(count - 1)).littleEndianBytes(count: count)
    }

    public var decoded: DecodedValue { .text(description) }
}
