import NVMeWorkload

/// The percentiles that every report shows.
public enum Percentiles {
    /// Name and percentage.
    public static let all: [(name: String, percent: Double)] = [
        ("p50", 50), ("p90", 90), ("p95", 95), ("p99", 99), ("p99.9", 99.9), ("p99.99", 99.99), ("p99.999", 99.999),
        ("p99.9999", 99.9999),
    ]
}

extension LatencyStatistics {
    /// Latencies in nanoseconds that contain nothing.
    static var empty: LatencyStatistics {
        LatencyStatistics(histogram: LatencyHistogram(), nanosecondsPerUnit: 1)
    }

    /// The histogram with units of one nanosecond; each value moves by half a bucket at most.
    var inNanoseconds: LatencyHistogram {
        guard nanosecondsPerUnit != 1 else { return histogram }
        var counts = [UInt64](repeating: 0, count: LatencyHistogram.bucketCount)
        for (bucket, occurrences) in histogram.counts.enumerated() where occurrences > 0 {
            let range = LatencyHistogram.values(of: bucket)
            let middle = (Double(range.lowerBound) + Double(range.upperBound)) / 2 * nanosecondsPerUnit
            let value = UInt64(exactly: middle.rounded()) ?? UInt64.max
            counts[LatencyHistogram.bucket(of: value)] &+= occurrences
        }
        return LatencyHistogram(counts: counts)
    }

    /// All commands of several workers: the histograms are added, since percentiles of percentiles mean nothing.
    static func merged(_ parts: [LatencyStatistics]) -> LatencyStatistics {
        guard let first = parts.first else { return .empty }
        let isOneUnit = parts.allSatisfy { $0.nanosecondsPerUnit == first.nanosecondsPerUnit }
        var histogram = LatencyHistogram()
        for part in parts { histogram.merge(isOneUnit ? part.histogram : part.inNanoseconds) }
        return LatencyStatistics(histogram: histogram, nanosecondsPerUnit: isOneUnit ? first.nanosecondsPerUnit : 1)
    }
}
