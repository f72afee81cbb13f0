/// Feature identifier (FID, NVMe Base 2.3 §5.2.26.1).
public struct FeatureIdentifier: NamedValue {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }
    public static let table: [Row] = [
        .arbitration, .powerManagement, .lbaRangeType, .temperatureThreshold, .errorRecovery, .volatileWriteCache,
        .numberOfQueues, .interruptCoalescing, .interruptVectorConfiguration, .writeAtomicityNormal,
        .asynchronousEventConfiguration, .autonomousPowerStateTransition, .hostMemoryBuffer, .timestamp,
        .keepAliveTimer, .hostControlledThermalManagement, .nonOperationalPowerStateConfig, .readRecoveryLevelConfig,
        .predictableLatencyModeConfig, .predictableLatencyModeWindow, .lbaStatusInformationReportInterval,
        .hostBehaviorSupport, .sanitizeConfig, .enduranceGroupEventConfiguration, .ioCommandSetProfile,
        .spinupControl, .powerLossSignalingConfig, .performanceCharacteristics, .flexibleDataPlacement,
        .flexibleDataPlacementEvents, .namespaceAdminLabel, .keyValueConfiguration, .controllerDataQueue,
        .configurableDevicePersonality, .powerLimit, .powerThreshold, .powerMeasurement,
        .embeddedManagementControllerAddress, .hostManagementAgentAddress, .enhancedControllerMetadata,
        .controllerMetadata, .namespaceMetadata, .softwareProgressMarker, .hostIdentifier,
        .reservationNotificationMask, .reservationPersistence, .namespaceWriteProtection,
        .bootPartitionWriteProtection,
    ]
}

extension NamesOf<FeatureIdentifier> {
    /// Arbitration.
    @inlinable public static var arbitration: Self { Self(0x01, "Arbitration") }
    /// Power Management.
    @inlinable public static var powerManagement: Self { Self(0x02, "Power Management") }
    /// LBA Range Type.
    @inlinable public static var lbaRangeType: Self { Self(0x03, "LBA Range Type") }
    /// Temperature Threshold.
    @inlinable public static var temperatureThreshold: Self { Self(0x04, "Temperature Threshold") }
    /// Error Recovery.
    @inlinable public static var errorRecovery: Self { Self(0x05, "Error Recovery") }
    /// Volatile Write Cache.
    @inlinable public static var volatileWriteCache: Self { Self(0x06, "Volatile Write Cache") }
    /// Number of Queues.
    @inlinable public static var numberOfQueues: Self { Self(0x07, "Number of Queues") }
    /// Interrupt Coalescing.
    @inlinable public static var interruptCoalescing: Self { Self(0x08, "Interrupt Coalescing") }
    /// Interrupt Vector Configuration.
    @inlinable public static var interruptVectorConfiguration: Self { Self(0x09, "Interrupt Vector Configuration") }
    /// Write Atomicity Normal.
    @inlinable public static var writeAtomicityNormal: Self { Self(0x0A, "Write Atomicity Normal") }
    /// Asynchronous Event Configuration.
    @inlinable public static var asynchronousEventConfiguration: Self { Self(0x0B, "Asynchronous Event Configuration") }
    /// Autonomous Power State Transition.
    @inlinable public static var autonomousPowerStateTransition: Self {
        Self(0x0C, "Autonomous Power State Transition")
    }
    /// Host Memory Buffer.
    @inlinable public static var hostMemoryBuffer: Self { Self(0x0D, "Host Memory Buffer") }
    /// Timestamp.
    @inlinable public static var timestamp: Self { Self(0x0E, "Timestamp") }
    /// Keep Alive Timer.
    @inlinable public static var keepAliveTimer: Self { Self(0x0F, "Keep Alive Timer") }
    /// Host Controlled Thermal Management.
    @inlinable public static var hostControlledThermalManagement: Self {
        Self(0x10, "Host Controlled Thermal Management")
    }
    /// Non-Operational Power State Config.
    @inlinable public static var nonOperationalPowerStateConfig: Self {
        Self(0x11, "Non-Operational Power State Config")
    }
    /// Read Recovery Level Config.
    @inlinable public static var readRecoveryLevelConfig: Self { Self(0x12, "Read Recovery Level Config") }
    /// Predictable Latency Mode Config.
    @inlinable public static var predictableLatencyModeConfig: Self { Self(0x13, "Predictable Latency Mode Config") }
    /// Predictable Latency Mode Window.
    @inlinable public static var predictableLatencyModeWindow: Self { Self(0x14, "Predictable Latency Mode Window") }
    /// LBA Status Information Report Interval.
    @inlinable public static var lbaStatusInformationReportInterval: Self {
        Self(0x15, "LBA Status Information Report Interval")
    }
    /// Host Behavior Support.
    @inlinable public static var hostBehaviorSupport: Self { Self(0x16, "Host Behavior Support") }
    /// Sanitize Config.
    @inlinable public static var sanitizeConfig: Self { Self(0x17, "Sanitize Config") }
    /// Endurance Group Event Configuration.
    @inlinable public static var enduranceGroupEventConfiguration: Self {
        Self(0x18, "Endurance Group Event Configuration")
    }
    /// I/O Command Set Profile.
    @inlinable public static var ioCommandSetProfile: Self { Self(0x19, "I/O Command Set Profile") }
    /// Spinup Control.
    @inlinable public static var spinupControl: Self { Self(0x1A, "Spinup Control") }
    /// Power Loss Signaling Config.
    @inlinable public static var powerLossSignalingConfig: Self { Self(0x1B, "Power Loss Signaling Config") }
    /// Performance Characteristics.
    @inlinable public static var performanceCharacteristics: Self { Self(0x1C, "Performance Characteristics") }
    /// Flexible Data Placement.
    @inlinable public static var flexibleDataPlacement: Self { Self(0x1D, "Flexible Data Placement") }
    /// Flexible Data Placement Events.
    @inlinable public static var flexibleDataPlacementEvents: Self { Self(0x1E, "Flexible Data Placement Events") }
    /// Namespace Admin Label.
    @inlinable public static var namespaceAdminLabel: Self { Self(0x1F, "Namespace Admin Label") }
    /// Key Value Configuration.
    @inlinable public static var keyValueConfiguration: Self { Self(0x20, "Key Value Configuration") }
    /// Controller Data Queue.
    @inlinable public static var controllerDataQueue: Self { Self(0x21, "Controller Data Queue") }
    /// Configurable Device Personality.
    @inlinable public static var configurableDevicePersonality: Self { Self(0x22, "Configurable Device Personality") }
    /// Power Limit.
    @inlinable public static var powerLimit: Self { Self(0x23, "Power Limit") }
    /// Power Threshold.
    @inlinable public static var powerThreshold: Self { Self(0x24, "Power Threshold") }
    /// Power Measurement.
    @inlinable public static var powerMeasurement: Self { Self(0x25, "Power Measurement") }
    /// Embedded Management Controller Address.
    @inlinable public static var embeddedManagementControllerAddress: Self {
        Self(0x78, "Embedded Management Controller Address")
    }
    /// Host Management Agent Address.
    @inlinable public static var hostManagementAgentAddress: Self { Self(0x79, "Host Management Agent Address") }
    /// Enhanced Controller Metadata.
    @inlinable public static var enhancedControllerMetadata: Self { Self(0x7D, "Enhanced Controller Metadata") }
    /// Controller Metadata.
    @inlinable public static var controllerMetadata: Self { Self(0x7E, "Controller Metadata") }
    /// Namespace Metadata.
    @inlinable public static var namespaceMetadata: Self { Self(0x7F, "Namespace Metadata") }
    /// Software Progress Marker.
    @inlinable public static var softwareProgressMarker: Self { Self(0x80, "Software Progress Marker") }
    /// Host Identifier.
    @inlinable public static var hostIdentifier: Self { Self(0x81, "Host Identifier") }
    /// Reservation Notification Mask.
    @inlinable public static var reservationNotificationMask: Self { Self(0x82, "Reservation Notification Mask") }
    /// Reservation Persistence.
    @inlinable public static var reservationPersistence: Self { Self(0x83, "Reservation Persistence") }
    /// Namespace Write Protection Config.
    @inlinable public static var namespaceWriteProtection: Self { Self(0x84, "Namespace Write Protection Config") }
    /// Boot Partition Write Protection Config.
    @inlinable public static var bootPartitionWriteProtection: Self {
        Self(0x85, "Boot Partition Write Protection Config")
    }
}
