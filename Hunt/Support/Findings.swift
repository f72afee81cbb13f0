import Foundation
import NVMe
import Synchronization

/// What a hunter has done and found, over all of its rounds and threads.
final class Findings: Sendable {
    struct Counts {
        var operations = 0
        /// Reads whose data somebody judged.
        var readsChecked = 0
        /// Wrong data that verification has seen.
        var caught = 0
        /// Wrong data that verification let pass, though it knew what belonged there.
        var missed = 0
        /// Wrong data that verification let pass, as a rule of docs/integrity.md says.
        var explained: [String: Int] = [:]
        /// Alarms about right data.
        var falseAlarms = 0
        var errors: [String: Int] = [:]
        var failures = 0
    }

    let hunter: String
    private let counts = Mutex(Counts())
    private let seed = Mutex<UInt64>(0)
    /// Lines printed of one round at most; the first failures say the most.
    private static let linesPerRound = 6
    private let lines = Mutex(0)

    init(hunter: String) { self.hunter = hunter }

    /// What to type in order to see the round again.
    var replay: String { "make hunt HUNTER=\(hunter) SEED=\(seed.withLock { $0 }) ROUNDS=1" }

    func begin(round seed: UInt64) {
        self.seed.withLock { $0 = seed }
        lines.withLock { $0 = 0 }
        LastWords.prepare("\(hunter): the process died; replay: \(replay)\n")
    }

    func count(_ change: (inout Counts) -> Void) { counts.withLock { change(&$0) } }
    func operation(_ number: Int = 1) { counts.withLock { $0.operations += number } }
    var isClean: Bool { counts.withLock { $0.failures == 0 } }

    /// An error that may happen; counted by its kind.
    func note(_ error: any Error) { counts.withLock { $0.errors[Self.kind(of: error), default: 0] += 1 } }

    /// Something that must not happen.
    func fail(_ text: String) {
        counts.withLock { $0.failures += 1 }
        let isNew = lines.withLock {
            $0 += 1
            return $0 <= Self.linesPerRound
        }
        guard isNew else { return }
        print("FAIL \(hunter): \(text)\n     replay: \(replay)")
        fflush(nil)
    }

    /// The case of an error without its values; statuses with their code.
    static func kind(of error: any Error) -> String {
        if case NVMeError.status(let completion) = error { return status(completion.code) }
        if case NVMeError.pcie(let below) = error { return "pcie.\(kind(of: below))" }
        return String("\(Mirror(reflecting: error).children.first?.label ?? "\(error)")".prefix(60))
    }

    /// Type and code, as in 02/81.
    private static func status(_ code: StatusCode) -> String {
        func hex(_ value: UInt16) -> String { (value < 16 ? "0" : "") + String(value, radix: 16) }
        return "status \(hex(code.rawValue >> 8))/\(hex(code.rawValue & 0xFF))"
    }

    /// One line for people and scripts.
    var summary: String {
        counts.withLock { counts in
            let errors = counts.errors.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
            let rules = counts.explained.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
            return "\(hunter): \(counts.operations) operations, \(counts.readsChecked) reads checked, "
                + "\(counts.caught) caught, \(counts.missed) missed, \(counts.falseAlarms) false, "
                + "\(counts.failures) failures"
                + (rules.isEmpty ? "" : "; unknown by rule: " + rules.joined(separator: ", "))
                + (errors.isEmpty ? "" : "; errors: " + errors.joined(separator: ", "))
        }
    }
}
