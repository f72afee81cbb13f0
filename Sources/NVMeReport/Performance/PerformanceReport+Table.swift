import NVMeSpec
import NVMeWorkload

extension PerformanceReport {
    /// The final report for people, at most 100 columns wide.
    public var lines: [String] {
        let total = total
        var lines = headLines + [""] + figuresTable(total).lines + [""]
        for columns in latencyColumns(total) { lines += Self.latencyTable(columns).lines + [""] }
        lines += operationLine(total)
        if !verdicts.isEmpty { lines += [""] + verdicts.flatMap { Self.wrapped($0.text) } }
        if total.outcome != .finished || total.errors > 0 { lines += [""] + troubleLines(total) }
        if !mismatches.isEmpty { lines += [""] + mismatches.flatMap(Self.block) }
        if isInterrupted { lines += ["Interrupted: these are the results so far."] }
        return lines + notes.flatMap { Self.wrapped("note: \($0)") }
    }

    private var headLines: [String] {
        let names = [
            device.model, device.serialNumber.map { "serial \($0)" }, device.firmwareRevision.map { "firmware \($0)" },
        ]
        let known = names.compactMap { $0.map(Self.printable) }.filter { !$0.isEmpty }
        let text = known.isEmpty ? "" : " (\(known.joined(separator: ", ")))"
        let tail = ", verification \(verification), nvmetest \(tool.version)"
        return Self.wrapped("Device \(Self.printable(device.address))\(text)\(tail)")
            + (tool.startedAt.map { ["Started \($0)"] } ?? [])
    }

    private func figuresTable(_ total: Measurement) -> Table {
        var table = Table("Job", "IOPS", "Bandwidth", "Mean", "p99", "Errors", "CPU/IO", "Configuration")
        func add(_ name: String, _ measurement: Measurement, _ configuration: String) {
            let exists = measurement.latency.count > 0
            func time(_ value: Double) -> String { exists ? Figures.latency(value) : "-" }
            table.add(
                name, Figures.grouped(measurement.iops), Figures.bandwidth(measurement.bandwidth),
                time(measurement.latency.mean), time(Double(measurement.latency.percentile(99))),
                Figures.grouped(measurement.errors), time(measurement.cpuNanosecondsPerIO), configuration)
        }
        for job in jobs {
            add(Self.shortName(job.name), Measurement(job.workers), WorkloadText.describe(job.workers))
        }
        if jobs.count > 1 {
            let groups = Set(jobs.map(\.group)).count
            let order = groups == 1 ? "" : groups == jobs.count ? ", one after the other" : ", in \(groups) groups"
            add("total", total, "\(jobs.count) jobs, \(jobs.reduce(0) { $0 + $1.workers.count }) workers\(order)")
        }
        return table
    }

    /// Columns of the latency tables: as many to a table as 100 characters hold.
    private func latencyColumns(_ total: Measurement) -> [[(name: String, latency: LatencyStatistics)]] {
        var columns = jobs.map { (Self.shortName($0.name), Measurement($0.workers).latency) }
        if jobs.count > 1 { columns.append(("total", total.latency)) }
        if let scheduled = total.scheduledLatency { columns.append(("from due time", scheduled)) }
        let limit = 6
        return stride(from: 0, to: columns.count, by: limit).map {
            Array(columns[$0..<min($0 + limit, columns.count)])
        }
    }

    private static func latencyTable(_ columns: [(name: String, latency: LatencyStatistics)]) -> Table {
        var table = Table(header: ["Latency"] + columns.map(\.name))
        func add(_ name: String, _ value: (LatencyStatistics) -> Double) {
            table.add([name] + columns.map { $0.latency.count > 0 ? Figures.latency(value($0.latency)) : "-" })
        }
        add("min") { Double($0.minimum) }
        add("mean") { $0.mean }
        for (name, percent) in Percentiles.all { add(name) { Double($0.percentile(percent)) } }
        add("max") { Double($0.maximum) }
        return table
    }

    private func operationLine(_ total: Measurement) -> [String] {
        let counts = total.completions.sorted { $0.key.rawValue < $1.key.rawValue }
            .map { "\($0.key.name) \(Figures.grouped($0.value))" }
        let list = counts.isEmpty ? "none" : counts.joined(separator: ", ")
        return Self.wrapped(
            "Commands completed in \(Figures.duration(total.duration.inSeconds)): \(list); "
                + "\(Figures.grouped(total.bytesRead)) bytes read, \(Figures.grouped(total.bytesWritten)) written; "
                + "\(Figures.decimal(total.meanInFlight, places: 1)) in flight on average; "
                + "\(Figures.decimal(total.cpuUsage * 100, places: 1)) % of a core busy")
    }

    private func troubleLines(_ total: Measurement) -> [String] {
        var lines = Self.wrapped("Outcome: \(total.outcome.sentence)")
        if total.errors > 0 {
            let first = total.firstError.map { ", the first: \($0.code.name) (\($0.code.pair))" } ?? ""
            let count = total.errors == 1 ? "1 command" : "\(Figures.grouped(total.errors)) commands"
            lines += Self.wrapped("\(count) ended with an error status\(first)")
        }
        return lines
    }

    /// Lines of text as they are.
    private static func block(_ text: String) -> [String] {
        text.split(whereSeparator: \.isNewline).map { printable(String($0)) }
    }

    private static func wrapped(_ text: String) -> [String] { Table.wrap(text, width: Table.maximumWidth) }

    private static func shortName(_ name: String) -> String {
        let name = printable(name)
        return name.count <= 12 ? name : name.prefix(11) + "…"
    }

    /// Text of a device or a file without what would move a terminal's cursor.
    static func printable(_ text: String) -> String { Figures.printable(text) }
}
