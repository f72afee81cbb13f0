import Foundation
import NVMe
import Synchronization

/// Several threads on the real clock, each with queues and blocks of its own, and one that disturbs the device.
///
/// The seed decides which commands each thread sends in which order; how they interleave is up to the machine.
struct SharedRound {
    private static let commands = 400
    private let seed: UInt64
    private let findings: Findings

    init(seed: UInt64, _ findings: Findings) {
        self.seed = seed
        self.findings = findings
    }

    /// What the disturber tells the players.
    private final class World: Sendable {
        struct State {
            var disturbances: [Disturbance] = []
            var isUp = true
        }

        let state = Mutex(State())
    }

    func run() throws {
        var dice = Dice(seed: seed)
        let address =
            "emu:small?queues=16&memory=512M&seed=\(seed & 0xFFFF)" + dice.pick(["", "&read=20us&write=10us"])
        let ssd = try EmulatedSSD(address: address)
        defer { ssd.close() }
        let controller = Controller(ssd)
        try controller.initialise()
        let ground = Playground(ssd, controller, findings, isClean: true, isShared: true)
        let namespace = try controller.namespace()
        try namespace.startVerification()
        let world = World()
        let crew = Crew()
        for index in 0..<4 {
            let first = UInt64(index) * 1000
            let (seed, findings) = (seed, findings)
            crew.start {
                let player = Player(
                    ground, namespace, window: first..<first + 150, level: .checksums,
                    dice: Dice(seed: seed, stream: UInt64(index)), firstNumber: UInt64(index + 1) << 48)
                do { try Self.play(player, in: world, crew) } catch { findings.fail("a player ended with \(error)") }
            }
        }
        let (disturber, findings) = (Dice(seed: seed, stream: 99), findings)
        crew.start {
            do { try Self.disturb(ground, world, disturber, crew) } catch {
                findings.fail("the disturber ended with \(error)")
            }
        }
        crew.join(tellingAfter: .seconds(4))
        try controller.close()
    }

    private static func play(_ player: Player, in world: World, _ crew: Crew) throws {
        var seen = 0
        var sent = 0
        var needsSeat = true
        while sent < commands, !crew.isOver {
            let news = world.state.withLock { ($0.disturbances.count, Array($0.disturbances.dropFirst(seen)), $0.isUp) }
            if news.0 > seen {
                seen = news.0
                if news.1.contains(where: \.losesPower) { player.powerLost() } else { player.abandonAll() }
                needsSeat = true
            }
            guard news.2 else {
                usleep(200)
                continue
            }
            do {
                if needsSeat { try player.sitDown() }
                needsSeat = false
                try player.play()
                sent += 1
            } catch let error as NVMeError {
                // Whatever it was, a disturbance has to be its reason, and will be in the list when it is over.
                player.findings.note(error)
                let isExplained = world.state.withLock { $0.disturbances.count > seen || !$0.isUp }
                guard isExplained else { throw error }
                usleep(200)
            }
        }
        try? player.drain()
    }

    private static func disturb(_ ground: Playground, _ world: World, _ dice: Dice, _ crew: Crew) throws {
        var dice = dice
        for _ in 0..<6 where !crew.isOver {
            usleep(useconds_t(dice.number(2...60)) * 1000)
            let disturbance = dice.pick(Disturbance.all.filter { $0 != .normalShutdown })
            world.state.withLock { state in
                state.isUp = false
                state.disturbances.append(disturbance)
            }
            ground.findings.operation()
            try disturbance.strike(ground)
            world.state.withLock { $0.isUp = true }
        }
    }
}
