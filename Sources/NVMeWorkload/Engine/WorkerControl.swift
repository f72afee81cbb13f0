import CNVMeHost
import Synchronization

/// The words that a worker's thread and its script share while it runs.
///
/// Unsafe inside: `words` has `count` elements, each written by one side only and read by the other with volatile accesses.
final class WorkerControl: @unchecked Sendable {
    /// What the script wants of the worker.
    enum Request: UInt64 {
        case run = 0
        case pause = 1
        case stop = 2
    }

    /// Indexes into `words`.
    enum Counter {
        static let completions = 0
        static let bytesRead = 1
        static let bytesWritten = 2
        static let errors = 3
        static let latencySum = 4
        static let startTick = 5
        static let operations = 16
        static let latency = operations + 256
        static let scheduledLatency = latency + LatencyHistogram.bucketCount
        static let count = scheduledLatency + LatencyHistogram.bucketCount
    }

    /// The request, as a word that the hot loop reads without touching this object.
    let request: UnsafeMutablePointer<UInt64>
    /// Statistics, written by the worker only.
    let words: UnsafeMutablePointer<UInt64>

    init() {
        // A cache line of its own.
        request = .allocate(capacity: 8)
        request.initialize(repeating: 0, count: 8)
        words = .allocate(capacity: Counter.count)
        words.initialize(repeating: 0, count: Counter.count)
    }

    deinit {
        request.deallocate()
        words.deallocate()
    }

    /// Any number of threads may ask at once. A worker that was told to stop does not start again, whatever is asked at the same moment.
    func ask(_ wanted: Request) { Self.ask(wanted, in: request) }

    /// Puts a request into a word that does not hold a stop.
    static func ask(_ wanted: Request, in word: UnsafeMutablePointer<UInt64>) {
        var current = nvme_load64(word)
        while current != Request.stop.rawValue {
            let found = nvme_compare_exchange64(word, current, wanted.rawValue)
            if found == current { return }
            current = found
        }
    }

    /// A copy of all counters; each is right, together they may be some commands apart while the worker runs.
    func snapshot() -> WorkerCounters {
        var copy = Array(repeating: UInt64(0), count: Counter.count)
        for index in copy.indices { copy[index] = nvme_load64(words + index) }
        return WorkerCounters(words: copy)
    }

    /// The counters of a progress line, without the histograms.
    func summary() -> (completions: UInt64, bytes: UInt64, errors: UInt64, latencySum: UInt64, startTick: UInt64) {
        (
            nvme_load64(words + Counter.completions),
            nvme_load64(words + Counter.bytesRead) &+ nvme_load64(words + Counter.bytesWritten),
            nvme_load64(words + Counter.errors), nvme_load64(words + Counter.latencySum),
            nvme_load64(words + Counter.startTick)
        )
    }
}

/// All statistics of a worker at one moment.
struct WorkerCounters: Sendable {
    var words: [UInt64]

    static var zero: WorkerCounters {
        WorkerCounters(words: Array(repeating: 0, count: WorkerControl.Counter.count))
    }

    subscript(_ counter: Int) -> UInt64 { words[counter] }

    /// What has been counted since an earlier moment.
    func since(_ earlier: WorkerCounters) -> WorkerCounters {
        var difference = self
        for index in words.indices { difference.words[index] &-= earlier.words[index] }
        return difference
    }

    var latency: LatencyHistogram { histogram(at: WorkerControl.Counter.latency) }
    var scheduledLatency: LatencyHistogram { histogram(at: WorkerControl.Counter.scheduledLatency) }

    private func histogram(at start: Int) -> LatencyHistogram {
        LatencyHistogram(counts: words[start..<start + LatencyHistogram.bucketCount])
    }

    /// Completions by operation; only those that happened.
    var operations: [Operation: UInt64] {
        var counts: [Operation: UInt64] = [:]
        for opcode in 0..<256 where words[WorkerControl.Counter.operations + opcode] > 0 {
            counts[Operation(rawValue: UInt8(opcode))] = words[WorkerControl.Counter.operations + opcode]
        }
        return counts
    }
}
