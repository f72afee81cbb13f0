/// Critical warnings of an endurance group.
public struct EnduranceGroupCriticalWarning: FlagStructure {
    public struct Layout: BitLayout {
        /// Available Spare Capacity Below Threshold (EGASCBT).
        public let availableSpareBelowThreshold = Bit<0>("EGASCBT", "Available Spare Capacity Below Threshold")
        /// Degraded Reliability (EGDR).
        public let reliabilityDegraded = Bit<2>("EGDR", "Degraded Reliability")
        /// Read-Only (EGRO).
        public let readOnly = Bit<3>("EGRO", "Read-Only")
        public init() {}
    }

    public var rawValue: UInt8
    @inlinable public init(rawValue: UInt8 = 0) { self.rawValue = rawValue }
}

/// Endurance Group Information (log page 09h, NVMe Base 2.3 §5.2.12.1.10).
public struct EnduranceGroupLog: SpecStructure {
    public struct Layout: SpecLayout {
        /// Critical Warning.
        public let criticalWarning = Field<EnduranceGroupCriticalWarning>("critical_warning", at: 0, "Critical Warning")
        /// Endurance Group Features (EGFEAT).
        public let features = Field<UInt8>("egfeat", at: 1, "Endurance Group Features")
        /// Available Spare: in percent.
        public let availableSpare = Field<UInt8>("avl_spare", at: 3, "Available Spare")
        /// Available Spare Threshold: in percent.
        public let availableSpareThreshold = Field<UInt8>("avl_spare_threshold", at: 4, "Available Spare Threshold")
        /// Percentage Used.
        public let percentageUsed = Field<UInt8>("percent_used", at: 5, "Percentage Used")
        /// Domain Identifier (DOMID).
        public let domainIdentifier = Field<UInt16>("domid", at: 6, "Domain Identifier")
        /// Endurance Estimate: in units of 10^9 bytes.
        public let enduranceEstimate = Field<UInt128>("endurance_estimate", at: 32, "Endurance Estimate")
        /// Data Units Read: in units of 10^9 bytes.
        public let dataUnitsRead = Field<UInt128>("data_units_read", at: 48, "Data Units Read")
        /// Data Units Written: in units of 10^9 bytes.
        public let dataUnitsWritten = Field<UInt128>("data_units_written", at: 64, "Data Units Written")
        /// Media Units Written: in units of 10^9 bytes.
        public let mediaUnitsWritten = Field<UInt128>("media_units_written", at: 80, "Media Units Written")
        /// Host Read Commands.
        public let hostReadCommands = Field<UInt128>("host_read_cmds", at: 96, "Host Read Commands")
        /// Host Write Commands.
        public let hostWriteCommands = Field<UInt128>("host_write_cmds", at: 112, "Host Write Commands")
        /// Media and Data Integrity Errors.
        public let mediaErrors = Field<UInt128>("media_data_integrity_err", at: 128, "Media and Data Integrity Errors")
        /// Number of Error Information Log Entries.
        public let errorLogEntries = Field<UInt128>(
            "num_err_info_log_entries", at: 144, "Number of Error Information Log Entries")
        /// Total Endurance Group Capacity (TEGCAP): in bytes.
        public let totalCapacity = Field<UInt128>("tegcap", at: 160, "Total Endurance Group Capacity")
        /// Unallocated Endurance Group Capacity (UEGCAP): in bytes.
        public let unallocatedCapacity = Field<UInt128>("uegcap", at: 176, "Unallocated Endurance Group Capacity")

        public init() {}
    }

    public static let layout = LayoutTable<Layout>()
    public static var byteCount: Int { 512 }
    public var bytes = [UInt8](repeating: 0, count: 512)
    public init(zeroed: Void) {}
}
