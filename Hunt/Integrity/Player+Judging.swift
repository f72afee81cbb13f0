import NVMe

/// What completions mean.
extension Player {
    /// How sure it is that a command has changed its blocks.
    enum Certainty { case done, perhaps }

    func judge(_ pending: Pending, _ completion: Completion) {
        _ = oracle.tick()
        Trace.completed(pending, completion, oracle, namespace)
        switch pending.action {
        case .read: judgeRead(pending, completion)
        case .flush(let reach):
            expect([.success], completion, pending)
            guard completion.isSuccess else { return }
            oracle.flushed(submitted: pending.submitted)
            durableReach = max(durableReach, reach)
        case .compare(let isEqual):
            pending.hasFailed = !completion.isSuccess
            expect(isEqual ? [.success] : [.compareFailure], completion, pending)
        case .verify: judgeReadability(pending, completion)
        case .copy:
            let mayFail = pending.ranges.contains { $0.contains { oracle.isUncorrectable($0) != false } }
            expect(mayFail ? [.success, .unrecoveredReadError] : [.success], completion, pending)
            apply(pending, completion.isSuccess ? .done : .perhaps)
        case .write where pending.first?.hasFailed == true:
            expect([.abortedFailedFused], completion, pending)
            if completion.isSuccess { return apply(pending, .perhaps) }
            // Nothing has changed, but of a write that failed the driver says "old or new".
            for lba in pending.blocks { oracle[lba].knowledge = .byRule("write failed") }
        case .write, .zeroes, .deallocate, .uncorrectable:
            expect([.success], completion, pending)
            apply(pending, completion.isSuccess ? .done : .perhaps)
        }
    }

    private func expect(_ codes: [StatusCode], _ completion: Completion, _ pending: Pending) {
        guard ground.isClean, !codes.contains(completion.code) else { return }
        let history = pending.blocks.prefix(20).map { "\($0): \(oracle[$0].history.map { "\($0.contents)" })" }
        findings.fail(
            "\(completion.code) for \(pending.action) of \(pending.blocks)\n\(history.joined(separator: "\n"))")
    }

    /// Changes the oracle as the command has changed the blocks.
    func apply(_ pending: Pending, _ certainty: Certainty) {
        switch pending.action {
        case .read, .compare, .verify, .flush: return
        case .write:
            let isKnown = level >= .stamps && pending.generation == generation
            let knowledge = isKnown ? BlockModel.Knowledge.exact : .byRule("not verified when written")
            for (index, content) in pending.contents(blockSize: blockSize).enumerated() {
                let lba = pending.blocks.lowerBound + UInt64(index)
                change(lba, [content], pending, certainty, knowledge)
            }
        case .zeroes: for lba in pending.blocks { change(lba, [.zeros], pending, certainty, .byRule("write zeroes")) }
        case .deallocate:
            // A hint: the device may also keep the data.
            for lba in pending.ranges.flatMap({ $0 }) {
                change(lba, [.zeros] + oracle[lba].current, pending, certainty, .byRule("deallocated"))
            }
        case .uncorrectable:
            let isKnown = pending.generation == generation
            for lba in pending.blocks {
                change(
                    lba, [.uncorrectable], pending, certainty,
                    isKnown ? .exact : .byRule("sent before verification began anew"))
            }
        case .copy: applyCopy(pending, certainty)
        }
    }

    private func applyCopy(_ pending: Pending, _ certainty: Certainty) {
        let sources = pending.ranges.flatMap { $0.map { oracle[$0] } }
        for (index, source) in sources.enumerated() {
            let contents = source.current.filter { $0 != .uncorrectable }
            let isKnown = source.knowledge == .exact && pending.generation == generation
            change(
                pending.destination + UInt64(index), contents, pending, certainty,
                isKnown ? .exact : .byRule("copy of unknown data"))
        }
    }

    private func change(
        _ lba: UInt64, _ contents: [Content], _ pending: Pending, _ certainty: Certainty,
        _ knowledge: BlockModel.Knowledge
    ) {
        // Force Unit Access needs no flush: it counts as submitted before all of them.
        oracle.change(
            lba, to: contents, submitted: pending.isDurable ? 0 : pending.submitted, isCertain: certainty == .done,
            isDurable: pending.isDurable, knowledge: knowledge)
    }

    /// Whether a command that reads without data failed where it had to.
    private func judgeReadability(_ pending: Pending, _ completion: Completion) {
        let states = pending.blocks.map { oracle.isUncorrectable($0) }
        if states.contains(true) {
            expect([.unrecoveredReadError], completion, pending)
        } else {
            expect(states.contains(nil) ? [.success, .unrecoveredReadError] : [.success], completion, pending)
        }
    }

    private func judgeRead(_ pending: Pending, _ completion: Completion) {
        let isAlarm = completion.code == .dataMismatch
        guard completion.isSuccess || isAlarm else {
            return judgeReadability(pending, completion)
        }
        findings.count { $0.readsChecked += 1 }
        let contents = read(pending)
        var wrong: [UInt64] = []
        var isCertain = true
        for (lba, content) in zip(pending.blocks, contents) {
            let isAllowed = oracle.allows(content, at: lba)
            if isAllowed == nil || oracle[lba].mayBeUnsent { isCertain = false }
            if isAllowed == false {
                wrong.append(lba)
            } else if let content, ground.isClean, !isAlarm {
                // A perfect device answers the same from here on; what one with flaws has shown may be the flaw.
                oracle[lba].seen(content)
            }
        }
        if wrong.isEmpty {
            // Where nobody can know what belongs there, a device with flaws may well have earned its alarm.
            if isAlarm, isCertain || ground.isClean { falseAlarm(pending) }
        } else {
            wrongData(wrong, pending, isAlarm: isAlarm, contents)
        }
    }

    private func read(_ pending: Pending) -> [Content?] {
        guard let buffer = pending.buffer else { return [] }
        let size = blockSize
        return buffer.withUnsafeBytes { bytes -> [Content?] in
            guard let base = bytes.baseAddress, bytes.count >= pending.blocks.count * size else { return [] }
            return (0..<pending.blocks.count).map { Pattern.content(base + $0 * size, size) }
        }
    }

    private func falseAlarm(_ pending: Pending) {
        findings.count { $0.falseAlarms += 1 }
        let report = namespace.integrity?.mismatches.last
        findings.fail("false alarm about \(pending.blocks): \(report.map { "\($0)" } ?? "no report")")
    }

    private func wrongData(_ wrong: [UInt64], _ pending: Pending, isAlarm: Bool, _ contents: [Content?]) {
        if ground.isClean {
            let lba = wrong[0]
            let got = contents[Int(lba - pending.blocks.lowerBound)]
            findings.fail(
                "wrong data on a perfect device, LBA \(lba) of \(pending.blocks): got "
                    + "\(got.map { "\($0)" } ?? "something else"), may be \(oracle[lba].current), alarm: \(isAlarm)")
            return
        }
        if isAlarm { return findings.count { $0.caught += 1 } }
        let rules = wrong.map { oracle[$0].knowledge }
        guard rules.contains(.exact), level == .checksums else {
            if case .byRule(let rule)? = rules.first { findings.count { $0.explained[rule, default: 0] += 1 } }
            return
        }
        findings.count { $0.missed += 1 }
        let lba = wrong.first { oracle[$0].knowledge == .exact } ?? wrong[0]
        let got = contents[Int(lba - pending.blocks.lowerBound)]
        findings.fail(
            "missed: LBA \(lba) read as \(got.map { "\($0)" } ?? "something else"), "
                + "but may be \(oracle[lba].current)")
    }
}
