import NVMeSpec
import NVMeWorkload

/// The figures of one worker, or of several that ran at the same time or one after the other.
///
/// A measurement judges nothing: in a test with a device under test, who makes one has not looked at how the workers ended.
public struct Measurement: Sendable {
    /// The gravest of the workers' outcomes.
    public let outcome: WorkloadOutcome
    /// Of the worker that took longest.
    public let duration: Duration
    public let completions: [Operation: UInt64]
    public let bytesRead: UInt64
    public let bytesWritten: UInt64
    public let errors: UInt64
    public let firstError: Status?
    public let latency: LatencyStatistics
    /// From the time when throttled commands were due; nil unless every worker was throttled.
    public let scheduledLatency: LatencyStatistics?
    /// Cores that were busy with commands, idle polling excluded.
    public let cpuUsage: Double
    /// Processor time per command in nanoseconds, idle polling excluded.
    public let cpuNanosecondsPerIO: Double
    public let samples: [ReportSample]

    public init(_ workers: [WorkloadResult]) {
        let workers = workers.map(\.unseen)
        outcome = workers.map(\.outcome).max { $0.gravity < $1.gravity } ?? .failed("no worker ran")
        duration = workers.map(\.duration).max() ?? .zero
        completions = workers.reduce(into: [:]) { $0.merge($1.completions, uniquingKeysWith: &+) }
        bytesRead = workers.reduce(0) { $0 &+ $1.bytesRead }
        bytesWritten = workers.reduce(0) { $0 &+ $1.bytesWritten }
        errors = workers.reduce(0) { $0 &+ $1.errors }
        firstError = workers.lazy.compactMap(\.firstError).first
        latency = .merged(workers.map(\.latency))
        let scheduled = workers.compactMap(\.scheduledLatency)
        scheduledLatency = !scheduled.isEmpty && scheduled.count == workers.count ? .merged(scheduled) : nil
        let busy = workers.reduce(0) { $0 + $1.cpuUsage * $1.duration.inSeconds }
        let completed = workers.reduce(0) { $0 &+ $1.completed }
        cpuUsage = duration > .zero ? busy / duration.inSeconds : 0
        cpuNanosecondsPerIO = completed > 0 ? busy * 1e9 / Double(completed) : 0
        samples = .merged(workers.map(\.seconds))
    }

    /// Measurements that followed each other, as one: their times add up.
    public init(inSequence parts: [Measurement]) {
        if parts.count == 1 {
            self = parts[0]
            return
        }
        outcome = parts.map(\.outcome).max { $0.gravity < $1.gravity } ?? .failed("no worker ran")
        duration = parts.reduce(.zero) { $0 + $1.duration }
        completions = parts.reduce(into: [:]) { $0.merge($1.completions, uniquingKeysWith: &+) }
        bytesRead = parts.reduce(0) { $0 &+ $1.bytesRead }
        bytesWritten = parts.reduce(0) { $0 &+ $1.bytesWritten }
        errors = parts.reduce(0) { $0 &+ $1.errors }
        firstError = parts.lazy.compactMap(\.firstError).first
        latency = .merged(parts.map(\.latency))
        let scheduled = parts.compactMap(\.scheduledLatency)
        scheduledLatency = !scheduled.isEmpty && scheduled.count == parts.count ? .merged(scheduled) : nil
        let busy = parts.reduce(0) { $0 + $1.cpuUsage * $1.duration.inSeconds }
        let completed = parts.reduce(0) { $0 &+ $1.completed }
        cpuUsage = duration > .zero ? busy / duration.inSeconds : 0
        cpuNanosecondsPerIO = completed > 0 ? busy * 1e9 / Double(completed) : 0
        samples = parts.flatMap(\.samples)
    }

    /// All completed commands, errors included.
    public var completed: UInt64 { completions.values.reduce(0, &+) }

    /// Commands per second of `duration` that completed without an error, those among them that move no data.
    public var iops: Double {
        duration > .zero ? Double(completed - min(completed, errors)) / duration.inSeconds : 0
    }

    /// Commands of all workers that were at the device at one time, on average over `duration`.
    public var meanInFlight: Double { latency.meanInFlight(in: duration) }

    /// Bytes per second of `duration`, both directions.
    public var bandwidth: Double {
        duration > .zero ? (Double(bytesRead) + Double(bytesWritten)) / duration.inSeconds : 0
    }
}

extension WorkloadOutcome {
    /// Higher is worse; decides which of several workers' outcomes a summary shows.
    var gravity: Int {
        switch self {
        case .finished: 0
        case .stopped: 1
        case .reset: 2
        case .failed: 3
        case .deviceError: 4
        case .commandTimeout: 5
        case .overdue: 6
        case .removed: 7
        case .dataMismatch: 8
        }
    }
}
