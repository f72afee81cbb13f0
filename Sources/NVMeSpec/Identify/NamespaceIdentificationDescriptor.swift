/// One identifier of a namespace (CNS 03h, NVMe Base 2.3 §5.2.13.2.3): type, length, value.
public struct NamespaceIdentificationDescriptor: Sendable, Hashable {
    public var type: NamespaceIdentifierType
    /// The identifier (NID), most significant byte first; at most 255 bytes.
    public var identifier: [UInt8]

    public init(_ type: NamespaceIdentifierType, _ identifier: [UInt8]) {
        self.type = type
        self.identifier = identifier
    }

    public static func eui64(_ bytes: [UInt8]) -> Self { Self(.eui64, bytes) }
    public static func nguid(_ bytes: [UInt8]) -> Self { Self(.nguid, bytes) }
    public static func uuid(_ bytes: [UInt8]) -> Self { Self(.uuid, bytes) }
    public static func commandSet(_ commandSet: CommandSetIdentifier) -> Self {
        Self(.commandSet, [commandSet.rawValue])
    }

    /// Bytes of the list that Identify returns.
    public static var listByteCount: Int { 4096 }

    /// The descriptors of a list up to its end mark, a descriptor that reaches beyond the data, or the end of the data.
    public static func list(in bytes: some Collection<UInt8>) -> [Self] {
        let data = Array(bytes.prefix(listByteCount))
        var descriptors: [Self] = []
        var offset = 0
        while offset + headerByteCount <= data.count {
            let header = NamespaceIdentificationDescriptorHeader(bytes: data[offset..<offset + headerByteCount])
            let end = offset + headerByteCount + Int(header.length)
            guard header.length > 0, end <= data.count else { break }
            descriptors.append(Self(header.type, Array(data[offset + headerByteCount..<end])))
            offset = end
        }
        return descriptors
    }

    /// A list of 4,096 bytes that holds as many of `descriptors`, from the first, as fit.
    public static func encode(_ descriptors: [Self]) -> [UInt8] {
        var list: [UInt8] = []
        for descriptor in descriptors {
            let bytes = descriptor.bytes
            guard list.count + bytes.count <= listByteCount else { break }
            list += bytes
        }
        return list.littleEndianBytes(count: listByteCount)
    }

    /// The descriptor as it travels.
    public var bytes: [UInt8] {
        var header = NamespaceIdentificationDescriptorHeader()
        header.type = type
        header.length = UInt8(min(identifier.count, 255))
        return header.bytes + identifier.prefix(255)
    }

    private static var headerByteCount: Int { NamespaceIdentificationDescriptorHeader.byteCount }
}
