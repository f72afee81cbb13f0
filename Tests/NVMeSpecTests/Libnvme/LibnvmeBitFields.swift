import NVMeSpec

/// How libnvme names the bits of a structure: `NVME_<prefix>_<field>`, with `_SHIFT` and `_MASK`, or as a mask in place.
struct LibnvmeBits: Sendable {
    let prefix: String
    /// Ours, as `Catalogue` names it.
    let type: String
    let fields: [BitFieldDescription]
    /// Names that are not the standard's abbreviation, by our name of the field.
    let names: [String: String]

    init<Bits: BitStructure>(_ prefix: String, _ type: Bits.Type, _ names: [String: String] = [:]) {
        self.init(prefix, "\(type)", type.bitFields, names)
    }

    init(_ prefix: String, _ type: String, _ fields: [BitFieldDescription], _ names: [String: String] = [:]) {
        self.prefix = prefix
        self.type = type
        self.fields = fields
        self.names = names
    }

    /// Every enumerator that could be there.
    var constants: [LibnvmeConstant] {
        fields.flatMap { field -> [LibnvmeConstant] in
            let name = "NVME_\(prefix)_\(names[field.name] ?? field.shortName)"
            return [
                .init("\(name)_SHIFT", UInt64(field.bits.lowerBound), .lowestBit(type: type, field: field.name)),
                .init("\(name)_MASK", field.mask, .width(type: type, field: field.name)),
                .init(name, field.maskInPlace, .bits(type: type, field: field.name)),
            ]
        }
    }
}

extension LibnvmeConstants {
    static let bitFields: [LibnvmeConstant] =
        RegisterDescription.table.flatMap { LibnvmeBits($0.name, $0.name, $0.fields, registerBits).constants }
        + (featureBits + identifyBits + logBits).flatMap(\.constants) + registerOffsets

    private static let registerOffsets: [LibnvmeConstant] = RegisterDescription.table.map {
        .init("NVME_REG_\($0.name)", UInt64($0.offset), .offset(register: $0.name))
    }

    private static let registerBits = ["subsystemResetSupported": "NSSRC", "readBypass": "RBB"]

    private static let featureBits: [LibnvmeBits] = [
        .init("FEAT_ARBITRATION", ArbitrationFeature.self, ["burst": "BURST"]),
        .init("FEAT_PWRMGMT", PowerManagementFeature.self),
        .init("FEAT_LBAR", LBARangeTypeFeature.self),
        .init("FEAT_TT", TemperatureThresholdFeature.self),
        .init("FEAT_ERROR_RECOVERY", ErrorRecoveryFeature.self),
        .init("FEAT_VWC", VolatileWriteCacheFeature.self),
        .init("FEAT_NRQS", NumberOfQueuesFeature.self),
        .init("FEAT_IRQC", InterruptCoalescingFeature.self),
        .init("FEAT_ICFG", InterruptVectorConfigurationFeature.self),
        .init("FEAT_WA", WriteAtomicityNormalFeature.self),
        .init(
            "FEAT_AE", "AsynchronousEventConfiguration",
            AsynchronousEventConfiguration.bitFields.filter { $0.bits.lowerBound >= 8 },
            [
                "firmwareActivationNotices": "FW", "telemetryLogNotices": "TELEM",
                "asymmetricNamespaceAccessChangeNotices": "ANA", "predictableLatencyEventAggregateNotices": "PLA",
                "lbaStatusInformationNotices": "LBAS", "enduranceGroupEventAggregateNotices": "EGA",
            ]),
        .init("FEAT_APST", AutonomousPowerStateTransitionFeature.self),
        .init("APST_ENTRY", AutonomousPowerStateTransitionEntry.self),
        .init("FEAT_HMEM", HostMemoryBufferFeature.self),
        .init("FEAT_HCTM", HostControlledThermalManagementFeature.self),
        .init("FEAT_NOPS", NonOperationalPowerStateFeature.self),
        .init("FEAT_RRL", ReadRecoveryLevelFeature.self),
        .init("FEAT_PLM", PredictableLatencyModeFeature.self),
        .init("FEAT_PLMW", PredictableLatencyWindowFeature.self),
        .init("FEAT_LBAS", LBAStatusInformationIntervalFeature.self),
        .init("FEAT_SC", SanitizeConfigFeature.self),
        .init("FEAT_EG", EnduranceGroupEventFeature.self),
        .init("FEAT_IOCSP", IOCommandSetProfileFeature.self),
        .init("FEAT_SPINUP", SpinupControlFeature.self),
        .init("FEAT_FDP", FlexibleDataPlacementFeature.self, ["enable": "ENABLED", "configurationIndex": "INDEX"]),
        .init("FEAT_SPM", SoftwareProgressMarkerFeature.self),
        .init("FEAT_HOSTID", HostIdentifierFeature.self),
        .init("FEAT_RM", ReservationNotificationMask.self),
        .init("FEAT_RP", ReservationPersistenceFeature.self),
        .init("FEAT_WP", NamespaceWriteProtectionFeature.self),
        .init("FEAT_BPWPC", BootPartitionWriteProtectionFeature.self),
    ]

    private static let identifyBits: [LibnvmeBits] = [
        .init(
            "CTRL_OAES", OptionalAsynchronousEvents.self,
            [
                "predictableLatencyEventAggregateNotices": "PLEA", "enduranceGroupEventAggregateNotices": "EGE",
                "normalSubsystemShutdown": "NS", "temperatureThresholdHysteresisRecovery": "TTH",
                "discoveryLogPageChangeNotices": "DL",
            ]),
        .init(
            "CTRL_CTRATT", ControllerAttributes.self,
            [
                "nonOperationalPowerStatePermissiveMode": "NON_OP_PSP", "readRecoveryLevels": "READ_RECV_LVLS",
                "predictableLatencyMode": "PREDICTABLE_LAT", "namespaceGranularity": "NAMESPACE_GRANULARITY",
                "sqAssociations": "SQ_ASSOCIATIONS", "fixedCapacityManagement": "FIXED_CAP",
                "variableCapacityManagement": "VARIABLE_CAP", "deleteEnduranceGroup": "DEL_ENDURANCE_GROUPS",
                "deleteNVMSet": "DEL_NVM_SETS",
            ]),
        .init("CTRL_OACS", OptionalAdminCommands.self),
        .init(
            "CTRL_FRMW", FirmwareUpdates.self,
            [
                "firstSlotReadOnly": "1ST_RO", "activationWithoutReset": "FW_ACT_NO_RESET",
                "multipleUpdateDetection": "MP_UP_DETECTION", "slots": "NR_SLOTS",
            ]),
        .init(
            "CTRL_LPA", LogPageAttributes.self,
            ["supportedLogPages": "LI0_LI5_LI12_LI13", "telemetryDataArea4": "DA4_TELEMETRY"]),
        .init("CTRL_SANICAP", SanitizeCapabilities.self),
        .init("CTRL_SQES", QueueEntrySizes.self),
        .init(
            "CTRL_ONCS", OptionalNVMCommands.self,
            [
                "singleAtomicityCopy": "COPY_SINGLE_ATOMICITY", "allFastCopy": "ALL_FAST_COPY",
                "maximumWriteZeroesWithDeallocate": "WRITE_ZEROES_DEALLOCATE", "namespaceZeroes": "NAMESPACE_ZEROES",
            ]),
        .init("CTRL_VWC", VolatileWriteCacheSupport.self, ["present": "PRESENT", "flushBehavior": "FLUSH"]),
        .init(
            "CTRL_SGLS", SGLSupport.self,
            [
                "supported": "SUPPORTED", "keyedDataBlock": "KEYED", "bitBucket": "BIT_BUCKET",
                "contiguousMetadata": "MPTR_BYTE_ALIGNED", "lengthMayExceedTransfer": "OVERSIZE",
                "metadataPointerSGL": "MPTR_SGL", "addressIsOffset": "OFFSET", "transportDataBlock": "TPORT",
            ]),
        .init(
            "FLBAS", FormattedLBASize.self,
            ["formatIndexLow": "LOWER", "metadataInline": "META_EXT", "formatIndexHigh": "HIGHER"]),
        .init(
            "NS_DLFEAT", DeallocateFeatures.self,
            ["readBehavior": "RB", "writeZeroesDeallocates": "WRITE_ZEROES", "guardIsCRC": "CRC_GUARD"]),
        .init("NS_DPS_PI", DataProtectionSettings.self, ["firstBytes": "FIRST"]),
        .init("NS_FPI", FormatProgressIndicator.self, ["percentageRemaining": "REMAINING", "supported": "SUPPORTED"]),
        .init(
            "NS_RESCAP", ReservationCapabilities.self,
            [
                "exclusiveAccess": "EA", "writeExclusiveRegistrantsOnly": "WERO",
                "exclusiveAccessRegistrantsOnly": "EARO", "writeExclusiveAllRegistrants": "WEAR",
            ]),
        .init("PSD_FLAGS", PowerStateFlags.self),
        .init("IOCS_IOCSC", IOCommandSetVector.self),
    ]

    private static let logBits: [LibnvmeBits] = [
        .init(
            "CMD_EFFECTS", CommandEffects.self,
            [
                "uuidSelection": "UUID_SEL", "submissionAndExecutionRelaxations": "CSER_MASK",
                "submissionAndExecution": "CSE_MASK",
            ]),
        .init("FID_SUPPORTED_EFFECTS", FeatureEffects.self, ["uuidSelection": "UUID_SEL", "scope": "SCOPE"]),
        .init(
            "SANITIZE_SSTAT", SanitizeStatus.self,
            [
                "state": "STATUS", "completedOverwritePasses": "COMPLETED_PASSES",
                "globalDataErased": "GLOBAL_DATA_ERASED",
            ]),
        .init("SMART_CW", CriticalWarning.self),
        .init(
            "EG_CRITICAL_WARNING", EnduranceGroupCriticalWarning.self,
            [
                "availableSpareBelowThreshold": "SPARE", "reliabilityDegraded": "DEGRADED", "readOnly": "READ_ONLY",
            ]),
        .init(
            "ST_VALID_DIAG_INFO", SelfTestValidDiagnostics.self,
            ["namespaceID": "NSID", "failingLBA": "FLBA", "statusCodeType": "SCT", "statusCode": "SC"]),
    ]
}
