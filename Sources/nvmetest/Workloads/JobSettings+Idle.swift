import NVMeWorkload

/// Parameters that were given and change nothing beside the others.
extension JobSettings {
    /// A remark for each of them, for the report.
    var idleNotes: [String] {
        let isRandom = randomPercent ?? (access.isRandom ? 100 : 0)
        let sendsData = writesBlocks
        let reasons: [(name: String, isIdle: Bool, reason: String)] = [
            (
                "read", mix != nil || access.operations.count < 2,
                "the mode has no share of reads; randrw and readwrite do"
            ),
            ("distribution", isRandom == 0, "no command has a random address"),
            ("step", isRandom == 100, "no command is sequential"),
            ("start", isRandom == 100, "no command is sequential"),
            ("burst", workload.thinkTime == .zero, "there are no pauses without a think time"),
            ("pattern", !sendsData, "nothing is written"),
        ]
        return reasons.compactMap { name, isIdle, reason in
            guard isIdle, let origin = origins[name] else { return nil }
            return "'\(origin.name)' has no effect: \(reason)"
        }
    }

    private var writesBlocks: Bool {
        let operations = mix ?? access.operations
        return operations.contains { $0.value > 0 && $0.key.rawValue & 0b01 != 0 && $0.key != .deallocate }
    }
}
