/// A value that stands in a structure of the standard as a fixed number of little-endian bytes.
public protocol FieldValue: Sendable, Equatable {
    /// Reads the value from exactly the field's bytes.
    init(littleEndianBytes bytes: ArraySlice<UInt8>)
    /// The value as `count` bytes, padded or cut to the field.
    func littleEndianBytes(count: Int) -> [UInt8]
    /// The value without its type, for printing.
    var decoded: DecodedValue { get }
}

/// A value whose type decides how many bytes it takes.
public protocol FixedSizeFieldValue: FieldValue {
    static var byteCount: Int { get }
}

/// Where one field of a structure lies, what the standard calls it, and the type of its value.
///
/// A structure declares each field once; typed access, printing, JSON and the check against other people's headers
/// are all derived from that declaration.
public struct Field<Value: FieldValue>: Sendable, AnyField {
    /// The standard's short name in lower case (`"mdts"`), which is also libnvme's member name where it has one.
    public let shortName: String
    /// Byte offset inside the structure.
    public let offset: Int
    /// Size in bytes.
    public let byteCount: Int
    /// The standard's full name.
    public let title: String

    public init(_ shortName: String, at offset: Int, bytes byteCount: Int, _ title: String) {
        self.shortName = shortName
        self.offset = offset
        self.byteCount = byteCount
        self.title = title
    }

    public func anyValue(in bytes: [UInt8]) -> any FieldValue { value(in: bytes) }

    /// The field's value in `bytes`; what lies beyond their end reads as zero.
    func value(in bytes: [UInt8]) -> Value {
        Value(littleEndianBytes: bytes[min(offset, bytes.count)..<min(offset + byteCount, bytes.count)])
    }

    /// Writes the field into `bytes`, lengthening them if they end before it.
    func set(_ value: Value, in bytes: inout [UInt8]) {
        let missing = offset + byteCount - bytes.count
        if missing > 0 { bytes += Array(repeating: 0, count: missing) }
        bytes.replaceSubrange(offset..<offset + byteCount, with: value.littleEndianBytes(count: byteCount))
    }
}

extension Field where Value: FixedSizeFieldValue {
    /// A field as wide as its type.
    public init(_ shortName: String, at offset: Int, _ title: String) {
        self.init(shortName, at: offset, bytes: Value.byteCount, title)
    }
}

/// A field without its value type, for tables.
public protocol AnyField: Sendable {
    var shortName: String { get }
    var offset: Int { get }
    var byteCount: Int { get }
    var title: String { get }
    func anyValue(in bytes: [UInt8]) -> any FieldValue
}

extension FieldValue where Self: FixedWidthInteger {
    public init(littleEndianBytes bytes: ArraySlice<UInt8>) {
        self = bytes.reversed().reduce(0) { $0 << 8 | Self(truncatingIfNeeded: $1) }
    }

    public func littleEndianBytes(count: Int) -> [UInt8] {
        (0..<count).map { $0 * 8 < Self.bitWidth ? UInt8(truncatingIfNeeded: self >> ($0 * 8)) : 0 }
    }

    public static var byteCount: Int { bitWidth / 8 }
    public var decoded: DecodedValue { .number(UInt128(truncatingIfNeeded: self)) }
}

extension UInt8: FixedSizeFieldValue {
    public init(littleEndianBytes bytes: ArraySlice<UInt8>) { self = bytes.first ?? 0 }
}
extension UInt16: FixedSizeFieldValue {}
extension UInt32: FixedSizeFieldValue {}
extension UInt64: FixedSizeFieldValue {}
extension UInt128: FixedSizeFieldValue {}

/// Bytes that are no number: identifiers, reserved ranges, vendor data.
extension Array: FieldValue where Element == UInt8 {
    public init(littleEndianBytes bytes: ArraySlice<UInt8>) { self = Array(bytes) }
    public func littleEndianBytes(count: Int) -> [UInt8] {
        Array(prefix(count)) + Array(repeating: 0, count: Swift.max(0, count - self.count))
    }
    public var decoded: DecodedValue { .bytes(self) }
}

/// ASCII text, left-justified and padded with spaces (NVMe Base 2.0 §1.4.2 "ASCII string").
public struct ASCIIText: FieldValue, ExpressibleByStringLiteral, CustomStringConvertible, Hashable {
    /// The text without its padding.
    public let description: String

    public init(_ text: String) { description = text }
    public init(stringLiteral text: String) { description = text }

    public init(littleEndianBytes bytes: ArraySlice<UInt8>) {
        var text = bytes.map { (0x20...0x7E).contains($0) || $0 == 0 ? $0 : UInt8(ascii: "?") }
        while let last = text.last, last == 0x20 || last == 0 { text.removeLast() }
        description = String(decoding: text, as: UTF8.self)
    }

    public func littleEndianBytes(count: Int) -> [UInt8] {
        let text = Array(description.utf8.prefix(count))
        return text + Array(repeating: 0x20, count: count - text.count)
    }

    public var decoded: DecodedValue { .text(description) }
}
