/// A number of the standard whose values have names.
public protocol NamedValue: RawRepresentable, FixedSizeFieldValue, BitsValue, Hashable, CustomStringConvertible
where RawValue: FixedWidthInteger & UnsignedInteger & FixedSizeFieldValue {
    init(rawValue: RawValue)
    /// The values that have a name, lowest first.
    static var table: [(value: Self, name: String)] { get }
}

extension NamedValue {
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
