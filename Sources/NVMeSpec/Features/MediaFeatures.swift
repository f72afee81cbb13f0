/// LBA Range Type (FID 03h), command dword 11.
public struct LBARangeTypeFeature: BitStructure {
    public final class Layout: BitLayout {
        /// Number of LBA Ranges (NR): 0's based.
        public let numberOfRanges = Bits<UInt8, 5, 0>("NR", "Number of LBA Ranges")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// Entry of the LBA Range Type data.
public struct LBARangeTypeEntry: SpecStructure {
    public final class Layout: SpecLayout {
        /// Type (TYPE).
        public let type = Field<UInt8, 0, 0>("type", "Type")
        /// Attributes (ATTRIBUTES).
        public let attributes = Field<UInt8, 1, 1>("attributes", "Attributes")
        /// Starting LBA (SLBA).
        public let startingLBA = Field<UInt64, 23, 16>("slba", "Starting LBA")
        /// Number of Logical Blocks (NLB): 0's based.
        public let blockCount = Field<UInt64, 31, 24>("nlb", "Number of Logical Blocks")
        /// Unique Identifier (GUID).
        public let guid = Field<[UInt8], 47, 32>("guid", "Unique Identifier")
    }
    public static var byteCount: Int { 64 }
    public var bytes = Self.zeroes
    public init() {}
}

/// LBA Range Type data (FID 03h).
public struct LBARangeTypeTable: SpecStructure {
    public final class Layout: SpecLayout {
        /// LBA Range Types (ENTRY).
        public let entries = Field<FieldArray<LBARangeTypeEntry>, 4095, 0>("entry", "LBA Range Types")
    }
    public static var byteCount: Int { 4096 }
    public var bytes = Self.zeroes
    public init() {}
}

/// Error Recovery (FID 05h).
public struct ErrorRecoveryFeature: BitStructure {
    public final class Layout: BitLayout {
        /// Time Limited Error Recovery (TLER): in units of 100 ms; 0 is no limit.
        public let timeLimited = Bits<UInt16, 15, 0>("TLER", "Time Limited Error Recovery")
        /// Deallocated or Unwritten Logical Block Error Enable (DULBE).
        public let deallocatedBlockErrorEnable = Bit<16>("DULBE", "Deallocated or Unwritten Logical Block Error Enable")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// Volatile Write Cache (FID 06h).
public struct VolatileWriteCacheFeature: BitStructure {
    public final class Layout: BitLayout {
        /// Volatile Write Cache Enable (WCE).
        public let enable = Bit<0>("WCE", "Volatile Write Cache Enable")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// Write Atomicity Normal (FID 0Ah).
public struct WriteAtomicityNormalFeature: BitStructure {
    public final class Layout: BitLayout {
        /// Disable Normal (DN).
        public let disableNormal = Bit<0>("DN", "Disable Normal")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// Read Recovery Level Config (FID 12h), command dword 12.
public struct ReadRecoveryLevelFeature: BitStructure {
    public final class Layout: BitLayout {
        /// Read Recovery Level (RRL).
        public let level = Bits<UInt8, 3, 0>("RRL", "Read Recovery Level")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// Predictable Latency Mode Config (FID 13h), command dword 12.
public struct PredictableLatencyModeFeature: BitStructure {
    public final class Layout: BitLayout {
        /// Predictable Latency Enable (PLME).
        public let enable = Bit<0>("PLME", "Predictable Latency Enable")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// Predictable Latency Mode Config data (FID 13h).
public struct PredictableLatencyModeConfig: SpecStructure {
    public final class Layout: SpecLayout {
        /// Enable Event (EE).
        public let enabledEvents = Field<UInt16, 1, 0>("ee", "Enable Event")
        /// DTWIN Reads Threshold (DTWINRT).
        public let deterministicWindowReadsThreshold = Field<UInt64, 39, 32>("dtwinrt", "DTWIN Reads Threshold")
        /// DTWIN Writes Threshold (DTWINWT).
        public let deterministicWindowWritesThreshold = Field<UInt64, 47, 40>("dtwinwt", "DTWIN Writes Threshold")
        /// DTWIN Time Threshold (DTWINTT).
        public let deterministicWindowTimeThreshold = Field<UInt64, 55, 48>("dtwintt", "DTWIN Time Threshold")
    }
    public static var byteCount: Int { 512 }
    public var bytes = Self.zeroes
    public init() {}
}

/// Predictable Latency Mode Window (FID 14h), command dword 12.
public struct PredictableLatencyWindowFeature: BitStructure {
    public final class Layout: BitLayout {
        /// Window Select (WS).
        public let window = Bits<UInt8, 2, 0>("WS", "Window Select")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// LBA Status Information Report Interval (FID 15h), in units of 100 ms.
public struct LBAStatusInformationIntervalFeature: BitStructure {
    public final class Layout: BitLayout {
        /// LBA Status Information Report Interval (LSIRI).
        public let reportInterval = Bits<UInt16, 15, 0>("LSIRI", "LBA Status Information Report Interval")
        /// LBA Status Information Poll Interval (LSIPI).
        public let pollInterval = Bits<UInt16, 31, 16>("LSIPI", "LBA Status Information Poll Interval")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// Sanitize Config (FID 17h).
public struct SanitizeConfigFeature: BitStructure {
    public final class Layout: BitLayout {
        /// No-Deallocate Response Mode (NODRM).
        public let noDeallocateResponseMode = Bit<0>("NODRM", "No-Deallocate Response Mode")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// Endurance Group Event Configuration (FID 18h).
public struct EnduranceGroupEventFeature: BitStructure {
    public final class Layout: BitLayout {
        /// Endurance Group Identifier (ENDGID).
        public let enduranceGroupIdentifier = Bits<UInt16, 15, 0>("ENDGID", "Endurance Group Identifier")
        /// Endurance Group Critical Warnings (EGCW).
        public let criticalWarnings = Bits<UInt8, 23, 16>("EGCW", "Endurance Group Critical Warnings")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// Flexible Data Placement (FID 1Dh), command dword 12.
public struct FlexibleDataPlacementFeature: BitStructure {
    public final class Layout: BitLayout {
        /// Flexible Data Placement Enable (FDPE).
        public let enable = Bit<0>("FDPE", "Flexible Data Placement Enable")
        /// FDP Configuration Index (FDPCIDX).
        public let configurationIndex = Bits<UInt8, 15, 8>("FDPCIDX", "FDP Configuration Index")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// State of the write protection of a namespace.
public struct WriteProtectionState: NamedValue {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }
    public static let table: [Row] = [.none, .writeProtect, .untilPowerCycle, .permanent]
}

extension NamesOf<WriteProtectionState> {
    /// No Write Protect.
    @inlinable public static var none: Self { Self(0x00, "No Write Protect") }
    /// Write Protect.
    @inlinable public static var writeProtect: Self { Self(0x01, "Write Protect") }
    /// Write Protect Until Power Cycle.
    @inlinable public static var untilPowerCycle: Self { Self(0x02, "Write Protect Until Power Cycle") }
    /// Permanent Write Protect.
    @inlinable public static var permanent: Self { Self(0x03, "Permanent Write Protect") }
}

/// Namespace Write Protection Config (FID 84h).
public struct NamespaceWriteProtectionFeature: BitStructure {
    public final class Layout: BitLayout {
        /// Write Protection State (WPS).
        public let state = Bits<WriteProtectionState, 2, 0>("WPS", "Write Protection State")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// Boot Partition Write Protection Config (FID 85h).
public struct BootPartitionWriteProtectionFeature: BitStructure {
    public final class Layout: BitLayout {
        /// Boot Partition 0 Write Protection State (BP0WPS).
        public let partition0State = Bits<UInt8, 2, 0>("BP0WPS", "Boot Partition 0 Write Protection State")
        /// Boot Partition 1 Write Protection State (BP1WPS).
        public let partition1State = Bits<UInt8, 5, 3>("BP1WPS", "Boot Partition 1 Write Protection State")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}
