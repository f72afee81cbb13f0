extension FeatureIdentifier {
    /// The dword of Set Features that holds the value, and what its bits mean, in dword 0 of Get Features too; nil where the value
    /// lies in the data, or is not known.
    public var dword: (number: Int, type: any BitStructure.Type)? {
        Self.dwords11[self].map { (11, $0) } ?? Self.dwords12[self].map { (12, $0) }
    }

    private static let dwords11: [FeatureIdentifier: any BitStructure.Type] = [
        .arbitration: ArbitrationFeature.self, .powerManagement: PowerManagementFeature.self,
        .lbaRangeType: LBARangeTypeFeature.self, .temperatureThreshold: TemperatureThresholdFeature.self,
        .errorRecovery: ErrorRecoveryFeature.self, .volatileWriteCache: VolatileWriteCacheFeature.self,
        .numberOfQueues: NumberOfQueuesFeature.self, .interruptCoalescing: InterruptCoalescingFeature.self,
        .interruptVectorConfiguration: InterruptVectorConfigurationFeature.self,
        .writeAtomicityNormal: WriteAtomicityNormalFeature.self,
        .asynchronousEventConfiguration: AsynchronousEventConfiguration.self,
        .autonomousPowerStateTransition: AutonomousPowerStateTransitionFeature.self,
        .hostMemoryBuffer: HostMemoryBufferFeature.self, .keepAliveTimer: KeepAliveTimerFeature.self,
        .hostControlledThermalManagement: HostControlledThermalManagementFeature.self,
        .nonOperationalPowerStateConfig: NonOperationalPowerStateFeature.self,
        .lbaStatusInformationReportInterval: LBAStatusInformationIntervalFeature.self,
        .sanitizeConfig: SanitizeConfigFeature.self, .enduranceGroupEventConfiguration: EnduranceGroupEventFeature.self,
        .ioCommandSetProfile: IOCommandSetProfileFeature.self, .spinupControl: SpinupControlFeature.self,
        .softwareProgressMarker: SoftwareProgressMarkerFeature.self, .hostIdentifier: HostIdentifierFeature.self,
        .reservationNotificationMask: ReservationNotificationMask.self,
        .reservationPersistence: ReservationPersistenceFeature.self,
        .namespaceWriteProtection: NamespaceWriteProtectionFeature.self,
        .bootPartitionWriteProtection: BootPartitionWriteProtectionFeature.self,
    ]

    private static let dwords12: [FeatureIdentifier: any BitStructure.Type] = [
        .readRecoveryLevelConfig: ReadRecoveryLevelFeature.self,
        .predictableLatencyModeConfig: PredictableLatencyModeFeature.self,
        .predictableLatencyModeWindow: PredictableLatencyWindowFeature.self,
        .flexibleDataPlacement: FlexibleDataPlacementFeature.self,
    ]
}
