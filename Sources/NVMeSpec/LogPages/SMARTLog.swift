/// Critical warnings of the SMART / Health Information log page.
public struct CriticalWarning: FlagStructure {
    public struct Layout: BitLayout {
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
        public init() {}
    }

    public var rawValue: UInt8
    @inlinable public init(rawValue: UInt8 = 0) { self.rawValue = rawValue }
}

/// SMART / Health Information (log page 02h, NVMe Base 2.3 §5.2.12.1.3).
public struct SMARTLog: SpecStructure {
    public struct Layout: SpecLayout {
        /// Critical Warning.
        public let criticalWarning = Field<CriticalWarning>("critical_warning", at: 0, "Critical Warning")
        /// Composite Temperature (TEMPERATURE): in kelvins.
        public let compositeTemperature = Field<UInt16>("temperature", at: 1, "Composite Temperature")
        /// Available Spare: in percent.
        public let availableSpare = Field<UInt8>("avail_spare", at: 3, "Available Spare")
        /// Available Spare Threshold: in percent.
        public let availableSpareThreshold = Field<UInt8>("spare_thresh", at: 4, "Available Spare Threshold")
        /// Percentage Used.
        public let percentageUsed = Field<UInt8>("percent_used", at: 5, "Percentage Used")
        /// Endurance Group Critical Warning Summary.
        public let enduranceGroupCriticalWarningSummary = Field<UInt8>(
            "endu_grp_crit_warn_sumry", at: 6, "Endurance Group Critical Warning Summary")
        /// Data Units Read: in units of 1,000 times 512 bytes.
        public let dataUnitsRead = Field<UInt128>("data_units_read", at: 32, "Data Units Read")
        /// Data Units Written: in units of 1,000 times 512 bytes.
        public let dataUnitsWritten = Field<UInt128>("data_units_written", at: 48, "Data Units Written")
        /// Host Read Commands.
        public let hostReadCommands = Field<UInt128>("host_reads", at: 64, "Host Read Commands")
        /// Host Write Commands.
        public let hostWriteCommands = Field<UInt128>("host_writes", at: 80, "Host Write Commands")
        /// Controller Busy Time: in minutes.
        public let controllerBusyTime = Field<UInt128>("ctrl_busy_time", at: 96, "Controller Busy Time")
        /// Power Cycles.
        public let powerCycles = Field<UInt128>("power_cycles", at: 112, "Power Cycles")
        /// Power On Hours.
        public let powerOnHours = Field<UInt128>("power_on_hours", at: 128, "Power On Hours")
        /// Unsafe Shutdowns.
        public let unsafeShutdowns = Field<UInt128>("unsafe_shutdowns", at: 144, "Unsafe Shutdowns")
        /// Media and Data Integrity Errors.
        public let mediaErrors = Field<UInt128>("media_errors", at: 160, "Media and Data Integrity Errors")
        /// Number of Error Information Log Entries.
        public let errorLogEntries = Field<UInt128>(
            "num_err_log_entries", at: 176, "Number of Error Information Log Entries")
        /// Warning Composite Temperature Time: in minutes.
        public let warningTemperatureTime = Field<UInt32>(
            "warning_temp_time", at: 192, "Warning Composite Temperature Time")
        /// Critical Composite Temperature Time: in minutes.
        public let criticalTemperatureTime = Field<UInt32>(
            "critical_comp_time", at: 196, "Critical Composite Temperature Time")
        /// Temperature Sensors 1 to 8: in kelvins; 0 is absent.
        public let temperatureSensors = Field<FieldArray<UInt16>>(
            "temp_sensor", at: 200, count: 8, "Temperature Sensors 1 to 8")
        /// Thermal Management Temperature 1 Transition Count.
        public let thermalManagement1TransitionCount = Field<UInt32>(
            "thm_temp1_trans_count", at: 216, "Thermal Management Temperature 1 Transition Count")
        /// Thermal Management Temperature 2 Transition Count.
        public let thermalManagement2TransitionCount = Field<UInt32>(
            "thm_temp2_trans_count", at: 220, "Thermal Management Temperature 2 Transition Count")
        /// Total Time For Thermal Management Temperature 1: in seconds.
        public let thermalManagement1TotalTime = Field<UInt32>(
            "thm_temp1_total_time", at: 224, "Total Time For Thermal Management Temperature 1")
        /// Total Time For Thermal Management Temperature 2: in seconds.
        public let thermalManagement2TotalTime = Field<UInt32>(
            "thm_temp2_total_time", at: 228, "Total Time For Thermal Management Temperature 2")
        /// Operational Lifetime Energy Consumed (OLEC).
        public let operationalLifetimeEnergyConsumed = Field<UInt64>(
            "olec", at: 232, "Operational Lifetime Energy Consumed")
        /// Interval Power Measurement (IPM).
        public let intervalPowerMeasurement = Field<UInt32>("ipm", at: 240, "Interval Power Measurement")

        public init() {}
    }

    public static let layout = LayoutTable<Layout>()
    public static var byteCount: Int { 512 }
    public var bytes = [UInt8](repeating: 0, count: 512)
    public init(zeroed: Void) {}
}
