/// CMIC, Controller Multi-Path I/O and Namespace Sharing Capabilities.
public struct MultiPathCapabilities: FlagStructure {
    public final class Layout: BitLayout {
        /// Multiple Ports (MPORTS).
        public let multiplePorts = Bit<0>("MPORTS", "Multiple Ports")
        /// Multiple Controllers (MCTRS).
        public let multipleControllers = Bit<1>("MCTRS", "Multiple Controllers")
        /// Function Type (FT): the controller belongs to an SR-IOV virtual function.
        public let virtualFunction = Bit<2>("FT", "Function Type")
        /// ANA Reporting Supported (ANARS).
        public let asymmetricNamespaceAccess = Bit<3>("ANARS", "ANA Reporting Supported")
    }
    public var rawValue: UInt8
    @inlinable public init(rawValue: UInt8 = 0) { self.rawValue = rawValue }
}

/// OAES, Optional Asynchronous Events Supported.
public struct OptionalAsynchronousEvents: FlagStructure {
    public final class Layout: BitLayout {
        /// Attached Namespace Attribute Notices (NSAN).
        public let namespaceAttributeNotices = Bit<8>("NSAN", "Attached Namespace Attribute Notices")
        /// Firmware Activation Notices (FAN).
        public let firmwareActivationNotices = Bit<9>("FAN", "Firmware Activation Notices")
        /// Asymmetric Namespace Access Change Notices (ANACN).
        public let asymmetricNamespaceAccessChangeNotices = Bit<11>(
            "ANACN", "Asymmetric Namespace Access Change Notices")
        /// Predictable Latency Event Aggregate Log Change Notices (PLEALCN).
        public let predictableLatencyEventAggregateNotices = Bit<12>(
            "PLEALCN", "Predictable Latency Event Aggregate Log Change Notices")
        /// LBA Status Information Alert Notices (LSIAN).
        public let lbaStatusInformationNotices = Bit<13>("LSIAN", "LBA Status Information Alert Notices")
        /// Endurance Group Event Aggregate Log Page Change Notices (EGEALPCN).
        public let enduranceGroupEventAggregateNotices = Bit<14>(
            "EGEALPCN", "Endurance Group Event Aggregate Log Page Change Notices")
        /// Normal NVM Subsystem Shutdown (NNSSHDN).
        public let normalSubsystemShutdown = Bit<15>("NNSSHDN", "Normal NVM Subsystem Shutdown")
        /// Temperature Threshold Hysteresis Recovery (TTHR).
        public let temperatureThresholdHysteresisRecovery = Bit<16>("TTHR", "Temperature Threshold Hysteresis Recovery")
        /// Reachability Groups Change Notices (RGCNS).
        public let reachabilityGroupsChange = Bit<17>("RGCNS", "Reachability Groups Change Notices")
        /// Allocated Namespace Attribute Notices (ANSAN).
        public let allocatedNamespaceAttributeNotices = Bit<19>("ANSAN", "Allocated Namespace Attribute Notices")
        /// Zone Descriptor Changed Notices (ZDCN).
        public let zoneDescriptorChangedNotices = Bit<27>("ZDCN", "Zone Descriptor Changed Notices")
        /// Discovery Log Page Change Notices (DLPCN).
        public let discoveryLogPageChangeNotices = Bit<31>("DLPCN", "Discovery Log Page Change Notices")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// CTRATT, Controller Attributes.
public struct ControllerAttributes: FlagStructure {
    public final class Layout: BitLayout {
        /// 128-bit Host Identifier (HIDS).
        public let hostIdentifier128Bit = Bit<0>("HIDS", "128-bit Host Identifier")
        /// Non-Operational Power State Permissive Mode (NOPSPM).
        public let nonOperationalPowerStatePermissiveMode = Bit<1>(
            "NOPSPM", "Non-Operational Power State Permissive Mode")
        /// NVM Sets (NSETS).
        public let nvmSets = Bit<2>("NSETS", "NVM Sets")
        /// Read Recovery Levels (RRLVLS).
        public let readRecoveryLevels = Bit<3>("RRLVLS", "Read Recovery Levels")
        /// Endurance Groups (EGS).
        public let enduranceGroups = Bit<4>("EGS", "Endurance Groups")
        /// Predictable Latency Mode (PLM).
        public let predictableLatencyMode = Bit<5>("PLM", "Predictable Latency Mode")
        /// Traffic Based Keep Alive (TBKAS).
        public let trafficBasedKeepAlive = Bit<6>("TBKAS", "Traffic Based Keep Alive")
        /// Namespace Granularity (NG).
        public let namespaceGranularity = Bit<7>("NG", "Namespace Granularity")
        /// SQ Associations (SQA).
        public let sqAssociations = Bit<8>("SQA", "SQ Associations")
        /// UUID List (ULIST).
        public let uuidList = Bit<9>("ULIST", "UUID List")
        /// Multi-Domain Subsystem (MDS).
        public let multiDomainSubsystem = Bit<10>("MDS", "Multi-Domain Subsystem")
        /// Fixed Capacity Management (FCM).
        public let fixedCapacityManagement = Bit<11>("FCM", "Fixed Capacity Management")
        /// Variable Capacity Management (VCM).
        public let variableCapacityManagement = Bit<12>("VCM", "Variable Capacity Management")
        /// Delete Endurance Group (DEG).
        public let deleteEnduranceGroup = Bit<13>("DEG", "Delete Endurance Group")
        /// Delete NVM Set (DNVMS).
        public let deleteNVMSet = Bit<14>("DNVMS", "Delete NVM Set")
        /// Extended LBA Formats (ELBAS).
        public let extendedLBAFormats = Bit<15>("ELBAS", "Extended LBA Formats")
        /// MDTS and Size Limits Exclude Metadata (MEM).
        public let sizeLimitsExcludeMetadata = Bit<16>("MEM", "MDTS and Size Limits Exclude Metadata")
        /// Host Memory Buffer Restrict Non-Operational Power State Access (HMBR).
        public let hmbRestrictNonOperationalPowerStateAccess = Bit<17>(
            "HMBR", "Host Memory Buffer Restrict Non-Operational Power State Access")
        /// Reservations and Host Identifier Interaction (RHII).
        public let reservationsAndHostIdentifier = Bit<18>("RHII", "Reservations and Host Identifier Interaction")
        /// Flexible Data Placement (FDPS).
        public let flexibleDataPlacement = Bit<19>("FDPS", "Flexible Data Placement")
        /// Power Limit (PLS).
        public let powerLimit = Bit<20>("PLS", "Power Limit")
        /// Power Measurement (PMS).
        public let powerMeasurement = Bit<21>("PMS", "Power Measurement")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// OACS, Optional Admin Command Support.
public struct OptionalAdminCommands: FlagStructure {
    public final class Layout: BitLayout {
        /// Security Send and Security Receive (SSRS).
        public let security = Bit<0>("SSRS", "Security Send and Security Receive")
        /// Format NVM (FNVMS).
        public let formatNVM = Bit<1>("FNVMS", "Format NVM")
        /// Firmware Commit and Firmware Image Download (FWDS).
        public let firmware = Bit<2>("FWDS", "Firmware Commit and Firmware Image Download")
        /// Namespace Management and Namespace Attachment (NMS).
        public let namespaceManagement = Bit<3>("NMS", "Namespace Management and Namespace Attachment")
        /// Device Self-test (DSTS).
        public let deviceSelfTest = Bit<4>("DSTS", "Device Self-test")
        /// Directive Send and Directive Receive (DIRS).
        public let directives = Bit<5>("DIRS", "Directive Send and Directive Receive")
        /// NVMe-MI Send and NVMe-MI Receive (NSRS).
        public let nvmeMI = Bit<6>("NSRS", "NVMe-MI Send and NVMe-MI Receive")
        /// Virtualization Management (VMS).
        public let virtualizationManagement = Bit<7>("VMS", "Virtualization Management")
        /// Doorbell Buffer Config (DBCS).
        public let doorbellBufferConfig = Bit<8>("DBCS", "Doorbell Buffer Config")
        /// Get LBA Status (GLSS).
        public let getLBAStatus = Bit<9>("GLSS", "Get LBA Status")
        /// Command and Feature Lockdown (CFLS).
        public let lockdown = Bit<10>("CFLS", "Command and Feature Lockdown")
        /// Host Managed Live Migration (HMLMS).
        public let hostManagedLiveMigration = Bit<11>("HMLMS", "Host Managed Live Migration")
    }
    public var rawValue: UInt16
    @inlinable public init(rawValue: UInt16 = 0) { self.rawValue = rawValue }
}

/// FRMW, Firmware Updates.
public struct FirmwareUpdates: BitStructure {
    public final class Layout: BitLayout {
        /// First Firmware Slot Read Only (FFSRO).
        public let firstSlotReadOnly = Bit<0>("FFSRO", "First Firmware Slot Read Only")
        /// Number of Firmware Slots (NOFS): 1 to 7.
        public let slots = Bits<UInt8, 3, 1>("NOFS", "Number of Firmware Slots")
        /// Firmware Activation Without Reset (FAWR).
        public let activationWithoutReset = Bit<4>("FAWR", "Firmware Activation Without Reset")
        /// Support Multiple Update Detection (SMUD).
        public let multipleUpdateDetection = Bit<5>("SMUD", "Support Multiple Update Detection")
    }
    public var rawValue: UInt8
    @inlinable public init(rawValue: UInt8 = 0) { self.rawValue = rawValue }
}

/// LPA, Log Page Attributes.
public struct LogPageAttributes: FlagStructure {
    public final class Layout: BitLayout {
        /// SMART / Health Information per Namespace (SMARTS).
        public let smartPerNamespace = Bit<0>("SMARTS", "SMART / Health Information per Namespace")
        /// Commands Supported and Effects (CSES).
        public let commandsSupportedAndEffects = Bit<1>("CSES", "Commands Supported and Effects")
        /// Log Page Extended Data (LPEDS): lengths above 4 KiB and offsets.
        public let extendedData = Bit<2>("LPEDS", "Log Page Extended Data")
        /// Telemetry (TS).
        public let telemetry = Bit<3>("TS", "Telemetry")
        /// Persistent Event (PES).
        public let persistentEvent = Bit<4>("PES", "Persistent Event")
        /// Supported Log Pages and Effects Log Pages (MLPS).
        public let supportedLogPages = Bit<5>("MLPS", "Supported Log Pages and Effects Log Pages")
        /// Telemetry Data Area 4 (DA4S).
        public let telemetryDataArea4 = Bit<6>("DA4S", "Telemetry Data Area 4")
    }
    public var rawValue: UInt8
    @inlinable public init(rawValue: UInt8 = 0) { self.rawValue = rawValue }
}
