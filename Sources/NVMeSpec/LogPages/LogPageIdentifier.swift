/// Log page identifier (LID, NVMe Base 2.3 §5.2.12.1).
public struct LogPageIdentifier: NamedValue {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Supported Log Pages.
    @inlinable public static var supportedLogPages: Self { Self(rawValue: 0x00) }

    /// Error Information.
    @inlinable public static var errorInformation: Self { Self(rawValue: 0x01) }

    /// SMART / Health Information.
    @inlinable public static var smart: Self { Self(rawValue: 0x02) }

    /// Firmware Slot Information.
    @inlinable public static var firmwareSlot: Self { Self(rawValue: 0x03) }

    /// Changed Attached Namespace List.
    @inlinable public static var changedAttachedNamespaceList: Self { Self(rawValue: 0x04) }

    /// Commands Supported and Effects.
    @inlinable public static var commandsSupportedAndEffects: Self { Self(rawValue: 0x05) }

    /// Device Self-test.
    @inlinable public static var deviceSelfTest: Self { Self(rawValue: 0x06) }

    /// Telemetry Host-Initiated.
    @inlinable public static var telemetryHostInitiated: Self { Self(rawValue: 0x07) }

    /// Telemetry Controller-Initiated.
    @inlinable public static var telemetryControllerInitiated: Self { Self(rawValue: 0x08) }

    /// Endurance Group Information.
    @inlinable public static var enduranceGroupInformation: Self { Self(rawValue: 0x09) }

    /// Predictable Latency Per NVM Set.
    @inlinable public static var predictableLatencyPerNVMSet: Self { Self(rawValue: 0x0A) }

    /// Predictable Latency Event Aggregate.
    @inlinable public static var predictableLatencyEventAggregate: Self { Self(rawValue: 0x0B) }

    /// Asymmetric Namespace Access.
    @inlinable public static var asymmetricNamespaceAccess: Self { Self(rawValue: 0x0C) }

    /// Persistent Event Log.
    @inlinable public static var persistentEvent: Self { Self(rawValue: 0x0D) }

    /// LBA Status Information.
    @inlinable public static var lbaStatusInformation: Self { Self(rawValue: 0x0E) }

    /// Endurance Group Event Aggregate.
    @inlinable public static var enduranceGroupEventAggregate: Self { Self(rawValue: 0x0F) }

    /// Media Unit Status.
    @inlinable public static var mediaUnitStatus: Self { Self(rawValue: 0x10) }

    /// Supported Capacity Configuration List.
    @inlinable public static var supportedCapacityConfigurationList: Self { Self(rawValue: 0x11) }

    /// Feature Identifiers Supported and Effects.
    @inlinable public static var featureIdentifiersSupportedAndEffects: Self { Self(rawValue: 0x12) }

    /// NVMe-MI Commands Supported and Effects.
    @inlinable public static var nvmeMICommandsSupportedAndEffects: Self { Self(rawValue: 0x13) }

    /// Command and Feature Lockdown.
    @inlinable public static var commandAndFeatureLockdown: Self { Self(rawValue: 0x14) }

    /// Boot Partition.
    @inlinable public static var bootPartition: Self { Self(rawValue: 0x15) }

    /// Rotational Media Information.
    @inlinable public static var rotationalMediaInformation: Self { Self(rawValue: 0x16) }

    /// Dispersed Namespace Participating NVM Subsystems.
    @inlinable public static var dispersedNamespaceParticipatingNVMSubsystems: Self { Self(rawValue: 0x17) }

    /// Management Address List.
    @inlinable public static var managementAddressList: Self { Self(rawValue: 0x18) }

    /// Physical Interface Receiver Eye Opening Measurement.
    @inlinable public static var receiverEyeOpeningMeasurement: Self { Self(rawValue: 0x19) }

    /// Reachability Groups.
    @inlinable public static var reachabilityGroups: Self { Self(rawValue: 0x1A) }

    /// Reachability Associations.
    @inlinable public static var reachabilityAssociations: Self { Self(rawValue: 0x1B) }

    /// Changed Allocated Namespace List.
    @inlinable public static var changedAllocatedNamespaceList: Self { Self(rawValue: 0x1C) }

    /// Device Personalities.
    @inlinable public static var devicePersonalities: Self { Self(rawValue: 0x1D) }

    /// Cross-Controller Reset.
    @inlinable public static var crossControllerReset: Self { Self(rawValue: 0x1E) }

    /// Lost Host Communication.
    @inlinable public static var lostHostCommunication: Self { Self(rawValue: 0x1F) }

    /// FDP Configurations.
    @inlinable public static var fdpConfigurations: Self { Self(rawValue: 0x20) }

    /// Reclaim Unit Handle Usage.
    @inlinable public static var reclaimUnitHandleUsage: Self { Self(rawValue: 0x21) }

    /// FDP Statistics.
    @inlinable public static var fdpStatistics: Self { Self(rawValue: 0x22) }

    /// FDP Events.
    @inlinable public static var fdpEvents: Self { Self(rawValue: 0x23) }

    /// Power Measurement.
    @inlinable public static var powerMeasurement: Self { Self(rawValue: 0x25) }

    /// Discovery.
    @inlinable public static var discovery: Self { Self(rawValue: 0x70) }

    /// Host Discovery.
    @inlinable public static var hostDiscovery: Self { Self(rawValue: 0x71) }

    /// AVE Discovery.
    @inlinable public static var aveDiscovery: Self { Self(rawValue: 0x72) }

    /// Pull Model DDC Request.
    @inlinable public static var pullModelDDCRequest: Self { Self(rawValue: 0x73) }

    /// Sanitize Namespace Status List.
    @inlinable public static var sanitizeNamespaceStatusList: Self { Self(rawValue: 0x7F) }

    /// Reservation Notification.
    @inlinable public static var reservationNotification: Self { Self(rawValue: 0x80) }

    /// Sanitize Status.
    @inlinable public static var sanitizeStatus: Self { Self(rawValue: 0x81) }

    /// Changed Zone List.
    @inlinable public static var changedZoneList: Self { Self(rawValue: 0xBF) }

    public static let table: [(value: Self, name: String)] = [
        (.supportedLogPages, "Supported Log Pages"),
        (.errorInformation, "Error Information"),
        (.smart, "SMART / Health Information"),
        (.firmwareSlot, "Firmware Slot Information"),
        (.changedAttachedNamespaceList, "Changed Attached Namespace List"),
        (.commandsSupportedAndEffects, "Commands Supported and Effects"),
        (.deviceSelfTest, "Device Self-test"),
        (.telemetryHostInitiated, "Telemetry Host-Initiated"),
        (.telemetryControllerInitiated, "Telemetry Controller-Initiated"),
        (.enduranceGroupInformation, "Endurance Group Information"),
        (.predictableLatencyPerNVMSet, "Predictable Latency Per NVM Set"),
        (.predictableLatencyEventAggregate, "Predictable Latency Event Aggregate"),
        (.asymmetricNamespaceAccess, "Asymmetric Namespace Access"),
        (.persistentEvent, "Persistent Event Log"),
        (.lbaStatusInformation, "LBA Status Information"),
        (.enduranceGroupEventAggregate, "Endurance Group Event Aggregate"),
        (.mediaUnitStatus, "Media Unit Status"),
        (.supportedCapacityConfigurationList, "Supported Capacity Configuration List"),
        (.featureIdentifiersSupportedAndEffects, "Feature Identifiers Supported and Effects"),
        (.nvmeMICommandsSupportedAndEffects, "NVMe-MI Commands Supported and Effects"),
        (.commandAndFeatureLockdown, "Command and Feature Lockdown"),
        (.bootPartition, "Boot Partition"),
        (.rotationalMediaInformation, "Rotational Media Information"),
        (.dispersedNamespaceParticipatingNVMSubsystems, "Dispersed Namespace Participating NVM Subsystems"),
        (.managementAddressList, "Management Address List"),
        (.receiverEyeOpeningMeasurement, "Physical Interface Receiver Eye Opening Measurement"),
        (.reachabilityGroups, "Reachability Groups"),
        (.reachabilityAssociations, "Reachability Associations"),
        (.changedAllocatedNamespaceList, "Changed Allocated Namespace List"),
        (.devicePersonalities, "Device Personalities"),
        (.crossControllerReset, "Cross-Controller Reset"),
        (.lostHostCommunication, "Lost Host Communication"),
        (.fdpConfigurations, "FDP Configurations"),
        (.reclaimUnitHandleUsage, "Reclaim Unit Handle Usage"),
        (.fdpStatistics, "FDP Statistics"),
        (.fdpEvents, "FDP Events"),
        (.powerMeasurement, "Power Measurement"),
        (.discovery, "Discovery"),
        (.hostDiscovery, "Host Discovery"),
        (.aveDiscovery, "AVE Discovery"),
        (.pullModelDDCRequest, "Pull Model DDC Request"),
        (.sanitizeNamespaceStatusList, "Sanitize Namespace Status List"),
        (.reservationNotification, "Reservation Notification"),
        (.sanitizeStatus, "Sanitize Status"),
        (.changedZoneList, "Changed Zone List"),
    ]
}
