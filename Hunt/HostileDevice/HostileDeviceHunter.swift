import NVMe
import NVMeWorkload

/// Uses the whole driver on a device that lies: nothing may crash, and every wait has to end by its deadline.
struct HostileDeviceHunter: Hunter {
    static let name = "device"
    static let purpose = "a hostile device against the driver: completions, registers, data, and all flaws"

    private static let calls = 120

    func round(seed: UInt64, _ findings: Findings) throws {
        var dice = Dice(seed: seed)
        // Every fourth round on the real clock, with short time-outs.
        let isReal = seed % 4 == 3
        var profile = try SSDProfile(
            address: "emu:small?memory=64M&queues=4&seed=\(seed & 0xFFFF)&format=0ns" + (isReal ? "" : "&clock=virtual")
                + Self.flaws(&dice))
        // CAP.TO: half a second, since a device that never gets ready is waited for that long.
        profile.timeout = 1
        let ssd = try EmulatedSSD(profile: profile)
        defer { ssd.close() }
        let function = LyingFunction(ssd, LyingFunction.Habits(), dice: Dice(seed: seed, stream: 1))
        let controller = Controller(function)
        controller.timeout = .milliseconds(40)
        controller.waitGrace = .milliseconds(40)
        // A device that lies from the first moment on mostly fails to come up; often it is only later that it begins.
        let habits = Self.habits(&dice)
        if dice.once(in: 3) { function.setHabits(habits) }
        try? controller.initialise()
        function.setHabits(habits)
        let victim = Victim(controller, function, findings, dice: dice)
        for _ in 0..<Self.calls { victim.act() }
        victim.letGo()
        try? controller.close()
    }

    private static func habits(_ dice: inout Dice) -> LyingFunction.Habits {
        func often(_ choices: [Int?]) -> Int? { dice.pick(choices) }
        return LyingFunction.Habits(
            register: often([nil, nil, 10, 100, 1000]), configuration: often([nil, 10]),
            completion: often([nil, 3, 20, 200]), data: often([nil, 3, 20]), doorbell: often([nil, nil, 5, 50]),
            link: often([nil, nil, nil, 50, 1000]), clockGoesOn: dice.once(in: 2))
    }

    /// Any flaw of the catalogue, or two.
    private static func flaws(_ dice: inout Dice) -> String {
        let answers = [
            "no-answer", "answer-twice", "wrong-cid:by=1", "wrong-cid:by=4000", "wrong-phase", "stall:ms=30", "status",
        ]
        let all = IntegrityHunter.flaws + answers + answers
        let chosen = (0..<dice.below(3)).map { _ in dice.pick(all) + ":p=" + dice.pick(["0.02", "0.3", "1"]) }
        return chosen.isEmpty ? "" : "&flaws=" + chosen.joined(separator: ",")
    }
}

/// A script on a lying device: it calls everything, and expects errors everywhere, but only errors.
private final class Victim {
    private let controller: Controller
    private let function: LyingFunction
    private let findings: Findings
    private var dice: Dice
    private var queue: QueuePair?
    private var namespace: Namespace?

    init(_ controller: Controller, _ function: LyingFunction, _ findings: Findings, dice: Dice) {
        self.controller = controller
        self.function = function
        self.findings = findings
        self.dice = dice
    }

    func letGo() {
        queue = nil
        namespace = nil
    }

    func act() {
        findings.operation()
        let isFresh = queue == nil || namespace == nil
        do {
            if isFresh { try prepare() } else if dice.once(in: 3) { try manage() } else { try move() }
        } catch {
            findings.note(error)
            let isDocumented = error is NVMeError || error is PCIeError || error is WorkloadError
            if !isDocumented { findings.fail("an error of a type that nobody has documented: \(error)") }
            if dice.once(in: 6) { queue = nil }
        }
    }

    private func prepare() throws {
        if dice.once(in: 3) { try controller.reset() }
        namespace = try controller.namespace(1)
        queue = try controller.makeQueuePair(depth: dice.pick([2, 8, 64]))
        if dice.once(in: 2) { try namespace?.startVerification() }
    }

    /// I/O commands, and a wait that has to end in time.
    private func move() throws {
        guard let queue, let namespace else { return }
        let count = dice.number(1...max(1, queue.depth - 1))
        var sent = 0
        for _ in 0..<min(count, 12) {
            let blocks = dice.number(1...16)
            let buffer = try controller.makeBuffer(blocks * max(namespace.transferSize, 1))
            let lba = UInt64(dice.below(64))
            switch dice.below(5) {
            case 0, 1: try namespace.write(queue, buffer, lba: lba, count: blocks)
            case 2, 3: try namespace.read(queue, buffer, lba: lba, count: blocks)
            default: try namespace.flush(queue)
            }
            sent += 1
        }
        let start = function.nanoseconds
        defer { checkDeadline(since: start) }
        if dice.once(in: 2) {
            try queue.wait(sent)
        } else {
            findings.count { $0.readsChecked += 1 }
            for completion in try queue.completions(sent) where !completion.isSuccess {
                findings.note(NVMeError.status(completion))
            }
        }
    }

    /// Time-out and grace, and what a look at the clock now and then costs: a virtual clock makes leaps.
    private func checkDeadline(since start: UInt64) {
        let limit: UInt64 = 80_000_000 + (function.stepper == nil ? 1_500_000_000 : 600_000_000)
        let elapsed = function.nanoseconds &- start
        if elapsed > limit { findings.fail("a wait lasted \(elapsed / 1_000_000) ms, its deadline was 80 ms") }
    }

    private func manage() throws {
        guard let namespace else { return }
        switch dice.below(16) {
        case 0: _ = try controller.identifyController()
        case 1: _ = try controller.smartLog()
        case 2: _ = try controller.errorLog()
        case 3: _ = try controller.activeNamespaces()
        case 4: _ = try controller.getFeatures(FeatureIdentifier(rawValue: UInt8(dice.below(32)))).wait()
        case 5: try namespace.refresh()
        case 6: _ = try controller.commandsSupported()
        case 7: try queue?.delete()
        case 8: try controller.reset()
        case 9: try controller.pcieReset(dice.pick(ResetKind.allCases))
        case 10: try controller.powerCycle()
        // On the real clock a format that is never answered lasts its hundred seconds.
        case 11 where function.stepper != nil: try namespace.format(dataSize: dice.pick([512, 4096]))
        case 12: try work(namespace)
        case 13: _ = controller.commandLogs.map { $0.entries() }
        case 14: try controller.asynchronousEventRequest()
        default: try controller.abort(UInt16(dice.below(16)), queue: 1).wait()
        }
    }

    private func work(_ namespace: Namespace) throws {
        let worker = try namespace.ioworker(readPercentage: 50, queueDepth: 8, ioCount: 200, region: 0..<256)
        let result = try worker.run()
        guard !result.outcome.isSuccess else { return }
        findings.note(NVMeError.unsupported(operation: "\(result.outcome)", because: "worker"))
    }
}
