import NVMeWorkload

/// A latency distribution as a file that other tools read.
public enum HistogramFormat: String, Sendable, CaseIterable {
    /// Percentile distribution, microseconds: what the HdrHistogram plotter reads.
    case hgrm
    /// HdrHistogram interval log, version 1.3, nanoseconds: what HistogramLogAnalyzer and the libraries read.
    case hlog
    /// A line per bucket in use, nanoseconds: `from,to,count,cumulative,percentile`.
    case csv

    /// By the file's extension; nil for another one.
    public init?(path: String) {
        guard let format = Self.allCases.first(where: { path.lowercased().hasSuffix(".\($0.rawValue)") }) else {
            return nil
        }
        self = format
    }

    /// The contents of the file.
    public func text(_ measurement: Measurement) -> String {
        switch self {
        case .hgrm: PercentileDistribution.text(measurement.latency)
        case .hlog: HDRLog.text(measurement.latency, duration: measurement.duration)
        case .csv: BucketList.text(measurement.latency)
        }
    }
}

/// One line per bucket in use.
enum BucketList {
    static func text(_ statistics: LatencyStatistics) -> String {
        var lines = ["from_ns,to_ns,count,cumulative,percentile"]
        var seen: UInt64 = 0
        for (bucket, count) in statistics.histogram.counts.enumerated() where count > 0 {
            seen += count
            let range = LatencyHistogram.values(of: bucket)
            let unit = statistics.nanosecondsPerUnit
            let percentile = Double(seen) * 100 / Double(statistics.count)
            let low = Figures.decimal(Double(range.lowerBound) * unit, places: 3)
            let high = Figures.decimal((Double(range.upperBound) + 1) * unit, places: 3)
            lines.append("\(low),\(high),\(count),\(seen),\(percentile)")
        }
        return lines.map { $0 + "\n" }.joined()
    }
}
