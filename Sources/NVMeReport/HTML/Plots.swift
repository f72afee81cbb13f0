import Glibc
import NVMeWorkload

/// The plots of a measurement.
struct Plots: Sendable {
    let measurement: Measurement

    /// Steps of the time axis: more would be narrower than a pixel.
    static let maximumSteps = 360

    var all: [Plot] {
        let seconds = measurement.samples.count
        let latencies = measurement.latency.count > 0 ? [distribution] : []
        guard seconds > 0 else { return latencies }
        return [iops, bandwidth, latency] + latencies + [cpu]
    }

    private var steps: [ReportSample] { measurement.samples.downsampled(to: Self.maximumSteps) }

    private var isStepped: Bool { measurement.samples.count > Self.maximumSteps }

    private var timeAxis: Axis { .time(seconds: measurement.samples.count) }

    /// A value per step, in the middle of the step.
    private func points(_ value: (ReportSample) -> Double?) -> [Plot.Point] {
        var start = 0
        return steps.map { step in
            defer { start += step.seconds }
            return Plot.Point(x: Double(start) + Double(step.seconds) / 2, y: value(step))
        }
    }

    private var caption: String {
        guard isStepped, let width = steps.first?.seconds else { return "One value per second." }
        return "\(measurement.samples.count) seconds in steps of \(width) s. Line: mean of the step. Area: from its "
            + "lowest to its highest second."
    }

    private func spread(
        _ title: String, _ color: Int, _ label: @escaping @Sendable (Double) -> String,
        _ value: (ReportSample) -> ReportSample.Spread
    ) -> Plot {
        let band = Plot.Layer.band(color: color, low: points { value($0).low }, high: points { value($0).high })
        return Plot(
            title: title, caption: caption, x: timeAxis,
            y: .fromZero(to: measurement.samples.map { value($0).high }.max() ?? 0, label: label),
            layers: (isStepped ? [band] : []) + [.line(name: title, color: color, points: points { value($0).mean })])
    }

    private var iops: Plot { spread("IOPS", 1, { Figures.tick(Figures.short($0)) }, \.iops) }

    private var bandwidth: Plot { spread("Bandwidth", 2, { Figures.tick(Figures.bandwidth($0)) }, \.bandwidth) }

    private var cpu: Plot {
        spread("CPU: cores busy with commands", 5, { "\(Figures.decimal($0 * 100, places: 1)) %" }, \.cpuUsage)
    }

    private var latency: Plot {
        let mean = points { $0.latencyMean > 0 ? $0.latencyMean : nil }
        let maximum = points { $0.latencyMaximum > 0 ? Double($0.latencyMaximum) : nil }
        let p50 = (
            low: points { $0.latencyP50.map { Double($0.lowerBound) } },
            high: points { $0.latencyP50.map { Double($0.upperBound) } }
        )
        let p99 = (
            low: points { $0.latencyP99.map { Double($0.lowerBound) } },
            high: points { $0.latencyP99.map { Double($0.upperBound) } }
        )
        let hasBands = steps.contains { $0.latencyP99?.count != 1 || $0.latencyP50?.count != 1 }
        let bands: [Plot.Layer] = [
            .band(color: 3, low: p99.low, high: p99.high), .band(color: 1, low: p50.low, high: p50.high),
        ]
        let values = (mean + maximum + p50.low + p99.high).compactMap(\.y)
        return Plot(
            title: "Latency", caption: latencyCaption(hasBands), x: timeAxis,
            y: .logarithmic(around: values) { Figures.tick(Figures.latency($0)) },
            layers: (hasBands ? bands : []) + [
                .line(name: "maximum", color: 4, points: maximum), .line(name: "p99", color: 3, points: p99.high),
                .line(name: "mean", color: 2, points: mean), .line(name: "p50", color: 1, points: p50.high),
            ])
    }

    private func latencyCaption(_ hasBands: Bool) -> String {
        guard hasBands else { return "Logarithmic. One value per second." }
        let unit = isStepped ? "\(steps.first?.seconds ?? 1) s" : "one second"
        return
            "Logarithmic, in steps of \(unit). Mean and maximum are those of all commands of a step. A percentile is "
            + "that of single seconds of single workers: line at the highest, area down to the lowest."
    }

    private var distribution: Plot {
        let statistics = measurement.latency
        let low = max(1, Double(statistics.minimum)) / 1.02
        let high = max(Double(statistics.maximum), low) * 1.02
        let ratio = max(1.03, pow(high / low, 1 / 160))
        var bins = [Double](repeating: 0, count: Int((log(high / low) / log(ratio)).rounded(.up)) + 1)
        for (bucket, count) in statistics.histogram.counts.enumerated() where count > 0 {
            let range = LatencyHistogram.values(of: bucket)
            let middle = (Double(range.lowerBound) + Double(range.upperBound)) / 2 * statistics.nanosecondsPerUnit
            let bin = Int(log(max(middle, low) / low) / log(ratio))
            bins[min(max(0, bin), bins.count - 1)] += Double(count)
        }
        let points = bins.enumerated().map { Plot.Point(x: low * pow(ratio, Double($0.offset)), y: $0.element) }
        let end = low * pow(ratio, Double(bins.count))
        let marks = [("p50", 50.0), ("p99", 99), ("p99.9", 99.9), ("p99.99", 99.99)].map {
            Plot.Layer.mark(name: $0.0, x: Double(statistics.percentile($0.1)))
        }
        return Plot(
            title: "Latency distribution",
            caption: "Commands per step of \(Figures.decimal((ratio - 1) * 100, places: 1)) % of latency; both axes "
                + "logarithmic, all \(Figures.grouped(statistics.count)) commands.",
            x: .logarithmic(around: [low, end]) { Figures.tick(Figures.latency($0)) },
            y: .logarithmic(around: [0.8] + bins) { $0 < 1 ? "" : Figures.tick(Figures.short($0)) },
            layers: [.columns(color: 1, points: points, end: end)] + spaced(marks))
    }

    /// Leaves out marks whose names would be printed over each other: the higher percentile stays.
    private func spaced(_ marks: [Plot.Layer]) -> [Plot.Layer] {
        var kept: [Plot.Layer] = []
        var next = Double.infinity
        let spread = pow(
            max(1.0001, Double(measurement.latency.maximum) / max(1, Double(measurement.latency.minimum))), 0.07)
        for mark in marks.reversed() {
            guard case .mark(_, let x) = mark, x * spread <= next else { continue }
            kept.append(mark)
            next = x
        }
        return kept
    }
}
