import NVMeSpec
import NVMeWorkload

extension PerformanceReport {
    /// One page that needs nothing else: no network, no script; light or dark as the reader's system is.
    public var html: String {
        let total = total
        let plots = Plots(measurement: total).all.map(\.markup).joined()
        let title = "NVMe performance: \(device.model ?? device.address)"
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>
            <title>\(Markup.escaped(title))</title>
            <style>
            \(Self.styleSheet)
            </style>
            </head>
            <body>
            <header>\(Markup.element("h1", text: title))\(Markup.element("p", text: subtitle(total)))</header>
            \(tiles(total))
            \(jobTable)
            \(mismatchList)\(plots)\(latencyTable(total))
            \(verdictTable)\(noteList)\(parameterTable)
            </body>
            </html>

            """
    }

    private func subtitle(_ total: Measurement) -> String {
        let parts = [
            device.address, device.serialNumber.map { "serial \($0)" },
            device.firmwareRevision.map { "firmware \($0)" }, tool.startedAt,
            "\(Figures.duration(total.duration.inSeconds))", "verification \(verification)",
            "nvmetest \(tool.version)", total.outcome.sentence, isInterrupted ? "interrupted" : nil,
        ]
        return parts.compactMap(\.self).joined(separator: " · ")
    }

    private func tiles(_ total: Measurement) -> String {
        let latency = total.latency
        let hasLatency = latency.count > 0
        let figures: [(String, String)] = [
            ("IOPS", Figures.grouped(total.iops)), ("Bandwidth", Figures.bandwidth(total.bandwidth)),
            ("Mean latency", hasLatency ? Figures.latency(latency.mean) : "-"),
            ("p99", hasLatency ? Figures.latency(latency.percentile(99)) : "-"),
            ("p99.9", hasLatency ? Figures.latency(latency.percentile(99.9)) : "-"),
            ("CPU/command", hasLatency ? Figures.latency(total.cpuNanosecondsPerIO) : "-"),
            ("Errors", Figures.grouped(total.errors)),
        ]
        let items = figures.map { name, value in
            let style = name == "Errors" && total.errors > 0 ? "tile bad" : "tile"
            return Markup.element(
                "div", ["class": style], Markup.element("b", text: value) + Markup.element("span", text: name))
        }
        return Markup.element("section", ["class": "tiles"], items.joined())
    }

    private var jobTable: String {
        let rows = jobs.map { job in
            let figures = Measurement(job.workers)
            let latency = figures.latency
            return [
                job.name, Figures.grouped(figures.iops), Figures.bandwidth(figures.bandwidth),
                latency.count > 0 ? Figures.latency(latency.mean) : "-",
                latency.count > 0 ? Figures.latency(latency.percentile(99)) : "-",
                Figures.grouped(figures.errors), WorkloadText.describe(job.workers),
            ]
        }
        return Self.table(["Job", "IOPS", "Bandwidth", "Mean", "p99", "Errors", "Configuration"], rows)
    }

    private func latencyTable(_ total: Measurement) -> String {
        let all = jobs.map { ($0.name, Measurement($0.workers).latency) }
        let columns = jobs.count > 1 ? all + [("total", total.latency)] : all
        func row(_ name: String, _ value: (LatencyStatistics) -> Double) -> [String] {
            [name] + columns.map { $0.1.count > 0 ? Figures.latency(value($0.1)) : "-" }
        }
        let rows =
            [row("min") { Double($0.minimum) }, row("mean") { $0.mean }]
            + Percentiles.all.map { percentile in row(percentile.name) { Double($0.percentile(percentile.percent)) } }
            + [row("max") { Double($0.maximum) }]
        return Markup.element("h2", text: "Latency") + Self.table(["Latency"] + columns.map(\.0), rows)
    }

    private var verdictTable: String {
        guard !verdicts.isEmpty else { return "" }
        let rows = verdicts.map { verdict in
            [
                verdict.threshold.text, verdict.value.map { verdict.threshold.metric.kind.format($0) } ?? "-",
                verdict.isMet ? "met" : "missed",
            ]
        }
        return Markup.element("h2", text: "Thresholds") + Self.table(["Threshold", "Measured", "Verdict"], rows) + "\n"
    }

    private var mismatchList: String {
        guard !mismatches.isEmpty else { return "" }
        return Markup.element("h2", text: "Blocks that are not what was written")
            + mismatches.map { Markup.element("pre", text: $0) }.joined() + "\n"
    }

    private var noteList: String {
        notes.map { Markup.element("p", ["class": "note"], text: $0) }.joined()
    }

    /// Every effective parameter of every worker.
    private var parameterTable: String {
        let workers = jobs.flatMap { job in
            job.workers.enumerated().map { index, worker in
                ("\(job.name) \(index + 1)", ConfigurationJSON.members(of: worker, namespaceID: job.namespaceID))
            }
        }
        guard let first = workers.first else { return "" }
        let rows = first.1.indices.map { row in
            [first.1[row].name] + workers.prefix(8).map { row < $0.1.count ? Self.plain($0.1[row].value) : "" }
        }
        let more = workers.count > 8 ? Markup.element("p", text: "The first 8 of \(workers.count) workers.") : ""
        return Markup.element(
            "details",
            Markup.element("summary", text: "Effective parameters of every worker")
                + Self.table(["Parameter"] + workers.prefix(8).map(\.0), rows) + more)
    }

    /// A JSON value on one line.
    private static func plain(_ value: JSONValue) -> String {
        switch value {
        case .string(let text): text
        case .null: "-"
        case .array(let values): values.map(plain).joined(separator: "; ")
        case .object(let members): members.map { "\($0.name) \(plain($0.value))" }.joined(separator: ", ")
        case .bool, .integer, .number: "\(value)"
        }
    }

    private static func table(_ header: [String], _ rows: [[String]]) -> String {
        let head = Markup.element("tr", header.map { Markup.element("th", text: $0) }.joined())
        let body = rows.map { row in
            Markup.element("tr", row.map { Markup.element("td", text: $0) }.joined()) + "\n"
        }
        return Markup.element(
            "div", ["class": "scroll"],
            Markup.element("table", Markup.element("thead", head) + Markup.element("tbody", body.joined())))
    }
}
