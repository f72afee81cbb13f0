/// LBA Range Type (FID 03h), command dword 11.
public struct LBARangeTypeFeature: BitStructure {
    public var rawValue: UInt32
    public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }

    /// Number of LBA Ranges (NR, 5:0): 0's based.
    public var numberOfRanges: UInt8 {
        get { UInt8(rawValue.bits(0...5)) }
        set { rawValue.setBits(0...5, to: UInt32(newValue)) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("numberOfRanges", "NR", 0...5, "Number of LBA Ranges")
    ]
}

/// Entry of the LBA Range Type data.
public struct LBARangeTypeEntry: SpecStructure {
    public struct Layout: SpecLayout {
        /// Type (TYPE).
        public let type = Field<UInt8>("type", at: 0, "Type")
        /// Attributes (ATTRIBUTES).
        public let attributes = Field<UInt8>("attributes", at: 1, "Attributes")
        /// Starting LBA (SLBA).
        public let startingLBA = Field<UInt64>("slba", at: 16, "Starting LBA")
        /// Number of Logical Blocks (NLB): 0's based.
        public let blockCount = Field<UInt64>("nlb", at: 24, "Number of Logical Blocks")
        /// Unique Identifier (GUID).
        public let guid = Field<[UInt8]>("guid", at: 32, bytes: 16, "Unique Identifier")

        public init() {}
    }

    public static let layout = LayoutTable<Layout>()
    public static var byteCount: Int { 64 }
    public var bytes = [UInt8](repeating: 0, count: 64)
    public init(zeroed: Void) {}
}

/// LBA Range Type data (FID 03h).
public struct LBARangeTypeTable: SpecStructure {
    public struct Layout: SpecLayout {
        /// LBA Range Types (ENTRY).
        public let entries = Field<FieldArray<LBARangeTypeEntry>>("entry", at: 0, count: 64, "LBA Range Types")

        public init() {}
    }

    public static let layout = LayoutTable<Layout>()
    public static var byteCount: Int { 4096 }
    public var bytes = [UInt8](repeating: 0, count: 4096)
    public init(zeroed: Void) {}
}

/// Error Recovery (FID 05h).
public struct ErrorRecoveryFeature: BitStructure {
    public var rawValue: UInt32
    public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }

    /// Time Limited Error Recovery (TLER, 15:0): in units of 100 ms; 0 is no limit.
    public var timeLimited: UInt16 {
        get { UInt16(rawValue.bits(0...15)) }
        set { rawValue.setBits(0...15, to: UInt32(newValue)) }
    }

    /// Deallocated or Unwritten Logical Block Error Enable (DULBE, 16).
    public var deallocatedBlockErrorEnable: Bool {
        get { rawValue.bit(16) }
        set { rawValue.setBit(16, to: newValue) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("timeLimited", "TLER", 0...15, "Time Limited Error Recovery"),
        .init("deallocatedBlockErrorEnable", "DULBE", 16...16, "Deallocated or Unwritten Logical Block Error Enable"),
    ]
}

/// Volatile Write Cache (FID 06h).
public struct VolatileWriteCacheFeature: BitStructure {
    public var rawValue: UInt32
    public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }

    /// Volatile Write Cache Enable (WCE, 0).
    public var enable: Bool {
        get { rawValue.bit(0) }
        set { rawValue.setBit(0, to: newValue) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("enable", "WCE", 0...0, "Volatile Write Cache Enable")
    ]
}

/// Write Atomicity Normal (FID 0Ah).
public struct WriteAtomicityNormalFeature: BitStructure {
    public var rawValue: UInt32
    public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }

    /// Disable Normal (DN, 0).
    public var disableNormal: Bool {
        get { rawValue.bit(0) }
        set { rawValue.setBit(0, to: newValue) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("disableNormal", "DN", 0...0, "Disable Normal")
    ]
}

/// Read Recovery Level Config (FID 12h), command dword 12.
public struct ReadRecoveryLevelFeature: BitStructure {
    public var rawValue: UInt32
    public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }

    /// Read Recovery Level (RRL, 3:0).
    public var level: UInt8 {
        get { UInt8(rawValue.bits(0...3)) }
        set { rawValue.setBits(0...3, to: UInt32(newValue)) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("level", "RRL", 0...3, "Read Recovery Level")
    ]
}

/// Predictable Latency Mode Config (FID 13h), command dword 12.
public struct PredictableLatencyModeFeature: BitStructure {
    public var rawValue: UInt32
    public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }

    /// Predictable Latency Enable (PLME, 0).
    public var enable: Bool {
        get { rawValue.bit(0) }
        set { rawValue.setBit(0, to: newValue) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("enable", "PLME", 0...0, "Predictable Latency Enable")
    ]
}

/// Predictable Latency Mode Config data (FID 13h).
public struct PredictableLatencyModeConfig: SpecStructure {
    public struct Layout: SpecLayout {
        /// Enable Event (EE).
        public let enabledEvents = Field<UInt16>("ee", at: 0, "Enable Event")
        /// DTWIN Reads Threshold (DTWINRT).
        public let deterministicWindowReadsThreshold = Field<UInt64>("dtwinrt", at: 32, "DTWIN Reads Threshold")
        /// DTWIN Writes Threshold (DTWINWT).
        public let deterministicWindowWritesThreshold = Field<UInt64>("dtwinwt", at: 40, "DTWIN Writes Threshold")
        /// DTWIN Time Threshold (DTWINTT).
        public let deterministicWindowTimeThreshold = Field<UInt64>("dtwintt", at: 48, "DTWIN Time Threshold")

        public init() {}
    }

    public static let layout = LayoutTable<Layout>()
    public static var byteCount: Int { 512 }
    public var bytes = [UInt8](repeating: 0, count: 512)
    public init(zeroed: Void) {}
}

/// Predictable Latency Mode Window (FID 14h), command dword 12.
public struct PredictableLatencyWindowFeature: BitStructure {
    public var rawValue: UInt32
    public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }

    /// Window Select (WS, 2:0).
    public var window: UInt8 {
        get { UInt8(rawValue.bits(0...2)) }
        set { rawValue.setBits(0...2, to: UInt32(newValue)) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("window", "WS", 0...2, "Window Select")
    ]
}

/// LBA Status Information Report Interval (FID 15h), in units of 100 ms.
public struct LBAStatusInformationIntervalFeature: BitStructure {
    public var rawValue: UInt32
    public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }

    /// LBA Status Information Report Interval (LSIRI, 15:0).
    public var reportInterval: UInt16 {
        get { UInt16(rawValue.bits(0...15)) }
        set { rawValue.setBits(0...15, to: UInt32(newValue)) }
    }

    /// LBA Status Information Poll Interval (LSIPI, 31:16).
    public var pollInterval: UInt16 {
        get { UInt16(rawValue.bits(16...31)) }
        set { rawValue.setBits(16...31, to: UInt32(newValue)) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("reportInterval", "LSIRI", 0...15, "LBA Status Information Report Interval"),
        .init("pollInterval", "LSIPI", 16...31, "LBA Status Information Poll Interval"),
    ]
}

/// Sanitize Config (FID 17h).
public struct SanitizeConfigFeature: BitStructure {
    public var rawValue: UInt32
    public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }

    /// No-Deallocate Response Mode (NODRM, 0).
    public var noDeallocateResponseMode: Bool {
        get { rawValue.bit(0) }
        set { rawValue.setBit(0, to: newValue) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("noDeallocateResponseMode", "NODRM", 0...0, "No-Deallocate Response Mode")
    ]
}

/// Endurance Group Event Configuration (FID 18h).
public struct EnduranceGroupEventFeature: BitStructure {
    public var rawValue: UInt32
    public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }

    /// Endurance Group Identifier (ENDGID, 15:0).
    public var enduranceGroupIdentifier: UInt16 {
        get { UInt16(rawValue.bits(0...15)) }
        set { rawValue.setBits(0...15, to: UInt32(newValue)) }
    }

    /// Endurance Group Critical Warnings (EGCW, 23:16).
    public var criticalWarnings: UInt8 {
        get { UInt8(rawValue.bits(16...23)) }
        set { rawValue.setBits(16...23, to: UInt32(newValue)) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("enduranceGroupIdentifier", "ENDGID", 0...15, "Endurance Group Identifier"),
        .init("criticalWarnings", "EGCW", 16...23, "Endurance Group Critical Warnings"),
    ]
}

/// Flexible Data Placement (FID 1Dh), command dword 12.
public struct FlexibleDataPlacementFeature: BitStructure {
    public var rawValue: UInt32
    public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }

    /// Flexible Data Placement Enable (FDPE, 0).
    public var enable: Bool {
        get { rawValue.bit(0) }
        set { rawValue.setBit(0, to: newValue) }
    }

    /// FDP Configuration Index (FDPCIDX, 15:8).
    public var configurationIndex: UInt8 {
        get { UInt8(rawValue.bits(8...15)) }
        set { rawValue.setBits(8...15, to: UInt32(newValue)) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("enable", "FDPE", 0...0, "Flexible Data Placement Enable"),
        .init("configurationIndex", "FDPCIDX", 8...15, "FDP Configuration Index"),
    ]
}

/// State of the write protection of a namespace.
public struct WriteProtectionState: NamedValue {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// No Write Protect.
    @inlinable public static var none: Self { Self(rawValue: 0x00) }

    /// Write Protect.
    @inlinable public static var writeProtect: Self { Self(rawValue: 0x01) }

    /// Write Protect Until Power Cycle.
    @inlinable public static var untilPowerCycle: Self { Self(rawValue: 0x02) }

    /// Permanent Write Protect.
    @inlinable public static var permanent: Self { Self(rawValue: 0x03) }

    public static let table: [(value: Self, name: String)] = [
        (.none, "No Write Protect"),
        (.writeProtect, "Write Protect"),
        (.untilPowerCycle, "Write Protect Until Power Cycle"),
        (.permanent, "Permanent Write Protect"),
    ]
}

/// Namespace Write Protection Config (FID 84h).
public struct NamespaceWriteProtectionFeature: BitStructure {
    public var rawValue: UInt32
    public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }

    /// Write Protection State (WPS, 2:0).
    public var state: WriteProtectionState {
        get { WriteProtectionState(rawValue: .init(rawValue.bits(0...2))) }
        set { rawValue.setBits(0...2, to: .init(newValue.rawValue)) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("state", "WPS", 0...2, "Write Protection State")
    ]
}

/// Boot Partition Write Protection Config (FID 85h).
public struct BootPartitionWriteProtectionFeature: BitStructure {
    public var rawValue: UInt32
    public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }

    /// Boot Partition 0 Write Protection State (BP0WPS, 2:0).
    public var partition0State: UInt8 {
        get { UInt8(rawValue.bits(0...2)) }
        set { rawValue.setBits(0...2, to: UInt32(newValue)) }
    }

    /// Boot Partition 1 Write Protection State (BP1WPS, 5:3).
    public var partition1State: UInt8 {
        get { UInt8(rawValue.bits(3...5)) }
        set { rawValue.setBits(3...5, to: UInt32(newValue)) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("partition0State", "BP0WPS", 0...2, "Boot Partition 0 Write Protection State"),
        .init("partition1State", "BP1WPS", 3...5, "Boot Partition 1 Write Protection State"),
    ]
}
