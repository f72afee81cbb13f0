import NVMeSpec

extension WorkloadResult: CustomStringConvertible {
    /// For people, in a line: `finished: 20,000 commands in 1.5 s, 13.3k IOPS, 54.6 MB/s, read 14,000, write 6,000; latency …; seed 7`.
    public var description: String {
        // To be printed is not to be judged.
        let (outcome, errors, firstError) = (unseen.outcome, unseen.errors, unseen.firstError)
        let operations = completions.sorted { $0.key.rawValue < $1.key.rawValue }.map {
            "\($0.key.name) \(Figures.grouped($0.value))"
        }
        let figures = [
            "\(outcome): \(Figures.grouped(completed)) commands in \(Figures.duration(duration.inSeconds))",
            "\(Figures.short(iops)) IOPS", Figures.bandwidth(bandwidth),
        ]
        var parts = [(figures + operations).joined(separator: ", "), "latency \(latency)"]
        if let scheduledLatency { parts.append("from the due time \(scheduledLatency)") }
        if errors > 0 {
            parts.append(
                "\(Figures.grouped(errors)) errors"
                    + (firstError.map { ", the first: \($0.code.debugDescription)" } ?? ""))
        }
        return (parts + ["seed \(seed)"]).joined(separator: "; ")
    }
}

extension LatencyStatistics: CustomStringConvertible {
    /// For people: `mean 81.2 µs, 50 % 79.0 µs, 99 % 120 µs, 99.9 % 180 µs, maximum 1.20 ms`; `none` where nothing was recorded.
    public var description: String {
        guard count > 0 else { return "none" }
        let percentiles = [("50", 50), ("99", 99), ("99.9", 99.9)].map { "\($0) % \(Figures.latency(percentile($1)))" }
        return (["mean \(Figures.latency(mean))"] + percentiles + ["maximum \(Figures.latency(maximum))"])
            .joined(separator: ", ")
    }
}

extension LatencyHistogram: CustomStringConvertible {
    /// For people: `1,000 values, 12...4095`; of a value only its bucket is known.
    public var description: String {
        count > 0 ? "\(Figures.grouped(count)) values, \(minimum)...\(maximum)" : "no values"
    }
}

extension CompactLatency: CustomStringConvertible {
    /// That of the statistics it keeps.
    public var description: String { statistics.description }
}
