import NVMe

extension CaseGroup {
    static let featureGroups = [
        CaseGroup("features-current", current),
        CaseGroup("features-select", selected),
        CaseGroup("features-set", changed),
        CaseGroup("features-save", saved),
        CaseGroup("features-errors", refused),
    ]

    /// All identifiers up to the last one that version 2.0 names, one reserved, one vendor specific.
    private static let identifiers: [UInt32] = Array(0x00...0x1A) + Array(0x78...0x85) + [0xBF, 0xC0, 0xFF]

    /// Those that either device has.
    private static let known: [UInt32] = [
        0x01, 0x02, 0x04, 0x05, 0x06, 0x07, 0x08, 0x09, 0x0A, 0x0B, 0x0E, 0x16, 0x19, 0x80, 0x81,
    ]

    private static let current: [DifferentialCase] = identifiers.map { feature in
        .script(hexadecimal(feature)) { bench in
            var answer = try bench.outcome(bench.admin(bench.getFeatures(feature, nsid: 1)))
            // Time goes on.
            if feature == 0x0E { answer += ", attributes \(bench.text(of: 6..<8))" }
            return answer
        }
    }

    private static let selected: [DifferentialCase] =
        known.flatMap { feature in
            ([(1, "default"), (2, "saved"), (3, "capabilities")] as [(UInt32, String)]).map { select, name in
                .admin("\(hexadecimal(feature))-\(name)") { $0.getFeatures(feature, select: select, nsid: 1) }
            }
        } + [4, 7].map { select in .admin("select-\(select)") { $0.getFeatures(0x01, select: select, nsid: 1) } }

    /// A value that is not the default and that a device with the feature has to take.
    private static let changes: [(feature: UInt32, value: UInt32, nsid: UInt32)] = [
        (0x01, 0x0403_0202, 0), (0x02, 0, 0), (0x04, 0x0150, 0), (0x05, 0x1234, 1), (0x06, 0, 0),
        (0x07, 0x0003_0003, 0), (0x08, 0x0A0B, 0), (0x09, 0x1_0002, 0), (0x0A, 1, 0), (0x0B, 0x0001, 0),
        (0x0E, 0, 0), (0x80, 3, 0), (0x81, 1, 0),
    ]

    private static let changed: [DifferentialCase] =
        changes.map { feature, value, nsid in
            .script("\(hexadecimal(feature))") { bench in
                bench.clear(0)
                let set = try bench.admin(bench.setFeatures(feature, value, nsid: nsid))
                guard set.isSuccess else { return bench.outcome(set) }
                let get = try bench.admin(bench.getFeatures(feature, nsid: nsid, value))
                return "Set \(bench.outcome(set)); get \(bench.outcome(get))"
            }
        } + [
            .script("error-recovery-after-reset") { bench in
                _ = try bench.admin(bench.setFeatures(0x05, 0x77, nsid: 1))
                try bench.restart()
                let get = try bench.admin(bench.getFeatures(0x05, nsid: 1))
                _ = try bench.admin(bench.setFeatures(0x05, 0, nsid: 1))
                return bench.outcome(get)
            }
        ]

    private static let saved: [DifferentialCase] = changes.map { feature, value, nsid in
        .admin("\(hexadecimal(feature))") { bench in
            bench.clear(0)
            return bench.setFeatures(feature, value, save: true, nsid: nsid)
        }
    }

    private static let refused: [DifferentialCase] =
        [0x00, 0x03, 0x0C, 0x0D, 0x0F, 0x10, 0x11, 0x13, 0x15, 0x17, 0x18, 0x1A, 0x7F, 0x82, 0x84, 0xBF, 0xC0]
        .map { feature in .admin("set-\(hexadecimal(feature))") { $0.setFeatures(feature) } } + [
            .admin("power-state-beyond") { $0.setFeatures(0x02, 0x1F) },
            .admin("power-workload-hint-reserved") { $0.setFeatures(0x02, 0x60) },
            .admin("temperature-sensor-1") { $0.getFeatures(0x04, 0x1_0000) },
            .admin("temperature-sensor-2") { $0.getFeatures(0x04, 0x2_0000) },
            .admin("temperature-sensor-reserved") { $0.getFeatures(0x04, 0xA_0000) },
            .admin("temperature-type-under") { $0.getFeatures(0x04, 0x10_0000) },
            .admin("temperature-type-reserved") { $0.getFeatures(0x04, 0x20_0000) },
            .admin("set-temperature-type-reserved") { $0.setFeatures(0x04, 0x20_0150) },
            .admin("set-temperature-sensor-reserved") { $0.setFeatures(0x04, 0xA_0150) },
            .admin("error-recovery-nsid-0") { $0.getFeatures(0x05, nsid: 0) },
            .admin("error-recovery-nsid-all") { $0.getFeatures(0x05, nsid: .max) },
            .admin("error-recovery-nsid-beyond") { $0.getFeatures(0x05, nsid: 0x1000) },
            .admin("set-error-recovery-nsid-0") { $0.setFeatures(0x05, 1, nsid: 0) },
            .admin("set-error-recovery-nsid-all") { $0.setFeatures(0x05, 1, nsid: .max) },
            .admin("set-error-recovery-nsid-beyond") { $0.setFeatures(0x05, 1, nsid: 0x1000) },
            .admin("arbitration-nsid-1") { $0.setFeatures(0x01, 3, nsid: 1) },
            .admin("arbitration-nsid-beyond") { $0.setFeatures(0x01, 3, nsid: 0x1000) },
            .admin("arbitration-nsid-all") { $0.setFeatures(0x01, 3, nsid: .max) },
            .admin("get-arbitration-nsid-beyond") { $0.getFeatures(0x01, nsid: 0x1000) },
            .admin("queues-submission-65535") { $0.setFeatures(0x07, 0x0000_FFFF) },
            .admin("queues-completion-65535") { $0.setFeatures(0x07, 0xFFFF_0000) },
            .admin("queues-most") { $0.setFeatures(0x07, 0xFFFE_FFFE) },
            .script("queues-after-creation") { bench in
                _ = try bench.queue()
                return try bench.outcome(bench.admin(bench.setFeatures(0x07, 0x0001_0001)))
            },
            .admin("vector-beyond") { $0.setFeatures(0x09, 33) },
            .admin("vector-65535") { $0.setFeatures(0x09, 0xFFFF) },
            .admin("get-vector-beyond") { $0.getFeatures(0x09, 33) },
            .admin("get-vector-last") { $0.getFeatures(0x09, 32) },
            .admin("vector-0-coalescing-disabled") { $0.getFeatures(0x09, 0) },
            .admin("event-configuration-reserved") { $0.setFeatures(0x0B, 0x00F0_0000) },
            .admin("command-set-profile-1") { $0.setFeatures(0x19, 1) },
            .admin("command-set-profile-511") { $0.setFeatures(0x19, 511) },
            .admin("save-of-unknown") { $0.setFeatures(0xBF, save: true) },
            .admin("timestamp-prp-unmapped") {
                var command = $0.setFeatures(0x0E)
                command.prp1 = Bench.unmapped
                return command
            },
            .script("error-recovery-dulbe") { bench in
                // A block that nobody has written fails to read while DULBE is set.
                let set = try bench.admin(bench.setFeatures(0x05, 1 << 16, nsid: 1))
                let read = try bench.io(bench.blocks(.read, lba: 700_000))
                _ = try bench.admin(bench.setFeatures(0x05, 0, nsid: 1))
                return "Set \(bench.outcome(set)); read \(bench.outcome(read))"
            },
        ]
}
