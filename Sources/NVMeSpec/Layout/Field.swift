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

/// A field whose type knows its place. Only `Field` is one; the compiler cannot make key paths of integer parameters (Swift 6.3).
public protocol PlacedField {
    /// What the field holds.
    associatedtype Value: FieldValue
    /// The field's value in `bytes`; what lies beyond their end reads as zero.
    static func value(in bytes: [UInt8]) -> Value
    /// Writes the field into `bytes`, lengthening them if they end before it.
    static func set(_ value: Value, in bytes: inout [UInt8])
}

/// Bytes `high:low` of a structure, what the standard calls them, and the type of what they say.
///
/// A structure declares each field once; typed access, printing, JSON and the check against other people's headers
/// are all derived from that declaration. The place is part of the type, as that of `Bits` is.
public struct Field<Value: FieldValue, let high: Int, let low: Int>: Sendable, AnyField, PlacedField {
    /// The standard's short name in lower case (`"mdts"`), which is also libnvme's member name where it has one.
    public let shortName: String
    /// The standard's full name.
    public let title: String
    /// Byte offset inside the structure.
    public var offset: Int { low }
    /// Size in bytes.
    public var byteCount: Int { high - low + 1 }

    /// Declares the field; the names are the standard's.
    public init(_ shortName: String, _ title: String) {
        self.shortName = shortName
        self.title = title
    }

    public func anyValue(in bytes: [UInt8]) -> any FieldValue { Self.value(in: bytes) }

    public static func value(in bytes: [UInt8]) -> Value {
        Value(littleEndianBytes: bytes[min(low, bytes.count)..<min(high + 1, bytes.count)])
    }

    public static func set(_ value: Value, in bytes: inout [UInt8]) {
        let missing = high + 1 - bytes.count
        if missing > 0 { bytes += Array(repeating: 0, count: missing) }
        bytes.replaceSubrange(low...high, with: value.littleEndianBytes(count: high - low + 1))
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
