import CNVMeHost
import Synchronization

/// The processors of this machine, as far as the calling thread may use them.
enum Processors {
    /// Fewest processors with which workers are bound unasked: with fewer, a bound worker meets the script, the device's thread or
    /// another worker on its own, and spinning threads that share a processor take it from each other for milliseconds.
    static let leastForBinding = 4
    private static let wordCount = 128
    private static let turn = Atomic(0)

    /// Numbers of the processors, ascending; empty where the system does not tell.
    static var allowed: [Int] {
        var words = [UInt64](repeating: 0, count: wordCount)
        let valid = nvme_thread_processors(&words, Int32(wordCount))
        guard valid > 0 else { return [] }
        return (0..<Int(valid) * 64).filter { words[$0 / 64] >> UInt64($0 % 64) & 1 != 0 }
    }

    /// The processor of the next worker; nil leaves it to the scheduler.
    ///
    /// - Parameters:
    ///   - wanted: what the workload asks for, taken in turn.
    ///   - allowed: what the process may use.
    static func choice(_ wanted: [Int], allowed: [Int], turn: Int) -> Int? {
        if !wanted.isEmpty { return wanted[turn % wanted.count] }
        return allowed.count >= leastForBinding ? allowed[turn % allowed.count] : nil
    }

    /// Binds the calling thread to the processor whose turn it is.
    static func bind(_ wanted: [Int]) {
        let turn = turn.wrappingAdd(1, ordering: .relaxed).oldValue & .max
        guard let number = choice(wanted, allowed: allowed, turn: turn), number < wordCount * 64 else { return }
        var words = [UInt64](repeating: 0, count: wordCount)
        words[number / 64] = 1 << UInt64(number % 64)
        // A processor that has gone offline since it was checked leaves the thread where it is.
        _ = nvme_bind_thread(words, Int32(wordCount))
    }
}
