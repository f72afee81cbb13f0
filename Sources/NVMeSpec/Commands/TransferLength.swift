extension SubmissionQueueEntry {
    /// Bytes that the command moves between host and controller, as its dwords say; 0 where it moves none, nil where the
    /// standard leaves it to something else, as for vendor specific commands.
    ///
    /// - Parameters:
    ///   - isAdmin: which command set the opcode belongs to.
    ///   - blockByteCount: bytes of a logical block as it is transferred, inline metadata included.
    public func transferLength(isAdmin: Bool, blockByteCount: UInt64) -> UInt64? {
        isAdmin
            ? TransferLength.admin[adminOpcode]?(self)
            : TransferLength.io[nvmOpcode]?(self, blockByteCount)
    }

    /// True when the length depends on the namespace's format.
    public var movesLogicalBlocks: Bool { TransferLength.blockOpcodes.contains(nvmOpcode) }
}

/// What each opcode of the standard moves.
enum TransferLength {
    private static let none: @Sendable (SubmissionQueueEntry) -> UInt64? = { _ in 0 }
    private static let page: @Sendable (SubmissionQueueEntry) -> UInt64? = { _ in 4096 }

    static let admin: [AdminOpcode: @Sendable (SubmissionQueueEntry) -> UInt64?] = [
        .deleteIOSubmissionQueue: none, .deleteIOCompletionQueue: none, .abort: none, .asynchronousEventRequest: none,
        .firmwareCommit: none, .deviceSelfTest: none, .keepAlive: none, .virtualizationManagement: none,
        .lockdown: none, .formatNVM: none, .sanitize: none, .identify: page, .namespaceAttachment: page,
        .getLogPage: { (UInt64($0.logPageDwords) + 1) * 4 },
        .firmwareImageDownload: { (UInt64($0.cdw10) + 1) * 4 },
        .directiveSend: { (UInt64($0.cdw10) + 1) * 4 }, .directiveReceive: { (UInt64($0.cdw10) + 1) * 4 },
        .namespaceManagement: { $0.cdw10[as: NamespaceManagementDword10.self].select == .create ? 4096 : 0 },
        .securitySend: { UInt64($0.cdw11) }, .securityReceive: { UInt64($0.cdw11) },
        .getLBAStatus: { (UInt64($0.cdw12) + 1) * 4 },
        .getFeatures: {
            $0.cdw10[as: GetFeaturesDword10.self].select == .supportedCapabilities ? 0 : feature($0)
        }, .setFeatures: { feature($0) },
    ]

    /// Features whose value is in the data.
    private static func feature(_ command: SubmissionQueueEntry) -> UInt64? {
        let identifier = command.cdw10[as: SetFeaturesDword10.self].feature
        if identifier == .hostIdentifier {
            return command.cdw11[as: HostIdentifierFeature.self].extended ? 16 : 8
        }
        // A Set Features of the host memory buffer names its memory in dwords, a Get Features returns attributes.
        if identifier == .hostMemoryBuffer { return command.adminOpcode == .getFeatures ? 4096 : 0 }
        if let structure = identifier.dataStructure { return UInt64(structure.byteCount) }
        return identifier.isInDwords ? 0 : nil
    }

    static let blockOpcodes: Set<NVMOpcode> = [.read, .write, .compare, .zoneAppend]

    static let io: [NVMOpcode: @Sendable (SubmissionQueueEntry, UInt64) -> UInt64?] = [
        .flush: { _, _ in 0 }, .writeUncorrectable: { _, _ in 0 }, .writeZeroes: { _, _ in 0 }, .verify: { _, _ in 0 },
        .cancel: { _, _ in 0 }, .read: blocks, .write: blocks, .compare: blocks, .zoneAppend: blocks,
        .datasetManagement: { command, _ in
            (UInt64(command.cdw10[as: DatasetManagementDword10.self].numberOfRanges) + 1) * UInt64(DSMRange.byteCount)
        },
        .copy: { command, _ in
            let dword12 = command.cdw12[as: CopyDword12.self]
            // Formats 1h and 3h have room for the larger guards (NVM Command Set 1.1 §3.2.2).
            return (UInt64(dword12.numberOfRanges) + 1) * (dword12.descriptorFormat & 1 == 0 ? 32 : 40)
        },
        .reservationRegister: { _, _ in 16 }, .reservationAcquire: { _, _ in 16 }, .reservationRelease: { _, _ in 8 },
        .reservationReport: { command, _ in (UInt64(command.cdw10) + 1) * 4 },
        .ioManagementReceive: { command, _ in (UInt64(command.cdw11) + 1) * 4 },
        .zoneManagementReceive: { command, _ in (UInt64(command.cdw12) + 1) * 4 },
    ]

    /// NLB in dword 12 is 0's based.
    private static let blocks: @Sendable (SubmissionQueueEntry, UInt64) -> UInt64? = { command, blockByteCount in
        (UInt64(command.cdw12[as: ReadWriteDword12.self].blockCount) + 1) &* blockByteCount
    }
}

extension FeatureIdentifier {
    /// What lies in the data of a feature that has its value there; nil where it is in dwords, or of another length each time.
    public var dataStructure: (any SpecStructure.Type)? { Self.dataStructures[self] }

    private static let dataStructures: [FeatureIdentifier: any SpecStructure.Type] = [
        .lbaRangeType: LBARangeTypeTable.self,
        .autonomousPowerStateTransition: AutonomousPowerStateTransitionTable.self,
        .hostMemoryBuffer: HostMemoryBufferAttributes.self, .timestamp: TimestampData.self,
        .predictableLatencyModeConfig: PredictableLatencyModeConfig.self,
        .hostBehaviorSupport: HostBehaviorSupport.self,
    ]

    /// True for the features of which it is certain that they have no data.
    var isInDwords: Bool { Self.withoutData.contains(self) }

    private static let withoutData: Set<FeatureIdentifier> = [
        .arbitration, .powerManagement, .temperatureThreshold, .errorRecovery, .volatileWriteCache, .numberOfQueues,
        .interruptCoalescing, .interruptVectorConfiguration, .writeAtomicityNormal, .asynchronousEventConfiguration,
        .keepAliveTimer, .hostControlledThermalManagement, .nonOperationalPowerStateConfig, .readRecoveryLevelConfig,
        .predictableLatencyModeWindow, .lbaStatusInformationReportInterval, .sanitizeConfig,
        .enduranceGroupEventConfiguration, .ioCommandSetProfile, .spinupControl, .flexibleDataPlacement,
        .softwareProgressMarker, .reservationNotificationMask, .reservationPersistence, .namespaceWriteProtection,
        .bootPartitionWriteProtection,
    ]
}
