/// Flags of a power state descriptor (byte 3).
public struct PowerStateFlags: FlagStructure {
    public struct Layout: BitLayout {
        /// Maximum Power Scale (MXPS): set when Maximum Power is in units of 0.0001 W instead of 0.01 W.
        public let maximumPowerScale = Bit<0>("MXPS", "Maximum Power Scale")
        /// Non-Operational State (NOPS).
        public let nonOperational = Bit<1>("NOPS", "Non-Operational State")
        public init() {}
    }

    public var rawValue: UInt8
    @inlinable public init(rawValue: UInt8 = 0) { self.rawValue = rawValue }
}

/// How one power state consumes and performs (NVMe Base 2.3 §5.2.13.2.1, "Power State Descriptor Data Structure").
public struct PowerStateDescriptor: SpecStructure {
    public struct Layout: SpecLayout {
        /// Maximum Power (MP): in units of 0.01 W, or 0.0001 W with flag MXPS.
        public let maximumPower = Field<UInt16>("mp", at: 0, "Maximum Power")
        /// Flags (FLAGS).
        public let flags = Field<PowerStateFlags>("flags", at: 3, "Flags")
        /// Entry Latency (ENLAT): in microseconds.
        public let entryLatency = Field<UInt32>("enlat", at: 4, "Entry Latency")
        /// Exit Latency (EXLAT): in microseconds.
        public let exitLatency = Field<UInt32>("exlat", at: 8, "Exit Latency")
        /// Relative Read Throughput (RRT).
        public let relativeReadThroughput = Field<UInt8>("rrt", at: 12, "Relative Read Throughput")
        /// Relative Read Latency (RRL).
        public let relativeReadLatency = Field<UInt8>("rrl", at: 13, "Relative Read Latency")
        /// Relative Write Throughput (RWT).
        public let relativeWriteThroughput = Field<UInt8>("rwt", at: 14, "Relative Write Throughput")
        /// Relative Write Latency (RWL).
        public let relativeWriteLatency = Field<UInt8>("rwl", at: 15, "Relative Write Latency")
        /// Idle Power (IDLP): in units of the idle power scale.
        public let idlePower = Field<UInt16>("idlp", at: 16, "Idle Power")
        /// Idle Power Scale (IPS): in bits 7:6: 1 is 0.0001 W, 2 is 0.01 W.
        public let idlePowerScale = Field<UInt8>("ips", at: 18, "Idle Power Scale")
        /// Active Power (ACTP).
        public let activePower = Field<UInt16>("actp", at: 20, "Active Power")
        /// Active Power Workload and Scale (APWS): workload in bits 2:0, scale in bits 7:6.
        public let activePowerWorkload = Field<UInt8>("apws", at: 22, "Active Power Workload and Scale")
        /// Emergency Power Fail Recovery Time (EPFRT).
        public let emergencyPowerFailRecoveryTime = Field<UInt8>("epfrt", at: 23, "Emergency Power Fail Recovery Time")
        /// Forced Quiescence Vault Time (FQVT).
        public let forcedQuiescenceVaultTime = Field<UInt8>("fqvt", at: 24, "Forced Quiescence Vault Time")
        /// Emergency Power Fail Vault Time (EPFVT).
        public let emergencyPowerFailVaultTime = Field<UInt8>("epfvt", at: 25, "Emergency Power Fail Vault Time")

        public init() {}
    }

    public static let layout = LayoutTable<Layout>()
    public static var byteCount: Int { 32 }
    public var bytes = [UInt8](repeating: 0, count: 32)
    public init(zeroed: Void) {}
}
