/// A number of the standard whose values have names.
///
/// Each value is declared once, with its name, in an extension of `NamesOf`; the list of them is the table.
///
/// ```swift
/// extension NamesOf<FeatureSelect> {
///     /// The value in use.
///     @inlinable public static var current: Self { Self(0x00, "Current") }
/// }
/// ```
public protocol NamedValue: NamesOf, RawRepresentable, FixedSizeFieldValue, BitsValue, Hashable, CustomStringConvertible
where Value == Self, RawValue: FixedWidthInteger & UnsignedInteger & FixedSizeFieldValue {
    init(rawValue: RawValue)
    /// The values that have a name, lowest first.
    static var table: [Row] { get }
}

/// The declarations of a named value: for the value itself each is the bare number, for its `ValueName` number and name.
public protocol NamesOf<Value> {
    /// The type that has the values.
    associatedtype Value: RawRepresentable
    /// One value, and its name in the standard.
    init(_ rawValue: Value.RawValue, _ name: String)
}

/// A value and what the standard calls it.
public struct ValueName<Value: NamedValue>: NamesOf, Sendable {
    /// The value.
    public let value: Value
    /// The standard's English name.
    public let name: String

    public init(_ rawValue: Value.RawValue, _ name: String) {
        value = Value(rawValue: rawValue)
        self.name = name
    }
}

extension NamedValue {
    /// One line of `table`.
    public typealias Row = ValueName<Self>

    @inlinable public init(_ rawValue: RawValue, _ name: String) { self.init(rawValue: rawValue) }
    @inlinable public init(bits: UInt64) { self.init(rawValue: RawValue(truncatingIfNeeded: bits)) }
    @inlinable public var bits: UInt64 { UInt64(truncatingIfNeeded: rawValue) }

    public init(littleEndianBytes bytes: ArraySlice<UInt8>) { self.init(rawValue: RawValue(littleEndianBytes: bytes)) }
    public func littleEndianBytes(count: Int) -> [UInt8] { rawValue.littleEndianBytes(count: count) }
    public static var byteCount: Int { RawValue.byteCount }
    public var decoded: DecodedValue { .named(UInt128(rawValue), knownName) }

    /// The English name; nil for reserved and vendor specific values.
    public var knownName: String? { Self.table.first { $0.value == self }?.name }

    public var description: String { "\(knownName ?? "Unknown") (\(hexadecimal(rawValue)))" }
}
