/// Feature identifier (FID, NVMe Base 2.3 §5.2.26.1).
public struct FeatureIdentifier: NamedValue {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Arbitration.
    @inlinable public static var arbitration: Self { Self(rawValue: 0x01) }

    /// Power Management.
    @inlinable public static var powerManagement: Self { Self(rawValue: 0x02) }

    /// LBA Range Type.
    @inlinable public static var lbaRangeType: Self { Self(rawValue: 0x03) }

    /// Temperature Threshold.
    @inlinable public static var temperatureThreshold: Self { Self(rawValue: 0x04) }

    /// Error Recovery.
    @inlinable public static var errorRecovery: Self { Self(rawValue: 0x05) }

    /// Volatile Write Cache.
    @inlinable public static var volatileWriteCache: Self { Self(rawValue: 0x06) }

    /// Number of Queues.
    @inlinable public static var numberOfQueues: Self { Self(rawValue: 0x07) }

    /// Interrupt Coalescing.
    @inlinable public static var interruptCoalescing: Self { Self(rawValue: 0x08) }

    /// Interrupt Vector Configuration.
    @inlinable public static var interruptVectorConfiguration: Self { Self(rawValue: 0x09) }

    /// Write Atomicity Normal.
    @inlinable public static var writeAtomicityNormal: Self { Self(rawValue: 0x0A) }

    /// Asynchronous Event Configuration.
    @inlinable public static var asynchronousEventConfiguration: Self { Self(rawValue: 0x0B) }

    /// Autonomous Power State Transition.
    @inlinable public static var autonomousPowerStateTransition: Self { Self(rawValue: 0x0C) }

    /// Host Memory Buffer.
    @inlinable public static var hostMemoryBuffer: Self { Self(rawValue: 0x0D) }

    /// Timestamp.
    @inlinable public static var timestamp: Self { Self(rawValue: 0x0E) }

    /// Keep Alive Timer.
    @inlinable public static var keepAliveTimer: Self { Self(rawValue: 0x0F) }

    /// Host Controlled Thermal Management.
    @inlinable public static var hostControlledThermalManagement: Self { Self(rawValue: 0x10) }

    /// Non-Operational Power State Config.
    @inlinable public static var nonOperationalPowerStateConfig: Self { Self(rawValue: 0x11) }

    /// Read Recovery Level Config.
    @inlinable public static var readRecoveryLevelConfig: Self { Self(rawValue: 0x12) }

    /// Predictable Latency Mode Config.
    @inlinable public static var predictableLatencyModeConfig: Self { Self(rawValue: 0x13) }

    /// Predictable Latency Mode Window.
    @inlinable public static var predictableLatencyModeWindow: Self { Self(rawValue: 0x14) }

    /// LBA Status Information Report Interval.
    @inlinable public static var lbaStatusInformationReportInterval: Self { Self(rawValue: 0x15) }

    /// Host Behavior Support.
    @inlinable public static var hostBehaviorSupport: Self { Self(rawValue: 0x16) }

    /// Sanitize Config.
    @inlinable public static var sanitizeConfig: Self { Self(rawValue: 0x17) }

    /// Endurance Group Event Configuration.
    @inlinable public static var enduranceGroupEventConfiguration: Self { Self(rawValue: 0x18) }

    /// I/O Command Set Profile.
    @inlinable public static var ioCommandSetProfile: Self { Self(rawValue: 0x19) }

    /// Spinup Control.
    @inlinable public static var spinupControl: Self { Self(rawValue: 0x1A) }

    /// Power Loss Signaling Config.
    @inlinable public static var powerLossSignalingConfig: Self { Self(rawValue: 0x1B) }

    /// Performance Characteristics.
    @inlinable public static var performanceCharacteristics: Self { Self(rawValue: 0x1C) }

    /// Flexible Data Placement.
    @inlinable public static var flexibleDataPlacement: Self { Self(rawValue: 0x1D) }

    /// Flexible Data Placement Events.
    @inlinable public static var flexibleDataPlacementEvents: Self { Self(rawValue: 0x1E) }

    /// Namespace Admin Label.
    @inlinable public static var namespaceAdminLabel: Self { Self(rawValue: 0x1F) }

    /// Key Value Configuration.
    @inlinable public static var keyValueConfiguration: Self { Self(rawValue: 0x20) }

    /// Controller Data Queue.
    @inlinable public static var controllerDataQueue: Self { Self(rawValue: 0x21) }

    /// Configurable Device Personality.
    @inlinable public static var configurableDevicePersonality: Self { Self(rawValue: 0x22) }

    /// Power Limit.
    @inlinable public static var powerLimit: Self { Self(rawValue: 0x23) }

    /// Power Threshold.
    @inlinable public static var powerThreshold: Self { Self(rawValue: 0x24) }

    /// Power Measurement.
    @inlinable public static var powerMeasurement: Self { Self(rawValue: 0x25) }

    /// Embedded Management Controller Address.
    @inlinable public static var embeddedManagementControllerAddress: Self { Self(rawValue: 0x78) }

    /// Host Management Agent Address.
    @inlinable public static var hostManagementAgentAddress: Self { Self(rawValue: 0x79) }

    /// Enhanced Controller Metadata.
    @inlinable public static var enhancedControllerMetadata: Self { Self(rawValue: 0x7D) }

    /// Controller Metadata.
    @inlinable public static var controllerMetadata: Self { Self(rawValue: 0x7E) }

    /// Namespace Metadata.
    @inlinable public static var namespaceMetadata: Self { Self(rawValue: 0x7F) }

    /// Software Progress Marker.
    @inlinable public static var softwareProgressMarker: Self { Self(rawValue: 0x80) }

    /// Host Identifier.
    @inlinable public static var hostIdentifier: Self { Self(rawValue: 0x81) }

    /// Reservation Notification Mask.
    @inlinable public static var reservationNotificationMask: Self { Self(rawValue: 0x82) }

    /// Reservation Persistence.
    @inlinable public static var reservationPersistence: Self { Self(rawValue: 0x83) }

    /// Namespace Write Protection Config.
    @inlinable public static var namespaceWriteProtection: Self { Self(rawValue: 0x84) }

    /// Boot Partition Write Protection Config.
    @inlinable public static var bootPartitionWriteProtection: Self { Self(rawValue: 0x85) }

    public static let table: [(value: Self, name: String)] = [
        (.arbitration, "Arbitration"),
        (.powerManagement, "Power Management"),
        (.lbaRangeType, "LBA Range Type"),
        (.temperatureThreshold, "Temperature Threshold"),
        (.errorRecovery, "Error Recovery"),
        (.volatileWriteCache, "Volatile Write Cache"),
        (.numberOfQueues, "Number of Queues"),
        (.interruptCoalescing, "Interrupt Coalescing"),
        (.interruptVectorConfiguration, "Interrupt Vector Configuration"),
        (.writeAtomicityNormal, "Write Atomicity Normal"),
        (.asynchronousEventConfiguration, "Asynchronous Event Configuration"),
        (.autonomousPowerStateTransition, "Autonomous Power State Transition"),
        (.hostMemoryBuffer, "Host Memory Buffer"),
        (.timestamp, "Timestamp"),
        (.keepAliveTimer, "Keep Alive Timer"),
        (.hostControlledThermalManagement, "Host Controlled Thermal Management"),
        (.nonOperationalPowerStateConfig, "Non-Operational Power State Config"),
        (.readRecoveryLevelConfig, "Read Recovery Level Config"),
        (.predictableLatencyModeConfig, "Predictable Latency Mode Config"),
        (.predictableLatencyModeWindow, "Predictable Latency Mode Window"),
        (.lbaStatusInformationReportInterval, "LBA Status Information Report Interval"),
        (.hostBehaviorSupport, "Host Behavior Support"),
        (.sanitizeConfig, "Sanitize Config"),
        (.enduranceGroupEventConfiguration, "Endurance Group Event Configuration"),
        (.ioCommandSetProfile, "I/O Command Set Profile"),
        (.spinupControl, "Spinup Control"),
        (.powerLossSignalingConfig, "Power Loss Signaling Config"),
        (.performanceCharacteristics, "Performance Characteristics"),
        (.flexibleDataPlacement, "Flexible Data Placement"),
        (.flexibleDataPlacementEvents, "Flexible Data Placement Events"),
        (.namespaceAdminLabel, "Namespace Admin Label"),
        (.keyValueConfiguration, "Key Value Configuration"),
        (.controllerDataQueue, "Controller Data Queue"),
        (.configurableDevicePersonality, "Configurable Device Personality"),
        (.powerLimit, "Power Limit"),
        (.powerThreshold, "Power Threshold"),
        (.powerMeasurement, "Power Measurement"),
        (.embeddedManagementControllerAddress, "Embedded Management Controller Address"),
        (.hostManagementAgentAddress, "Host Management Agent Address"),
        (.enhancedControllerMetadata, "Enhanced Controller Metadata"),
        (.controllerMetadata, "Controller Metadata"),
        (.namespaceMetadata, "Namespace Metadata"),
        (.softwareProgressMarker, "Software Progress Marker"),
        (.hostIdentifier, "Host Identifier"),
        (.reservationNotificationMask, "Reservation Notification Mask"),
        (.reservationPersistence, "Reservation Persistence"),
        (.namespaceWriteProtection, "Namespace Write Protection Config"),
        (.bootPartitionWriteProtection, "Boot Partition Write Protection Config"),
    ]
}
