/// An integer of the standard whose bits have names: a register, a dword of a command, a field of capability bits.
public protocol BitStructure: RawRepresentable, FixedSizeFieldValue, Hashable
where RawValue: FixedWidthInteger & UnsignedInteger & FixedSizeFieldValue {
    init(rawValue: RawValue)
    /// The named bits, lowest first.
    static var bitFields: [BitFieldDescription] { get }
}

/// Which bits of an integer a name stands for.
public struct BitFieldDescription: Sendable, Equatable {
    /// The Swift property or option.
    public let name: String
    /// The standard's abbreviation; empty where it has none.
    public let shortName: String
    public let bits: ClosedRange<Int>
    public let title: String

    public init(_ name: String, _ shortName: String, _ bits: ClosedRange<Int>, _ title: String) {
        self.name = name
        self.shortName = shortName
        self.bits = bits
        self.title = title
    }
}

extension BitStructure {
    public init(littleEndianBytes bytes: ArraySlice<UInt8>) { self.init(rawValue: RawValue(littleEndianBytes: bytes)) }
    public func littleEndianBytes(count: Int) -> [UInt8] { rawValue.littleEndianBytes(count: count) }
    public static var byteCount: Int { RawValue.byteCount }
    public var decoded: DecodedValue { .bits(UInt128(rawValue), namedBits) }

    /// Every named group of bits with its value, lowest first.
    public var namedBits: [(field: BitFieldDescription, value: UInt128)] {
        Self.bitFields.map { ($0, UInt128(value(of: $0))) }
    }

    /// The bits of one description, shifted down to bit 0.
    public func value(of field: BitFieldDescription) -> RawValue { rawValue.bits(field.bits) }
}

/// A `BitStructure` of independent yes-or-no bits.
public protocol FlagStructure: BitStructure, OptionSet where Element == Self {}

/// A number of the standard whose values have names.
public protocol NamedValue: RawRepresentable, FixedSizeFieldValue, Hashable, CustomStringConvertible
where RawValue: FixedWidthInteger & UnsignedInteger & FixedSizeFieldValue {
    init(rawValue: RawValue)
    /// The values that have a name, lowest first.
    static var table: [(value: Self, name: String)] { get }
}

extension NamedValue {
    public init(littleEndianBytes bytes: ArraySlice<UInt8>) { self.init(rawValue: RawValue(littleEndianBytes: bytes)) }
    public func littleEndianBytes(count: Int) -> [UInt8] { rawValue.littleEndianBytes(count: count) }
    public static var byteCount: Int { RawValue.byteCount }
    public var decoded: DecodedValue { .named(UInt128(rawValue), knownName) }

    /// The English name; nil for reserved and vendor specific values.
    public var knownName: String? { Self.table.first { $0.value == self }?.name }

    public var description: String { "\(knownName ?? "Unknown") (\(hexadecimal(rawValue)))" }
}
