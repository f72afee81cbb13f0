import Glibc
import NVMeWorkload

/// The text form of HdrHistogram's percentile distribution, in microseconds.
enum PercentileDistribution {
    /// Steps in which the distance to 100 % is halved.
    private static let stepsPerHalving = 5

    static func text(_ statistics: LatencyStatistics) -> String {
        var lines = ["       Value     Percentile TotalCount 1/(1-Percentile)", ""]
        var wanted = 0.0
        var seen: UInt64 = 0
        let total = Double(statistics.count)
        for (bucket, count) in statistics.histogram.counts.enumerated() where count > 0 {
            seen += count
            let reached = seen == statistics.count ? 100 : Double(seen) * 100 / total
            guard reached >= wanted else { continue }
            let value = Double(LatencyHistogram.values(of: bucket).upperBound) * statistics.nanosecondsPerUnit
            lines.append(line(microseconds: value / 1000, percentile: reached, count: seen))
            // The steps get smaller for ever; beyond the precision of a Double the next line is the next bucket's.
            while reached < 100, wanted <= reached { wanted = max(wanted + 100 / halvings(at: wanted), wanted.nextUp) }
        }
        return (lines + footer(statistics)).map { $0 + "\n" }.joined()
    }

    /// Number of steps of the present width in 100 %: doubles each time the distance to 100 % has halved.
    private static func halvings(at percentile: Double) -> Double {
        let half = floor(log2(100 / (100 - percentile))) + 1
        return Double(stepsPerHalving) * pow(2, half)
    }

    private static func line(microseconds: Double, percentile: Double, count: UInt64) -> String {
        let fraction = percentile / 100
        let inverse = fraction < 1 ? "   " + right(1 / (1 - fraction), width: 12, places: 2) : ""
        let share = right(fraction, width: 2, places: 12)
        return "\(right(microseconds, width: 12, places: 3)) \(share) \(padded("\(count)", to: 10))\(inverse)"
    }

    private static func footer(_ statistics: LatencyStatistics) -> [String] {
        let mean = statistics.mean / 1000
        let deviation = statistics.standardDeviation / 1000
        return [
            "#[Mean    = \(right(mean, width: 12, places: 3)), StdDeviation   = \(right(deviation, width: 12, places: 3))]",
            "#[Max     = \(right(Double(statistics.maximum) / 1000, width: 12, places: 3)), "
                + "Total count    = \(padded("\(statistics.count)", to: 12))]",
            "#[Buckets = \(padded("57", to: 12)), SubBuckets     = \(padded("256", to: 12))]",
        ]
    }

    private static func right(_ value: Double, width: Int, places: Int) -> String {
        padded(digits(value, places: places), to: width)
    }

    private static func padded(_ text: String, to width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }

    /// Exactly `places` digits behind the point, more than `Figures` gives.
    private static func digits(_ value: Double, places: Int) -> String {
        guard value.isFinite, value >= 0, value < 1e15 else { return "0" }
        let whole = value.rounded(.down)
        let factor = pow(10, Double(places))
        let fraction = UInt64(((value - whole) * factor).rounded())
        let carry = Double(fraction) >= factor
        let tail = "\(UInt64(factor) + (carry ? 0 : fraction))".dropFirst()
        return "\(UInt64(whole) + (carry ? 1 : 0)).\(tail)"
    }
}

extension LatencyStatistics {
    /// Nanoseconds, from the middles of the buckets.
    var standardDeviation: Double {
        guard count > 0 else { return 0 }
        let mean = mean
        let sum = histogram.counts.enumerated().reduce(0.0) { sum, row in
            guard row.element > 0 else { return sum }
            let range = LatencyHistogram.values(of: row.offset)
            let middle = (Double(range.lowerBound) + Double(range.upperBound)) / 2 * nanosecondsPerUnit
            return sum + (middle - mean) * (middle - mean) * Double(row.element)
        }
        return (sum / Double(count)).squareRoot()
    }
}
