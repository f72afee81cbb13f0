import CNVMeHost
import Glibc
import NVMeSpec
import PCIExpress

/// The latest commands of one queue with their completions, as they were on the wire.
///
/// Written by the queue without locks, readable from any thread at any time, also after the queue is gone. Each entry
/// takes two cache lines; a version word that is written before and after tells a reader to look again.
///
/// Unsafe inside: `base` covers `capacity` entries of 128 bytes; only the `LogWriter` of the queue that is alive writes.
public final class CommandLog: @unchecked Sendable {
    /// Fewest commands that a log remembers.
    static let leastCapacity = 2048

    /// Queue identifier; 0 is the admin queue.
    public let queueID: UInt16
    /// Commands remembered; a power of two.
    public let capacity: Int
    let base: UnsafeMutableRawPointer
    private let clock: DriverClock

    /// - Parameter capacity: rounded up to a power of two, at least 2048 and at most 131,072.
    init(queueID: UInt16, capacity: Int, clock: DriverClock) throws(NVMeError) {
        var power = Self.leastCapacity
        while power < capacity, power < 1 << 17 { power *= 2 }
        self.queueID = queueID
        self.capacity = power
        self.clock = clock
        let byteCount = power * LogRecord.byteCount
        // Fresh pages are zero and take no memory until commands are logged.
        let mapping = mmap(nil, byteCount, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
        guard let mapping, mapping != MAP_FAILED else {
            throw .pcie(.outOfMemory(requested: byteCount, available: 0))
        }
        base = mapping
    }

    deinit { munmap(base, capacity * LogRecord.byteCount) }

    /// The newest commands, newest first.
    ///
    /// - Parameter count: how many at most; nil for all that are remembered.
    public func entries(_ count: Int? = nil) -> [CommandLogEntry] {
        let wanted = min(max(count ?? capacity, 0), capacity)
        var entries: [CommandLogEntry] = []
        var sequence = newestSequence
        while sequence > 0, entries.count < wanted {
            guard let record = LogRecord.read(at: base, capacity: capacity, sequence: sequence) else { break }
            entries.append(entry(record))
            sequence -= 1
        }
        return entries
    }

    /// Number of the newest command; commands are counted from 1.
    var newestSequence: UInt64 {
        var newest: UInt64 = 0
        for index in 0..<capacity {
            newest = max(newest, nvme_load_acquire64(base + index * LogRecord.byteCount + LogRecord.version) >> 2)
        }
        return newest
    }

    func entry(sequence: UInt64) -> CommandLogEntry? {
        LogRecord.read(at: base, capacity: capacity, sequence: sequence).map(entry)
    }

    private func entry(_ record: LogRecord) -> CommandLogEntry {
        CommandLogEntry(
            queueID: queueID, number: record.sequence, command: record.command,
            submittedNanoseconds: clock.wallNanoseconds(at: record.submitted),
            completion: record.isCompleted ? record.completion : nil,
            latency: record.isCompleted ? clock.duration(from: record.submitted, to: record.completed) : nil)
    }
}

/// One command of a `CommandLog`.
public struct CommandLogEntry: Sendable, Equatable {
    /// Submission queue; 0 is the admin queue.
    public let queueID: UInt16
    /// Counts the commands of the queue from 1.
    public let number: UInt64
    /// The command as it was sent.
    public let command: SubmissionQueueEntry
    /// When it was submitted: nanoseconds since 1970 (UTC), or of the device's virtual clock.
    public let submittedNanoseconds: UInt64
    /// The completion as the device wrote it; nil while outstanding.
    public let completion: CompletionQueueEntry?
    /// From submission to reaping; nil while outstanding.
    public let latency: Duration?
}
