import NVMeSpec

extension FeatureRow {
    /// Every feature that the device has, in order of identifier.
    static let table = [
        arbitration, powerManagement, temperatureThreshold, errorRecovery, volatileWriteCache, numberOfQueues,
        interruptCoalescing, interruptVectorConfiguration, writeAtomicity, asynchronousEventConfiguration, timestamp,
        hostBehavior, softwareProgressMarker, hostIdentifier,
    ]

    /// The feature; nil where a device of this profile does not have it.
    static func row(_ id: UInt8, of profile: SSDProfile) -> FeatureRow? {
        table.first { $0.id == id && $0.isPresent(profile) }
    }

    private static let arbitration = FeatureRow(
        id: 0x01, name: "Arbitration", isSaveable: true,
        // A burst of 8 commands, equal weights.
        defaultValue: { _, _ in 3 },
        stored: { value, _ in value & 0xFFFF_FF07 },
        apply: { value, _, controller in
            // 111b is no limit; a batch ends at 256 all the same, so that registers stay reachable.
            let burst = value & 0b111
            controller.engine.pointee.burst = burst == 0b111 ? 256 : 1 << Int(burst)
            controller.features.arbitrationWeights = (
                high: Int(value >> 24 & 0xFF) + 1, medium: Int(value >> 16 & 0xFF) + 1, low: Int(value >> 8 & 0xFF) + 1
            )
        })

    private static let powerManagement = FeatureRow(
        id: 0x02, name: "Power Management", isSaveable: true,
        validate: { request, _ in
            // No workload, workload 1, workload 2; the other hints are reserved.
            let (state, hint) = (request.value & 0x1F, request.value >> 5 & 0b111)
            return state < UInt32(PowerStates.count) && hint <= 2 ? .success : .invalidField
        }, stored: { value, _ in value & 0xFF },
        apply: { value, _, controller in controller.enterPowerState(value & 0x1F) })

    /// Subject: threshold type select (over, under) and sensor, as they stand in dword 11.
    private static let temperatureThreshold = FeatureRow(
        id: 0x04, name: "Temperature Threshold", isSaveable: true,
        defaultValue: { _, subject in subject >> 20 & 0b11 == 1 ? 0 : subject >> 16 & 0xF == 0 ? 343 : 0xFFFF },
        subject: { $0 & 0x3F_0000 },
        subjects: { value in
            // TMPSEL 1111b: all sensors, of which there is one.
            value >> 16 & 0xF == 0xF ? [value & 0x30_0000 | 1 << 16] : [value & 0x3F_0000]
        },
        validate: { request, _ in
            let sensor = request.value >> 16 & 0xF
            return isTemperatureSubject(request.value) || sensor == 0xF && isThresholdType(request.value)
                ? .success : .invalidField
        },
        validateGet: { value, _ in isTemperatureSubject(value) ? .success : .invalidField },
        stored: { value, _ in value & 0xFFFF },
        apply: { _, _, controller in controller.checkTemperature() })

    /// The composite temperature or sensor 1, and a type that exists.
    private static func isTemperatureSubject(_ value: UInt32) -> Bool {
        value >> 16 & 0xF < 2 && isThresholdType(value)
    }

    /// Over or under temperature threshold (THSEL).
    private static func isThresholdType(_ value: UInt32) -> Bool { value >> 20 & 0b11 < 2 }

    private static let errorRecovery = FeatureRow(
        id: 0x05, name: "Error Recovery", isSaveable: true, isNamespaceSpecific: true,
        stored: { value, _ in value & 0x1_FFFF },
        apply: { _, _, controller in
            for namespace in controller.namespaces {
                let value = controller.featureValue(0x05, nsid: namespace.nsid)
                namespace.deallocatedBlockError = value & 1 << 16 != 0
            }
        })

    private static let volatileWriteCache = FeatureRow(
        id: 0x06, name: "Volatile Write Cache", isSaveable: true,
        // Without a cache both commands end with Invalid Field in Command (NVMe Base 2.3 §5.2.26.1.4).
        isPresent: { $0.writeCache },
        defaultValue: { profile, _ in profile.writeCache ? 1 : 0 },
        stored: { value, _ in value & 1 },
        apply: { value, _, controller in
            for namespace in controller.namespaces { namespace.media.setWriteCache(enabled: value & 1 == 1) }
        })

    private static let numberOfQueues = FeatureRow(
        id: 0x07, name: "Number of Queues",
        defaultValue: { profile, _ in UInt32(profile.queuePairs - 1) << 16 | UInt32(profile.queuePairs - 1) },
        validate: { request, controller in
            // 65,535 (0's based) is no number of queues; and the number is fixed once there are any.
            guard request.value & 0xFFFF != 0xFFFF, request.value >> 16 != 0xFFFF else { return .invalidField }
            return controller.queues.hadIOQueues ? .commandSequenceError : .success
        },
        stored: { value, controller in
            // What was allocated does not change between resets.
            if controller.features.isSet(0x07) { return controller.featureValue(0x07) }
            let most = UInt32(controller.profile.queuePairs - 1)
            return min(value >> 16, most) << 16 | min(value & 0xFFFF, most)
        })

    private static let interruptCoalescing = FeatureRow(
        id: 0x08, name: "Interrupt Coalescing", isSaveable: true,
        stored: { value, _ in value & 0xFFFF },
        apply: { value, _, controller in
            controller.coalescing.threshold = UInt8(value & 0xFF)
            controller.coalescing.time = UInt8(value >> 8 & 0xFF)
        })

    /// Subject: the interrupt vector.
    private static let interruptVectorConfiguration = FeatureRow(
        id: 0x09, name: "Interrupt Vector Configuration", isSaveable: true,
        defaultValue: { _, subject in subject },
        subject: { $0 & 0xFFFF },
        validate: { request, controller in
            Int(request.value & 0xFFFF) < controller.profile.vectors ? .success : .invalidField
        },
        validateGet: { value, controller in
            Int(value & 0xFFFF) < controller.profile.vectors ? .success : .invalidField
        },
        stored: { value, _ in value & 0x1_FFFF },
        apply: { value, subject, controller in
            controller.coalescing.setDisabled(value & 1 << 16 != 0, vector: Int(subject))
        })

    private static let writeAtomicity = FeatureRow(
        id: 0x0A, name: "Write Atomicity Normal", isSaveable: true, stored: { value, _ in value & 1 })

    private static let asynchronousEventConfiguration = FeatureRow(
        id: 0x0B, name: "Asynchronous Event Configuration", isSaveable: true,
        // SMART warnings, and firmware activation notices: what OAES and the SMART log can produce.
        defaultValue: { _, _ in 0x2FF },
        stored: { value, _ in value & 0x3FF },
        apply: { _, _, controller in controller.checkTemperature() })

    private static let timestamp = FeatureRow(
        id: 0x0E, name: "Timestamp", dataByteCount: 8,
        apply: { _, _, _ in },
        currentData: { controller in
            let (value, since, wasSet) = controller.features.timestamp
            let milliseconds = value &+ (controller.clock.now &- since) / 1_000_000
            var bytes = ByteLayout(count: 8)
            bytes.put(milliseconds, at: 0, bytes: 6)
            // Timestamp Origin: 001b set by the host, 000b counts since the last reset.
            bytes.put(UInt8(wasSet ? 0b0010 : 0), at: 6)
            return bytes.bytes
        })

    private static let hostBehavior = FeatureRow(
        id: 0x16, name: "Host Behavior Support", dataByteCount: 512,
        validate: { request, _ in request.data.prefix(3).allSatisfy { $0 <= 1 } ? .success : .invalidField })

    private static let softwareProgressMarker = FeatureRow(
        id: 0x80, name: "Software Progress Marker", isSaveable: true, stored: { value, _ in value & 0xFF })

    private static let hostIdentifier = FeatureRow(
        id: 0x81, name: "Host Identifier", dataByteCount: 16,
        // Without reservations the identifier may be changed at any time; both sizes exist.
        validate: { request, _ in request.value & ~1 == 0 ? .success : .invalidField })
}
