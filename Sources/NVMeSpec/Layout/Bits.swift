/// Bits whose type knows their place. Only `Bits` are; the compiler cannot make key paths of integer parameters (Swift 6.3).
public protocol PlacedBits {
    /// What the bits stand for.
    associatedtype Value: BitsValue
    /// Their place, lowest bit first.
    static var range: ClosedRange<Int> { get }
}

/// A name for the bits `high:low` of an integer, and the type of what they say.
///
/// The place is part of the type, so that an access compiles to a shift and a mask.
public struct Bits<Value: BitsValue, let high: Int, let low: Int>: Sendable, PlacedBits {
    /// The standard's abbreviation; empty where it has none.
    public let shortName: String
    /// The standard's full name.
    public let title: String

    @inlinable public static var range: ClosedRange<Int> { low...high }

    /// Declares the bits; the names are the standard's.
    public init(_ shortName: String, _ title: String) {
        self.shortName = shortName
        self.title = title
    }
}

/// A single bit that says yes or no.
public typealias Bit<let position: Int> = Bits<Bool, position, position>

/// What a group of bits can stand for: a number, a yes or no, a named value, further named bits.
public protocol BitsValue {
    /// Takes the bits, shifted down to bit 0.
    init(bits: UInt64)
    /// The bits, from bit 0.
    var bits: UInt64 { get }
}

extension BitsValue where Self: FixedWidthInteger {
    @inlinable public init(bits: UInt64) { self.init(truncatingIfNeeded: bits) }
    @inlinable public var bits: UInt64 { UInt64(truncatingIfNeeded: self) }
}

extension UInt8: BitsValue {}
extension UInt16: BitsValue {}
extension UInt32: BitsValue {}
extension UInt64: BitsValue {}

extension Bool: BitsValue {
    @inlinable public init(bits: UInt64) { self = bits != 0 }
    @inlinable public var bits: UInt64 { self ? 1 : 0 }
}

extension BitStructure {
    @inlinable public init(bits: UInt64) { self.init(rawValue: RawValue(truncatingIfNeeded: bits)) }
    @inlinable public var bits: UInt64 { UInt64(truncatingIfNeeded: rawValue) }
}
