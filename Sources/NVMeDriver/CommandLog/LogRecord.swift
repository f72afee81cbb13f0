import CNVMeHost
import NVMeSpec

/// A command as it lies in the memory of a `CommandLog`: two cache lines.
///
/// The version word is `sequence << 2 | state`; state 0 means that the record is being written.
@usableFromInline
struct LogRecord {
    @inlinable static var byteCount: Int { 128 }
    @inlinable static var version: Int { 64 }
    @inlinable static var submitted: Int { 72 }
    @inlinable static var completed: Int { 80 }
    @inlinable static var completion: Int { 88 }

    @inlinable static var outstanding: UInt64 { 1 }
    @inlinable static var finished: UInt64 { 2 }

    let sequence: UInt64
    let isCompleted: Bool
    let command: SubmissionQueueEntry
    let submitted: UInt64
    let completed: UInt64
    let completion: CompletionQueueEntry

    /// The record with that sequence number; nil when it has been overwritten, or is being written all the time.
    static func read(at base: UnsafeMutableRawPointer, capacity: Int, sequence: UInt64) -> LogRecord? {
        let place = base + Int(truncatingIfNeeded: sequence & UInt64(capacity - 1)) * byteCount
        for _ in 0..<1000 {
            let before = nvme_load_acquire64(place + version)
            guard before >> 2 == sequence else { return nil }
            if before & 0b11 == 0 {
                nvme_pause()
                continue
            }
            let record = LogRecord(
                sequence: sequence, isCompleted: before & 0b11 == finished,
                command: place.load(as: SubmissionQueueEntry.self),
                submitted: nvme_load64(place + submitted), completed: nvme_load64(place + completed),
                completion: (place + completion).load(as: CompletionQueueEntry.self))
            nvme_acquire_fence()
            if nvme_load64(place + version) == before { return record }
        }
        return nil
    }
}

/// Writes the commands of one queue into its log.
public struct LogWriter: ~Copyable {
    /// Keeps the memory alive.
    private let log: CommandLog
    /// Where the next record goes. A loop keeps it in registers while it records a batch, and puts it back behind it.
    public var cursor: LogCursor

    /// Goes on where an earlier queue of the same identifier stopped.
    init(_ log: CommandLog) {
        self.log = log
        cursor = LogCursor(base: log.base, capacity: log.capacity, last: log.newestSequence)
    }

    /// Records a submission and returns its sequence number.
    @inlinable @inline(__always)
    public mutating func begin(_ command: SubmissionQueueEntry, at stamp: UInt64) -> UInt64 {
        let place = cursor.open()
        place.storeBytes(of: command, as: SubmissionQueueEntry.self)
        return cursor.commit(place, at: stamp)
    }

    /// Records the completion of a submission, unless newer commands have taken its place.
    @inlinable @inline(__always)
    public func finish(_ sequence: UInt64, with entry: CompletionQueueEntry, at stamp: UInt64) {
        cursor.finish(sequence, words: unsafeBitCast(entry, to: (UInt64, UInt64).self), at: stamp)
    }
}

/// The writing end of a command log: a few words without references.
///
/// Unsafe inside: `base` is the memory of a log that the `LogWriter` keeps alive; sequence numbers are masked to its capacity.
public struct LogCursor {
    @usableFromInline let base: UnsafeMutableRawPointer
    @usableFromInline let mask: UInt64
    @usableFromInline var last: UInt64

    init(base: UnsafeMutableRawPointer, capacity: Int, last: UInt64) {
        self.base = base
        mask = UInt64(capacity - 1)
        self.last = last
    }

    @inlinable @inline(__always)
    func place(_ sequence: UInt64) -> UnsafeMutableRawPointer {
        base + Int(truncatingIfNeeded: sequence & mask) &* LogRecord.byteCount
    }

    /// Opens the next record and returns its place, whose first 64 bytes are for the command; `commit` closes it.
    @inlinable @inline(__always)
    public mutating func open() -> UnsafeMutableRawPointer {
        last &+= 1
        let place = place(last)
        nvme_store64(place + LogRecord.version, last &<< 2)
        nvme_release_fence()
        return place
    }

    /// Closes the record that `open` has opened, and returns its sequence number.
    @inlinable @inline(__always)
    public func commit(_ place: UnsafeMutableRawPointer, at stamp: UInt64) -> UInt64 {
        nvme_store64(place + LogRecord.submitted, stamp)
        nvme_store_release64(place + LogRecord.version, last &<< 2 | LogRecord.outstanding)
        return last
    }

    /// Records a completion as the two words of its entry, unless newer commands have taken its place.
    @inlinable @inline(__always)
    public func finish(_ sequence: UInt64, words: (low: UInt64, high: UInt64), at stamp: UInt64) {
        let place = place(sequence)
        guard nvme_load64(place + LogRecord.version) &>> 2 == sequence else { return }
        nvme_store64(place + LogRecord.version, sequence &<< 2)
        nvme_release_fence()
        nvme_store64(place + LogRecord.completion, words.low)
        nvme_store64(place + LogRecord.completion + 8, words.high)
        nvme_store64(place + LogRecord.completed, stamp)
        nvme_store_release64(place + LogRecord.version, sequence &<< 2 | LogRecord.finished)
    }
}
