import Foundation
import Testing

@testable import NVMeReport
@testable import NVMeWorkload

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite struct HTMLReportTests {
    /// The page without its document type is XML.
    private func isWellFormed(_ html: String) -> Bool {
        let text = html.replacing("<!DOCTYPE html>", with: "")
        return XMLParser(data: Data(text.utf8)).parse()
    }

    @Test(arguments: [(0, 1), (1, 1), (2, 3), (10, 1), (3600, 2)])
    func pageIsWellFormed(seconds: Int, workers: Int) {
        #expect(isWellFormed(Fixture.report(seconds: seconds, workers: workers).html))
    }

    @Test func pageWithoutAnyJobIsWellFormed() {
        #expect(isWellFormed(Fixture.report([]).html))
    }

    @Test func markupInDeviceStringsIsText() throws {
        var report = Fixture.report(
            [.init(name: "<b>&\"'job", workers: [Fixture.worker(seconds: 2, outcome: .failed("a < b"))])],
            model: "</title><script>alert(1)</script>\u{0}\u{202E}")
        report.device.serialNumber = "]]>--><img src=x>"
        report.judge(try Threshold.parse("p99<1us"))
        report.notes = ["<i>"]
        let html = report.html
        #expect(!html.contains("<script"))
        #expect(!html.contains("<img"))
        #expect(!html.contains("<b>&"))
        #expect(html.contains("&lt;script&gt;"))
        #expect(html.contains("p99&lt;1us"))
        #expect(!html.unicodeScalars.contains("\u{202E}"))
        #expect(isWellFormed(html))
    }

    @Test func mismatchIsShownAsText() {
        var report = Fixture.report(seconds: 1)
        report.mismatches = ["LBA 0x8: <b>\n  got"]
        #expect(report.html.contains("<pre>LBA 0x8: &lt;b&gt;\n  got</pre>"))
        #expect(isWellFormed(report.html))
    }

    @Test func pageAsksForNothingElse() {
        let html = Fixture.report(seconds: 10).html.replacing("http://www.w3.org/2000/svg", with: "")
        for word in ["http:", "https:", "src=", "href=", "url(", "@import", "<script", "<link"] {
            #expect(!html.contains(word), "\(word)")
        }
    }

    @Test func pageOfAnHourIsSmall() {
        #expect(Fixture.report(seconds: 3600, workers: 4).html.utf8.count < 400_000)
    }

    @Test func everyFigureHasAPlot() {
        let html = Fixture.report(seconds: 10).html
        for title in ["IOPS", "Bandwidth", "Latency", "Latency distribution", "CPU: cores busy with commands"] {
            #expect(html.contains("<h2>\(title)</h2>"), "\(title)")
        }
    }

    @Test func hourIsDrawnWithItsExtremes() throws {
        let plots = Plots(measurement: Fixture.report(seconds: 3600).total).all
        let iops = try #require(plots.first { $0.title == "IOPS" })
        guard case .band(_, let low, let high) = iops.layers.first else {
            Issue.record("no area")
            return
        }
        #expect(low.count == Plots.maximumSteps)
        #expect(zip(low, high).contains { ($0.y ?? 0) < ($1.y ?? 0) / 2 })
        #expect(iops.caption.contains("3600 seconds in steps of 10 s"))
    }

    @Test func distributionDrawsEveryCommand() throws {
        let total = Fixture.report(seconds: 10).total
        let plot = try #require(Plots(measurement: total).all.first { $0.title == "Latency distribution" })
        guard case .columns(_, let points, _) = plot.layers.first else {
            Issue.record("no columns")
            return
        }
        #expect(points.reduce(0) { $0 + ($1.y ?? 0) } == Double(total.latency.count))
    }

    @Test func secondWithoutCommandsBreaksTheLatencyLines() throws {
        var worker = Fixture.worker(seconds: 9)
        worker.seconds[4] = SecondSample(
            completions: 0, bytes: 0, latencyMean: 0, latencyP50: 0, latencyP99: 0, latencyMaximum: 0, cpuUsage: 0)
        let plots = Plots(measurement: Measurement([worker])).all
        let latency = try #require(plots.first { $0.title == "Latency" })
        #expect(latency.markup.components(separatedBy: "<polyline").count - 1 == 8)
    }
}

@Suite struct AxisTests {
    @Test(arguments: [0.0, 0.3, 1, 7, 99, 123_456, 1e12, .nan])
    func linearAxisReachesItsHighestValue(highest: Double) {
        let axis = Axis.fromZero(to: highest) { "\($0)" }
        #expect(axis.high >= (highest.isNaN ? 0 : highest))
        #expect((2...12).contains(axis.ticks.count))
    }

    @Test func logarithmicAxisHasNoPlaceForZero() {
        let axis = Axis.logarithmic(around: [0, 10, 1000]) { "\($0)" }
        #expect(axis.position(0) == nil)
        #expect(axis.position(10) == 0)
        #expect(axis.position(1000) == 1)
    }

    @Test(arguments: [[], [5], [5, 5], [1, 1e15]] as [[Double]])
    func logarithmicAxisIsNeverEmpty(values: [Double]) {
        let axis = Axis.logarithmic(around: values) { "\($0)" }
        #expect(axis.high > axis.low)
        #expect(axis.ticks.count >= 2)
    }

    @Test(arguments: [(1, "0 s"), (10, "0 s"), (3600, "00:00")])
    func timeAxisIsLabelledByItsLength(seconds: Int, first: String) {
        let axis = Axis.time(seconds: seconds)
        #expect(axis.label(0) == first)
        #expect((2...14).contains(axis.ticks.count))
    }
}
