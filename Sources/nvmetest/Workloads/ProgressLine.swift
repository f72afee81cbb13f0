import NVMeReport
import NVMeWorkload

/// One line about running workers.
enum ProgressLine {
    /// `12 s left, 1.23M IOPS, 5.04 GB/s, mean 103 µs, 0 errors`: rates since the earlier look, the mean since the start.
    static func text(_ now: WorkerProgress, since earlier: WorkerProgress) -> String {
        let rates = now.rates(since: earlier)
        let time =
            now.remaining.map { "\(Figures.duration($0.inSeconds.rounded(.up))) left" }
            ?? "\(Figures.duration(now.elapsed.inSeconds.rounded(.down))) elapsed"
        return [
            time, "\(Figures.short(rates.iops)) IOPS", Figures.bandwidth(rates.bandwidth),
            "mean \(now.completed > 0 ? Figures.latency(now.latencyMean) : "-")",
            "\(Figures.grouped(now.errors)) errors",
        ].joined(separator: ", ")
    }

    /// Replaces the line that the cursor is in. One column stays free, so that the line never wraps.
    static func inPlace(_ line: String, columns: Int) -> String {
        "\r\u{1B}[K" + line.prefix(max(1, columns - 1))
    }

    /// Several workers as one.
    static func sum(_ parts: [WorkerProgress]) -> WorkerProgress {
        var sum = WorkerProgress(elapsed: .zero, remaining: nil, completed: 0, bytes: 0, errors: 0, latencyMean: 0)
        var weighted = 0.0
        for part in parts {
            sum.elapsed = max(sum.elapsed, part.elapsed)
            if let remaining = part.remaining { sum.remaining = max(sum.remaining ?? .zero, remaining) }
            sum.completed &+= part.completed
            sum.bytes &+= part.bytes
            sum.errors &+= part.errors
            weighted += part.latencyMean * Double(part.completed)
        }
        sum.latencyMean = sum.completed > 0 ? weighted / Double(sum.completed) : 0
        return sum
    }
}
