/// PMRCAP, Persistent Memory Region Capabilities (NVMe Base 2.0 §3.1.3.22).
public struct PersistentMemoryRegionCapabilities: BitStructure {
    public var rawValue: UInt32
    public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }

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

    /// Base Indicator Register (BIR, 7:5).
    public var barIndicator: UInt8 {
        get { UInt8(rawValue.bits(5...7)) }
        set { rawValue.setBits(5...7, to: UInt32(newValue)) }
    }

    /// Persistent Memory Region Time Units (PMRTU, 9:8): 0 is 500 ms, 1 is minutes.
    public var timeUnits: UInt8 {
        get { UInt8(rawValue.bits(8...9)) }
        set { rawValue.setBits(8...9, to: UInt32(newValue)) }
    }

    /// Persistent Memory Region Write Barrier Mechanisms (PMRWMB, 13:10).
    public var writeBarrierMechanisms: UInt8 {
        get { UInt8(rawValue.bits(10...13)) }
        set { rawValue.setBits(10...13, to: UInt32(newValue)) }
    }

    /// Persistent Memory Region Timeout (PMRTO, 23:16).
    public var timeout: UInt8 {
        get { UInt8(rawValue.bits(16...23)) }
        set { rawValue.setBits(16...23, to: UInt32(newValue)) }
    }

    /// Controller Memory Space Supported (CMSS, 24).
    public var memorySpace: Bool {
        get { rawValue.bit(24) }
        set { rawValue.setBit(24, to: newValue) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("readData", "RDS", 3...3, "Read Data Support"),
        .init("writeData", "WDS", 4...4, "Write Data Support"),
        .init("barIndicator", "BIR", 5...7, "Base Indicator Register"),
        .init("timeUnits", "PMRTU", 8...9, "Persistent Memory Region Time Units"),
        .init("writeBarrierMechanisms", "PMRWMB", 10...13, "Persistent Memory Region Write Barrier Mechanisms"),
        .init("timeout", "PMRTO", 16...23, "Persistent Memory Region Timeout"),
        .init("memorySpace", "CMSS", 24...24, "Controller Memory Space Supported"),
    ]
}

/// PMRCTL, Persistent Memory Region Control (NVMe Base 2.0 §3.1.3.23).
public struct PersistentMemoryRegionControl: BitStructure {
    public var rawValue: UInt32
    public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }

    /// Enable (EN, 0).
    public var enable: Bool {
        get { rawValue.bit(0) }
        set { rawValue.setBit(0, to: newValue) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("enable", "EN", 0...0, "Enable")
    ]
}

/// PMRSTS, Persistent Memory Region Status (NVMe Base 2.0 §3.1.3.24).
public struct PersistentMemoryRegionStatus: BitStructure {
    public var rawValue: UInt32
    public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }

    /// Error (ERR, 7:0).
    public var error: UInt8 {
        get { UInt8(rawValue.bits(0...7)) }
        set { rawValue.setBits(0...7, to: UInt32(newValue)) }
    }

    /// Not Ready (NRDY, 8).
    public var notReady: Bool {
        get { rawValue.bit(8) }
        set { rawValue.setBit(8, to: newValue) }
    }

    /// Health Status (HSTS, 11:9).
    public var healthStatus: UInt8 {
        get { UInt8(rawValue.bits(9...11)) }
        set { rawValue.setBits(9...11, to: UInt32(newValue)) }
    }

    /// Controller Base Address Invalid (CBAI, 12).
    public var baseAddressInvalid: Bool {
        get { rawValue.bit(12) }
        set { rawValue.setBit(12, to: newValue) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("error", "ERR", 0...7, "Error"),
        .init("notReady", "NRDY", 8...8, "Not Ready"),
        .init("healthStatus", "HSTS", 9...11, "Health Status"),
        .init("baseAddressInvalid", "CBAI", 12...12, "Controller Base Address Invalid"),
    ]
}

/// PMREBS, Persistent Memory Region Elasticity Buffer Size (NVMe Base 2.0 §3.1.3.25).
public struct PersistentMemoryRegionElasticityBufferSize: BitStructure {
    public var rawValue: UInt32
    public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }

    /// PMR Elasticity Buffer Size Units (PMRSZU, 3:0): bytes times 1,024 to this power.
    public var sizeUnits: UInt8 {
        get { UInt8(rawValue.bits(0...3)) }
        set { rawValue.setBits(0...3, to: UInt32(newValue)) }
    }

    /// Read Bypass Behavior (RBB, 4).
    public var readBypass: Bool {
        get { rawValue.bit(4) }
        set { rawValue.setBit(4, to: newValue) }
    }

    /// PMR Elasticity Buffer Size Base (PMRWBZ, 31:8).
    public var size: UInt32 {
        get { rawValue.bits(8...31) }
        set { rawValue.setBits(8...31, to: newValue) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("sizeUnits", "PMRSZU", 0...3, "PMR Elasticity Buffer Size Units"),
        .init("readBypass", "RBB", 4...4, "Read Bypass Behavior"),
        .init("size", "PMRWBZ", 8...31, "PMR Elasticity Buffer Size Base"),
    ]
}

/// PMRSWTP, Persistent Memory Region Sustained Write Throughput (NVMe Base 2.0 §3.1.3.26).
public struct PersistentMemoryRegionWriteThroughput: BitStructure {
    public var rawValue: UInt32
    public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }

    /// PMR Sustained Write Throughput Units (PMRSWTU, 3:0): bytes per second times 1,024 to this power.
    public var units: UInt8 {
        get { UInt8(rawValue.bits(0...3)) }
        set { rawValue.setBits(0...3, to: UInt32(newValue)) }
    }

    /// PMR Sustained Write Throughput (PMRSWTV, 31:8).
    public var value: UInt32 {
        get { rawValue.bits(8...31) }
        set { rawValue.setBits(8...31, to: newValue) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("units", "PMRSWTU", 0...3, "PMR Sustained Write Throughput Units"),
        .init("value", "PMRSWTV", 8...31, "PMR Sustained Write Throughput"),
    ]
}

/// PMRMSCL and PMRMSCU together, Persistent Memory Region Memory Space Control (NVMe Base 2.0 §3.1.3.27).
public struct PersistentMemoryRegionSpaceControl: BitStructure {
    public var rawValue: UInt64
    public init(rawValue: UInt64 = 0) { self.rawValue = rawValue }

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
        .init("memorySpaceEnable", "CMSE", 1...1, "Controller Memory Space Enable"),
        .init("baseAddress", "CBA", 12...63, "Controller Base Address"),
    ]
}
