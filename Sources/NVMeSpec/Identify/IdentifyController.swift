/// Identify Controller (CNS 01h, NVMe Base 2.3 §5.2.13.2.1).
public struct IdentifyController: SpecStructure {
    public final class Layout: SpecLayout {
        /// PCI Vendor ID (VID).
        public let pciVendorID = Field<UInt16, 1, 0>("vid", "PCI Vendor ID")
        /// PCI Subsystem Vendor ID (SSVID).
        public let pciSubsystemVendorID = Field<UInt16, 3, 2>("ssvid", "PCI Subsystem Vendor ID")
        /// Serial Number (SN).
        public let serialNumber = Field<ASCIIText, 23, 4>("sn", "Serial Number")
        /// Model Number (MN).
        public let modelNumber = Field<ASCIIText, 63, 24>("mn", "Model Number")
        /// Firmware Revision (FR).
        public let firmwareRevision = Field<ASCIIText, 71, 64>("fr", "Firmware Revision")
        /// Recommended Arbitration Burst (RAB): as a power of two.
        public let recommendedArbitrationBurst = Field<UInt8, 72, 72>("rab", "Recommended Arbitration Burst")
        /// IEEE OUI Identifier (IEEE).
        public let ieeeOUI = Field<[UInt8], 75, 73>("ieee", "IEEE OUI Identifier")
        /// Controller Multi-Path I/O and Namespace Sharing Capabilities (CMIC).
        public let multiPathCapabilities = Field<MultiPathCapabilities, 76, 76>(
            "cmic", "Controller Multi-Path I/O and Namespace Sharing Capabilities")
        /// Maximum Data Transfer Size (MDTS): as a power of two of the minimum page size; 0 is no limit.
        public let maximumDataTransferSize = Field<UInt8, 77, 77>("mdts", "Maximum Data Transfer Size")
        /// Controller ID (CNTLID).
        public let controllerID = Field<UInt16, 79, 78>("cntlid", "Controller ID")
        /// Version (VER).
        public let version = Field<SpecificationVersion, 83, 80>("ver", "Version")
        /// RTD3 Resume Latency (RTD3R): in microseconds.
        public let rtd3ResumeLatency = Field<UInt32, 87, 84>("rtd3r", "RTD3 Resume Latency")
        /// RTD3 Entry Latency (RTD3E): in microseconds.
        public let rtd3EntryLatency = Field<UInt32, 91, 88>("rtd3e", "RTD3 Entry Latency")
        /// Optional Asynchronous Events Supported (OAES).
        public let optionalAsynchronousEvents = Field<OptionalAsynchronousEvents, 95, 92>(
            "oaes", "Optional Asynchronous Events Supported")
        /// Controller Attributes (CTRATT).
        public let controllerAttributes = Field<ControllerAttributes, 99, 96>("ctratt", "Controller Attributes")
        /// Read Recovery Levels Supported (RRLS).
        public let readRecoveryLevels = Field<UInt16, 101, 100>("rrls", "Read Recovery Levels Supported")
        /// Boot Partition Capabilities (BPCAP).
        public let bootPartitionCapabilities = Field<UInt8, 102, 102>("bpcap", "Boot Partition Capabilities")
        /// NVM Subsystem Shutdown Latency (NSSL): in microseconds.
        public let nssShutdownLatency = Field<UInt32, 107, 104>("nssl", "NVM Subsystem Shutdown Latency")
        /// Power Loss Signaling Information (PLSI).
        public let powerLossSignaling = Field<UInt8, 110, 110>("plsi", "Power Loss Signaling Information")
        /// Controller Type (CNTRLTYPE): 1 I/O, 2 discovery, 3 administrative.
        public let controllerType = Field<UInt8, 111, 111>("cntrltype", "Controller Type")
        /// FRU Globally Unique Identifier (FGUID).
        public let fruGUID = Field<[UInt8], 127, 112>("fguid", "FRU Globally Unique Identifier")
        /// Command Retry Delay Time 1 (CRDT1): in units of 100 ms.
        public let commandRetryDelayTime1 = Field<UInt16, 129, 128>("crdt1", "Command Retry Delay Time 1")
        /// Command Retry Delay Time 2 (CRDT2): in units of 100 ms.
        public let commandRetryDelayTime2 = Field<UInt16, 131, 130>("crdt2", "Command Retry Delay Time 2")
        /// Command Retry Delay Time 3 (CRDT3): in units of 100 ms.
        public let commandRetryDelayTime3 = Field<UInt16, 133, 132>("crdt3", "Command Retry Delay Time 3")
        /// Controller Reachability Capabilities (CRCAP).
        public let controllerReachabilityCapabilities = Field<UInt8, 134, 134>(
            "crcap", "Controller Reachability Capabilities")
        /// Controller Instance Uniquifier (CIU).
        public let controllerInstanceUniquifier = Field<UInt8, 135, 135>("ciu", "Controller Instance Uniquifier")
        /// Controller Instance Random Number (CIRN).
        public let controllerInstanceRandomNumber = Field<UInt64, 143, 136>("cirn", "Controller Instance Random Number")
        /// NVM Subsystem Report (NVMSR).
        public let nvmSubsystemReport = Field<UInt8, 253, 253>("nvmsr", "NVM Subsystem Report")
        /// VPD Write Cycle Information (VWCI).
        public let vpdWriteCycleInformation = Field<UInt8, 254, 254>("vwci", "VPD Write Cycle Information")
        /// Management Endpoint Capabilities (MEC).
        public let managementEndpointCapabilities = Field<UInt8, 255, 255>("mec", "Management Endpoint Capabilities")
        /// Optional Admin Command Support (OACS).
        public let optionalAdminCommands = Field<OptionalAdminCommands, 257, 256>(
            "oacs", "Optional Admin Command Support")
        /// Abort Command Limit (ACL): 0's based.
        public let abortCommandLimit = Field<UInt8, 258, 258>("acl", "Abort Command Limit")
        /// Asynchronous Event Request Limit (AERL): 0's based.
        public let asynchronousEventRequestLimit = Field<UInt8, 259, 259>("aerl", "Asynchronous Event Request Limit")
        /// Firmware Updates (FRMW).
        public let firmwareUpdates = Field<FirmwareUpdates, 260, 260>("frmw", "Firmware Updates")
        /// Log Page Attributes (LPA).
        public let logPageAttributes = Field<LogPageAttributes, 261, 261>("lpa", "Log Page Attributes")
        /// Error Log Page Entries (ELPE): 0's based.
        public let errorLogPageEntries = Field<UInt8, 262, 262>("elpe", "Error Log Page Entries")
        /// Number of Power States Support (NPSS): 0's based.
        public let numberOfPowerStates = Field<UInt8, 263, 263>("npss", "Number of Power States Support")
        /// Admin Vendor Specific Command Configuration (AVSCC).
        public let adminVendorSpecificCommandConfiguration = Field<UInt8, 264, 264>(
            "avscc", "Admin Vendor Specific Command Configuration")
        /// Autonomous Power State Transition Attributes (APSTA).
        public let autonomousPowerStateTransitions = Field<UInt8, 265, 265>(
            "apsta", "Autonomous Power State Transition Attributes")
        /// Warning Composite Temperature Threshold (WCTEMP): in kelvins.
        public let warningCompositeTemperatureThreshold = Field<UInt16, 267, 266>(
            "wctemp", "Warning Composite Temperature Threshold")
        /// Critical Composite Temperature Threshold (CCTEMP): in kelvins.
        public let criticalCompositeTemperatureThreshold = Field<UInt16, 269, 268>(
            "cctemp", "Critical Composite Temperature Threshold")
        /// Maximum Time for Firmware Activation (MTFA): in units of 100 ms.
        public let maximumTimeForFirmwareActivation = Field<UInt16, 271, 270>(
            "mtfa", "Maximum Time for Firmware Activation")
        /// Host Memory Buffer Preferred Size (HMPRE): in units of 4 KiB.
        public let hostMemoryBufferPreferredSize = Field<UInt32, 275, 272>("hmpre", "Host Memory Buffer Preferred Size")
        /// Host Memory Buffer Minimum Size (HMMIN): in units of 4 KiB.
        public let hostMemoryBufferMinimumSize = Field<UInt32, 279, 276>("hmmin", "Host Memory Buffer Minimum Size")
        /// Total NVM Capacity (TNVMCAP): in bytes.
        public let totalNVMCapacity = Field<UInt128, 295, 280>("tnvmcap", "Total NVM Capacity")
        /// Unallocated NVM Capacity (UNVMCAP): in bytes.
        public let unallocatedNVMCapacity = Field<UInt128, 311, 296>("unvmcap", "Unallocated NVM Capacity")
        /// Replay Protected Memory Block Support (RPMBS).
        public let replayProtectedMemoryBlockSupport = Field<UInt32, 315, 312>(
            "rpmbs", "Replay Protected Memory Block Support")
        /// Extended Device Self-test Time (EDSTT): in minutes.
        public let extendedDeviceSelfTestTime = Field<UInt16, 317, 316>("edstt", "Extended Device Self-test Time")
        /// Device Self-test Options (DSTO).
        public let deviceSelfTestOptions = Field<UInt8, 318, 318>("dsto", "Device Self-test Options")
        /// Firmware Update Granularity (FWUG): in units of 4 KiB; FFh is no restriction.
        public let firmwareUpdateGranularity = Field<UInt8, 319, 319>("fwug", "Firmware Update Granularity")
        /// Keep Alive Support (KAS): granularity in units of 100 ms.
        public let keepAliveSupport = Field<UInt16, 321, 320>("kas", "Keep Alive Support")
        /// Host Controlled Thermal Management Attributes (HCTMA).
        public let hostControlledThermalManagementAttributes = Field<UInt16, 323, 322>(
            "hctma", "Host Controlled Thermal Management Attributes")
        /// Minimum Thermal Management Temperature (MNTMT): in kelvins.
        public let minimumThermalManagementTemperature = Field<UInt16, 325, 324>(
            "mntmt", "Minimum Thermal Management Temperature")
        /// Maximum Thermal Management Temperature (MXTMT): in kelvins.
        public let maximumThermalManagementTemperature = Field<UInt16, 327, 326>(
            "mxtmt", "Maximum Thermal Management Temperature")
        /// Sanitize Capabilities (SANICAP).
        public let sanitizeCapabilities = Field<SanitizeCapabilities, 331, 328>("sanicap", "Sanitize Capabilities")
        /// Host Memory Buffer Minimum Descriptor Entry Size (HMMINDS): in units of 4 KiB.
        public let hostMemoryBufferMinimumDescriptorEntrySize = Field<UInt32, 335, 332>(
            "hmminds", "Host Memory Buffer Minimum Descriptor Entry Size")
        /// Host Memory Maximum Descriptors Entries (HMMAXD).
        public let hostMemoryMaximumDescriptorEntries = Field<UInt16, 337, 336>(
            "hmmaxd", "Host Memory Maximum Descriptors Entries")
        /// NVM Set Identifier Maximum (NSETIDMAX).
        public let nvmSetIdentifierMaximum = Field<UInt16, 339, 338>("nsetidmax", "NVM Set Identifier Maximum")
        /// Endurance Group Identifier Maximum (ENDGIDMAX).
        public let enduranceGroupIdentifierMaximum = Field<UInt16, 341, 340>(
            "endgidmax", "Endurance Group Identifier Maximum")
        /// ANA Transition Time (ANATT): in seconds.
        public let anaTransitionTime = Field<UInt8, 342, 342>("anatt", "ANA Transition Time")
        /// Asymmetric Namespace Access Capabilities (ANACAP).
        public let anaCapabilities = Field<UInt8, 343, 343>("anacap", "Asymmetric Namespace Access Capabilities")
        /// ANA Group Identifier Maximum (ANAGRPMAX).
        public let anaGroupIdentifierMaximum = Field<UInt32, 347, 344>("anagrpmax", "ANA Group Identifier Maximum")
        /// Number of ANA Group Identifiers (NANAGRPID).
        public let numberOfANAGroupIdentifiers = Field<UInt32, 351, 348>("nanagrpid", "Number of ANA Group Identifiers")
        /// Persistent Event Log Size (PELS): in units of 64 KiB.
        public let persistentEventLogSize = Field<UInt32, 355, 352>("pels", "Persistent Event Log Size")
        /// Domain Identifier (DOMAINID).
        public let domainIdentifier = Field<UInt16, 357, 356>("domainid", "Domain Identifier")
        /// Key Per I/O Capabilities (KPIOC).
        public let keyPerIOCapabilities = Field<UInt8, 358, 358>("kpioc", "Key Per I/O Capabilities")
        /// Maximum Processing Time for Firmware Activation Without Reset (MPTFAWR): in units of 100 ms.
        public let maximumProcessingTimeForFirmwareActivationWithoutReset = Field<UInt16, 361, 360>(
            "mptfawr", "Maximum Processing Time for Firmware Activation Without Reset")
        /// Max Endurance Group Capacity (MEGCAP): in bytes.
        public let maximumEnduranceGroupCapacity = Field<UInt128, 383, 368>("megcap", "Max Endurance Group Capacity")
        /// Temperature Threshold Hysteresis Attributes (TMPTHHA).
        public let temperatureThresholdHysteresisAttributes = Field<UInt8, 384, 384>(
            "tmpthha", "Temperature Threshold Hysteresis Attributes")
        /// Maximum Unlimited Power Attributes (MUPA).
        public let maximumUnlimitedPowerAttributes = Field<UInt8, 385, 385>(
            "mupa", "Maximum Unlimited Power Attributes")
        /// Command Quiesce Time (CQT): in milliseconds.
        public let commandQuiesceTime = Field<UInt16, 387, 386>("cqt", "Command Quiesce Time")
        /// Configurable Device Personality Attributes (CDPA).
        public let configurableDevicePersonalityAttributes = Field<UInt16, 389, 388>(
            "cdpa", "Configurable Device Personality Attributes")
        /// Maximum Unlimited Power (MUP).
        public let maximumUnlimitedPower = Field<UInt16, 391, 390>("mup", "Maximum Unlimited Power")
        /// Interval Power Measurement Sample Rate (IPMSR).
        public let intervalPowerMeasurementSampleRate = Field<UInt16, 393, 392>(
            "ipmsr", "Interval Power Measurement Sample Rate")
        /// Maximum Stop Measurement Time (MSMT).
        public let maximumStopMeasurementTime = Field<UInt16, 395, 394>("msmt", "Maximum Stop Measurement Time")
        /// Submission Queue Entry Size (SQES).
        public let submissionQueueEntrySize = Field<QueueEntrySizes, 512, 512>("sqes", "Submission Queue Entry Size")
        /// Completion Queue Entry Size (CQES).
        public let completionQueueEntrySize = Field<QueueEntrySizes, 513, 513>("cqes", "Completion Queue Entry Size")
        /// Maximum Outstanding Commands (MAXCMD).
        public let maximumOutstandingCommands = Field<UInt16, 515, 514>("maxcmd", "Maximum Outstanding Commands")
        /// Number of Namespaces (NN): the largest valid NSID.
        public let numberOfNamespaces = Field<UInt32, 519, 516>("nn", "Number of Namespaces")
        /// Optional NVM Command Support (ONCS).
        public let optionalNVMCommands = Field<OptionalNVMCommands, 521, 520>("oncs", "Optional NVM Command Support")
        /// Fused Operation Support (FUSES).
        public let fusedOperations = Field<FusedOperations, 523, 522>("fuses", "Fused Operation Support")
        /// Format NVM Attributes (FNA).
        public let formatNVMAttributes = Field<FormatNVMAttributes, 524, 524>("fna", "Format NVM Attributes")
        /// Volatile Write Cache (VWC).
        public let volatileWriteCache = Field<VolatileWriteCacheSupport, 525, 525>("vwc", "Volatile Write Cache")
        /// Atomic Write Unit Normal (AWUN): in logical blocks, 0's based.
        public let atomicWriteUnitNormal = Field<UInt16, 527, 526>("awun", "Atomic Write Unit Normal")
        /// Atomic Write Unit Power Fail (AWUPF): in logical blocks, 0's based.
        public let atomicWriteUnitPowerFail = Field<UInt16, 529, 528>("awupf", "Atomic Write Unit Power Fail")
        /// I/O Command Set Vendor Specific Command Configuration (ICSVSCC).
        public let ioCommandSetVendorSpecificCommandConfiguration = Field<UInt8, 530, 530>(
            "icsvscc", "I/O Command Set Vendor Specific Command Configuration")
        /// Namespace Write Protection Capabilities (NWPC).
        public let namespaceWriteProtectionCapabilities = Field<UInt8, 531, 531>(
            "nwpc", "Namespace Write Protection Capabilities")
        /// Atomic Compare & Write Unit (ACWU): in logical blocks, 0's based.
        public let atomicCompareAndWriteUnit = Field<UInt16, 533, 532>("acwu", "Atomic Compare & Write Unit")
        /// Copy Descriptor Formats Supported (OCFS): bit n is format n.
        public let copyDescriptorFormats = Field<UInt16, 535, 534>("ocfs", "Copy Descriptor Formats Supported")
        /// SGL Support (SGLS).
        public let sglSupport = Field<SGLSupport, 539, 536>("sgls", "SGL Support")
        /// Maximum Number of Allowed Namespaces (MNAN).
        public let maximumAllowedNamespaces = Field<UInt32, 543, 540>("mnan", "Maximum Number of Allowed Namespaces")
        /// Maximum Domain Namespace Attachments (MAXDNA).
        public let maximumDomainNamespaceAttachments = Field<UInt128, 559, 544>(
            "maxdna", "Maximum Domain Namespace Attachments")
        /// Maximum I/O Controller Namespace Attachments (MAXCNA).
        public let maximumIOControllerNamespaceAttachments = Field<UInt32, 563, 560>(
            "maxcna", "Maximum I/O Controller Namespace Attachments")
        /// Optimal Aggregated Queue Depth (OAQD).
        public let optimalAggregatedQueueDepth = Field<UInt32, 567, 564>("oaqd", "Optimal Aggregated Queue Depth")
        /// Recommended Host-Initiated Refresh Interval (RHIRI).
        public let recommendedHostInitiatedRefreshInterval = Field<UInt8, 568, 568>(
            "rhiri", "Recommended Host-Initiated Refresh Interval")
        /// Host-Initiated Refresh Time (HIRT).
        public let hostInitiatedRefreshTime = Field<UInt8, 569, 569>("hirt", "Host-Initiated Refresh Time")
        /// Controller Maximum Memory Range Tracking Descriptors (CMMRTD).
        public let controllerMaximumMemoryRangeTrackingDescriptors = Field<UInt16, 571, 570>(
            "cmmrtd", "Controller Maximum Memory Range Tracking Descriptors")
        /// NVM Subsystem Maximum Memory Range Tracking Descriptors (NMMRTD).
        public let nvmSubsystemMaximumMemoryRangeTrackingDescriptors = Field<UInt16, 573, 572>(
            "nmmrtd", "NVM Subsystem Maximum Memory Range Tracking Descriptors")
        /// Minimum Memory Range Tracking Granularity (MINMRTG).
        public let minimumMemoryRangeTrackingGranularity = Field<UInt8, 574, 574>(
            "minmrtg", "Minimum Memory Range Tracking Granularity")
        /// Maximum Memory Range Tracking Granularity (MAXMRTG).
        public let maximumMemoryRangeTrackingGranularity = Field<UInt8, 575, 575>(
            "maxmrtg", "Maximum Memory Range Tracking Granularity")
        /// Tracking Attributes (TRATTR).
        public let trackingAttributes = Field<UInt8, 576, 576>("trattr", "Tracking Attributes")
        /// Maximum Controller User Data Migration Queues (MCUDMQ).
        public let maximumControllerUserDataMigrationQueues = Field<UInt16, 579, 578>(
            "mcudmq", "Maximum Controller User Data Migration Queues")
        /// Maximum NVM Subsystem User Data Migration Queues (MNSUDMQ).
        public let maximumNVMSubsystemUserDataMigrationQueues = Field<UInt16, 581, 580>(
            "mnsudmq", "Maximum NVM Subsystem User Data Migration Queues")
        /// Maximum CDQ Memory Ranges (MCMR).
        public let maximumCDQMemoryRanges = Field<UInt16, 583, 582>("mcmr", "Maximum CDQ Memory Ranges")
        /// NVM Subsystem Maximum CDQ Memory Ranges (NMCMR).
        public let nvmSubsystemMaximumCDQMemoryRanges = Field<UInt16, 585, 584>(
            "nmcmr", "NVM Subsystem Maximum CDQ Memory Ranges")
        /// Maximum Controller Data Queue PRP Count (MCDQPC).
        public let maximumControllerDataQueuePRPCount = Field<UInt16, 587, 586>(
            "mcdqpc", "Maximum Controller Data Queue PRP Count")
        /// NVM Subsystem NVMe Qualified Name (SUBNQN).
        public let nvmSubsystemNQN = Field<QualifiedName, 1023, 768>("subnqn", "NVM Subsystem NVMe Qualified Name")
        /// I/O Queue Command Capsule Supported Size (IOCCSZ): in units of 16 bytes.
        public let ioQueueCommandCapsuleSize = Field<UInt32, 1795, 1792>(
            "ioccsz", "I/O Queue Command Capsule Supported Size")
        /// I/O Queue Response Capsule Supported Size (IORCSZ): in units of 16 bytes.
        public let ioQueueResponseCapsuleSize = Field<UInt32, 1799, 1796>(
            "iorcsz", "I/O Queue Response Capsule Supported Size")
        /// In Capsule Data Offset (ICDOFF): in units of 16 bytes.
        public let inCapsuleDataOffset = Field<UInt16, 1801, 1800>("icdoff", "In Capsule Data Offset")
        /// Fabrics Controller Attributes (FCATT).
        public let fabricsControllerAttributes = Field<UInt8, 1802, 1802>("fcatt", "Fabrics Controller Attributes")
        /// Maximum SGL Data Block Descriptors (MSDBD).
        public let maximumSGLDataBlockDescriptors = Field<UInt8, 1803, 1803>(
            "msdbd", "Maximum SGL Data Block Descriptors")
        /// Optional Fabrics Commands Support (OFCS).
        public let optionalFabricsCommands = Field<UInt16, 1805, 1804>("ofcs", "Optional Fabrics Commands Support")
        /// Discovery Controller Type (DCTYPE).
        public let discoveryControllerType = Field<UInt8, 1806, 1806>("dctype", "Discovery Controller Type")
        /// Cross-Controller Reset Limit (CCRL).
        public let crossControllerResetLimit = Field<UInt8, 1807, 1807>("ccrl", "Cross-Controller Reset Limit")
        /// Power State Descriptors (PSD).
        public let powerStateDescriptors = Field<FieldArray<PowerStateDescriptor>, 3071, 2048>(
            "psd", "Power State Descriptors")
        /// Vendor Specific (VS).
        public let vendorSpecific = Field<[UInt8], 4095, 3072>("vs", "Vendor Specific")
    }
    public static var byteCount: Int { 4096 }
    public var bytes = Self.zeroes
    public init() {}
}
