/// A data structure of the standard: raw bytes, and named, typed fields over them.
///
/// ```swift
/// var data = IdentifyController()
/// data.serialNumber = "SN1"
/// data.maximumDataTransferSize == data.bytes[77]
/// ```
@dynamicMemberLookup
public protocol SpecStructure: FixedSizeFieldValue {
    /// The one declaration of each field, in order of their offsets.
    associatedtype Layout: SpecLayout

    /// The structure as it travels; always `byteCount` long.
    var bytes: [UInt8] { get set }

    /// All zero.
    init()
}

/// The fields of a `SpecStructure`: stored properties of type `Field` only.
///
/// A class only because it gives its `init()` to those who inherit from it.
open class SpecLayout {
    /// The declarations.
    public required init() {}
}

extension SpecStructure {
    /// Takes the first `byteCount` bytes; missing ones are zero, as in a short transfer.
    public init(bytes source: some Collection<UInt8>) {
        self.init()
        let head = source.prefix(Self.byteCount)
        bytes.replaceSubrange(0..<head.count, with: head)
    }

    /// What a new structure holds.
    static var zeroes: [UInt8] { Array(repeating: 0, count: byteCount) }

    /// The field that the layout declares under this name; its place is part of the key path's type.
    public subscript<Place: PlacedField>(dynamicMember _: KeyPath<Layout, Place>) -> Place.Value {
        get { Place.value(in: bytes) }
        set { Place.set(newValue, in: &bytes) }
    }

    /// Every field with the Swift name under which the structure offers it, in order of offset.
    public static var fields: [(name: String, field: any AnyField)] {
        Mirror(reflecting: Layout()).children.compactMap { child in
            guard let name = child.label, let field = child.value as? any AnyField else { return nil }
            return (name, field)
        }
    }
}

extension SpecStructure {
    public init(littleEndianBytes bytes: ArraySlice<UInt8>) { self.init(bytes: bytes) }
    public func littleEndianBytes(count: Int) -> [UInt8] { bytes.littleEndianBytes(count: count) }
    public var decoded: DecodedValue { .structure(decodedFields) }

    /// Every field with its value, in order of offset.
    public var decodedFields: [DecodedField] {
        Self.fields.map { DecodedField(name: $0.name, field: $0.field, value: $0.field.anyValue(in: bytes).decoded) }
    }
}
