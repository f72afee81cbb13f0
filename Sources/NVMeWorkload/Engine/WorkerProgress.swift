import CNVMeHost
import NVMeDriver

/// How far a running worker has come.
public struct WorkerProgress: Sendable, Hashable {
    /// Since the first command.
    public var elapsed: Duration
    /// Until the time limit, or the count at the present rate; nil when neither is known.
    public var remaining: Duration?
    public var completed: UInt64
    public var bytes: UInt64
    public var errors: UInt64
    /// Nanoseconds, over everything so far.
    public var latencyMean: Double

    public init(
        elapsed: Duration, remaining: Duration?, completed: UInt64, bytes: UInt64, errors: UInt64, latencyMean: Double
    ) {
        self.elapsed = elapsed
        self.remaining = remaining
        self.completed = completed
        self.bytes = bytes
        self.errors = errors
        self.latencyMean = latencyMean
    }

    /// What happened since an earlier look, per second.
    public func rates(since earlier: WorkerProgress) -> (iops: Double, bandwidth: Double) {
        let seconds = (elapsed - earlier.elapsed).inSeconds
        guard seconds > 0 else { return (0, 0) }
        return (
            Double(completed &- earlier.completed) / seconds, Double(bytes &- earlier.bytes) / seconds
        )
    }
}

extension IOWorker {
    /// A look at the counters while the worker runs, or after.
    public var progress: WorkerProgress {
        let clock = namespaces[0].controller.clock
        let summary = control.summary()
        let elapsed = summary.startTick == 0 ? .zero : clock.duration(from: summary.startTick, to: clock.stamp())
        let perCommand = summary.completions > 0 ? Double(summary.latencySum) / Double(summary.completions) : 0
        let unit = Double(clock.nanoseconds(from: 0, to: 1 << 40)) / Double(UInt64(1) << 40)
        return WorkerProgress(
            elapsed: elapsed, remaining: remaining(after: elapsed, completed: summary.completions),
            completed: summary.completions, bytes: summary.bytes, errors: summary.errors,
            latencyMean: perCommand * unit)
    }

    private func remaining(after elapsed: Duration, completed: UInt64) -> Duration? {
        if let time = workload.time { return max(.zero, time + workload.rampUp - elapsed) }
        guard let count = workload.ioCount, completed > 0 else { return nil }
        let left = Double(count) - Double(completed)
        // A duration holds no more than that.
        return .seconds(min(1e18, elapsed.inSeconds / Double(completed) * max(0, left)))
    }
}
