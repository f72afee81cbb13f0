/// Critical warnings of the SMART / Health Information log page.
public struct CriticalWarning: FlagStructure {
    public final class Layout: BitLayout {
        /// Available Spare Capacity Below Threshold (ASCBT).
        public let availableSpareBelowThreshold = Bit<0>("ASCBT", "Available Spare Capacity Below Threshold")
        /// Temperature Threshold Condition (TTC).
        public let temperatureThreshold = Bit<1>("TTC", "Temperature Threshold Condition")
        /// NVM Subsystem Degraded Reliability (NDR).
        public let reliabilityDegraded = Bit<2>("NDR", "NVM Subsystem Degraded Reliability")
        /// All Media Read-Only (AMRO).
        public let readOnly = Bit<3>("AMRO", "All Media Read-Only")
        /// Volatile Memory Backup Failed (VMBF).
        public let volatileMemoryBackupFailed = Bit<4>("VMBF", "Volatile Memory Backup Failed")
        /// Persistent Memory Region Read-Only or Unreliable (PMRRO).
        public let persistentMemoryRegionUnreliable = Bit<5>(
            "PMRRO", "Persistent Memory Region Read-Only or Unreliable")
        /// Indeterminate Personality State (IPS).
        public let indeterminatePersonality = Bit<6>("IPS", "Indeterminate Personality State")
    }
    public var rawValue: UInt8
    @inlinable public init(rawValue: UInt8 = 0) { self.rawValue = rawValue }
}

/// SMART / Health Information (log page 02h, NVMe Base 2.3 §5.2.12.1.3).
public struct SMARTLog: SpecStructure {
    public final class Layout: SpecLayout {
        /// Critical Warning.
        public let criticalWarning = Field<CriticalWarning, 0, 0>("critical_warning", "Critical Warning")
        /// Composite Temperature (TEMPERATURE): in kelvins.
        public let compositeTemperature = Field<UInt16, 2, 1>("temperature", "Composite Temperature")
        /// Available Spare: in percent.
        public let availableSpare = Field<UInt8, 3, 3>("avail_spare", "Available Spare")
        /// Available Spare Threshold: in percent.
        public let availableSpareThreshold = Field<UInt8, 4, 4>("spare_thresh", "Available Spare Threshold")
        /// Percentage Used.
        public let percentageUsed = Field<UInt8, 5, 5>("percent_used", "Percentage Used")
        /// Endurance Group Critical Warning Summary.
        public let enduranceGroupCriticalWarningSummary = Field<UInt8, 6, 6>(
            "endu_grp_crit_warn_sumry", "Endurance Group Critical Warning Summary")
        /// Data Units Read: in units of 1,000 times 512 bytes.
        public let dataUnitsRead = Field<UInt128, 47, 32>("data_units_read", "Data Units Read")
        /// Data Units Written: in units of 1,000 times 512 bytes.
        public let dataUnitsWritten = Field<UInt128, 63, 48>("data_units_written", "Data Units Written")
        /// Host Read Commands.
        public let hostReadCommands = Field<UInt128, 79, 64>("host_reads", "Host Read Commands")
        /// Host Write Commands.
        public let hostWriteCommands = Field<UInt128, 95, 80>("host_writes", "Host Write Commands")
        /// Controller Busy Time: in minutes.
        public let controllerBusyTime = Field<UInt128, 111, 96>("ctrl_busy_time", "Controller Busy Time")
        /// Power Cycles.
        public let powerCycles = Field<UInt128, 127, 112>("power_cycles", "Power Cycles")
        /// Power On Hours.
        public let powerOnHours = Field<UInt128, 143, 128>("power_on_hours", "Power On Hours")
        /// Unsafe Shutdowns.
        public let unsafeShutdowns = Field<UInt128, 159, 144>("unsafe_shutdowns", "Unsafe Shutdowns")
        /// Media and Data Integrity Errors.
        public let mediaErrors = Field<UInt128, 175, 160>("media_errors", "Media and Data Integrity Errors")
        /// Number of Error Information Log Entries.
        public let errorLogEntries = Field<UInt128, 191, 176>(
            "num_err_log_entries", "Number of Error Information Log Entries")
        /// Warning Composite Temperature Time: in minutes.
        public let warningTemperatureTime = Field<UInt32, 195, 192>(
            "warning_temp_time", "Warning Composite Temperature Time")
        /// Critical Composite Temperature Time: in minutes.
        public let criticalTemperatureTime = Field<UInt32, 199, 196>(
            "critical_comp_time", "Critical Composite Temperature Time")
        /// Temperature Sensors 1 to 8: in kelvins; 0 is absent.
        public let temperatureSensors = Field<FieldArray<UInt16>, 215, 200>("temp_sensor", "Temperature Sensors 1 to 8")
        /// Thermal Management Temperature 1 Transition Count.
        public let thermalManagement1TransitionCount = Field<UInt32, 219, 216>(
            "thm_temp1_trans_count", "Thermal Management Temperature 1 Transition Count")
        /// Thermal Management Temperature 2 Transition Count.
        public let thermalManagement2TransitionCount = Field<UInt32, 223, 220>(
            "thm_temp2_trans_count", "Thermal Management Temperature 2 Transition Count")
        /// Total Time For Thermal Management Temperature 1: in seconds.
        public let thermalManagement1TotalTime = Field<UInt32, 227, 224>(
            "thm_temp1_total_time", "Total Time For Thermal Management Temperature 1")
        /// Total Time For Thermal Management Temperature 2: in seconds.
        public let thermalManagement2TotalTime = Field<UInt32, 231, 228>(
            "thm_temp2_total_time", "Total Time For Thermal Management Temperature 2")
        /// Operational Lifetime Energy Consumed (OLEC).
        public let operationalLifetimeEnergyConsumed = Field<UInt64, 239, 232>(
            "olec", "Operational Lifetime Energy Consumed")
        /// Interval Power Measurement (IPM).
        public let intervalPowerMeasurement = Field<UInt32, 243, 240>("ipm", "Interval Power Measurement")
    }
    public static var byteCount: Int { 512 }
    public var bytes = Self.zeroes
    public init() {}
}
