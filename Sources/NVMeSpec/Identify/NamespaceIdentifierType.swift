/// Namespace identifier type (NIDT).
public struct NamespaceIdentifierType: NamedValue {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }
    public static let table: [Row] = [.eui64, .nguid, .uuid, .commandSet]
}

extension NamesOf<NamespaceIdentifierType> {
    /// IEEE Extended Unique Identifier.
    @inlinable public static var eui64: Self { Self(0x01, "IEEE Extended Unique Identifier") }
    /// Namespace Globally Unique Identifier.
    @inlinable public static var nguid: Self { Self(0x02, "Namespace Globally Unique Identifier") }
    /// Namespace UUID.
    @inlinable public static var uuid: Self { Self(0x03, "Namespace UUID") }
    /// Command Set Identifier.
    @inlinable public static var commandSet: Self { Self(0x04, "Command Set Identifier") }
}

/// What stands before each identifier in a namespace identification descriptor.
public struct NamespaceIdentificationDescriptorHeader: SpecStructure {
    public final class Layout: SpecLayout {
        /// Namespace Identifier Type (NIDT).
        public let type = Field<NamespaceIdentifierType, 0, 0>("nidt", "Namespace Identifier Type")
        /// Namespace Identifier Length (NIDL): in bytes.
        public let length = Field<UInt8, 1, 1>("nidl", "Namespace Identifier Length")
    }
    public static var byteCount: Int { 4 }
    public var bytes = Self.zeroes
    public init() {}
}
