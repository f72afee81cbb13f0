/// BPINFO, Boot Partition Information (NVMe Base 2.0 §3.1.3.13).
public struct BootPartitionInformation: BitStructure {
    public var rawValue: UInt32
    public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }

    /// Boot Partition Size (BPSZ, 14:0): in units of 128 KiB.
    public var size: UInt16 {
        get { UInt16(rawValue.bits(0...14)) }
        set { rawValue.setBits(0...14, to: UInt32(newValue)) }
    }

    /// Boot Read Status (BRS, 25:24): 0 none, 1 in progress, 2 done, 3 failed.
    public var readStatus: UInt8 {
        get { UInt8(rawValue.bits(24...25)) }
        set { rawValue.setBits(24...25, to: UInt32(newValue)) }
    }

    /// Active Boot Partition ID (ABPID, 31).
    public var activePartition: Bool {
        get { rawValue.bit(31) }
        set { rawValue.setBit(31, to: newValue) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("size", "BPSZ", 0...14, "Boot Partition Size"),
        .init("readStatus", "BRS", 24...25, "Boot Read Status"),
        .init("activePartition", "ABPID", 31...31, "Active Boot Partition ID"),
    ]
}

/// BPRSEL, Boot Partition Read Select (NVMe Base 2.0 §3.1.3.14).
public struct BootPartitionReadSelect: BitStructure {
    public var rawValue: UInt32
    public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }

    /// Boot Partition Read Size (BPRSZ, 9:0): in units of 4 KiB.
    public var readSize: UInt16 {
        get { UInt16(rawValue.bits(0...9)) }
        set { rawValue.setBits(0...9, to: UInt32(newValue)) }
    }

    /// Boot Partition Read Offset (BPROF, 29:10): in units of 4 KiB.
    public var readOffset: UInt32 {
        get { rawValue.bits(10...29) }
        set { rawValue.setBits(10...29, to: newValue) }
    }

    /// Boot Partition Identifier (BPID, 31).
    public var partition: Bool {
        get { rawValue.bit(31) }
        set { rawValue.setBit(31, to: newValue) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("readSize", "BPRSZ", 0...9, "Boot Partition Read Size"),
        .init("readOffset", "BPROF", 10...29, "Boot Partition Read Offset"),
        .init("partition", "BPID", 31...31, "Boot Partition Identifier"),
    ]
}

/// BPMBL, Boot Partition Memory Buffer Location (NVMe Base 2.0 §3.1.3.15).
public struct BootPartitionMemoryBufferLocation: BitStructure {
    public var rawValue: UInt64
    public init(rawValue: UInt64 = 0) { self.rawValue = rawValue }

    /// Boot Partition Memory Buffer Base Address (BMBBA, 63:12): in units of 4 KiB.
    public var baseAddress: UInt64 {
        get { rawValue.bits(12...63) }
        set { rawValue.setBits(12...63, to: newValue) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("baseAddress", "BMBBA", 12...63, "Boot Partition Memory Buffer Base Address")
    ]
}
