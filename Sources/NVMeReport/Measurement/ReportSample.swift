import NVMeWorkload

/// One second of one or several workers, or a step of several seconds of them.
public struct ReportSample: Sendable, Hashable {
    /// Number of seconds that the sample stands for.
    public var seconds = 1
    /// Commands per second: the mean, and the lowest and highest single second.
    public var iops: Spread
    /// Bytes per second.
    public var bandwidth: Spread
    /// Mean of all commands, in nanoseconds.
    public var latencyMean: Double
    /// Percentiles of single seconds, in nanoseconds: the lowest and the highest. Of workers that kept only figures they are those
    /// of single workers, and the percentile of all together lies between; nil while no command completed.
    public var latencyP50: ClosedRange<UInt64>?
    public var latencyP99: ClosedRange<UInt64>?
    /// Nanoseconds; 0 while no command completed.
    public var latencyMaximum: UInt64
    /// Cores that were busy with commands.
    public var cpuUsage: Spread

    /// A mean with its extremes.
    public struct Spread: Sendable, Hashable {
        public var low: Double
        public var mean: Double
        public var high: Double

        init(_ value: Double) { (low, mean, high) = (value, value, value) }

        init(_ parts: [(spread: Spread, seconds: Int)]) {
            let total = max(1, parts.reduce(0) { $0 + $1.seconds })
            low = parts.map(\.spread.low).min() ?? 0
            high = parts.map(\.spread.high).max() ?? 0
            mean = parts.reduce(0) { $0 + $1.spread.mean * Double($1.seconds) } / Double(total)
        }
    }
}

extension ReportSample {
    /// The same second of several workers.
    init(workers samples: [SecondSample]) {
        let active = samples.filter { $0.completions > 0 }
        let completions = active.reduce(0) { $0 + Double($1.completions) }
        iops = Spread(completions)
        bandwidth = Spread(samples.reduce(0) { $0 + Double($1.bytes) })
        let sum = active.reduce(0) { $0 + $1.latencyMean * Double($1.completions) }
        latencyMean = completions > 0 ? sum / completions : 0
        let latencies = active.compactMap(\.latency)
        if active.count > 1, latencies.count == active.count {
            let all = LatencyStatistics.merged(latencies.map(\.statistics))
            latencyP50 = Self.range([all.percentile(50)])
            latencyP99 = Self.range([all.percentile(99)])
        } else {
            latencyP50 = Self.range(active.map(\.latencyP50))
            latencyP99 = Self.range(active.map(\.latencyP99))
        }
        latencyMaximum = active.map(\.latencyMaximum).max() ?? 0
        cpuUsage = Spread(samples.reduce(0) { $0 + $1.cpuUsage })
    }

    /// Consecutive samples as one.
    init(steps samples: [ReportSample]) {
        seconds = samples.reduce(0) { $0 + $1.seconds }
        iops = Spread(samples.map { ($0.iops, $0.seconds) })
        bandwidth = Spread(samples.map { ($0.bandwidth, $0.seconds) })
        let completions = samples.reduce(0) { $0 + $1.completions }
        let sum = samples.reduce(0) { $0 + $1.latencyMean * $1.completions }
        latencyMean = completions > 0 ? sum / completions : 0
        latencyP50 = Self.union(samples.compactMap(\.latencyP50))
        latencyP99 = Self.union(samples.compactMap(\.latencyP99))
        latencyMaximum = samples.map(\.latencyMaximum).max() ?? 0
        cpuUsage = Spread(samples.map { ($0.cpuUsage, $0.seconds) })
    }

    private var completions: Double { iops.mean * Double(seconds) }

    private static func range(_ values: [UInt64]) -> ClosedRange<UInt64>? {
        guard let low = values.min(), let high = values.max() else { return nil }
        return low...high
    }

    private static func union(_ ranges: [ClosedRange<UInt64>]) -> ClosedRange<UInt64>? {
        range(ranges.flatMap { [$0.lowerBound, $0.upperBound] })
    }
}

extension [ReportSample] {
    /// Second by second what several workers, which started together, did in sum.
    static func merged(_ workers: [[SecondSample]]) -> [ReportSample] {
        let length = workers.map(\.count).max() ?? 0
        return (0..<length).map { second in
            ReportSample(workers: workers.compactMap { second < $0.count ? $0[second] : nil })
        }
    }

    /// At most `limit` samples, each of equally many seconds (the last may have fewer). Extremes survive.
    public func downsampled(to limit: Int) -> [ReportSample] {
        guard limit > 0, count > limit else { return self }
        let step = (count + limit - 1) / limit
        return stride(from: 0, to: count, by: step).map { start in
            ReportSample(steps: Array(self[start..<Swift.min(start + step, count)]))
        }
    }
}
