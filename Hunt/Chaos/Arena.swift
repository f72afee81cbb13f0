import Foundation
import NVMe
import NVMeWorkload
import Synchronization

/// What the threads of a round share, and what each of them does at its turn.
final class Arena: @unchecked Sendable {
    struct Member: Sendable {
        /// At most; a round that has lasted long enough ends earlier.
        let turns: Int
        let act: @Sendable (Arena, inout Dice) throws -> Void
    }

    let ssd: EmulatedSSD
    let controller: Controller
    let namespace: Namespace
    let findings: Findings
    private let mismatches = Mutex<[String]>([])

    init(_ ssd: EmulatedSSD, _ controller: Controller, _ namespace: Namespace, _ findings: Findings) {
        self.ssd = ssd
        self.controller = controller
        self.namespace = namespace
        self.findings = findings
    }

    /// Fifteen: each has blocks of its own where it writes.
    static let members: [Member] = [
        Member(turns: 40) { try $0.work(0, &$1) }, Member(turns: 40) { try $0.work(1, &$1) },
        Member(turns: 40) { try $0.work(2, &$1) }, Member(turns: 200) { try $0.transfer(3, &$1) },
        Member(turns: 200) { try $0.transfer(4, &$1) }, Member(turns: 200) { try $0.transfer(5, &$1) },
        Member(turns: 200) { try $0.administer(&$1) }, Member(turns: 200) { try $0.administer(&$1) },
        Member(turns: 200) { try $0.makeQueues(&$1) }, Member(turns: 30) { try $0.reset(&$1) },
        Member(turns: 8) { try $0.cyclePower(&$1) }, Member(turns: 4) { try $0.remove(&$1) },
        Member(turns: 60) { try $0.switchVerification(&$1) }, Member(turns: 300) { try $0.readLogs(&$1) },
        Member(turns: 300) { try $0.watchMemory(&$1) },
    ]

    func turn(_ act: (Arena, inout Dice) throws -> Void, _ dice: inout Dice) {
        findings.operation()
        do { try act(self, &dice) } catch { judge(error) }
    }

    /// Errors that a perfect device, disturbed by our own doing, may lead to.
    private func judge(_ error: any Error) {
        findings.note(error)
        switch error {
        case NVMeError.invalidDeviceData, NVMeError.unexpectedCompletion, NVMeError.controllerFatal,
            NVMeError.reentrantWait, NVMeError.transferTooLarge, NVMeError.queueInUse:
            findings.fail("\(error)")
        case is NVMeError, is PCIeError, is WorkloadError: break
        default: findings.fail("an error of a type that nobody has documented: \(error)")
        }
    }

    private func region(_ index: Int) -> Range<UInt64> { UInt64(index) * 10_000..<UInt64(index) * 10_000 + 2_000 }

    // MARK: Turns

    private func work(_ index: Int, _ dice: inout Dice) throws {
        let worker = try namespace.ioworker(
            ioSize: 8, readPercentage: dice.pick([0, 50, 70, 100]), queueDepth: dice.pick([2, 16, 64]),
            time: .milliseconds(dice.number(5...60)), region: region(index),
            iops: dice.once(in: 4) ? dice.number(100...5000) : nil, seed: dice.next() >> 1)
        try worker.start()
        if dice.once(in: 3) {
            usleep(useconds_t(dice.below(20_000)))
            dice.once(in: 2) ? worker.stop() : worker.pause()
            worker.resume()
        }
        guard let result = worker.wait(atMost: .seconds(60)) else { return findings.fail("a worker does not end") }
        findings.count { $0.readsChecked += Int(result.completions[.read] ?? 0) }
        switch result.outcome {
        case .dataMismatch: falseAlarm()
        case .overdue: findings.fail("a worker was overdue")
        default: break
        }
        if !result.outcome.isSuccess {
            findings.note(NVMeError.unsupported(operation: "\(result.outcome)", because: "worker"))
        }
    }

    private func transfer(_ index: Int, _ dice: inout Dice) throws {
        let queue = try controller.makeQueuePair(depth: dice.pick([2, 8, 32]))
        let region = region(index)
        for _ in 0..<dice.number(1...20) {
            let blocks = dice.number(1...64)
            let lba = region.lowerBound + UInt64(dice.below(region.count - blocks))
            let pattern = UInt32(truncatingIfNeeded: dice.next()) | 1
            let written = try controller.makeBuffer(blocks * 512, pattern: .dword(pattern))
            try namespace.write(queue, written, lba: lba, count: blocks).wait()
            let back = try controller.makeBuffer(blocks * 512)
            try namespace.read(queue, back, lba: lba, count: blocks)
            let completion = try queue.completion()
            findings.count { $0.readsChecked += 1 }
            if completion.code == .dataMismatch { falseAlarm() }
            guard completion.isSuccess else { throw NVMeError.status(completion) }
            // Only this thread writes here: what was written is there, or the power went in between, and then the pair too.
            if back[...].bytes != written[...].bytes, queue.isAlive {
                findings.fail("LBA \(lba), \(blocks) blocks: read differs from what was written")
            }
        }
        if dice.once(in: 2) { try queue.delete() }
    }

    private func falseAlarm() {
        findings.count { $0.falseAlarms += 1 }
        let report = namespace.integrity?.mismatches.last
        findings.fail("false alarm: \(report.map { "\($0)" } ?? "no report")")
    }

    private func administer(_ dice: inout Dice) throws {
        let channel = controller.makeAdminChannel()
        switch dice.below(8) {
        case 0: _ = try controller.identifyController()
        case 1: _ = try controller.smartLog()
        case 2: _ = try controller.activeNamespaces()
        case 3: _ = try channel.getFeatures(.temperatureThreshold).wait()
        case 4: _ = try channel.setFeatures(.temperatureThreshold, 0x100 + UInt32(dice.below(0x100))).wait()
        case 5: _ = try controller.errorLog()
        case 6: try channel.abort(UInt16(dice.below(64)), queue: UInt16(dice.below(4))).wait()
        default: try namespace.refresh()
        }
    }

    private func makeQueues(_ dice: inout Dice) throws {
        let queue = try controller.makeQueuePair(depth: dice.pick([2, 16, 256]))
        for _ in 0..<dice.below(queue.depth - 1) {
            try namespace.read(
                queue, controller.makeBuffer(65_536), lba: 200_000 + UInt64(dice.below(1000)), count: 128)
        }
        // Dropped with commands outstanding, or deleted in order.
        if dice.once(in: 2) { try queue.delete() }
    }

    private func reset(_ dice: inout Dice) throws {
        usleep(useconds_t(dice.number(5...80)) * 1000)
        switch dice.below(4) {
        case 0: try controller.pcieReset(dice.pick(ResetKind.allCases))
        case 1: try controller.subsystemReset()
        default: break
        }
        try controller.reset()
    }

    private func cyclePower(_ dice: inout Dice) throws {
        usleep(useconds_t(dice.number(50...400)) * 1000)
        try controller.powerCycle(off: .milliseconds(dice.below(5)))
        try controller.reset()
    }

    private func remove(_ dice: inout Dice) throws {
        usleep(useconds_t(dice.number(100...600)) * 1000)
        try ssd.remove()
        usleep(useconds_t(dice.below(5000)))
        try ssd.reinsert()
        try controller.reset()
    }

    private func switchVerification(_ dice: inout Dice) throws {
        usleep(useconds_t(dice.below(40_000)))
        if dice.once(in: 4) {
            namespace.stopVerification()
        } else {
            try namespace.startVerification(dice.pick(VerificationLevel.allCases))
        }
    }

    private func readLogs(_ dice: inout Dice) throws {
        for log in controller.commandLogs { _ = log.entries(dice.number(1...100)) }
        _ = controller.warnings.take()
        usleep(useconds_t(dice.below(3000)))
    }

    /// Buffers that no device was ever told of.
    private func watchMemory(_ dice: inout Dice) throws {
        let pattern = UInt32(truncatingIfNeeded: dice.next())
        let buffers = try (0..<dice.number(1...16)).map { _ in
            try controller.makeBuffer(dice.pick([4096, 65_536]), pattern: .dword(pattern))
        }
        usleep(useconds_t(dice.below(8000)))
        for buffer in buffers {
            let isWhole = buffer.withUnsafeBytes { $0.bindMemory(to: UInt32.self).allSatisfy { $0 == pattern } }
            if !isWhole { findings.fail("a buffer that nobody gave to the device has changed") }
        }
    }

    /// The device is perfect: whatever verification has found is false.
    func checkMismatches() {
        guard let table = namespace.integrity, table.mismatchCount > 0 else { return }
        findings.fail(
            "\(table.mismatchCount) mismatches on a perfect device; \(table.mismatches.last.map { "\($0)" } ?? "")")
    }
}
