/// CMIC, Controller Multi-Path I/O and Namespace Sharing Capabilities.
public struct MultiPathCapabilities: FlagStructure {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Multiple Ports (MPORTS, 0).
    public static var multiplePorts: Self { Self(rawValue: 1 << 0) }

    /// Multiple Controllers (MCTRS, 1).
    public static var multipleControllers: Self { Self(rawValue: 1 << 1) }

    /// Function Type (FT, 2): the controller belongs to an SR-IOV virtual function.
    public static var virtualFunction: Self { Self(rawValue: 1 << 2) }

    /// ANA Reporting Supported (ANARS, 3).
    public static var asymmetricNamespaceAccess: Self { Self(rawValue: 1 << 3) }

    public static let bitFields: [BitFieldDescription] = [
        .init("multiplePorts", "MPORTS", 0...0, "Multiple Ports"),
        .init("multipleControllers", "MCTRS", 1...1, "Multiple Controllers"),
        .init("virtualFunction", "FT", 2...2, "Function Type"),
        .init("asymmetricNamespaceAccess", "ANARS", 3...3, "ANA Reporting Supported"),
    ]
}

/// OAES, Optional Asynchronous Events Supported.
public struct OptionalAsynchronousEvents: FlagStructure {
    public let rawValue: UInt32
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// Attached Namespace Attribute Notices (NSAN, 8).
    public static var namespaceAttributeNotices: Self { Self(rawValue: 1 << 8) }

    /// Firmware Activation Notices (FAN, 9).
    public static var firmwareActivationNotices: Self { Self(rawValue: 1 << 9) }

    /// Asymmetric Namespace Access Change Notices (ANACN, 11).
    public static var asymmetricNamespaceAccessChangeNotices: Self { Self(rawValue: 1 << 11) }

    /// Predictable Latency Event Aggregate Log Change Notices (PLEALCN, 12).
    public static var predictableLatencyEventAggregateNotices: Self { Self(rawValue: 1 << 12) }

    /// LBA Status Information Alert Notices (LSIAN, 13).
    public static var lbaStatusInformationNotices: Self { Self(rawValue: 1 << 13) }

    /// Endurance Group Event Aggregate Log Page Change Notices (EGEALPCN, 14).
    public static var enduranceGroupEventAggregateNotices: Self { Self(rawValue: 1 << 14) }

    /// Normal NVM Subsystem Shutdown (NNSSHDN, 15).
    public static var normalSubsystemShutdown: Self { Self(rawValue: 1 << 15) }

    /// Temperature Threshold Hysteresis Recovery (TTHR, 16).
    public static var temperatureThresholdHysteresisRecovery: Self { Self(rawValue: 1 << 16) }

    /// Reachability Groups Change Notices (RGCNS, 17).
    public static var reachabilityGroupsChange: Self { Self(rawValue: 1 << 17) }

    /// Allocated Namespace Attribute Notices (ANSAN, 19).
    public static var allocatedNamespaceAttributeNotices: Self { Self(rawValue: 1 << 19) }

    /// Zone Descriptor Changed Notices (ZDCN, 27).
    public static var zoneDescriptorChangedNotices: Self { Self(rawValue: 1 << 27) }

    /// Discovery Log Page Change Notices (DLPCN, 31).
    public static var discoveryLogPageChangeNotices: Self { Self(rawValue: 1 << 31) }

    public static let bitFields: [BitFieldDescription] = [
        .init("namespaceAttributeNotices", "NSAN", 8...8, "Attached Namespace Attribute Notices"),
        .init("firmwareActivationNotices", "FAN", 9...9, "Firmware Activation Notices"),
        .init("asymmetricNamespaceAccessChangeNotices", "ANACN", 11...11, "Asymmetric Namespace Access Change Notices"),
        .init(
            "predictableLatencyEventAggregateNotices", "PLEALCN", 12...12,
            "Predictable Latency Event Aggregate Log Change Notices"),
        .init("lbaStatusInformationNotices", "LSIAN", 13...13, "LBA Status Information Alert Notices"),
        .init(
            "enduranceGroupEventAggregateNotices", "EGEALPCN", 14...14,
            "Endurance Group Event Aggregate Log Page Change Notices"),
        .init("normalSubsystemShutdown", "NNSSHDN", 15...15, "Normal NVM Subsystem Shutdown"),
        .init("temperatureThresholdHysteresisRecovery", "TTHR", 16...16, "Temperature Threshold Hysteresis Recovery"),
        .init("reachabilityGroupsChange", "RGCNS", 17...17, "Reachability Groups Change Notices"),
        .init("allocatedNamespaceAttributeNotices", "ANSAN", 19...19, "Allocated Namespace Attribute Notices"),
        .init("zoneDescriptorChangedNotices", "ZDCN", 27...27, "Zone Descriptor Changed Notices"),
        .init("discoveryLogPageChangeNotices", "DLPCN", 31...31, "Discovery Log Page Change Notices"),
    ]
}

/// CTRATT, Controller Attributes.
public struct ControllerAttributes: FlagStructure {
    public let rawValue: UInt32
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// 128-bit Host Identifier (HIDS, 0).
    public static var hostIdentifier128Bit: Self { Self(rawValue: 1 << 0) }

    /// Non-Operational Power State Permissive Mode (NOPSPM, 1).
    public static var nonOperationalPowerStatePermissiveMode: Self { Self(rawValue: 1 << 1) }

    /// NVM Sets (NSETS, 2).
    public static var nvmSets: Self { Self(rawValue: 1 << 2) }

    /// Read Recovery Levels (RRLVLS, 3).
    public static var readRecoveryLevels: Self { Self(rawValue: 1 << 3) }

    /// Endurance Groups (EGS, 4).
    public static var enduranceGroups: Self { Self(rawValue: 1 << 4) }

    /// Predictable Latency Mode (PLM, 5).
    public static var predictableLatencyMode: Self { Self(rawValue: 1 << 5) }

    /// Traffic Based Keep Alive (TBKAS, 6).
    public static var trafficBasedKeepAlive: Self { Self(rawValue: 1 << 6) }

    /// Namespace Granularity (NG, 7).
    public static var namespaceGranularity: Self { Self(rawValue: 1 << 7) }

    /// SQ Associations (SQA, 8).
    public static var sqAssociations: Self { Self(rawValue: 1 << 8) }

    /// UUID List (ULIST, 9).
    public static var uuidList: Self { Self(rawValue: 1 << 9) }

    /// Multi-Domain Subsystem (MDS, 10).
    public static var multiDomainSubsystem: Self { Self(rawValue: 1 << 10) }

    /// Fixed Capacity Management (FCM, 11).
    public static var fixedCapacityManagement: Self { Self(rawValue: 1 << 11) }

    /// Variable Capacity Management (VCM, 12).
    public static var variableCapacityManagement: Self { Self(rawValue: 1 << 12) }

    /// Delete Endurance Group (DEG, 13).
    public static var deleteEnduranceGroup: Self { Self(rawValue: 1 << 13) }

    /// Delete NVM Set (DNVMS, 14).
    public static var deleteNVMSet: Self { Self(rawValue: 1 << 14) }

    /// Extended LBA Formats (ELBAS, 15).
    public static var extendedLBAFormats: Self { Self(rawValue: 1 << 15) }

    /// MDTS and Size Limits Exclude Metadata (MEM, 16).
    public static var sizeLimitsExcludeMetadata: Self { Self(rawValue: 1 << 16) }

    /// Host Memory Buffer Restrict Non-Operational Power State Access (HMBR, 17).
    public static var hmbRestrictNonOperationalPowerStateAccess: Self { Self(rawValue: 1 << 17) }

    /// Reservations and Host Identifier Interaction (RHII, 18).
    public static var reservationsAndHostIdentifier: Self { Self(rawValue: 1 << 18) }

    /// Flexible Data Placement (FDPS, 19).
    public static var flexibleDataPlacement: Self { Self(rawValue: 1 << 19) }

    /// Power Limit (PLS, 20).
    public static var powerLimit: Self { Self(rawValue: 1 << 20) }

    /// Power Measurement (PMS, 21).
    public static var powerMeasurement: Self { Self(rawValue: 1 << 21) }

    public static let bitFields: [BitFieldDescription] = [
        .init("hostIdentifier128Bit", "HIDS", 0...0, "128-bit Host Identifier"),
        .init("nonOperationalPowerStatePermissiveMode", "NOPSPM", 1...1, "Non-Operational Power State Permissive Mode"),
        .init("nvmSets", "NSETS", 2...2, "NVM Sets"),
        .init("readRecoveryLevels", "RRLVLS", 3...3, "Read Recovery Levels"),
        .init("enduranceGroups", "EGS", 4...4, "Endurance Groups"),
        .init("predictableLatencyMode", "PLM", 5...5, "Predictable Latency Mode"),
        .init("trafficBasedKeepAlive", "TBKAS", 6...6, "Traffic Based Keep Alive"),
        .init("namespaceGranularity", "NG", 7...7, "Namespace Granularity"),
        .init("sqAssociations", "SQA", 8...8, "SQ Associations"),
        .init("uuidList", "ULIST", 9...9, "UUID List"),
        .init("multiDomainSubsystem", "MDS", 10...10, "Multi-Domain Subsystem"),
        .init("fixedCapacityManagement", "FCM", 11...11, "Fixed Capacity Management"),
        .init("variableCapacityManagement", "VCM", 12...12, "Variable Capacity Management"),
        .init("deleteEnduranceGroup", "DEG", 13...13, "Delete Endurance Group"),
        .init("deleteNVMSet", "DNVMS", 14...14, "Delete NVM Set"),
        .init("extendedLBAFormats", "ELBAS", 15...15, "Extended LBA Formats"),
        .init("sizeLimitsExcludeMetadata", "MEM", 16...16, "MDTS and Size Limits Exclude Metadata"),
        .init(
            "hmbRestrictNonOperationalPowerStateAccess", "HMBR", 17...17,
            "Host Memory Buffer Restrict Non-Operational Power State Access"),
        .init("reservationsAndHostIdentifier", "RHII", 18...18, "Reservations and Host Identifier Interaction"),
        .init("flexibleDataPlacement", "FDPS", 19...19, "Flexible Data Placement"),
        .init("powerLimit", "PLS", 20...20, "Power Limit"),
        .init("powerMeasurement", "PMS", 21...21, "Power Measurement"),
    ]
}

/// OACS, Optional Admin Command Support.
public struct OptionalAdminCommands: FlagStructure {
    public let rawValue: UInt16
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// Security Send and Security Receive (SSRS, 0).
    public static var security: Self { Self(rawValue: 1 << 0) }

    /// Format NVM (FNVMS, 1).
    public static var formatNVM: Self { Self(rawValue: 1 << 1) }

    /// Firmware Commit and Firmware Image Download (FWDS, 2).
    public static var firmware: Self { Self(rawValue: 1 << 2) }

    /// Namespace Management and Namespace Attachment (NMS, 3).
    public static var namespaceManagement: Self { Self(rawValue: 1 << 3) }

    /// Device Self-test (DSTS, 4).
    public static var deviceSelfTest: Self { Self(rawValue: 1 << 4) }

    /// Directive Send and Directive Receive (DIRS, 5).
    public static var directives: Self { Self(rawValue: 1 << 5) }

    /// NVMe-MI Send and NVMe-MI Receive (NSRS, 6).
    public static var nvmeMI: Self { Self(rawValue: 1 << 6) }

    /// Virtualization Management (VMS, 7).
    public static var virtualizationManagement: Self { Self(rawValue: 1 << 7) }

    /// Doorbell Buffer Config (DBCS, 8).
    public static var doorbellBufferConfig: Self { Self(rawValue: 1 << 8) }

    /// Get LBA Status (GLSS, 9).
    public static var getLBAStatus: Self { Self(rawValue: 1 << 9) }

    /// Command and Feature Lockdown (CFLS, 10).
    public static var lockdown: Self { Self(rawValue: 1 << 10) }

    /// Host Managed Live Migration (HMLMS, 11).
    public static var hostManagedLiveMigration: Self { Self(rawValue: 1 << 11) }

    public static let bitFields: [BitFieldDescription] = [
        .init("security", "SSRS", 0...0, "Security Send and Security Receive"),
        .init("formatNVM", "FNVMS", 1...1, "Format NVM"),
        .init("firmware", "FWDS", 2...2, "Firmware Commit and Firmware Image Download"),
        .init("namespaceManagement", "NMS", 3...3, "Namespace Management and Namespace Attachment"),
        .init("deviceSelfTest", "DSTS", 4...4, "Device Self-test"),
        .init("directives", "DIRS", 5...5, "Directive Send and Directive Receive"),
        .init("nvmeMI", "NSRS", 6...6, "NVMe-MI Send and NVMe-MI Receive"),
        .init("virtualizationManagement", "VMS", 7...7, "Virtualization Management"),
        .init("doorbellBufferConfig", "DBCS", 8...8, "Doorbell Buffer Config"),
        .init("getLBAStatus", "GLSS", 9...9, "Get LBA Status"),
        .init("lockdown", "CFLS", 10...10, "Command and Feature Lockdown"),
        .init("hostManagedLiveMigration", "HMLMS", 11...11, "Host Managed Live Migration"),
    ]
}

/// FRMW, Firmware Updates.
public struct FirmwareUpdates: BitStructure {
    public var rawValue: UInt8
    public init(rawValue: UInt8 = 0) { self.rawValue = rawValue }

    /// First Firmware Slot Read Only (FFSRO, 0).
    public var firstSlotReadOnly: Bool {
        get { rawValue.bit(0) }
        set { rawValue.setBit(0, to: newValue) }
    }

    /// Number of Firmware Slots (NOFS, 3:1): 1 to 7.
    public var slots: UInt8 {
        get { rawValue.bits(1...3) }
        set { rawValue.setBits(1...3, to: newValue) }
    }

    /// Firmware Activation Without Reset (FAWR, 4).
    public var activationWithoutReset: Bool {
        get { rawValue.bit(4) }
        set { rawValue.setBit(4, to: newValue) }
    }

    /// Support Multiple Update Detection (SMUD, 5).
    public var multipleUpdateDetection: Bool {
        get { rawValue.bit(5) }
        set { rawValue.setBit(5, to: newValue) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("firstSlotReadOnly", "FFSRO", 0...0, "First Firmware Slot Read Only"),
        .init("slots", "NOFS", 1...3, "Number of Firmware Slots"),
        .init("activationWithoutReset", "FAWR", 4...4, "Firmware Activation Without Reset"),
        .init("multipleUpdateDetection", "SMUD", 5...5, "Support Multiple Update Detection"),
    ]
}

/// LPA, Log Page Attributes.
public struct LogPageAttributes: FlagStructure {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// SMART / Health Information per Namespace (SMARTS, 0).
    public static var smartPerNamespace: Self { Self(rawValue: 1 << 0) }

    /// Commands Supported and Effects (CSES, 1).
    public static var commandsSupportedAndEffects: Self { Self(rawValue: 1 << 1) }

    /// Log Page Extended Data (LPEDS, 2): lengths above 4 KiB and offsets.
    public static var extendedData: Self { Self(rawValue: 1 << 2) }

    /// Telemetry (TS, 3).
    public static var telemetry: Self { Self(rawValue: 1 << 3) }

    /// Persistent Event (PES, 4).
    public static var persistentEvent: Self { Self(rawValue: 1 << 4) }

    /// Supported Log Pages and Effects Log Pages (MLPS, 5).
    public static var supportedLogPages: Self { Self(rawValue: 1 << 5) }

    /// Telemetry Data Area 4 (DA4S, 6).
    public static var telemetryDataArea4: Self { Self(rawValue: 1 << 6) }

    public static let bitFields: [BitFieldDescription] = [
        .init("smartPerNamespace", "SMARTS", 0...0, "SMART / Health Information per Namespace"),
        .init("commandsSupportedAndEffects", "CSES", 1...1, "Commands Supported and Effects"),
        .init("extendedData", "LPEDS", 2...2, "Log Page Extended Data"),
        .init("telemetry", "TS", 3...3, "Telemetry"),
        .init("persistentEvent", "PES", 4...4, "Persistent Event"),
        .init("supportedLogPages", "MLPS", 5...5, "Supported Log Pages and Effects Log Pages"),
        .init("telemetryDataArea4", "DA4S", 6...6, "Telemetry Data Area 4"),
    ]
}
