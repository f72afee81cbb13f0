import NVMeSpec

extension FeatureRow {
    /// Every feature that the device has, in order of identifier.
    static let table = [
        arbitration, powerManagement, temperatureThreshold, errorRecovery, volatileWriteCache, numberOfQueues,
        interruptCoalescing, interruptVectorConfiguration, writeAtomicity, asynchronousEventConfiguration, timestamp,
        hostBehavior, softwareProgressMarker, hostIdentifier,
    ]

    /// The feature; nil where a device of this profile does not have it.
    static func row(_ id: FeatureIdentifier, of profile: SSDProfile) -> FeatureRow? {
        table.first { $0.id == id && $0.isPresent(profile) }
    }

    private static let arbitration = FeatureRow(
        id: .arbitration, isSaveable: true,
        // A burst of 8 commands, equal weights.
        defaultValue: { _, _ in 3 },
        stored: { value, _ in value & 0xFFFF_FF07 },
        apply: { value, _, controller in
            // 111b is no limit; a batch ends at 256 all the same, so that registers stay reachable.
            let arbitration = ArbitrationFeature(rawValue: value)
            controller.engine.pointee.burst = arbitration.burst == 0b111 ? 256 : 1 << Int(arbitration.burst)
            controller.features.arbitrationWeights = (
                high: Int(arbitration.highPriorityWeight) + 1, medium: Int(arbitration.mediumPriorityWeight) + 1,
                low: Int(arbitration.lowPriorityWeight) + 1
            )
        })

    private static let powerManagement = FeatureRow(
        id: .powerManagement, isSaveable: true,
        validate: { request, _ in
            // No workload, workload 1, workload 2; the other hints are reserved.
            let asked = PowerManagementFeature(rawValue: request.value)
            return asked.powerState < PowerStates.count && asked.workloadHint <= 2 ? .success : .invalidField
        }, stored: { value, _ in value & 0xFF },
        apply: { value, _, controller in
            controller.enterPowerState(UInt32(PowerManagementFeature(rawValue: value).powerState))
        })

    /// Subject: threshold type select (over, under) and sensor, as they stand in dword 11.
    private static let temperatureThreshold = FeatureRow(
        id: .temperatureThreshold, isSaveable: true,
        defaultValue: { _, subject in
            let threshold = TemperatureThresholdFeature(rawValue: subject)
            return threshold.thresholdType == 1 ? 0 : threshold.sensor == 0 ? 343 : 0xFFFF
        },
        subject: { temperatureSubject(TemperatureThresholdFeature(rawValue: $0)) },
        subjects: { value in
            var threshold = TemperatureThresholdFeature(rawValue: value)
            // All sensors, of which there is one.
            if threshold.sensor == 0xF { threshold.sensor = 1 }
            return [temperatureSubject(threshold)]
        },
        validate: { request, _ in
            let threshold = TemperatureThresholdFeature(rawValue: request.value)
            let isKnown = threshold.sensor < 2 || threshold.sensor == 0xF
            return isKnown && threshold.thresholdType < 2 ? .success : .invalidField
        },
        validateGet: { value, _ in
            let threshold = TemperatureThresholdFeature(rawValue: value)
            return threshold.sensor < 2 && threshold.thresholdType < 2 ? .success : .invalidField
        },
        stored: { value, _ in value & 0xFFFF },
        apply: { _, _, controller in controller.checkTemperature() })

    private static func temperatureSubject(_ threshold: TemperatureThresholdFeature) -> UInt32 {
        var subject = TemperatureThresholdFeature()
        subject.sensor = threshold.sensor
        subject.thresholdType = threshold.thresholdType
        return subject.rawValue
    }

    private static let errorRecovery = FeatureRow(
        id: .errorRecovery, isSaveable: true, isNamespaceSpecific: true,
        stored: { value, _ in value & 0x1_FFFF },
        apply: { _, _, controller in
            for namespace in controller.namespaces {
                let value = controller.featureValue(.errorRecovery, nsid: namespace.nsid)
                namespace.deallocatedBlockError = ErrorRecoveryFeature(rawValue: value).deallocatedBlockErrorEnable
            }
        })

    private static let volatileWriteCache = FeatureRow(
        id: .volatileWriteCache, isSaveable: true,
        // Without a cache both commands end with Invalid Field in Command (NVMe Base 2.3 §5.2.26.1.4).
        isPresent: { $0.writeCache },
        defaultValue: { profile, _ in profile.writeCache ? 1 : 0 },
        stored: { value, _ in value & 1 },
        apply: { value, _, controller in
            for namespace in controller.namespaces {
                namespace.media.setWriteCache(enabled: VolatileWriteCacheFeature(rawValue: value).enable)
            }
        })

    private static let numberOfQueues = FeatureRow(
        id: .numberOfQueues,
        defaultValue: { profile, _ in numberOfQueues(profile).rawValue },
        validate: { request, controller in
            // 65,535 (0's based) is no number of queues; and the number is fixed once there are any.
            let asked = NumberOfQueuesFeature(rawValue: request.value)
            guard asked.submissionQueues != .max, asked.completionQueues != .max else { return .invalidField }
            return controller.queues.hadIOQueues ? .commandSequenceError : .success
        },
        stored: { value, controller in
            // What was allocated does not change between resets.
            if controller.features.isSet(.numberOfQueues) { return controller.featureValue(.numberOfQueues) }
            let (asked, most) = (NumberOfQueuesFeature(rawValue: value), numberOfQueues(controller.profile))
            var granted = NumberOfQueuesFeature()
            granted.submissionQueues = min(asked.submissionQueues, most.submissionQueues)
            granted.completionQueues = min(asked.completionQueues, most.completionQueues)
            return granted.rawValue
        })

    private static func numberOfQueues(_ profile: SSDProfile) -> NumberOfQueuesFeature {
        var number = NumberOfQueuesFeature()
        number.submissionQueues = UInt16(profile.queuePairs - 1)
        number.completionQueues = UInt16(profile.queuePairs - 1)
        return number
    }

    private static let interruptCoalescing = FeatureRow(
        id: .interruptCoalescing, isSaveable: true,
        stored: { value, _ in value & 0xFFFF },
        apply: { value, _, controller in
            let coalescing = InterruptCoalescingFeature(rawValue: value)
            controller.coalescing.threshold = coalescing.threshold
            controller.coalescing.time = coalescing.time
        })

    /// Subject: the interrupt vector.
    private static let interruptVectorConfiguration = FeatureRow(
        id: .interruptVectorConfiguration, isSaveable: true,
        defaultValue: { _, subject in subject },
        subject: { UInt32(InterruptVectorConfigurationFeature(rawValue: $0).vector) },
        validate: { request, controller in
            // The vector of an I/O completion queue (NVMe Base 2.3 §5.2.26.2.3).
            let vector = InterruptVectorConfigurationFeature(rawValue: request.value).vector
            return controller.queues.hasIOCompletionQueue(onVector: vector) ? .success : .invalidField
        },
        validateGet: { value, controller in vectorStatus(value, controller) },
        stored: { value, _ in value & 0x1_FFFF },
        apply: { value, subject, controller in
            let isDisabled = InterruptVectorConfigurationFeature(rawValue: value).coalescingDisable
            controller.coalescing.setDisabled(isDisabled, vector: Int(subject))
        })

    private static func vectorStatus(_ value: UInt32, _ controller: EmulatedController) -> StatusCode {
        let vector = Int(InterruptVectorConfigurationFeature(rawValue: value).vector)
        return vector < controller.profile.vectors ? .success : .invalidField
    }

    private static let writeAtomicity = FeatureRow(
        id: .writeAtomicityNormal, isSaveable: true, stored: { value, _ in value & 1 })

    private static let asynchronousEventConfiguration = FeatureRow(
        id: .asynchronousEventConfiguration, isSaveable: true,
        // SMART warnings, and firmware activation notices: what OAES and the SMART log can produce.
        defaultValue: { _, _ in 0x2FF },
        // There are no endurance groups (NVMe Base 2.3 §5.2.26.1.5, bit 14).
        validate: { request, _ in
            let wanted = AsynchronousEventConfiguration(rawValue: request.value)
            return wanted.enduranceGroupEventAggregateNotices ? .invalidField : .success
        },
        stored: { value, _ in value & 0x3FF },
        apply: { _, _, controller in controller.checkTemperature() })

    private static let timestamp = FeatureRow(
        id: .timestamp, dataByteCount: 8,
        apply: { _, _, _ in },
        currentData: { controller in
            let (value, since, wasSet) = controller.features.timestamp
            let milliseconds = value &+ (controller.clock.now &- since) / 1_000_000
            var data = TimestampData()
            data.milliseconds = milliseconds
            // 001b set by the host, 000b counts since the last reset.
            data.attributes.origin = wasSet ? 0b001 : 0b000
            return data.bytes
        })

    private static let hostBehavior = FeatureRow(
        id: .hostBehaviorSupport, dataByteCount: 512,
        validate: { request, _ in request.data.prefix(3).allSatisfy { $0 <= 1 } ? .success : .invalidField })

    private static let softwareProgressMarker = FeatureRow(
        id: .softwareProgressMarker, isSaveable: true, stored: { value, _ in value & 0xFF })

    private static let hostIdentifier = FeatureRow(
        id: .hostIdentifier, dataByteCount: 16,
        // Both sizes exist; what is set stays until the next reset (NVMe Base 2.3 §5.2.26.1.32).
        validate: { request, controller in
            guard request.value & ~1 == 0 else { return .invalidField }
            return controller.featureData(.hostIdentifier).allSatisfy { $0 == 0 } ? .success : .commandSequenceError
        })
}
