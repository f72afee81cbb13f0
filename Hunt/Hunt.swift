import ArgumentParser
import Foundation

/// One of the four ways to look for bugs.
protocol Hunter {
    static var name: String { get }
    static var purpose: String { get }
    init()
    /// One round of a few seconds at most: everything in it follows from the seed.
    func round(seed: UInt64, _ findings: Findings) throws
}

@main
struct Hunt: ParsableCommand {
    static var hunters: [any Hunter.Type] {
        [IntegrityHunter.self, ChaosHunter.self, HostileHostHunter.self, HostileDeviceHunter.self]
    }

    static let configuration = CommandConfiguration(
        commandName: "hunt", abstract: "Looks for bugs in the driver and the device model, for as long as you like.",
        discussion: hunters.map { "\($0.name): \($0.purpose)" }.joined(separator: "\n"))

    @Argument(help: "Hunters, or all.")
    var names: [String] = []

    @Option(help: "Seconds of each hunter.")
    var seconds: Double = 10

    @Option(help: "Seed of the first round; the next round has the next number. By default from the clock.")
    var seed: UInt64?

    @Option(help: "Rounds of each hunter, instead of seconds.")
    var rounds: Int?

    @Option(help: "A block whose story the integrity hunter tells.")
    var trace: UInt64?

    func validate() throws {
        for name in names where !Self.hunters.contains(where: { $0.name == name }) {
            throw ValidationError("there is no hunter '\(name)'; there are \(Self.hunters.map { $0.name })")
        }
        guard seconds >= 0, seconds < 1e7 else { throw ValidationError("--seconds takes 0 to 10,000,000") }
    }

    func run() throws {
        LastWords.arm()
        if let trace { Trace.follow(trace) }
        Watchdog.start()
        let seed = self.seed ?? UInt64(Date().timeIntervalSince1970)
        print("seed \(seed)")
        var isClean = true
        for type in Self.hunters where names.isEmpty || names.contains(type.name) {
            isClean = hunt(type, from: seed) && isClean
        }
        guard isClean else { throw ExitCode(1) }
    }

    private func hunt(_ type: any Hunter.Type, from seed: UInt64) -> Bool {
        let findings = Findings(hunter: type.name)
        let end = ContinuousClock.now + .seconds(seconds)
        let hunter = type.init()
        var leaks = LeakWatch()
        var round = 0
        while rounds.map({ round < $0 }) ?? (ContinuousClock.now < end) {
            let number = seed &+ UInt64(round)
            findings.begin(round: number)
            Watchdog.watch("\(type.name): \(findings.replay)", limit: Self.roundLimit) {
                do { try hunter.round(seed: number, findings) } catch { findings.fail("a round ended with \(error)") }
            }
            leaks.roundEnded(findings)
            round += 1
        }
        LastWords.prepare("")
        print("\(findings.summary); \(round) rounds from seed \(seed)")
        return findings.isClean
    }

    /// A round takes a second or two; slow machines and sanitizers get a hundred times as much.
    private static let roundLimit = Duration.seconds(180)
}
