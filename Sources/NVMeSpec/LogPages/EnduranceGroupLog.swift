/// Critical warnings of an endurance group.
public struct EnduranceGroupCriticalWarning: FlagStructure {
    public final class Layout: BitLayout {
        /// Available Spare Capacity Below Threshold (EGASCBT).
        public let availableSpareBelowThreshold = Bit<0>("EGASCBT", "Available Spare Capacity Below Threshold")
        /// Degraded Reliability (EGDR).
        public let reliabilityDegraded = Bit<2>("EGDR", "Degraded Reliability")
        /// Read-Only (EGRO).
        public let readOnly = Bit<3>("EGRO", "Read-Only")
    }
    public var rawValue: UInt8
    @inlinable public init(rawValue: UInt8 = 0) { self.rawValue = rawValue }
}

/// Endurance Group Information (log page 09h, NVMe Base 2.3 §5.2.12.1.10).
public struct EnduranceGroupLog: SpecStructure {
    public final class Layout: SpecLayout {
        /// Critical Warning.
        public let criticalWarning = Field<EnduranceGroupCriticalWarning, 0, 0>("critical_warning", "Critical Warning")
        /// Endurance Group Features (EGFEAT).
        public let features = Field<UInt8, 1, 1>("egfeat", "Endurance Group Features")
        /// Available Spare: in percent.
        public let availableSpare = Field<UInt8, 3, 3>("avl_spare", "Available Spare")
        /// Available Spare Threshold: in percent.
        public let availableSpareThreshold = Field<UInt8, 4, 4>("avl_spare_threshold", "Available Spare Threshold")
        /// Percentage Used.
        public let percentageUsed = Field<UInt8, 5, 5>("percent_used", "Percentage Used")
        /// Domain Identifier (DOMID).
        public let domainIdentifier = Field<UInt16, 7, 6>("domid", "Domain Identifier")
        /// Endurance Estimate: in units of 10^9 bytes.
        public let enduranceEstimate = Field<UInt128, 47, 32>("endurance_estimate", "Endurance Estimate")
        /// Data Units Read: in units of 10^9 bytes.
        public let dataUnitsRead = Field<UInt128, 63, 48>("data_units_read", "Data Units Read")
        /// Data Units Written: in units of 10^9 bytes.
        public let dataUnitsWritten = Field<UInt128, 79, 64>("data_units_written", "Data Units Written")
        /// Media Units Written: in units of 10^9 bytes.
        public let mediaUnitsWritten = Field<UInt128, 95, 80>("media_units_written", "Media Units Written")
        /// Host Read Commands.
        public let hostReadCommands = Field<UInt128, 111, 96>("host_read_cmds", "Host Read Commands")
        /// Host Write Commands.
        public let hostWriteCommands = Field<UInt128, 127, 112>("host_write_cmds", "Host Write Commands")
        /// Media and Data Integrity Errors.
        public let mediaErrors = Field<UInt128, 143, 128>("media_data_integrity_err", "Media and Data Integrity Errors")
        /// Number of Error Information Log Entries.
        public let errorLogEntries = Field<UInt128, 159, 144>(
            "num_err_info_log_entries", "Number of Error Information Log Entries")
        /// Total Endurance Group Capacity (TEGCAP): in bytes.
        public let totalCapacity = Field<UInt128, 175, 160>("tegcap", "Total Endurance Group Capacity")
        /// Unallocated Endurance Group Capacity (UEGCAP): in bytes.
        public let unallocatedCapacity = Field<UInt128, 191, 176>("uegcap", "Unallocated Endurance Group Capacity")
    }
    public static var byteCount: Int { 512 }
    public var bytes = Self.zeroes
    public init() {}
}
