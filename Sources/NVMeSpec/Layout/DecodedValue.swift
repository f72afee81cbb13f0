/// The value of a field with its type taken off: what a table or a JSON document is made from.
public indirect enum DecodedValue: Sendable {
    case number(UInt128)
    case text(String)
    /// Identifiers and vendor data, in the order of transfer.
    case bytes([UInt8])
    /// A number whose values have names; nil when this one has none.
    case named(UInt128, String?)
    /// A number whose bits have names.
    case bits(UInt128, [(field: BitFieldDescription, value: UInt128)])
    case structure([DecodedField])
    case list([DecodedValue])

    /// The number behind a number, a name, or bits.
    public var number: UInt128? {
        switch self {
        case .number(let number), .named(let number, _), .bits(let number, _): number
        case .text, .bytes, .structure, .list: nil
        }
    }
}

extension FieldValue {
    /// The value as a number; nil for text, bytes, structures and lists.
    public var number: UInt128? { decoded.number }
}

/// One field of a structure with its value.
public struct DecodedField: Sendable {
    /// Swift name of the field.
    public let name: String
    /// Short name, title and place of the field.
    public let field: any AnyField
    public let value: DecodedValue

    public init(name: String, field: any AnyField, value: DecodedValue) {
        self.name = name
        self.field = field
        self.value = value
    }
}
