/// Power Management (FID 02h).
public struct PowerManagementFeature: BitStructure {
    public final class Layout: BitLayout {
        /// Power State (PS).
        public let powerState = Bits<UInt8, 4, 0>("PS", "Power State")
        /// Workload Hint (WH).
        public let workloadHint = Bits<UInt8, 7, 5>("WH", "Workload Hint")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// Temperature Threshold (FID 04h).
public struct TemperatureThresholdFeature: BitStructure {
    public final class Layout: BitLayout {
        /// Temperature Threshold (TMPTH): in kelvins.
        public let temperature = Bits<UInt16, 15, 0>("TMPTH", "Temperature Threshold")
        /// Threshold Temperature Select (TMPSEL): 0 composite, 1 to 8 a sensor, 1111b all.
        public let sensor = Bits<UInt8, 19, 16>("TMPSEL", "Threshold Temperature Select")
        /// Threshold Type Select (THSEL): 0 over, 1 under.
        public let thresholdType = Bits<UInt8, 21, 20>("THSEL", "Threshold Type Select")
        /// Temperature Threshold Hysteresis (TMPTHH): in kelvins.
        public let hysteresis = Bits<UInt8, 24, 22>("TMPTHH", "Temperature Threshold Hysteresis")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// Autonomous Power State Transition (FID 0Ch), command dword 11.
public struct AutonomousPowerStateTransitionFeature: BitStructure {
    public final class Layout: BitLayout {
        /// Autonomous Power State Transition Enable (APSTE).
        public let enable = Bit<0>("APSTE", "Autonomous Power State Transition Enable")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// Entry of the Autonomous Power State Transition data.
public struct AutonomousPowerStateTransitionEntry: BitStructure {
    public final class Layout: BitLayout {
        /// Idle Transition Power State (ITPS).
        public let idleTransitionPowerState = Bits<UInt8, 7, 3>("ITPS", "Idle Transition Power State")
        /// Idle Time Prior to Transition (ITPT): in milliseconds.
        public let idleTime = Bits<UInt32, 31, 8>("ITPT", "Idle Time Prior to Transition")
    }
    public var rawValue: UInt64
    @inlinable public init(rawValue: UInt64 = 0) { self.rawValue = rawValue }
}

/// Autonomous Power State Transition data: one entry for each power state.
public struct AutonomousPowerStateTransitionTable: SpecStructure {
    public final class Layout: SpecLayout {
        /// Power State Transitions.
        public let entries = Field<FieldArray<AutonomousPowerStateTransitionEntry>, 255, 0>(
            "apst_entry", "Power State Transitions")
    }
    public static var byteCount: Int { 256 }
    public var bytes = Self.zeroes
    public init() {}
}

/// Host Controlled Thermal Management (FID 10h), in kelvins.
public struct HostControlledThermalManagementFeature: BitStructure {
    public final class Layout: BitLayout {
        /// Thermal Management Temperature 2 (TMT2).
        public let temperature2 = Bits<UInt16, 15, 0>("TMT2", "Thermal Management Temperature 2")
        /// Thermal Management Temperature 1 (TMT1).
        public let temperature1 = Bits<UInt16, 31, 16>("TMT1", "Thermal Management Temperature 1")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// Non-Operational Power State Config (FID 11h).
public struct NonOperationalPowerStateFeature: BitStructure {
    public final class Layout: BitLayout {
        /// Non-Operational Power State Permissive Mode Enable (NOPPME).
        public let permissiveModeEnable = Bit<0>("NOPPME", "Non-Operational Power State Permissive Mode Enable")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// Spinup Control (FID 1Ah).
public struct SpinupControlFeature: BitStructure {
    public final class Layout: BitLayout {
        /// Spinup Control Enable (SUE).
        public let enable = Bit<0>("SUE", "Spinup Control Enable")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}
