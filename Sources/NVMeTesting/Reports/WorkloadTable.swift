import NVMeReport
import NVMeWorkload
import Testing

/// The figures of workloads for a test's report: a row for each, with the configuration as it took effect beside it.
///
/// ```swift
/// var table = WorkloadTable("4 KiB random read")
/// table.add("depth 32", try worker.run())
/// try table.log()
/// ```
public struct WorkloadTable: Sendable {
    private let title: String
    private var rows: [(name: String, workers: [WorkloadResult])] = []

    public init(_ title: String) { self.title = title }

    /// Adds a worker, or several that ran at the same time.
    public mutating func add(_ name: String, _ workers: WorkloadResult...) { add(name, workers) }

    /// Adds workers that ran at the same time. A table judges nothing: who only prints a result has not looked at its outcome.
    public mutating func add(_ name: String, _ workers: [WorkloadResult]) {
        rows.append((name, workers.map(\.unseen)))
    }

    /// Title, what all rows have in common, and the rows, at most 100 columns wide.
    public var lines: [String] {
        let parts = rows.map { WorkloadText.describe($0.workers).split(separator: ", ").map(String.init) }
        let common = parts.first?.filter { part in parts.allSatisfy { $0.contains(part) } } ?? []
        var table = Table("", "IOPS", "Bandwidth", "Mean", "p50", "p99", "p99.9", "Max", "Errors", "With")
        for (row, parts) in zip(rows, parts) {
            let figures = Measurement(row.workers)
            let latency = figures.latency
            let own = parts.filter { !common.contains($0) }.joined(separator: ", ")
            table.add(
                row.name, Figures.grouped(figures.iops), Figures.bandwidth(figures.bandwidth),
                Figures.latency(latency.mean), Figures.latency(latency.percentile(50)),
                Figures.latency(latency.percentile(99)), Figures.latency(latency.percentile(99.9)),
                Figures.latency(latency.maximum), Figures.grouped(figures.errors), own)
        }
        return Table.wrap("\(title): \(common.joined(separator: ", "))", width: Table.maximumWidth) + table.lines
    }

    /// Every percentile of every row; a throttled row also has its latencies from the time when its commands were due.
    public var latencyLines: [String] {
        var columns: [(name: String, latency: LatencyStatistics)] = []
        for row in rows {
            let figures = Measurement(row.workers)
            columns.append((row.name, figures.latency))
            if let scheduled = figures.scheduledLatency { columns.append((row.name + ", from due time", scheduled)) }
        }
        var table = Table(header: ["Latency"] + columns.map(\.name))
        for (name, percent) in Percentiles.all {
            table.add([name] + columns.map { Figures.latency($0.latency.percentile(percent)) })
        }
        table.add(["max"] + columns.map { Figures.latency($0.latency.maximum) })
        return table.lines
    }

    /// Tells the test's report the figures, with the device and the scale they were measured at.
    public func log() throws {
        let scale = try DeviceUnderTest.scale
        try DeviceUnderTest.log(lines + ["on \(DeviceUnderTest.address) at scale \(scale.factor)"])
    }
}
