import Foundation

/// What a process may leak.
struct ProcessState {
    let descriptors: Int
    let threads: Int
    let residentKiB: Int

    static func now() -> ProcessState {
        let files = FileManager.default
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let resident = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
        return ProcessState(
            descriptors: (try? files.contentsOfDirectory(atPath: "/proc/self/fd").count) ?? 0,
            threads: (try? files.contentsOfDirectory(atPath: "/proc/self/task").count) ?? 0,
            residentKiB: resident.flatMap { Int($0.filter(\.isNumber)) } ?? 0)
    }
}

/// Watches what is left over after each round, from the third on: the first ones fill caches.
struct LeakWatch {
    private static let warmUp = 3
    /// Allocators keep some memory; a leak of a kilobyte a round shows over the hours of a pipeline.
    private static let toleratedKiB = 192 << 10
    private var rounds = 0
    private var start: ProcessState?

    mutating func roundEnded(_ findings: Findings) {
        rounds += 1
        guard rounds >= Self.warmUp else { return }
        guard let start else {
            usleep(500_000)
            self.start = ProcessState.now()
            return
        }
        let now = Self.settled { $0.descriptors <= start.descriptors && $0.threads <= start.threads }
        if now.descriptors > start.descriptors {
            findings.fail("\(now.descriptors - start.descriptors) descriptors more than \(rounds) rounds ago")
        }
        if now.threads > start.threads {
            findings.fail("\(now.threads - start.threads) threads more than \(rounds) rounds ago")
        }
        if now.residentKiB > start.residentKiB + Self.toleratedKiB {
            findings.fail("\(now.residentKiB - start.residentKiB) KiB of memory more than \(rounds) rounds ago")
        }
    }

    /// A thread that has told its result still needs a moment to end.
    private static func settled(_ isEnough: (ProcessState) -> Bool) -> ProcessState {
        var state = ProcessState.now()
        for _ in 0..<100 where !isEnough(state) {
            usleep(20_000)
            state = ProcessState.now()
        }
        return state
    }
}
