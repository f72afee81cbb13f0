/// Identify Controller (CNS 01h, NVMe Base 2.3 §5.2.13.2.1).
public struct IdentifyController: SpecStructure {
    public struct Layout: SpecLayout {
        /// PCI Vendor ID (VID).
        public let pciVendorID = Field<UInt16>("vid", at: 0, "PCI Vendor ID")
        /// PCI Subsystem Vendor ID (SSVID).
        public let pciSubsystemVendorID = Field<UInt16>("ssvid", at: 2, "PCI Subsystem Vendor ID")
        /// Serial Number (SN).
        public let serialNumber = Field<ASCIIText>("sn", at: 4, bytes: 20, "Serial Number")
        /// Model Number (MN).
        public let modelNumber = Field<ASCIIText>("mn", at: 24, bytes: 40, "Model Number")
        /// Firmware Revision (FR).
        public let firmwareRevision = Field<ASCIIText>("fr", at: 64, bytes: 8, "Firmware Revision")
        /// Recommended Arbitration Burst (RAB): as a power of two.
        public let recommendedArbitrationBurst = Field<UInt8>("rab", at: 72, "Recommended Arbitration Burst")
        /// IEEE OUI Identifier (IEEE).
        public let ieeeOUI = Field<[UInt8]>("ieee", at: 73, bytes: 3, "IEEE OUI Identifier")
        /// Controller Multi-Path I/O and Namespace Sharing Capabilities (CMIC).
        public let multiPathCapabilities = Field<MultiPathCapabilities>(
            "cmic", at: 76, "Controller Multi-Path I/O and Namespace Sharing Capabilities")
        /// Maximum Data Transfer Size (MDTS): as a power of two of the minimum page size; 0 is no limit.
        public let maximumDataTransferSize = Field<UInt8>("mdts", at: 77, "Maximum Data Transfer Size")
        /// Controller ID (CNTLID).
        public let controllerID = Field<UInt16>("cntlid", at: 78, "Controller ID")
        /// Version (VER).
        public let version = Field<SpecificationVersion>("ver", at: 80, "Version")
        /// RTD3 Resume Latency (RTD3R): in microseconds.
        public let rtd3ResumeLatency = Field<UInt32>("rtd3r", at: 84, "RTD3 Resume Latency")
        /// RTD3 Entry Latency (RTD3E): in microseconds.
        public let rtd3EntryLatency = Field<UInt32>("rtd3e", at: 88, "RTD3 Entry Latency")
        /// Optional Asynchronous Events Supported (OAES).
        public let optionalAsynchronousEvents = Field<OptionalAsynchronousEvents>(
            "oaes", at: 92, "Optional Asynchronous Events Supported")
        /// Controller Attributes (CTRATT).
        public let controllerAttributes = Field<ControllerAttributes>("ctratt", at: 96, "Controller Attributes")
        /// Read Recovery Levels Supported (RRLS).
        public let readRecoveryLevels = Field<UInt16>("rrls", at: 100, "Read Recovery Levels Supported")
        /// Boot Partition Capabilities (BPCAP).
        public let bootPartitionCapabilities = Field<UInt8>("bpcap", at: 102, "Boot Partition Capabilities")
        /// NVM Subsystem Shutdown Latency (NSSL): in microseconds.
        public let nssShutdownLatency = Field<UInt32>("nssl", at: 104, "NVM Subsystem Shutdown Latency")
        /// Power Loss Signaling Information (PLSI).
        public let powerLossSignaling = Field<UInt8>("plsi", at: 110, "Power Loss Signaling Information")
        /// Controller Type (CNTRLTYPE): 1 I/O, 2 discovery, 3 administrative.
        public let controllerType = Field<UInt8>("cntrltype", at: 111, "Controller Type")
        /// FRU Globally Unique Identifier (FGUID).
        public let fruGUID = Field<[UInt8]>("fguid", at: 112, bytes: 16, "FRU Globally Unique Identifier")
        /// Command Retry Delay Time 1 (CRDT1): in units of 100 ms.
        public let commandRetryDelayTime1 = Field<UInt16>("crdt1", at: 128, "Command Retry Delay Time 1")
        /// Command Retry Delay Time 2 (CRDT2): in units of 100 ms.
        public let commandRetryDelayTime2 = Field<UInt16>("crdt2", at: 130, "Command Retry Delay Time 2")
        /// Command Retry Delay Time 3 (CRDT3): in units of 100 ms.
        public let commandRetryDelayTime3 = Field<UInt16>("crdt3", at: 132, "Command Retry Delay Time 3")
        /// Controller Reachability Capabilities (CRCAP).
        public let controllerReachabilityCapabilities = Field<UInt8>(
            "crcap", at: 134, "Controller Reachability Capabilities")
        /// Controller Instance Uniquifier (CIU).
        public let controllerInstanceUniquifier = Field<UInt8>("ciu", at: 135, "Controller Instance Uniquifier")
        /// Controller Instance Random Number (CIRN).
        public let controllerInstanceRandomNumber = Field<UInt64>("cirn", at: 136, "Controller Instance Random Number")
        /// NVM Subsystem Report (NVMSR).
        public let nvmSubsystemReport = Field<UInt8>("nvmsr", at: 253, "NVM Subsystem Report")
        /// VPD Write Cycle Information (VWCI).
        public let vpdWriteCycleInformation = Field<UInt8>("vwci", at: 254, "VPD Write Cycle Information")
        /// Management Endpoint Capabilities (MEC).
        public let managementEndpointCapabilities = Field<UInt8>("mec", at: 255, "Management Endpoint Capabilities")
        /// Optional Admin Command Support (OACS).
        public let optionalAdminCommands = Field<OptionalAdminCommands>(
            "oacs", at: 256, "Optional Admin Command Support")
        /// Abort Command Limit (ACL): 0's based.
        public let abortCommandLimit = Field<UInt8>("acl", at: 258, "Abort Command Limit")
        /// Asynchronous Event Request Limit (AERL): 0's based.
        public let asynchronousEventRequestLimit = Field<UInt8>("aerl", at: 259, "Asynchronous Event Request Limit")
        /// Firmware Updates (FRMW).
        public let firmwareUpdates = Field<FirmwareUpdates>("frmw", at: 260, "Firmware Updates")
        /// Log Page Attributes (LPA).
        public let logPageAttributes = Field<LogPageAttributes>("lpa", at: 261, "Log Page Attributes")
        /// Error Log Page Entries (ELPE): 0's based.
        public let errorLogPageEntries = Field<UInt8>("elpe", at: 262, "Error Log Page Entries")
        /// Number of Power States Support (NPSS): 0's based.
        public let numberOfPowerStates = Field<UInt8>("npss", at: 263, "Number of Power States Support")
        /// Admin Vendor Specific Command Configuration (AVSCC).
        public let adminVendorSpecificCommandConfiguration = Field<UInt8>(
            "avscc", at: 264, "Admin Vendor Specific Command Configuration")
        /// Autonomous Power State Transition Attributes (APSTA).
        public let autonomousPowerStateTransitions = Field<UInt8>(
            "apsta", at: 265, "Autonomous Power State Transition Attributes")
        /// Warning Composite Temperature Threshold (WCTEMP): in kelvins.
        public let warningCompositeTemperatureThreshold = Field<UInt16>(
            "wctemp", at: 266, "Warning Composite Temperature Threshold")
        /// Critical Composite Temperature Threshold (CCTEMP): in kelvins.
        public let criticalCompositeTemperatureThreshold = Field<UInt16>(
            "cctemp", at: 268, "Critical Composite Temperature Threshold")
        /// Maximum Time for Firmware Activation (MTFA): in units of 100 ms.
        public let maximumTimeForFirmwareActivation = Field<UInt16>(
            "mtfa", at: 270, "Maximum Time for Firmware Activation")
        /// Host Memory Buffer Preferred Size (HMPRE): in units of 4 KiB.
        public let hostMemoryBufferPreferredSize = Field<UInt32>("hmpre", at: 272, "Host Memory Buffer Preferred Size")
        /// Host Memory Buffer Minimum Size (HMMIN): in units of 4 KiB.
        public let hostMemoryBufferMinimumSize = Field<UInt32>("hmmin", at: 276, "Host Memory Buffer Minimum Size")
        /// Total NVM Capacity (TNVMCAP): in bytes.
        public let totalNVMCapacity = Field<UInt128>("tnvmcap", at: 280, "Total NVM Capacity")
        /// Unallocated NVM Capacity (UNVMCAP): in bytes.
        public let unallocatedNVMCapacity = Field<UInt128>("unvmcap", at: 296, "Unallocated NVM Capacity")
        /// Replay Protected Memory Block Support (RPMBS).
        public let replayProtectedMemoryBlockSupport = Field<UInt32>(
            "rpmbs", at: 312, "Replay Protected Memory Block Support")
        /// Extended Device Self-test Time (EDSTT): in minutes.
        public let extendedDeviceSelfTestTime = Field<UInt16>("edstt", at: 316, "Extended Device Self-test Time")
        /// Device Self-test Options (DSTO).
        public let deviceSelfTestOptions = Field<UInt8>("dsto", at: 318, "Device Self-test Options")
        /// Firmware Update Granularity (FWUG): in units of 4 KiB; FFh is no restriction.
        public let firmwareUpdateGranularity = Field<UInt8>("fwug", at: 319, "Firmware Update Granularity")
        /// Keep Alive Support (KAS): granularity in units of 100 ms.
        public let keepAliveSupport = Field<UInt16>("kas", at: 320, "Keep Alive Support")
        /// Host Controlled Thermal Management Attributes (HCTMA).
        public let hostControlledThermalManagementAttributes = Field<UInt16>(
            "hctma", at: 322, "Host Controlled Thermal Management Attributes")
        /// Minimum Thermal Management Temperature (MNTMT): in kelvins.
        public let minimumThermalManagementTemperature = Field<UInt16>(
            "mntmt", at: 324, "Minimum Thermal Management Temperature")
        /// Maximum Thermal Management Temperature (MXTMT): in kelvins.
        public let maximumThermalManagementTemperature = Field<UInt16>(
            "mxtmt", at: 326, "Maximum Thermal Management Temperature")
        /// Sanitize Capabilities (SANICAP).
        public let sanitizeCapabilities = Field<SanitizeCapabilities>("sanicap", at: 328, "Sanitize Capabilities")
        /// Host Memory Buffer Minimum Descriptor Entry Size (HMMINDS): in units of 4 KiB.
        public let hostMemoryBufferMinimumDescriptorEntrySize = Field<UInt32>(
            "hmminds", at: 332, "Host Memory Buffer Minimum Descriptor Entry Size")
        /// Host Memory Maximum Descriptors Entries (HMMAXD).
        public let hostMemoryMaximumDescriptorEntries = Field<UInt16>(
            "hmmaxd", at: 336, "Host Memory Maximum Descriptors Entries")
        /// NVM Set Identifier Maximum (NSETIDMAX).
        public let nvmSetIdentifierMaximum = Field<UInt16>("nsetidmax", at: 338, "NVM Set Identifier Maximum")
        /// Endurance Group Identifier Maximum (ENDGIDMAX).
        public let enduranceGroupIdentifierMaximum = Field<UInt16>(
            "endgidmax", at: 340, "Endurance Group Identifier Maximum")
        /// ANA Transition Time (ANATT): in seconds.
        public let anaTransitionTime = Field<UInt8>("anatt", at: 342, "ANA Transition Time")
        /// Asymmetric Namespace Access Capabilities (ANACAP).
        public let anaCapabilities = Field<UInt8>("anacap", at: 343, "Asymmetric Namespace Access Capabilities")
        /// ANA Group Identifier Maximum (ANAGRPMAX).
        public let anaGroupIdentifierMaximum = Field<UInt32>("anagrpmax", at: 344, "ANA Group Identifier Maximum")
        /// Number of ANA Group Identifiers (NANAGRPID).
        public let numberOfANAGroupIdentifiers = Field<UInt32>("nanagrpid", at: 348, "Number of ANA Group Identifiers")
        /// Persistent Event Log Size (PELS): in units of 64 KiB.
        public let persistentEventLogSize = Field<UInt32>("pels", at: 352, "Persistent Event Log Size")
        /// Domain Identifier (DOMAINID).
        public let domainIdentifier = Field<UInt16>("domainid", at: 356, "Domain Identifier")
        /// Key Per I/O Capabilities (KPIOC).
        public let keyPerIOCapabilities = Field<UInt8>("kpioc", at: 358, "Key Per I/O Capabilities")
        /// Maximum Processing Time for Firmware Activation Without Reset (MPTFAWR): in units of 100 ms.
        public let maximumProcessingTimeForFirmwareActivationWithoutReset = Field<UInt16>(
            "mptfawr", at: 360, "Maximum Processing Time for Firmware Activation Without Reset")
        /// Max Endurance Group Capacity (MEGCAP): in bytes.
        public let maximumEnduranceGroupCapacity = Field<UInt128>("megcap", at: 368, "Max Endurance Group Capacity")
        /// Temperature Threshold Hysteresis Attributes (TMPTHHA).
        public let temperatureThresholdHysteresisAttributes = Field<UInt8>(
            "tmpthha", at: 384, "Temperature Threshold Hysteresis Attributes")
        /// Maximum Unlimited Power Attributes (MUPA).
        public let maximumUnlimitedPowerAttributes = Field<UInt8>("mupa", at: 385, "Maximum Unlimited Power Attributes")
        /// Command Quiesce Time (CQT): in milliseconds.
        public let commandQuiesceTime = Field<UInt16>("cqt", at: 386, "Command Quiesce Time")
        /// Configurable Device Personality Attributes (CDPA).
        public let configurableDevicePersonalityAttributes = Field<UInt16>(
            "cdpa", at: 388, "Configurable Device Personality Attributes")
        /// Maximum Unlimited Power (MUP).
        public let maximumUnlimitedPower = Field<UInt16>("mup", at: 390, "Maximum Unlimited Power")
        /// Interval Power Measurement Sample Rate (IPMSR).
        public let intervalPowerMeasurementSampleRate = Field<UInt16>(
            "ipmsr", at: 392, "Interval Power Measurement Sample Rate")
        /// Maximum Stop Measurement Time (MSMT).
        public let maximumStopMeasurementTime = Field<UInt16>("msmt", at: 394, "Maximum Stop Measurement Time")
        /// Submission Queue Entry Size (SQES).
        public let submissionQueueEntrySize = Field<QueueEntrySizes>("sqes", at: 512, "Submission Queue Entry Size")
        /// Completion Queue Entry Size (CQES).
        public let completionQueueEntrySize = Field<QueueEntrySizes>("cqes", at: 513, "Completion Queue Entry Size")
        /// Maximum Outstanding Commands (MAXCMD).
        public let maximumOutstandingCommands = Field<UInt16>("maxcmd", at: 514, "Maximum Outstanding Commands")
        /// Number of Namespaces (NN): the largest valid NSID.
        public let numberOfNamespaces = Field<UInt32>("nn", at: 516, "Number of Namespaces")
        /// Optional NVM Command Support (ONCS).
        public let optionalNVMCommands = Field<OptionalNVMCommands>("oncs", at: 520, "Optional NVM Command Support")
        /// Fused Operation Support (FUSES).
        public let fusedOperations = Field<FusedOperations>("fuses", at: 522, "Fused Operation Support")
        /// Format NVM Attributes (FNA).
        public let formatNVMAttributes = Field<FormatNVMAttributes>("fna", at: 524, "Format NVM Attributes")
        /// Volatile Write Cache (VWC).
        public let volatileWriteCache = Field<VolatileWriteCacheSupport>("vwc", at: 525, "Volatile Write Cache")
        /// Atomic Write Unit Normal (AWUN): in logical blocks, 0's based.
        public let atomicWriteUnitNormal = Field<UInt16>("awun", at: 526, "Atomic Write Unit Normal")
        /// Atomic Write Unit Power Fail (AWUPF): in logical blocks, 0's based.
        public let atomicWriteUnitPowerFail = Field<UInt16>("awupf", at: 528, "Atomic Write Unit Power Fail")
        /// I/O Command Set Vendor Specific Command Configuration (ICSVSCC).
        public let ioCommandSetVendorSpecificCommandConfiguration = Field<UInt8>(
            "icsvscc", at: 530, "I/O Command Set Vendor Specific Command Configuration")
        /// Namespace Write Protection Capabilities (NWPC).
        public let namespaceWriteProtectionCapabilities = Field<UInt8>(
            "nwpc", at: 531, "Namespace Write Protection Capabilities")
        /// Atomic Compare & Write Unit (ACWU): in logical blocks, 0's based.
        public let atomicCompareAndWriteUnit = Field<UInt16>("acwu", at: 532, "Atomic Compare & Write Unit")
        /// Copy Descriptor Formats Supported (OCFS): bit n is format n.
        public let copyDescriptorFormats = Field<UInt16>("ocfs", at: 534, "Copy Descriptor Formats Supported")
        /// SGL Support (SGLS).
        public let sglSupport = Field<SGLSupport>("sgls", at: 536, "SGL Support")
        /// Maximum Number of Allowed Namespaces (MNAN).
        public let maximumAllowedNamespaces = Field<UInt32>("mnan", at: 540, "Maximum Number of Allowed Namespaces")
        /// Maximum Domain Namespace Attachments (MAXDNA).
        public let maximumDomainNamespaceAttachments = Field<UInt128>(
            "maxdna", at: 544, "Maximum Domain Namespace Attachments")
        /// Maximum I/O Controller Namespace Attachments (MAXCNA).
        public let maximumIOControllerNamespaceAttachments = Field<UInt32>(
            "maxcna", at: 560, "Maximum I/O Controller Namespace Attachments")
        /// Optimal Aggregated Queue Depth (OAQD).
        public let optimalAggregatedQueueDepth = Field<UInt32>("oaqd", at: 564, "Optimal Aggregated Queue Depth")
        /// Recommended Host-Initiated Refresh Interval (RHIRI).
        public let recommendedHostInitiatedRefreshInterval = Field<UInt8>(
            "rhiri", at: 568, "Recommended Host-Initiated Refresh Interval")
        /// Host-Initiated Refresh Time (HIRT).
        public let hostInitiatedRefreshTime = Field<UInt8>("hirt", at: 569, "Host-Initiated Refresh Time")
        /// Controller Maximum Memory Range Tracking Descriptors (CMMRTD).
        public let controllerMaximumMemoryRangeTrackingDescriptors = Field<UInt16>(
            "cmmrtd", at: 570, "Controller Maximum Memory Range Tracking Descriptors")
        /// NVM Subsystem Maximum Memory Range Tracking Descriptors (NMMRTD).
        public let nvmSubsystemMaximumMemoryRangeTrackingDescriptors = Field<UInt16>(
            "nmmrtd", at: 572, "NVM Subsystem Maximum Memory Range Tracking Descriptors")
        /// Minimum Memory Range Tracking Granularity (MINMRTG).
        public let minimumMemoryRangeTrackingGranularity = Field<UInt8>(
            "minmrtg", at: 574, "Minimum Memory Range Tracking Granularity")
        /// Maximum Memory Range Tracking Granularity (MAXMRTG).
        public let maximumMemoryRangeTrackingGranularity = Field<UInt8>(
            "maxmrtg", at: 575, "Maximum Memory Range Tracking Granularity")
        /// Tracking Attributes (TRATTR).
        public let trackingAttributes = Field<UInt8>("trattr", at: 576, "Tracking Attributes")
        /// Maximum Controller User Data Migration Queues (MCUDMQ).
        public let maximumControllerUserDataMigrationQueues = Field<UInt16>(
            "mcudmq", at: 578, "Maximum Controller User Data Migration Queues")
        /// Maximum NVM Subsystem User Data Migration Queues (MNSUDMQ).
        public let maximumNVMSubsystemUserDataMigrationQueues = Field<UInt16>(
            "mnsudmq", at: 580, "Maximum NVM Subsystem User Data Migration Queues")
        /// Maximum CDQ Memory Ranges (MCMR).
        public let maximumCDQMemoryRanges = Field<UInt16>("mcmr", at: 582, "Maximum CDQ Memory Ranges")
        /// NVM Subsystem Maximum CDQ Memory Ranges (NMCMR).
        public let nvmSubsystemMaximumCDQMemoryRanges = Field<UInt16>(
            "nmcmr", at: 584, "NVM Subsystem Maximum CDQ Memory Ranges")
        /// Maximum Controller Data Queue PRP Count (MCDQPC).
        public let maximumControllerDataQueuePRPCount = Field<UInt16>(
            "mcdqpc", at: 586, "Maximum Controller Data Queue PRP Count")
        /// NVM Subsystem NVMe Qualified Name (SUBNQN).
        public let nvmSubsystemNQN = Field<ASCIIText>(
            "subnqn", at: 768, bytes: 256, "NVM Subsystem NVMe Qualified Name")
        /// I/O Queue Command Capsule Supported Size (IOCCSZ): in units of 16 bytes.
        public let ioQueueCommandCapsuleSize = Field<UInt32>(
            "ioccsz", at: 1792, "I/O Queue Command Capsule Supported Size")
        /// I/O Queue Response Capsule Supported Size (IORCSZ): in units of 16 bytes.
        public let ioQueueResponseCapsuleSize = Field<UInt32>(
            "iorcsz", at: 1796, "I/O Queue Response Capsule Supported Size")
        /// In Capsule Data Offset (ICDOFF): in units of 16 bytes.
        public let inCapsuleDataOffset = Field<UInt16>("icdoff", at: 1800, "In Capsule Data Offset")
        /// Fabrics Controller Attributes (FCATT).
        public let fabricsControllerAttributes = Field<UInt8>("fcatt", at: 1802, "Fabrics Controller Attributes")
        /// Maximum SGL Data Block Descriptors (MSDBD).
        public let maximumSGLDataBlockDescriptors = Field<UInt8>(
            "msdbd", at: 1803, "Maximum SGL Data Block Descriptors")
        /// Optional Fabrics Commands Support (OFCS).
        public let optionalFabricsCommands = Field<UInt16>("ofcs", at: 1804, "Optional Fabrics Commands Support")
        /// Discovery Controller Type (DCTYPE).
        public let discoveryControllerType = Field<UInt8>("dctype", at: 1806, "Discovery Controller Type")
        /// Cross-Controller Reset Limit (CCRL).
        public let crossControllerResetLimit = Field<UInt8>("ccrl", at: 1807, "Cross-Controller Reset Limit")
        /// Power State Descriptors (PSD).
        public let powerStateDescriptors = Field<FieldArray<PowerStateDescriptor>>(
            "psd", at: 2048, count: 32, "Power State Descriptors")
        /// Vendor Specific (VS).
        public let vendorSpecific = Field<[UInt8]>("vs", at: 3072, bytes: 1024, "Vendor Specific")

        public init() {}
    }

    public static let layout = LayoutTable<Layout>()
    public static var byteCount: Int { 4096 }
    public var bytes = [UInt8](repeating: 0, count: 4096)
    public init(zeroed: Void) {}
}
