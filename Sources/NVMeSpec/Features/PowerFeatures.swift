/// Power Management (FID 02h).
public struct PowerManagementFeature: BitStructure {
    public var rawValue: UInt32
    public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }

    /// Power State (PS, 4:0).
    public var powerState: UInt8 {
        get { UInt8(rawValue.bits(0...4)) }
        set { rawValue.setBits(0...4, to: UInt32(newValue)) }
    }

    /// Workload Hint (WH, 7:5).
    public var workloadHint: UInt8 {
        get { UInt8(rawValue.bits(5...7)) }
        set { rawValue.setBits(5...7, to: UInt32(newValue)) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("powerState", "PS", 0...4, "Power State"),
        .init("workloadHint", "WH", 5...7, "Workload Hint"),
    ]
}

/// Temperature Threshold (FID 04h).
public struct TemperatureThresholdFeature: BitStructure {
    public var rawValue: UInt32
    public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }

    /// Temperature Threshold (TMPTH, 15:0): in kelvins.
    public var temperature: UInt16 {
        get { UInt16(rawValue.bits(0...15)) }
        set { rawValue.setBits(0...15, to: UInt32(newValue)) }
    }

    /// Threshold Temperature Select (TMPSEL, 19:16): 0 composite, 1 to 8 a sensor, 1111b all.
    public var sensor: UInt8 {
        get { UInt8(rawValue.bits(16...19)) }
        set { rawValue.setBits(16...19, to: UInt32(newValue)) }
    }

    /// Threshold Type Select (THSEL, 21:20): 0 over, 1 under.
    public var thresholdType: UInt8 {
        get { UInt8(rawValue.bits(20...21)) }
        set { rawValue.setBits(20...21, to: UInt32(newValue)) }
    }

    /// Temperature Threshold Hysteresis (TMPTHH, 24:22): in kelvins.
    public var hysteresis: UInt8 {
        get { UInt8(rawValue.bits(22...24)) }
        set { rawValue.setBits(22...24, to: UInt32(newValue)) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("temperature", "TMPTH", 0...15, "Temperature Threshold"),
        .init("sensor", "TMPSEL", 16...19, "Threshold Temperature Select"),
        .init("thresholdType", "THSEL", 20...21, "Threshold Type Select"),
        .init("hysteresis", "TMPTHH", 22...24, "Temperature Threshold Hysteresis"),
    ]
}

/// Autonomous Power State Transition (FID 0Ch), command dword 11.
public struct AutonomousPowerStateTransitionFeature: BitStructure {
    public var rawValue: UInt32
    public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }

    /// Autonomous Power State Transition Enable (APSTE, 0).
    public var enable: Bool {
        get { rawValue.bit(0) }
        set { rawValue.setBit(0, to: newValue) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("enable", "APSTE", 0...0, "Autonomous Power State Transition Enable")
    ]
}

/// Entry of the Autonomous Power State Transition data.
public struct AutonomousPowerStateTransitionEntry: BitStructure {
    public var rawValue: UInt64
    public init(rawValue: UInt64 = 0) { self.rawValue = rawValue }

    /// Idle Transition Power State (ITPS, 7:3).
    public var idleTransitionPowerState: UInt8 {
        get { UInt8(rawValue.bits(3...7)) }
        set { rawValue.setBits(3...7, to: UInt64(newValue)) }
    }

    /// Idle Time Prior to Transition (ITPT, 31:8): in milliseconds.
    public var idleTime: UInt32 {
        get { UInt32(rawValue.bits(8...31)) }
        set { rawValue.setBits(8...31, to: UInt64(newValue)) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("idleTransitionPowerState", "ITPS", 3...7, "Idle Transition Power State"),
        .init("idleTime", "ITPT", 8...31, "Idle Time Prior to Transition"),
    ]
}

/// Autonomous Power State Transition data: one entry for each power state.
public struct AutonomousPowerStateTransitionTable: SpecStructure {
    public struct Layout: SpecLayout {
        /// Power State Transitions.
        public let entries = Field<FieldArray<AutonomousPowerStateTransitionEntry>>(
            "apst_entry", at: 0, count: 32, "Power State Transitions")

        public init() {}
    }

    public static let layout = LayoutTable<Layout>()
    public static var byteCount: Int { 256 }
    public var bytes = [UInt8](repeating: 0, count: 256)
    public init(zeroed: Void) {}
}

/// Host Controlled Thermal Management (FID 10h), in kelvins.
public struct HostControlledThermalManagementFeature: BitStructure {
    public var rawValue: UInt32
    public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }

    /// Thermal Management Temperature 2 (TMT2, 15:0).
    public var temperature2: UInt16 {
        get { UInt16(rawValue.bits(0...15)) }
        set { rawValue.setBits(0...15, to: UInt32(newValue)) }
    }

    /// Thermal Management Temperature 1 (TMT1, 31:16).
    public var temperature1: UInt16 {
        get { UInt16(rawValue.bits(16...31)) }
        set { rawValue.setBits(16...31, to: UInt32(newValue)) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("temperature2", "TMT2", 0...15, "Thermal Management Temperature 2"),
        .init("temperature1", "TMT1", 16...31, "Thermal Management Temperature 1"),
    ]
}

/// Non-Operational Power State Config (FID 11h).
public struct NonOperationalPowerStateFeature: BitStructure {
    public var rawValue: UInt32
    public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }

    /// Non-Operational Power State Permissive Mode Enable (NOPPME, 0).
    public var permissiveModeEnable: Bool {
        get { rawValue.bit(0) }
        set { rawValue.setBit(0, to: newValue) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("permissiveModeEnable", "NOPPME", 0...0, "Non-Operational Power State Permissive Mode Enable")
    ]
}

/// Spinup Control (FID 1Ah).
public struct SpinupControlFeature: BitStructure {
    public var rawValue: UInt32
    public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }

    /// Spinup Control Enable (SUE, 0).
    public var enable: Bool {
        get { rawValue.bit(0) }
        set { rawValue.setBit(0, to: newValue) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("enable", "SUE", 0...0, "Spinup Control Enable")
    ]
}
