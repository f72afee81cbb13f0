/// Log page identifier (LID, NVMe Base 2.3 §5.2.12.1).
public struct LogPageIdentifier: NamedValue {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }
    public static let table: [Row] = [
        .supportedLogPages, .errorInformation, .smart, .firmwareSlot, .changedAttachedNamespaceList,
        .commandsSupportedAndEffects, .deviceSelfTest, .telemetryHostInitiated, .telemetryControllerInitiated,
        .enduranceGroupInformation, .predictableLatencyPerNVMSet, .predictableLatencyEventAggregate,
        .asymmetricNamespaceAccess, .persistentEvent, .lbaStatusInformation, .enduranceGroupEventAggregate,
        .mediaUnitStatus, .supportedCapacityConfigurationList, .featureIdentifiersSupportedAndEffects,
        .nvmeMICommandsSupportedAndEffects, .commandAndFeatureLockdown, .bootPartition, .rotationalMediaInformation,
        .dispersedNamespaceParticipatingNVMSubsystems, .managementAddressList, .receiverEyeOpeningMeasurement,
        .reachabilityGroups, .reachabilityAssociations, .changedAllocatedNamespaceList, .devicePersonalities,
        .crossControllerReset, .lostHostCommunication, .fdpConfigurations, .reclaimUnitHandleUsage, .fdpStatistics,
        .fdpEvents, .powerMeasurement, .discovery, .hostDiscovery, .aveDiscovery, .pullModelDDCRequest,
        .sanitizeNamespaceStatusList, .reservationNotification, .sanitizeStatus, .changedZoneList,
    ]
}

extension NamesOf<LogPageIdentifier> {
    /// Supported Log Pages.
    @inlinable public static var supportedLogPages: Self { Self(0x00, "Supported Log Pages") }
    /// Error Information.
    @inlinable public static var errorInformation: Self { Self(0x01, "Error Information") }
    /// SMART / Health Information.
    @inlinable public static var smart: Self { Self(0x02, "SMART / Health Information") }
    /// Firmware Slot Information.
    @inlinable public static var firmwareSlot: Self { Self(0x03, "Firmware Slot Information") }
    /// Changed Attached Namespace List.
    @inlinable public static var changedAttachedNamespaceList: Self { Self(0x04, "Changed Attached Namespace List") }
    /// Commands Supported and Effects.
    @inlinable public static var commandsSupportedAndEffects: Self { Self(0x05, "Commands Supported and Effects") }
    /// Device Self-test.
    @inlinable public static var deviceSelfTest: Self { Self(0x06, "Device Self-test") }
    /// Telemetry Host-Initiated.
    @inlinable public static var telemetryHostInitiated: Self { Self(0x07, "Telemetry Host-Initiated") }
    /// Telemetry Controller-Initiated.
    @inlinable public static var telemetryControllerInitiated: Self { Self(0x08, "Telemetry Controller-Initiated") }
    /// Endurance Group Information.
    @inlinable public static var enduranceGroupInformation: Self { Self(0x09, "Endurance Group Information") }
    /// Predictable Latency Per NVM Set.
    @inlinable public static var predictableLatencyPerNVMSet: Self { Self(0x0A, "Predictable Latency Per NVM Set") }
    /// Predictable Latency Event Aggregate.
    @inlinable public static var predictableLatencyEventAggregate: Self {
        Self(0x0B, "Predictable Latency Event Aggregate")
    }
    /// Asymmetric Namespace Access.
    @inlinable public static var asymmetricNamespaceAccess: Self { Self(0x0C, "Asymmetric Namespace Access") }
    /// Persistent Event Log.
    @inlinable public static var persistentEvent: Self { Self(0x0D, "Persistent Event Log") }
    /// LBA Status Information.
    @inlinable public static var lbaStatusInformation: Self { Self(0x0E, "LBA Status Information") }
    /// Endurance Group Event Aggregate.
    @inlinable public static var enduranceGroupEventAggregate: Self { Self(0x0F, "Endurance Group Event Aggregate") }
    /// Media Unit Status.
    @inlinable public static var mediaUnitStatus: Self { Self(0x10, "Media Unit Status") }
    /// Supported Capacity Configuration List.
    @inlinable public static var supportedCapacityConfigurationList: Self {
        Self(0x11, "Supported Capacity Configuration List")
    }
    /// Feature Identifiers Supported and Effects.
    @inlinable public static var featureIdentifiersSupportedAndEffects: Self {
        Self(0x12, "Feature Identifiers Supported and Effects")
    }
    /// NVMe-MI Commands Supported and Effects.
    @inlinable public static var nvmeMICommandsSupportedAndEffects: Self {
        Self(0x13, "NVMe-MI Commands Supported and Effects")
    }
    /// Command and Feature Lockdown.
    @inlinable public static var commandAndFeatureLockdown: Self { Self(0x14, "Command and Feature Lockdown") }
    /// Boot Partition.
    @inlinable public static var bootPartition: Self { Self(0x15, "Boot Partition") }
    /// Rotational Media Information.
    @inlinable public static var rotationalMediaInformation: Self { Self(0x16, "Rotational Media Information") }
    /// Dispersed Namespace Participating NVM Subsystems.
    @inlinable public static var dispersedNamespaceParticipatingNVMSubsystems: Self {
        Self(0x17, "Dispersed Namespace Participating NVM Subsystems")
    }
    /// Management Address List.
    @inlinable public static var managementAddressList: Self { Self(0x18, "Management Address List") }
    /// Physical Interface Receiver Eye Opening Measurement.
    @inlinable public static var receiverEyeOpeningMeasurement: Self {
        Self(0x19, "Physical Interface Receiver Eye Opening Measurement")
    }
    /// Reachability Groups.
    @inlinable public static var reachabilityGroups: Self { Self(0x1A, "Reachability Groups") }
    /// Reachability Associations.
    @inlinable public static var reachabilityAssociations: Self { Self(0x1B, "Reachability Associations") }
    /// Changed Allocated Namespace List.
    @inlinable public static var changedAllocatedNamespaceList: Self { Self(0x1C, "Changed Allocated Namespace List") }
    /// Device Personalities.
    @inlinable public static var devicePersonalities: Self { Self(0x1D, "Device Personalities") }
    /// Cross-Controller Reset.
    @inlinable public static var crossControllerReset: Self { Self(0x1E, "Cross-Controller Reset") }
    /// Lost Host Communication.
    @inlinable public static var lostHostCommunication: Self { Self(0x1F, "Lost Host Communication") }
    /// FDP Configurations.
    @inlinable public static var fdpConfigurations: Self { Self(0x20, "FDP Configurations") }
    /// Reclaim Unit Handle Usage.
    @inlinable public static var reclaimUnitHandleUsage: Self { Self(0x21, "Reclaim Unit Handle Usage") }
    /// FDP Statistics.
    @inlinable public static var fdpStatistics: Self { Self(0x22, "FDP Statistics") }
    /// FDP Events.
    @inlinable public static var fdpEvents: Self { Self(0x23, "FDP Events") }
    /// Power Measurement.
    @inlinable public static var powerMeasurement: Self { Self(0x25, "Power Measurement") }
    /// Discovery.
    @inlinable public static var discovery: Self { Self(0x70, "Discovery") }
    /// Host Discovery.
    @inlinable public static var hostDiscovery: Self { Self(0x71, "Host Discovery") }
    /// AVE Discovery.
    @inlinable public static var aveDiscovery: Self { Self(0x72, "AVE Discovery") }
    /// Pull Model DDC Request.
    @inlinable public static var pullModelDDCRequest: Self { Self(0x73, "Pull Model DDC Request") }
    /// Sanitize Namespace Status List.
    @inlinable public static var sanitizeNamespaceStatusList: Self { Self(0x7F, "Sanitize Namespace Status List") }
    /// Reservation Notification.
    @inlinable public static var reservationNotification: Self { Self(0x80, "Reservation Notification") }
    /// Sanitize Status.
    @inlinable public static var sanitizeStatus: Self { Self(0x81, "Sanitize Status") }
    /// Changed Zone List.
    @inlinable public static var changedZoneList: Self { Self(0xBF, "Changed Zone List") }
}
