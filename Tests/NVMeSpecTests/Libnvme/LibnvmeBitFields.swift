import NVMeSpec

extension LibnvmeConstants {
    /// `NVME_<prefix>_<field>_SHIFT` and `_MASK` of every named bit field of registers and features.
    static let bitFields: [(name: String, value: UInt64)] =
        RegisterDescription.table.flatMap { shiftsAndMasks(prefix: $0.name, $0.fields) }
        + featurePrefixes.flatMap { shiftsAndMasks(prefix: "FEAT_\($0.0)", $0.1) }
        + registerOffsets

    /// Enumerators that do not say what the standard says.
    static let knownDifferences: [String: String] = [
        "NVME_BPRSEL_BPROF_MASK": "libnvme keeps 12 of the 20 bits",
        "NVME_CRTO_CRIMT_MASK": "libnvme has this one mask in place instead of shifted down",
    ]

    private static let registerOffsets: [(name: String, value: UInt64)] = RegisterDescription.table.map {
        ("NVME_REG_\($0.name)", UInt64($0.offset))
    }

    private static let featurePrefixes: [(String, [BitFieldDescription])] = [
        ("ARBITRATION", ArbitrationFeature.bitFields),
        ("PWRMGMT", PowerManagementFeature.bitFields),
        ("LBAR", LBARangeTypeFeature.bitFields),
        ("TT", TemperatureThresholdFeature.bitFields),
        ("ERROR_RECOVERY", ErrorRecoveryFeature.bitFields),
        ("VWC", VolatileWriteCacheFeature.bitFields),
        ("NRQS", NumberOfQueuesFeature.bitFields),
        ("IRQC", InterruptCoalescingFeature.bitFields),
        ("ICFG", InterruptVectorConfigurationFeature.bitFields),
        ("WA", WriteAtomicityNormalFeature.bitFields),
        ("AE", AsynchronousEventConfiguration.bitFields.filter { $0.bits.lowerBound >= 8 }),
        ("APST", AutonomousPowerStateTransitionFeature.bitFields),
        ("HMEM", HostMemoryBufferFeature.bitFields),
        ("HCTM", HostControlledThermalManagementFeature.bitFields),
        ("NOPS", NonOperationalPowerStateFeature.bitFields),
        ("PLM", PredictableLatencyModeFeature.bitFields),
        ("PLMW", PredictableLatencyWindowFeature.bitFields),
        ("LBAS", LBAStatusInformationIntervalFeature.bitFields),
        ("SC", SanitizeConfigFeature.bitFields),
        ("EG", EnduranceGroupEventFeature.bitFields),
        ("SPM", SoftwareProgressMarkerFeature.bitFields),
        ("HOSTID", HostIdentifierFeature.bitFields),
        ("RM", ReservationNotificationMask.bitFields),
        ("RP", ReservationPersistenceFeature.bitFields),
        ("WP", NamespaceWriteProtectionFeature.bitFields),
    ]

    private static func shiftsAndMasks(
        prefix: String, _ fields: [BitFieldDescription]
    ) -> [(name: String, value: UInt64)] {
        fields.flatMap { field in
            let name = "NVME_\(prefix)_\(field.shortName)"
            return [
                ("\(name)_SHIFT", UInt64(field.bits.lowerBound)),
                ("\(name)_MASK", UInt64.max.bits(0...field.bits.count - 1)),
            ]
        }
    }
}
