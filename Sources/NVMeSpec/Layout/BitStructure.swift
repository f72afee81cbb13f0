/// An integer of the standard whose bits have names: a register, a dword of a command, a field of capability bits.
///
/// ```swift
/// var cc = ControllerConfiguration()
/// cc.memoryPageSize = 1                        // bits 10:07; what does not fit is cut
/// cc.rawValue == 0x80
/// ```
@dynamicMemberLookup
public protocol BitStructure: RawRepresentable, FixedSizeFieldValue, Hashable, BitsValue
where RawValue: FixedWidthInteger & UnsignedInteger & FixedSizeFieldValue {
    /// The named bits; see `BitLayout`.
    associatedtype Layout: BitLayout

    /// The integer itself, reserved bits included.
    var rawValue: RawValue { get set }
    /// Takes the integer as it is.
    init(rawValue: RawValue)
}

/// The one declaration of each name in a `BitStructure`: stored properties of type `Bits` or `Bit` only, lowest first.
///
/// A class only because it gives its `init()` to those who inherit from it.
open class BitLayout {
    /// The declarations.
    public required init() {}
}

extension BitStructure {
    /// The bits that the layout declares under this name; what does not fit them is cut.
    ///
    /// Their place is part of the key path's type, so that an access is a shift and a mask, and no key path is ever made.
    @inlinable
    public subscript<Place: PlacedBits>(dynamicMember _: KeyPath<Layout, Place>) -> Place.Value {
        get { Place.Value(bits: UInt64(truncatingIfNeeded: rawValue.bits(Place.range))) }
        set { rawValue.setBits(Place.range, to: RawValue(truncatingIfNeeded: newValue.bits)) }
    }

    /// The named bits, lowest first.
    public static var bitFields: [BitFieldDescription] {
        Mirror(reflecting: Layout()).children.compactMap { child in
            guard let name = child.label, let bits = child.value as? any AnyBits else { return nil }
            return bits.description(named: name)
        }
    }

    /// Every named group of bits with its value, lowest first.
    public var namedBits: [(field: BitFieldDescription, value: UInt128)] {
        Self.bitFields.map { ($0, UInt128(value(of: $0))) }
    }

    /// The bits of one description, shifted down to bit 0.
    public func value(of field: BitFieldDescription) -> RawValue { rawValue.bits(field.bits) }

    /// What the standard calls the value that these bits have; nil where it has no name.
    public func valueName(of field: BitFieldDescription) -> String? {
        let bits = Mirror(reflecting: Layout()).children.first { $0.label == field.name }?.value as? any AnyBits
        return bits?.valueName(UInt64(truncatingIfNeeded: value(of: field)))
    }

    public init(littleEndianBytes bytes: ArraySlice<UInt8>) { self.init(rawValue: RawValue(littleEndianBytes: bytes)) }
    public func littleEndianBytes(count: Int) -> [UInt8] { rawValue.littleEndianBytes(count: count) }
    public static var byteCount: Int { RawValue.byteCount }
    public var decoded: DecodedValue { .bits(UInt128(rawValue), namedBits) }
}

/// A `BitStructure` of independent yes-or-no bits.
public protocol FlagStructure: BitStructure {}

extension FlagStructure {
    /// These bits set, all others clear: `OptionalAdminCommands(\.formatNVM, \.firmware)`.
    public init(_ flags: PartialKeyPath<Layout>...) {
        let layout = Layout()
        let bits = flags.compactMap { layout[keyPath: $0] as? any AnyBits }
        self.init(rawValue: bits.reduce(0) { $0 | 1 << RawValue($1.lowest) })
    }
}

/// Which bits of an integer a name stands for, for tables.
public struct BitFieldDescription: Sendable, Equatable {
    /// The Swift property.
    public let name: String
    /// The standard's abbreviation; empty where it has none.
    public let shortName: String
    /// Where the bits lie.
    public let bits: ClosedRange<Int>
    /// The standard's full name.
    public let title: String
}

/// `Bits` without its type.
protocol AnyBits {
    var lowest: Int { get }
    func description(named name: String) -> BitFieldDescription
    func valueName(_ bits: UInt64) -> String?
}

extension Bits: AnyBits {
    var lowest: Int { low }
    func description(named name: String) -> BitFieldDescription {
        BitFieldDescription(name: name, shortName: shortName, bits: low...high, title: title)
    }
    func valueName(_ bits: UInt64) -> String? { (Value(bits: bits) as? any NamedValue)?.knownName }
}
