/// Flags of a power state descriptor (byte 3).
public struct PowerStateFlags: FlagStructure {
    public final class Layout: BitLayout {
        /// Maximum Power Scale (MXPS): set when Maximum Power is in units of 0.0001 W instead of 0.01 W.
        public let maximumPowerScale = Bit<0>("MXPS", "Maximum Power Scale")
        /// Non-Operational State (NOPS).
        public let nonOperational = Bit<1>("NOPS", "Non-Operational State")
    }
    public var rawValue: UInt8
    @inlinable public init(rawValue: UInt8 = 0) { self.rawValue = rawValue }
}

/// How one power state consumes and performs (NVMe Base 2.3 §5.2.13.2.1, "Power State Descriptor Data Structure").
public struct PowerStateDescriptor: SpecStructure {
    public final class Layout: SpecLayout {
        /// Maximum Power (MP): in units of 0.01 W, or 0.0001 W with flag MXPS.
        public let maximumPower = Field<UInt16, 1, 0>("mp", "Maximum Power")
        /// Flags (FLAGS).
        public let flags = Field<PowerStateFlags, 3, 3>("flags", "Flags")
        /// Entry Latency (ENLAT): in microseconds.
        public let entryLatency = Field<UInt32, 7, 4>("enlat", "Entry Latency")
        /// Exit Latency (EXLAT): in microseconds.
        public let exitLatency = Field<UInt32, 11, 8>("exlat", "Exit Latency")
        /// Relative Read Throughput (RRT).
        public let relativeReadThroughput = Field<UInt8, 12, 12>("rrt", "Relative Read Throughput")
        /// Relative Read Latency (RRL).
        public let relativeReadLatency = Field<UInt8, 13, 13>("rrl", "Relative Read Latency")
        /// Relative Write Throughput (RWT).
        public let relativeWriteThroughput = Field<UInt8, 14, 14>("rwt", "Relative Write Throughput")
        /// Relative Write Latency (RWL).
        public let relativeWriteLatency = Field<UInt8, 15, 15>("rwl", "Relative Write Latency")
        /// Idle Power (IDLP): in units of the idle power scale.
        public let idlePower = Field<UInt16, 17, 16>("idlp", "Idle Power")
        /// Idle Power Scale (IPS): in bits 7:6: 1 is 0.0001 W, 2 is 0.01 W.
        public let idlePowerScale = Field<UInt8, 18, 18>("ips", "Idle Power Scale")
        /// Active Power (ACTP).
        public let activePower = Field<UInt16, 21, 20>("actp", "Active Power")
        /// Active Power Workload and Scale (APWS): workload in bits 2:0, scale in bits 7:6.
        public let activePowerWorkload = Field<UInt8, 22, 22>("apws", "Active Power Workload and Scale")
        /// Emergency Power Fail Recovery Time (EPFRT).
        public let emergencyPowerFailRecoveryTime = Field<UInt8, 23, 23>("epfrt", "Emergency Power Fail Recovery Time")
        /// Forced Quiescence Vault Time (FQVT).
        public let forcedQuiescenceVaultTime = Field<UInt8, 24, 24>("fqvt", "Forced Quiescence Vault Time")
        /// Emergency Power Fail Vault Time (EPFVT).
        public let emergencyPowerFailVaultTime = Field<UInt8, 25, 25>("epfvt", "Emergency Power Fail Vault Time")
    }
    public static var byteCount: Int { 32 }
    public var bytes = Self.zeroes
    public init() {}
}
