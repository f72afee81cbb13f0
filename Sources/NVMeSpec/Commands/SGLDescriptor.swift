/// Scatter gather list descriptor, 16 bytes (NVMe Base 2.3 §4.3.2).
///
/// Two stored quadwords in wire order: they are PRP1 and PRP2 of a command that uses SGLs.
public struct SGLDescriptor: Sendable, Hashable, BitwiseCopyable {
    /// Address (data block, segments) or type specific bytes 7:0.
    public var lower: UInt64
    /// Length and identifier byte.
    public var upper: UInt64

    public static var byteCount: Int { 16 }

    @inlinable
    public init(lower: UInt64 = 0, upper: UInt64 = 0) {
        self.lower = lower
        self.upper = upper
    }

    @inlinable
    public init(_ type: SGLDescriptorType, subtype: SGLDescriptorSubtype = .address, address: UInt64, length: UInt32) {
        lower = address
        upper = UInt64(length) | UInt64(type.rawValue << 4 | subtype.rawValue & 0xF) << 56
    }

    /// A data block that remote direct memory access reaches with `key`. `length` is cut to 24 bits.
    @inlinable
    public init(keyedAddress address: UInt64, length: UInt32, key: UInt32, subtype: SGLDescriptorSubtype = .address) {
        lower = address
        upper =
            UInt64(length & 0xFF_FFFF) | UInt64(key) << 24
            | UInt64(SGLDescriptorType.keyedDataBlock.rawValue << 4 | subtype.rawValue & 0xF) << 56
    }

    /// SGL Descriptor Type (byte 15, bits 7:4).
    @inlinable
    public var type: SGLDescriptorType { SGLDescriptorType(rawValue: UInt8(truncatingIfNeeded: upper >> 60)) }

    /// SGL Descriptor Sub Type (byte 15, bits 3:0).
    @inlinable
    public var subtype: SGLDescriptorSubtype {
        SGLDescriptorSubtype(rawValue: UInt8(truncatingIfNeeded: upper >> 56 & 0xF))
    }

    /// Address, or the offset with subtype `.offset`.
    @inlinable
    public var address: UInt64 { lower }

    /// Bytes described: 32 bits, or 24 for a keyed data block.
    @inlinable
    public var length: UInt32 {
        let bytes = UInt32(truncatingIfNeeded: upper)
        return type == .keyedDataBlock ? bytes & 0xFF_FFFF : bytes
    }

    /// Key of a keyed data block.
    @inlinable
    public var key: UInt32 { UInt32(truncatingIfNeeded: upper >> 24) }

    /// Whether bytes that must be zero in this type of descriptor are (bytes 14:12 of the unkeyed ones).
    @inlinable
    public var reservedBytesAreZero: Bool { type == .keyedDataBlock || upper >> 32 & 0xFF_FFFF == 0 }
}

/// SGL descriptor type (NVMe Base 2.3 §4.3.2).
public struct SGLDescriptorType: RawRepresentable, Sendable, Hashable, BitwiseCopyable {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue & 0xF }
    @inlinable public static var dataBlock: Self { Self(rawValue: 0x0) }
    /// Data to throw away (controller to host), length only.
    @inlinable public static var bitBucket: Self { Self(rawValue: 0x1) }
    @inlinable public static var segment: Self { Self(rawValue: 0x2) }
    @inlinable public static var lastSegment: Self { Self(rawValue: 0x3) }
    @inlinable public static var keyedDataBlock: Self { Self(rawValue: 0x4) }
    @inlinable public static var transportDataBlock: Self { Self(rawValue: 0x5) }
    @inlinable public static var vendorSpecific: Self { Self(rawValue: 0xF) }
}

/// SGL descriptor sub type (NVMe Base 2.3 §4.3.2).
public struct SGLDescriptorSubtype: RawRepresentable, Sendable, Hashable, BitwiseCopyable {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue & 0xF }
    @inlinable public static var address: Self { Self(rawValue: 0x0) }
    /// The address field is an offset into the capsule or the controller's memory.
    @inlinable public static var offset: Self { Self(rawValue: 0x1) }
    /// Keyed: invalidate the key when the command completes.
    @inlinable public static var invalidateKey: Self { Self(rawValue: 0xF) }
    /// Transport specific (transport data block).
    @inlinable public static var transport: Self { Self(rawValue: 0xA) }
}

extension SubmissionQueueEntry {
    /// SGL entry 1: the data pointer of a command that uses SGLs.
    @inlinable
    public var sgl1: SGLDescriptor {
        get { SGLDescriptor(lower: prp1, upper: prp2) }
        set {
            prp1 = newValue.lower
            prp2 = newValue.upper
        }
    }
}
