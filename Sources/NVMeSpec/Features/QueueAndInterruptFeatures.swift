/// Arbitration (FID 01h): weights are 0's based.
public struct ArbitrationFeature: BitStructure {
    public var rawValue: UInt32
    public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }

    /// Arbitration Burst (AB, 2:0): as a power of two; 111b is no limit.
    public var burst: UInt8 {
        get { UInt8(rawValue.bits(0...2)) }
        set { rawValue.setBits(0...2, to: UInt32(newValue)) }
    }

    /// Low Priority Weight (LPW, 15:8).
    public var lowPriorityWeight: UInt8 {
        get { UInt8(rawValue.bits(8...15)) }
        set { rawValue.setBits(8...15, to: UInt32(newValue)) }
    }

    /// Medium Priority Weight (MPW, 23:16).
    public var mediumPriorityWeight: UInt8 {
        get { UInt8(rawValue.bits(16...23)) }
        set { rawValue.setBits(16...23, to: UInt32(newValue)) }
    }

    /// High Priority Weight (HPW, 31:24).
    public var highPriorityWeight: UInt8 {
        get { UInt8(rawValue.bits(24...31)) }
        set { rawValue.setBits(24...31, to: UInt32(newValue)) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("burst", "AB", 0...2, "Arbitration Burst"),
        .init("lowPriorityWeight", "LPW", 8...15, "Low Priority Weight"),
        .init("mediumPriorityWeight", "MPW", 16...23, "Medium Priority Weight"),
        .init("highPriorityWeight", "HPW", 24...31, "High Priority Weight"),
    ]
}

/// Number of Queues (FID 07h), wanted in command dword 11 and allocated in completion dword 0; both 0's based.
public struct NumberOfQueuesFeature: BitStructure {
    public var rawValue: UInt32
    public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }

    /// Number of I/O Submission Queues (NSQR, 15:0).
    public var submissionQueues: UInt16 {
        get { UInt16(rawValue.bits(0...15)) }
        set { rawValue.setBits(0...15, to: UInt32(newValue)) }
    }

    /// Number of I/O Completion Queues (NCQR, 31:16).
    public var completionQueues: UInt16 {
        get { UInt16(rawValue.bits(16...31)) }
        set { rawValue.setBits(16...31, to: UInt32(newValue)) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("submissionQueues", "NSQR", 0...15, "Number of I/O Submission Queues"),
        .init("completionQueues", "NCQR", 16...31, "Number of I/O Completion Queues"),
    ]
}

/// Interrupt Coalescing (FID 08h).
public struct InterruptCoalescingFeature: BitStructure {
    public var rawValue: UInt32
    public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }

    /// Aggregation Threshold (THR, 7:0): in completions, 0's based.
    public var threshold: UInt8 {
        get { UInt8(rawValue.bits(0...7)) }
        set { rawValue.setBits(0...7, to: UInt32(newValue)) }
    }

    /// Aggregation Time (TIME, 15:8): in units of 100 µs.
    public var time: UInt8 {
        get { UInt8(rawValue.bits(8...15)) }
        set { rawValue.setBits(8...15, to: UInt32(newValue)) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("threshold", "THR", 0...7, "Aggregation Threshold"),
        .init("time", "TIME", 8...15, "Aggregation Time"),
    ]
}

/// Interrupt Vector Configuration (FID 09h).
public struct InterruptVectorConfigurationFeature: BitStructure {
    public var rawValue: UInt32
    public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }

    /// Interrupt Vector (IV, 15:0).
    public var vector: UInt16 {
        get { UInt16(rawValue.bits(0...15)) }
        set { rawValue.setBits(0...15, to: UInt32(newValue)) }
    }

    /// Coalescing Disable (CD, 16).
    public var coalescingDisable: Bool {
        get { rawValue.bit(16) }
        set { rawValue.setBit(16, to: newValue) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("vector", "IV", 0...15, "Interrupt Vector"),
        .init("coalescingDisable", "CD", 16...16, "Coalescing Disable"),
    ]
}

/// Asynchronous Event Configuration (FID 0Bh).
public struct AsynchronousEventConfiguration: FlagStructure {
    public let rawValue: UInt32
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// Available Spare Below Threshold (SPARE, 0).
    public static var availableSpare: Self { Self(rawValue: 1 << 0) }

    /// Temperature Threshold Condition (TEMP, 1).
    public static var temperature: Self { Self(rawValue: 1 << 1) }

    /// NVM Subsystem Degraded Reliability (NDR, 2).
    public static var reliabilityDegraded: Self { Self(rawValue: 1 << 2) }

    /// All Media Read-Only (AMRO, 3).
    public static var readOnly: Self { Self(rawValue: 1 << 3) }

    /// Volatile Memory Backup Failed (VMBF, 4).
    public static var volatileMemoryBackupFailed: Self { Self(rawValue: 1 << 4) }

    /// Persistent Memory Region Read-Only or Unreliable (PMRRO, 5).
    public static var persistentMemoryRegion: Self { Self(rawValue: 1 << 5) }

    /// Attached Namespace Attribute Notices (NAN, 8).
    public static var namespaceAttributeNotices: Self { Self(rawValue: 1 << 8) }

    /// Firmware Activation Notices (FW, 9).
    public static var firmwareActivationNotices: Self { Self(rawValue: 1 << 9) }

    /// Telemetry Log Notices (TELEM, 10).
    public static var telemetryLogNotices: Self { Self(rawValue: 1 << 10) }

    /// Asymmetric Namespace Access Change Notices (ANA, 11).
    public static var asymmetricNamespaceAccessChangeNotices: Self { Self(rawValue: 1 << 11) }

    /// Predictable Latency Event Aggregate Log Change Notices (PLA, 12).
    public static var predictableLatencyEventAggregateNotices: Self { Self(rawValue: 1 << 12) }

    /// LBA Status Information Alert Notices (LBAS, 13).
    public static var lbaStatusInformationNotices: Self { Self(rawValue: 1 << 13) }

    /// Endurance Group Event Aggregate Log Change Notices (EGA, 14).
    public static var enduranceGroupEventAggregateNotices: Self { Self(rawValue: 1 << 14) }

    /// Normal NVM Subsystem Shutdown (NNSSHDN, 15).
    public static var normalSubsystemShutdown: Self { Self(rawValue: 1 << 15) }

    /// Temperature Threshold Hysteresis Recovery (TTHRY, 16).
    public static var temperatureThresholdHysteresisRecovery: Self { Self(rawValue: 1 << 16) }

    /// Reachability Association Notices (RASSN, 17).
    public static var reachabilityAssociationNotices: Self { Self(rawValue: 1 << 17) }

    /// Reachability Group Notices (RGRP0, 18).
    public static var reachabilityGroupNotices: Self { Self(rawValue: 1 << 18) }

    /// Allocated Namespace Attribute Notices (ANSAN, 19).
    public static var allocatedNamespaceAttributeNotices: Self { Self(rawValue: 1 << 19) }

    /// Zone Descriptor Changed Notices (ZDCN, 27).
    public static var zoneDescriptorChangedNotices: Self { Self(rawValue: 1 << 27) }

    /// Pull Model DDC Request Log Page Change Notices (PMDRLPCN, 28).
    public static var pullModelDDCRequestNotices: Self { Self(rawValue: 1 << 28) }

    /// AVE Discovery Log Page Change Notices (ADLPCN, 29).
    public static var aveDiscoveryLogPageChangeNotices: Self { Self(rawValue: 1 << 29) }

    /// Host Discovery Log Page Change Notices (HDLPCN, 30).
    public static var hostDiscoveryLogPageChangeNotices: Self { Self(rawValue: 1 << 30) }

    /// Discovery Log Page Change Notices (DLPCN, 31).
    public static var discoveryLogPageChangeNotices: Self { Self(rawValue: 1 << 31) }

    public static let bitFields: [BitFieldDescription] = [
        .init("availableSpare", "SPARE", 0...0, "Available Spare Below Threshold"),
        .init("temperature", "TEMP", 1...1, "Temperature Threshold Condition"),
        .init("reliabilityDegraded", "NDR", 2...2, "NVM Subsystem Degraded Reliability"),
        .init("readOnly", "AMRO", 3...3, "All Media Read-Only"),
        .init("volatileMemoryBackupFailed", "VMBF", 4...4, "Volatile Memory Backup Failed"),
        .init("persistentMemoryRegion", "PMRRO", 5...5, "Persistent Memory Region Read-Only or Unreliable"),
        .init("namespaceAttributeNotices", "NAN", 8...8, "Attached Namespace Attribute Notices"),
        .init("firmwareActivationNotices", "FW", 9...9, "Firmware Activation Notices"),
        .init("telemetryLogNotices", "TELEM", 10...10, "Telemetry Log Notices"),
        .init("asymmetricNamespaceAccessChangeNotices", "ANA", 11...11, "Asymmetric Namespace Access Change Notices"),
        .init(
            "predictableLatencyEventAggregateNotices", "PLA", 12...12,
            "Predictable Latency Event Aggregate Log Change Notices"),
        .init("lbaStatusInformationNotices", "LBAS", 13...13, "LBA Status Information Alert Notices"),
        .init(
            "enduranceGroupEventAggregateNotices", "EGA", 14...14,
            "Endurance Group Event Aggregate Log Change Notices"),
        .init("normalSubsystemShutdown", "NNSSHDN", 15...15, "Normal NVM Subsystem Shutdown"),
        .init("temperatureThresholdHysteresisRecovery", "TTHRY", 16...16, "Temperature Threshold Hysteresis Recovery"),
        .init("reachabilityAssociationNotices", "RASSN", 17...17, "Reachability Association Notices"),
        .init("reachabilityGroupNotices", "RGRP0", 18...18, "Reachability Group Notices"),
        .init("allocatedNamespaceAttributeNotices", "ANSAN", 19...19, "Allocated Namespace Attribute Notices"),
        .init("zoneDescriptorChangedNotices", "ZDCN", 27...27, "Zone Descriptor Changed Notices"),
        .init("pullModelDDCRequestNotices", "PMDRLPCN", 28...28, "Pull Model DDC Request Log Page Change Notices"),
        .init("aveDiscoveryLogPageChangeNotices", "ADLPCN", 29...29, "AVE Discovery Log Page Change Notices"),
        .init("hostDiscoveryLogPageChangeNotices", "HDLPCN", 30...30, "Host Discovery Log Page Change Notices"),
        .init("discoveryLogPageChangeNotices", "DLPCN", 31...31, "Discovery Log Page Change Notices"),
    ]
}

/// Keep Alive Timer (FID 0Fh).
public struct KeepAliveTimerFeature: BitStructure {
    public var rawValue: UInt32
    public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }

    /// Keep Alive Timeout (KATO, 31:0): 0 is disabled.
    public var milliseconds: UInt32 {
        get { rawValue.bits(0...31) }
        set { rawValue.setBits(0...31, to: newValue) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("milliseconds", "KATO", 0...31, "Keep Alive Timeout")
    ]
}
