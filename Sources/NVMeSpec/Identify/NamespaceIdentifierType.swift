/// Namespace identifier type (NIDT).
public struct NamespaceIdentifierType: NamedValue {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// IEEE Extended Unique Identifier.
    @inlinable public static var eui64: Self { Self(rawValue: 0x01) }

    /// Namespace Globally Unique Identifier.
    @inlinable public static var nguid: Self { Self(rawValue: 0x02) }

    /// Namespace UUID.
    @inlinable public static var uuid: Self { Self(rawValue: 0x03) }

    /// Command Set Identifier.
    @inlinable public static var commandSet: Self { Self(rawValue: 0x04) }

    public static let table: [(value: Self, name: String)] = [
        (.eui64, "IEEE Extended Unique Identifier"),
        (.nguid, "Namespace Globally Unique Identifier"),
        (.uuid, "Namespace UUID"),
        (.commandSet, "Command Set Identifier"),
    ]
}

/// What stands before each identifier in a namespace identification descriptor.
public struct NamespaceIdentificationDescriptorHeader: SpecStructure {
    public struct Layout: SpecLayout {
        /// Namespace Identifier Type (NIDT).
        public let type = Field<NamespaceIdentifierType>("nidt", at: 0, "Namespace Identifier Type")
        /// Namespace Identifier Length (NIDL): in bytes.
        public let length = Field<UInt8>("nidl", at: 1, "Namespace Identifier Length")

        public init() {}
    }

    public static let layout = LayoutTable<Layout>()
    public static var byteCount: Int { 4 }
    public var bytes = [UInt8](repeating: 0, count: 4)
    public init(zeroed: Void) {}
}
