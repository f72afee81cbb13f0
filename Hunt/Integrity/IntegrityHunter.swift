import NVMe

/// Writes patterns of its own through the driver with verification on, and compares two verdicts: the driver's, and that of a
/// plain model of what each block may hold.
struct IntegrityHunter: Hunter {
    static let name = "integrity"
    static let purpose = "verification against an oracle, on a perfect device and with every flaw of the data"

    /// The flaws that data may suffer from, as an address spells them.
    static let flaws = [
        "flip-bit:byte=0:bit=0", "flip-bit:byte=77:bit=2", "flip-bit:byte=511:bit=7", "stale-read",
        "misdirected-read:by=1",
        "misdirected-read:by=-9", "zeros", "ones", "shift:bytes=8", "hide-uncorrectable", "lose-write",
        "misdirected-write:by=1", "misdirected-write:by=-17", "torn-block:sectors=1", "torn-write:blocks=1",
        "ignore-flush", "forget",
    ]

    func round(seed: UInt64, _ findings: Findings) throws {
        var dice = Dice(seed: seed)
        // Every other round on a perfect device; every fourth of those with threads.
        let isClean = seed % 2 == 0
        if isClean, seed % 8 == 4 { return try SharedRound(seed: seed, findings).run() }
        var address = "emu:small?clock=virtual&seed=\(seed & 0xFFFF)&sanitize=1ms&format=0ns&memory=512M"
        address += "&lba=\(dice.pick([512, 512, 4096]))&namespaces=\(dice.number(1...2))&queues=8"
        address += dice.pick(["", "&read=20us&write=7us&jitter=50", "&write=50us&perkib=300ns"])
        if !isClean {
            let flaw = dice.pick(Self.flaws)
            let isRare = flaw != "ignore-flush" && flaw != "forget"
            address += "&flaws=\(flaw)" + (isRare ? ":p=\(dice.pick(["0.005", "0.03", "0.2"]))" : "")
        }
        Trace.say(address)
        var round = try SoloRound(address: address, dice: dice, findings, isClean: isClean)
        try round.run()
    }
}

/// One thread on a virtual clock: the seed decides everything.
private struct SoloRound {
    private static let steps = 1500
    private let ground: Playground
    private var dice: Dice
    private var players: [Player] = []

    init(address: String, dice: Dice, _ findings: Findings, isClean: Bool) throws {
        self.dice = dice
        let ssd = try EmulatedSSD(address: address)
        let controller = Controller(ssd)
        try controller.initialise()
        ground = Playground(ssd, controller, findings, isClean: isClean, isShared: false)
        // Lesser levels overlook more by design; they may not give false alarms.
        let level = isClean ? self.dice.pick([.checksums, .checksums, .stamps]) : VerificationLevel.checksums
        for id in try controller.activeNamespaces() {
            let namespace = try controller.namespace(id)
            let first: UInt64 = self.dice.pick([0, 4000])
            let player = Player(
                ground, namespace, window: first..<first + 200, level: level,
                dice: Dice(seed: self.dice.next(), stream: UInt64(id)), firstNumber: UInt64(id) << 48)
            try namespace.startVerification(level)
            try player.sitDown()
            players.append(player)
        }
    }

    mutating func run() throws {
        defer { ground.ssd.close() }
        for _ in 0..<Self.steps {
            switch dice.below(120) {
            case 0: try disturb(dice.pick(Disturbance.all))
            case 1 where dice.once(in: 2): try format()
            case 2 where dice.once(in: 4): try sanitize()
            case 3 where dice.once(in: 2): try switchCache()
            case 4 where dice.once(in: 3): try restartVerification()
            default: try dice.pick(players).play()
            }
        }
        for player in players { try player.drain() }
        try readEverything()
        try ground.controller.close()
    }

    private mutating func disturb(_ disturbance: Disturbance) throws {
        Trace.say("\(disturbance)")
        ground.findings.operation()
        if disturbance == .normalShutdown {
            for player in players { try player.drain() }
            for player in players { player.oracle.settle() }
        }
        try disturbance.strike(ground)
        ground.hasCache = true
        for player in players {
            if disturbance.losesPower {
                player.powerLost()
            } else {
                if disturbance == .normalShutdown { player.durableReach = player.oracle.tick() }
                player.abandonAll()
            }
            try player.sitDown()
        }
    }

    private mutating func format() throws {
        let player = dice.pick(players)
        try player.drain()
        ground.findings.operation()
        Trace.say("format of namespace \(player.namespace.id)")
        try player.namespace.format(dataSize: dice.pick([512, 4096]))
        player.erased(rule: "format")
    }

    private mutating func sanitize() throws {
        for player in players { try player.drain() }
        ground.findings.operation()
        Trace.say("sanitize")
        try ground.controller.sanitize(option: UInt32(dice.pick([2, 4, 3 | 1 << 4])), pattern: 0x1234_5678).wait()
        for _ in 0..<100_000 {
            let log = try ground.controller.logPage(.sanitizeStatus, size: 512)
            if log[2] & 0b111 != 2 { break }
        }
        for player in players { player.erased(rule: "sanitize") }
    }

    private mutating func switchCache() throws {
        for player in players { try player.drain() }
        ground.findings.operation()
        let isOn = dice.once(in: 2)
        try ground.controller.setFeatures(.volatileWriteCache, isOn ? 1 : 0).wait()
        ground.hasCache = isOn
        Trace.say("cache \(isOn ? "on" : "off")")
    }

    private mutating func restartVerification() throws {
        let player = dice.pick(players)
        Trace.say("verification of namespace \(player.namespace.id) begins anew")
        player.namespace.stopVerification()
        try player.namespace.startVerification(player.level)
        player.generation += 1
        player.oracle.forgetKnowledge(rule: "written before verification began")
        player.durableReach = 0
    }

    private func readEverything() throws {
        for player in players {
            var lba = player.window.lowerBound
            while lba < player.window.upperBound, let lane = player.lanes.first {
                try player.read(lba..<min(lba + 8, player.window.upperBound), on: lane)
                try player.drain()
                lba += 8
            }
        }
    }
}
