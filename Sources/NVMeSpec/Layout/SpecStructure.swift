/// A data structure of the standard: raw bytes, and named, typed fields over them.
///
/// ```swift
/// var data = IdentifyController()
/// data.serialNumber = "SN1"
/// data.maximumDataTransferSize == data.bytes[77]
/// ```
@dynamicMemberLookup
public protocol SpecStructure: FixedSizeFieldValue {
    /// A struct whose stored properties are all `Field`s, in order of their offsets.
    associatedtype Layout: SpecLayout

    /// The one instance of the layout.
    static var layout: LayoutTable<Layout> { get }

    /// The structure as it travels; always `byteCount` long.
    var bytes: [UInt8] { get set }

    init(zeroed: Void)
}

/// The fields of a `SpecStructure`: stored properties of type `Field` only.
public protocol SpecLayout: Sendable {
    init()
}

/// The fields of a structure behind one reference: a layout is too large to make or copy for each access.
public final class LayoutTable<Layout: SpecLayout>: Sendable {
    private let fields = Layout()

    public init() {}

    func field<Value>(_ path: KeyPath<Layout, Field<Value>>) -> Field<Value> { fields[keyPath: path] }

    var mirror: Mirror { Mirror(reflecting: fields) }
}

extension SpecStructure {
    /// All zero.
    public init() { self.init(zeroed: ()) }

    /// Takes the first `byteCount` bytes; missing ones are zero, as in a short transfer.
    public init(bytes source: some Collection<UInt8>) {
        self.init(zeroed: ())
        let head = source.prefix(Self.byteCount)
        bytes.replaceSubrange(0..<head.count, with: head)
    }

    public subscript<Value>(dynamicMember path: KeyPath<Layout, Field<Value>>) -> Value {
        get {
            Self.layout.field(path).value(in: bytes)
        }
        set {
            Self.layout.field(path).set(newValue, in: &bytes)
        }
    }

    /// Every field with the Swift name under which the structure offers it, in order of offset.
    public static var fields: [(name: String, field: any AnyField)] {
        layout.mirror.children.compactMap { child in
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
