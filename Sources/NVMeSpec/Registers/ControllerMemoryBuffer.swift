/// CMBLOC, Controller Memory Buffer Location (NVMe Base 2.0 §3.1.3.11).
public struct ControllerMemoryBufferLocation: BitStructure {
    public var rawValue: UInt32
    public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }

    /// Base Indicator Register (BIR, 2:0).
    public var barIndicator: UInt8 {
        get { UInt8(rawValue.bits(0...2)) }
        set { rawValue.setBits(0...2, to: UInt32(newValue)) }
    }

    /// CMB Queue Mixed Memory Support (CQMMS, 3).
    public var queueMixedMemory: Bool {
        get { rawValue.bit(3) }
        set { rawValue.setBit(3, to: newValue) }
    }

    /// CMB Queue Physically Discontiguous Support (CQPDS, 4).
    public var queuePhysicallyDiscontiguous: Bool {
        get { rawValue.bit(4) }
        set { rawValue.setBit(4, to: newValue) }
    }

    /// CMB Data Pointer Mixed Locations Support (CDPLMS, 5).
    public var dataPointerMixedLocations: Bool {
        get { rawValue.bit(5) }
        set { rawValue.setBit(5, to: newValue) }
    }

    /// CMB Data Pointer and Command Independent Locations Support (CDPCILS, 6).
    public var dataPointerCommandIndependentLocations: Bool {
        get { rawValue.bit(6) }
        set { rawValue.setBit(6, to: newValue) }
    }

    /// CMB Data Metadata Mixed Memory Support (CDMMMS, 7).
    public var dataMetadataMixedMemory: Bool {
        get { rawValue.bit(7) }
        set { rawValue.setBit(7, to: newValue) }
    }

    /// CMB Queue Dword Alignment (CQDA, 8).
    public var queueDwordAlignment: Bool {
        get { rawValue.bit(8) }
        set { rawValue.setBit(8, to: newValue) }
    }

    /// Offset (OFST, 31:12): in units of the size unit of CMBSZ.
    public var offset: UInt32 {
        get { rawValue.bits(12...31) }
        set { rawValue.setBits(12...31, to: newValue) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("barIndicator", "BIR", 0...2, "Base Indicator Register"),
        .init("queueMixedMemory", "CQMMS", 3...3, "CMB Queue Mixed Memory Support"),
        .init("queuePhysicallyDiscontiguous", "CQPDS", 4...4, "CMB Queue Physically Discontiguous Support"),
        .init("dataPointerMixedLocations", "CDPLMS", 5...5, "CMB Data Pointer Mixed Locations Support"),
        .init(
            "dataPointerCommandIndependentLocations", "CDPCILS", 6...6,
            "CMB Data Pointer and Command Independent Locations Support"),
        .init("dataMetadataMixedMemory", "CDMMMS", 7...7, "CMB Data Metadata Mixed Memory Support"),
        .init("queueDwordAlignment", "CQDA", 8...8, "CMB Queue Dword Alignment"),
        .init("offset", "OFST", 12...31, "Offset"),
    ]
}

/// CMBSZ, Controller Memory Buffer Size (NVMe Base 2.0 §3.1.3.12).
public struct ControllerMemoryBufferSize: BitStructure {
    public var rawValue: UInt32
    public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }

    /// Submission Queue Support (SQS, 0).
    public var submissionQueues: Bool {
        get { rawValue.bit(0) }
        set { rawValue.setBit(0, to: newValue) }
    }

    /// Completion Queue Support (CQS, 1).
    public var completionQueues: Bool {
        get { rawValue.bit(1) }
        set { rawValue.setBit(1, to: newValue) }
    }

    /// PRP SGL List Support (LISTS, 2).
    public var lists: Bool {
        get { rawValue.bit(2) }
        set { rawValue.setBit(2, to: newValue) }
    }

    /// Read Data Support (RDS, 3).
    public var readData: Bool {
        get { rawValue.bit(3) }
        set { rawValue.setBit(3, to: newValue) }
    }

    /// Write Data Support (WDS, 4).
    public var writeData: Bool {
        get { rawValue.bit(4) }
        set { rawValue.setBit(4, to: newValue) }
    }

    /// Size Units (SZU, 11:8): 4 KiB times 16 to this power.
    public var sizeUnits: UInt8 {
        get { UInt8(rawValue.bits(8...11)) }
        set { rawValue.setBits(8...11, to: UInt32(newValue)) }
    }

    /// Size (SZ, 31:12).
    public var size: UInt32 {
        get { rawValue.bits(12...31) }
        set { rawValue.setBits(12...31, to: newValue) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("submissionQueues", "SQS", 0...0, "Submission Queue Support"),
        .init("completionQueues", "CQS", 1...1, "Completion Queue Support"),
        .init("lists", "LISTS", 2...2, "PRP SGL List Support"),
        .init("readData", "RDS", 3...3, "Read Data Support"),
        .init("writeData", "WDS", 4...4, "Write Data Support"),
        .init("sizeUnits", "SZU", 8...11, "Size Units"),
        .init("size", "SZ", 12...31, "Size"),
    ]
}

/// CMBMSC, Controller Memory Buffer Memory Space Control (NVMe Base 2.0 §3.1.3.16).
public struct ControllerMemoryBufferSpaceControl: BitStructure {
    public var rawValue: UInt64
    public init(rawValue: UInt64 = 0) { self.rawValue = rawValue }

    /// Capabilities Registers Enabled (CRE, 0).
    public var capabilitiesRegistersEnabled: Bool {
        get { rawValue.bit(0) }
        set { rawValue.setBit(0, to: newValue) }
    }

    /// Controller Memory Space Enable (CMSE, 1).
    public var memorySpaceEnable: Bool {
        get { rawValue.bit(1) }
        set { rawValue.setBit(1, to: newValue) }
    }

    /// Controller Base Address (CBA, 63:12): in units of 4 KiB.
    public var baseAddress: UInt64 {
        get { rawValue.bits(12...63) }
        set { rawValue.setBits(12...63, to: newValue) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("capabilitiesRegistersEnabled", "CRE", 0...0, "Capabilities Registers Enabled"),
        .init("memorySpaceEnable", "CMSE", 1...1, "Controller Memory Space Enable"),
        .init("baseAddress", "CBA", 12...63, "Controller Base Address"),
    ]
}

/// CMBSTS, Controller Memory Buffer Status (NVMe Base 2.0 §3.1.3.17).
public struct ControllerMemoryBufferStatus: BitStructure {
    public var rawValue: UInt32
    public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }

    /// Controller Base Address Invalid (CBAI, 0).
    public var baseAddressInvalid: Bool {
        get { rawValue.bit(0) }
        set { rawValue.setBit(0, to: newValue) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("baseAddressInvalid", "CBAI", 0...0, "Controller Base Address Invalid")
    ]
}

/// CMBEBS, Controller Memory Buffer Elasticity Buffer Size (NVMe Base 2.0 §3.1.3.18).
public struct ControllerMemoryBufferElasticityBufferSize: BitStructure {
    public var rawValue: UInt32
    public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }

    /// CMB Elasticity Buffer Size Units (CMBSZU, 3:0): bytes times 1,024 to this power.
    public var sizeUnits: UInt8 {
        get { UInt8(rawValue.bits(0...3)) }
        set { rawValue.setBits(0...3, to: UInt32(newValue)) }
    }

    /// CMB Read Bypass Behavior (CMBRBB, 4).
    public var readBypass: Bool {
        get { rawValue.bit(4) }
        set { rawValue.setBit(4, to: newValue) }
    }

    /// CMB Elasticity Buffer Size Base (CMBWBZ, 31:8).
    public var size: UInt32 {
        get { rawValue.bits(8...31) }
        set { rawValue.setBits(8...31, to: newValue) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("sizeUnits", "CMBSZU", 0...3, "CMB Elasticity Buffer Size Units"),
        .init("readBypass", "CMBRBB", 4...4, "CMB Read Bypass Behavior"),
        .init("size", "CMBWBZ", 8...31, "CMB Elasticity Buffer Size Base"),
    ]
}

/// CMBSWTP, Controller Memory Buffer Sustained Write Throughput (NVMe Base 2.0 §3.1.3.19).
public struct ControllerMemoryBufferWriteThroughput: BitStructure {
    public var rawValue: UInt32
    public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }

    /// CMB Sustained Write Throughput Units (CMBSWTU, 3:0): bytes per second times 1,024 to this power.
    public var units: UInt8 {
        get { UInt8(rawValue.bits(0...3)) }
        set { rawValue.setBits(0...3, to: UInt32(newValue)) }
    }

    /// CMB Sustained Write Throughput (CMBSWTV, 31:8).
    public var value: UInt32 {
        get { rawValue.bits(8...31) }
        set { rawValue.setBits(8...31, to: newValue) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("units", "CMBSWTU", 0...3, "CMB Sustained Write Throughput Units"),
        .init("value", "CMBSWTV", 8...31, "CMB Sustained Write Throughput"),
    ]
}

extension ControllerMemoryBufferSize {
    /// Bytes of one size unit; nil for reserved units.
    public var unitBytes: UInt64? { sizeUnits <= 6 ? 4096 << (4 * UInt64(sizeUnits)) : nil }
    /// Bytes of the buffer; nil for reserved units.
    public var byteCount: UInt64? { unitBytes.map { $0 &* UInt64(size) } }
}
