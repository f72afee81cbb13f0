/// Figures in whole milliseconds, seconds and microseconds, as the users of other test tools know them.
extension WorkloadResult {
    /// The duration in milliseconds, rounded, and one more.
    public var milliseconds: Int { Int((duration.inSeconds * 1000).rounded()) + 1 }

    /// Commands completed in each full second: `milliseconds` / 1000 of them; empty when they were not collected.
    ///
    /// The last second of a timed run ends with the run, before its sample could be taken; it holds what the others leave.
    public var completionsPerSecond: [UInt64] {
        guard configuration.countsPerSecond else { return [] }
        let length = milliseconds / 1000
        var counts = seconds.prefix(length).map(\.completions)
        if counts.count < length {
            let counted = counts.reduce(0, &+)
            counts.append(completed > counted ? completed - counted : 0)
            counts += Array(repeating: 0, count: length - counts.count)
        }
        return counts
    }

    /// How evenly the device works: a slow second's commands as a share of the mean second's.
    ///
    /// - Parameter slowestPercentage: how many percent of the seconds are at least as fast as the slow one; above 0, below 100.
    ///
    /// Throws `WorkloadError` for a percentage out of range, and when there is not one full second that was counted.
    public func iopsConsistency(slowestPercentage: Double = 99.9) throws(WorkloadError) -> Double {
        guard slowestPercentage > 0, slowestPercentage < 100 else {
            throw WorkloadError(
                parameter: "slowestPercentage", value: "\(slowestPercentage)", limit: "it is above 0 and below 100",
                fix: "use 99.9")
        }
        let counts = completionsPerSecond.sorted(by: >)
        guard !counts.isEmpty else {
            throw WorkloadError(
                parameter: "countsPerSecond", value: "\(configuration.countsPerSecond)",
                limit: "iops consistency data is not collected",
                fix: "run for a second or more with countsPerSecond set")
        }
        let mean = Double(counts.reduce(0, &+)) / Double(counts.count)
        let index = min(Int(Double(counts.count) * slowestPercentage) / 100, counts.count - 1)
        return mean > 0 ? Double(counts[index]) / mean : 0
    }
}

extension LatencyStatistics {
    /// Number of counts of `countsPerMicrosecond`.
    public static var microsecondCounts: Int { 1_000_000 }

    /// Commands by latency in whole microseconds; the last count is that of 999,999 µs and everything above.
    ///
    /// Made from the histogram, so their sum is exact and a position is right within 0.4 %: below 128 µs that is less than the
    /// step of one, above it neighbouring latencies share one position and leave gaps between.
    public func countsPerMicrosecond() -> [UInt64] {
        var counts = [UInt64](repeating: 0, count: Self.microsecondCounts)
        for (bucket, count) in histogram.counts.enumerated() where count > 0 {
            let values = LatencyHistogram.values(of: bucket)
            let middle = Double(values.lowerBound) + Double(values.upperBound - values.lowerBound) / 2
            let microseconds = Int(exactly: (middle * nanosecondsPerUnit / 1000).rounded(.down)) ?? .max
            counts[min(max(microseconds, 0), counts.count - 1)] &+= count
        }
        return counts
    }

    /// Smallest whole microseconds that floor(count * percentile / 100) commands did not exceed.
    ///
    /// Throws `WorkloadError` unless the percentile is above 0 and below 100.
    public func microseconds(atPercentile percentile: Double) throws(WorkloadError) -> Int {
        guard percentile > 0, percentile < 100 else {
            throw WorkloadError(
                parameter: "percentile", value: "\(percentile)", limit: "percentile should be in (0, 100)",
                fix: "use 99.9")
        }
        let wanted = UInt64(Double(count) * percentile / 100)
        var seen: UInt64 = 0
        for (microseconds, occurrences) in countsPerMicrosecond().enumerated() {
            seen &+= occurrences
            if seen >= wanted { return microseconds }
        }
        return Self.microsecondCounts - 1
    }
}
