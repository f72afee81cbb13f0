import NVMeDriver
import NVMeSpec

/// What a worker measured, whole also when it was ended early.
///
/// In a test with a device under test, a worker that ended with an error fails the test until somebody reads what tells of it, or says
/// `acknowledge()`: `outcome` tells of every end, `errors` and `firstError` tell of error statuses, and of an end only where an error status
/// was its reason. To print the result, or to make a report of it, is not to look.
public struct WorkloadResult: Sendable {
    /// Why the worker ended.
    @Acknowledged public var outcome: WorkloadOutcome
    /// The parameters as they took effect, after validation.
    public var configuration: Workload
    /// The namespace that was driven.
    public var target: WorkloadTarget
    /// The seed of every random decision, given or drawn.
    public var seed: UInt64
    /// From the first command counted to the last completion counted; without ramp-up.
    public var duration: Duration
    /// Completed commands by operation, errors included.
    public var completions: [Operation: UInt64]
    /// Of commands that completed without an error.
    public var bytesRead: UInt64
    /// Of commands that completed without an error.
    public var bytesWritten: UInt64
    /// Commands that completed with an error status.
    @Acknowledged public var errors: UInt64
    /// Status of the first of them.
    @Acknowledged public var firstError: Status?
    /// Submission to completion of every counted command.
    public var latency: LatencyStatistics
    /// The same, from the time a throttled command was due instead of when it was sent; nil for a free run.
    public var scheduledLatency: LatencyStatistics?
    /// Share of the duration that was spent on commands rather than on polling in vain, 0...1.
    public var cpuUsage: Double
    /// Consecutive seconds since the start; the last, unfinished second is left out.
    public var seconds: [SecondSample]
    /// The last completed commands, oldest first.
    public var lastCommands: [CompletedCommand]

    /// Writes down what went wrong, until somebody looks.
    mutating func note(in ledger: Ledger?) {
        let isBad = !_outcome.unseen.isSuccess
        guard let ledger, isBad || _errors.unseen > 0 else { return }
        let first = _firstError.unseen.map { ", the first: \($0.code.name) (\($0.code.pair))" } ?? ""
        let errors = _errors.unseen > 0 ? "; \(_errors.unseen) commands ended with an error status\(first)" : ""
        guard let note = ledger.note(.worker(_outcome.unseen.sentence + errors)) else { return }
        if isBad { _outcome.notes = [note] }
        guard _errors.unseen > 0 else { return }
        // The number of errors says nothing of wrong data, a time-out or a removal; the first of them may.
        if !isBad || _outcome.unseen.isErrorStatus { _errors.notes = [note] }
        if !isBad || _outcome.unseen.isTold(by: _firstError.unseen) { _firstError.notes = [note] }
    }

    /// The same for reports: reading it is no look.
    package var unseen: WorkloadResult {
        var copy = self
        copy._outcome.notes = []
        copy._errors.notes = []
        copy._firstError.notes = []
        return copy
    }

    /// Who looks at this, has looked at the other as well.
    package mutating func standsAlso(for other: WorkloadResult) {
        _outcome.notes += other._outcome.notes
        _errors.notes += other._errors.notes
        _firstError.notes += other._firstError.notes
    }

    /// All completed commands.
    public var completed: UInt64 { completions.values.reduce(0, &+) }

    /// Commands per second that completed without an error, those among them that move no data, as flushes.
    public var iops: Double {
        let errors = unseen.errors
        return duration > .zero ? Double(completed - min(completed, errors)) / duration.inSeconds : 0
    }

    /// Commands that were at the device at one time, on average; those that wait for others of the same blocks are not there yet.
    public var meanInFlight: Double { latency.meanInFlight(in: duration) }

    /// Bytes per second, both directions.
    public var bandwidth: Double { duration > .zero ? Double(bytesRead + bytesWritten) / duration.inSeconds : 0 }

    /// Processor time per command in nanoseconds, idle polling excluded.
    public var cpuNanosecondsPerIO: Double {
        completed > 0 ? cpuUsage * duration.inSeconds * 1e9 / Double(completed) : 0
    }
}

/// Why a worker ended.
public enum WorkloadOutcome: Sendable, Hashable {
    /// The time, count or sequence was done.
    case finished
    /// `stop()` or the end of the process's patience (Ctrl-C).
    case stopped
    /// A command completed with an error status.
    case deviceError(Status)
    /// Data that was read is not what was written.
    case dataMismatch
    /// A command did not complete within the controller's time-out.
    indirect case commandTimeout(OverdueCommand)
    /// The worker had not ended when its time was over by more than `Workload.overrun`.
    case overdue
    /// The controller, function or subsystem was reset, or its power was cut, by the script.
    case reset
    /// Registers read as all ones, nobody having asked for it.
    case removed
    /// The worker could not start or go on; the text says why.
    case failed(String)

    /// Whether the device did what the workload asked for. A termination by the script is no error.
    public var isSuccess: Bool {
        switch self {
        case .finished, .stopped, .reset: true
        case .deviceError, .dataMismatch, .commandTimeout, .overdue, .removed, .failed: false
        }
    }
}

extension WorkloadOutcome {
    /// Whether the number of errors tells of it.
    fileprivate var isErrorStatus: Bool { if case .deviceError = self { true } else { false } }

    /// Whether the status of the first error tells of it.
    fileprivate func isTold(by status: Status?) -> Bool {
        isErrorStatus || self == .dataMismatch && status?.code == .dataMismatch
    }
}

/// The oldest of the commands that a worker still waited for when it gave up.
public struct OverdueCommand: Sendable, Hashable {
    public var commandID: UInt16
    public var operation: Operation
    public var namespaceID: UInt32
    public var startingLBA: UInt64
    public var blocks: UInt32
    /// Since its submission.
    public var age: Duration
}

/// One second of a run.
public struct SecondSample: Sendable, Hashable {
    public var completions: UInt64
    public var bytes: UInt64
    /// Nanoseconds.
    public var latencyMean: Double
    public var latencyP50: UInt64
    public var latencyP99: UInt64
    public var latencyMaximum: UInt64
    public var cpuUsage: Double
    /// All latencies of the second, for percentiles of several workers together; nil where only the figures are known.
    public var latency: CompactLatency?
}

/// A completed command as the worker's own log keeps it.
public struct CompletedCommand: Sendable, Hashable {
    public var lba: UInt64
    public var blocks: UInt32
    public var operation: Operation
}

/// Latencies in nanoseconds.
public struct LatencyStatistics: Sendable, Equatable {
    /// Counts in units of `nanosecondsPerUnit`.
    public let histogram: LatencyHistogram
    /// Length of one unit of the histogram.
    public let nanosecondsPerUnit: Double

    public init(histogram: LatencyHistogram, nanosecondsPerUnit: Double) {
        self.histogram = histogram
        self.nanosecondsPerUnit = nanosecondsPerUnit
    }

    public var count: UInt64 { histogram.count }
    public var mean: Double { histogram.mean * nanosecondsPerUnit }
    public var minimum: UInt64 { nanoseconds(histogram.minimum) }
    public var maximum: UInt64 { nanoseconds(histogram.maximum) }

    /// Nanoseconds that `percentile` percent (0...100) of the commands did not exceed.
    public func percentile(_ percentile: Double) -> UInt64 {
        nanoseconds(histogram.value(atPercentile: percentile))
    }

    /// By Little's law: how many of these commands there were at one time, on average over a duration.
    public func meanInFlight(in duration: Duration) -> Double {
        duration > .zero ? mean * Double(count) / 1e9 / duration.inSeconds : 0
    }

    /// The product may lie beyond 64 bits where a unit is longer than a nanosecond.
    private func nanoseconds(_ units: UInt64) -> UInt64 {
        UInt64(exactly: (Double(units) * nanosecondsPerUnit).rounded(.down)) ?? .max
    }
}

extension Duration {
    /// The duration as seconds, for arithmetic on rates.
    public var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) * 1e-18 }
}
