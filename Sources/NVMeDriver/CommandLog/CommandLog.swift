import CNVMeHost
import NVMeSpec

/// The latest commands of one queue with their completions, as they were on the wire.
///
/// Written by the queue without locks, readable from any thread at any time, also after the queue is gone. Each entry
/// takes two cache lines; a version word that is written before and after tells a reader to look again.
///
/// Unsafe inside: `base` covers `capacity` entries of 128 bytes inside `memory`; only the `LogWriter` of the queue that is alive writes.
public final class CommandLog: @unchecked Sendable {
    /// Fewest commands that a log remembers.
    static let leastCapacity = 2048

    /// Queue identifier; 0 is the admin queue.
    public let queueID: UInt16
    /// Commands remembered; a power of two.
    public let capacity: Int
    let base: UnsafeMutableRawPointer
    private let memory: LogMemory
    private let time: LogTime

    /// - Parameters:
    ///   - capacity: rounded up to a power of two, at least 2048 and at most 131,072.
    ///   - path: of a file that holds the log, in place of memory that ends with the process.
    init(queueID: UInt16, capacity: Int, clock: DriverClock, path: String? = nil) throws(NVMeError) {
        var power = Self.leastCapacity
        while power < capacity, power < LogFileHeader.greatestCapacity { power *= 2 }
        self.queueID = queueID
        self.capacity = power
        time = .live(clock)
        let byteCount = power * LogRecord.byteCount
        guard let path else {
            memory = try LogMemory(byteCount)
            base = memory.base
            return
        }
        memory = try LogMemory(LogFileHeader.byteCount + byteCount, file: path)
        LogFileHeader(queueID: queueID, capacity: power, time: clock.record).write(to: memory.base)
        base = memory.base + LogFileHeader.byteCount
    }

    /// The log in a file that `Controller.keepCommandLogs(in:)` made, also one of a process that was killed.
    ///
    /// A copy: what a living process adds afterwards is not seen. Throws `pcie(.environment)` for a file that cannot be read or is
    /// no command log.
    public init(reading path: String) throws(NVMeError) {
        memory = try LogMemory(reading: path)
        let header = try LogFileHeader(memory, path: path)
        queueID = header.queueID
        capacity = header.capacity
        time = .recorded(header.time)
        base = memory.base + LogFileHeader.byteCount
    }

    /// The newest commands, newest first; torn ones are left out.
    ///
    /// - Parameter count: how many at most; nil for all that are remembered.
    public func entries(_ count: Int? = nil) -> [CommandLogEntry] {
        let wanted = min(max(count ?? capacity, 0), capacity)
        var entries: [CommandLogEntry] = []
        for sequence in window where entries.count < wanted {
            if let entry = entry(sequence: sequence) { entries.append(entry) }
        }
        return entries
    }

    /// Numbers of the commands whose record was being written, newest first. In the file of a process that was killed their
    /// contents are lost; in a log that is alive they are readable a moment later.
    public var tornCommands: [UInt64] {
        window.filter { version(of: $0) == $0 << 2 }
    }

    /// Numbers that the log can hold at present, newest first.
    private var window: ReversedCollection<Range<UInt64>> {
        let newest = newestSequence
        let oldest = newest >= UInt64(capacity) ? newest - UInt64(capacity) + 1 : 1
        return (oldest..<max(oldest, newest + 1)).reversed()
    }

    /// Number of the newest command; commands are counted from 1.
    var newestSequence: UInt64 {
        var newest: UInt64 = 0
        for index in 0..<capacity {
            let sequence = nvme_load_acquire64(base + index * LogRecord.byteCount + LogRecord.version) >> 2
            // A file may hold anything; a number in another's place is no command.
            if sequence & UInt64(capacity - 1) == UInt64(index) { newest = max(newest, sequence) }
        }
        return newest
    }

    private func version(of sequence: UInt64) -> UInt64 {
        let index = Int(truncatingIfNeeded: sequence & UInt64(capacity - 1))
        return nvme_load_acquire64(base + index * LogRecord.byteCount + LogRecord.version)
    }

    func entry(sequence: UInt64) -> CommandLogEntry? {
        LogRecord.read(at: base, capacity: capacity, sequence: sequence).map(entry)
    }

    private func entry(_ record: LogRecord) -> CommandLogEntry {
        CommandLogEntry(
            queueID: queueID, number: record.sequence, command: record.command,
            submittedNanoseconds: time.wallNanoseconds(at: record.submitted),
            completion: record.isCompleted ? record.completion : nil,
            latency: record.isCompleted ? time.duration(from: record.submitted, to: record.completed) : nil)
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
