/// A 64-byte command as it stands in a submission queue (NVMe Base 2.0 §3.3.3.1, "Common Command Format").
///
/// Plain stored dwords in wire order, so that a ring may hold values of this type directly.
public struct SubmissionQueueEntry: Sendable, Equatable, BitwiseCopyable {
    /// Command Dword 0: opcode (7:0), FUSE (9:8), PSDT (15:14), command identifier (31:16).
    public var cdw0: UInt32 = 0
    /// Namespace identifier (NSID); `0xFFFF_FFFF` addresses all namespaces.
    public var nsid: UInt32 = 0
    public var cdw2: UInt32 = 0
    public var cdw3: UInt32 = 0
    /// Metadata pointer (MPTR).
    public var metadataPointer: UInt64 = 0
    /// PRP entry 1, or the lower half of SGL entry 1 (DPTR).
    public var prp1: UInt64 = 0
    /// PRP entry 2, or the upper half of SGL entry 1 (DPTR).
    public var prp2: UInt64 = 0
    public var cdw10: UInt32 = 0
    public var cdw11: UInt32 = 0
    public var cdw12: UInt32 = 0
    public var cdw13: UInt32 = 0
    public var cdw14: UInt32 = 0
    public var cdw15: UInt32 = 0

    /// Bytes of one entry (2^CC.IOSQES with the required IOSQES of 6).
    public static var byteCount: Int { 64 }

    @inlinable
    public init() {}

    @inlinable
    public init(opcode: UInt8, nsid: UInt32 = 0) {
        self.cdw0 = UInt32(opcode)
        self.nsid = nsid
    }
}

extension SubmissionQueueEntry {
    /// Opcode (OPC, CDW0 7:0).
    @inlinable
    public var opcode: UInt8 {
        get { UInt8(truncatingIfNeeded: cdw0) }
        set { cdw0 = cdw0 & 0xFFFF_FF00 | UInt32(newValue) }
    }

    /// Fused operation (FUSE, CDW0 9:8).
    @inlinable
    public var fusedOperation: FusedOperation {
        get { FusedOperation(rawValue: UInt8(cdw0 >> 8 & 0b11)) }
        set { cdw0 = cdw0 & ~0x300 | UInt32(newValue.rawValue & 0b11) << 8 }
    }

    /// How the data pointer is to be read (PSDT, CDW0 15:14).
    @inlinable
    public var dataTransfer: DataTransfer {
        get { DataTransfer(rawValue: UInt8(cdw0 >> 14 & 0b11)) }
        set { cdw0 = cdw0 & ~0xC000 | UInt32(newValue.rawValue & 0b11) << 14 }
    }

    /// Command identifier (CID, CDW0 31:16), unique among the outstanding commands of a submission queue.
    @inlinable
    public var commandID: UInt16 {
        get { UInt16(truncatingIfNeeded: cdw0 >> 16) }
        set { cdw0 = cdw0 & 0xFFFF | UInt32(newValue) << 16 }
    }

    /// Starting LBA of NVM command set commands (CDW10 and CDW11).
    @inlinable
    public var startingLBA: UInt64 {
        get { UInt64(cdw11) << 32 | UInt64(cdw10) }
        set {
            cdw10 = UInt32(truncatingIfNeeded: newValue)
            cdw11 = UInt32(truncatingIfNeeded: newValue >> 32)
        }
    }

    /// The entry as its sixteen dwords.
    public var dwords: [UInt32] {
        withUnsafeBytes(of: self) { Array($0.bindMemory(to: UInt32.self)) }
    }
}

/// FUSE (NVMe Base 2.0 §3.3.3.1): the part a command plays in a fused pair.
public struct FusedOperation: RawRepresentable, Sendable, Hashable {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }
    public static var normal: Self { Self(rawValue: 0b00) }
    public static var first: Self { Self(rawValue: 0b01) }
    public static var second: Self { Self(rawValue: 0b10) }
    public static var reserved: Self { Self(rawValue: 0b11) }
}

/// PSDT (NVMe Base 2.0 §3.3.3.1): PRPs, or SGLs with a contiguous or segmented metadata buffer.
public struct DataTransfer: RawRepresentable, Sendable, Hashable {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }
    public static var prp: Self { Self(rawValue: 0b00) }
    /// SGL; MPTR is the address of one contiguous metadata buffer.
    public static var sgl: Self { Self(rawValue: 0b01) }
    /// SGL; MPTR is the address of an SGL segment with exactly one descriptor.
    public static var sglWithMetadataSGL: Self { Self(rawValue: 0b10) }
    public static var reserved: Self { Self(rawValue: 0b11) }
}
