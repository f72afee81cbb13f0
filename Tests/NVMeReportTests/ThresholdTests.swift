import NVMeReport
import NVMeWorkload
import Testing

@Suite struct ThresholdTests {
    private let measurement = Measurement([Fixture.worker(seconds: 2)])

    @Test(arguments: [
        ("iops>=1M", 1e6), ("iops>500k", 5e5), ("p99<200us", 2e5), ("p99.9 < 1.5ms", 1.5e6), ("mean<=2µs", 2000),
        ("max<1s", 1e9), ("errors==0", 0), ("bandwidth>=2GB/s", 2e9), ("bw>=1KiB/s", 1024), ("cpu<100ns", 100),
        ("P99.95<3ms", 3e6),
    ])
    func limitIsInTheMetricsOwnUnit(text: String, limit: Double) throws {
        let thresholds = try Threshold.parse(text)
        #expect(thresholds.map(\.limit) == [limit])
    }

    @Test func listIsSeparatedByCommas() throws {
        #expect(try Threshold.parse("iops>=1M, p99<200us,errors==0").count == 3)
    }

    @Test(arguments: [
        ("", "a threshold is missing"), ("iops>=1M,", "a threshold is missing"), ("iops", "no relation"),
        ("iops=>1", "no relation"), ("iops>=", "is no number"), ("iops>=fast", "is no number"),
        ("iops>=-1", "is no number"), ("iops>=1Q", "unknown unit 'Q'"), ("p99<200", "needs a unit"),
        ("p99<200MB/s", "unknown unit 'MB/s'"), ("bandwidth>=2", "needs a unit"), ("p100<1s", "unknown metric 'p100'"),
        ("p<1s", "unknown metric 'p'"), ("ipos>=1", "did you mean 'iops'?"), ("iops>=1e9999", "unknown unit"),
    ])
    func wrongThresholdIsRefusedWithWhatWouldBeRight(text: String, message: String) {
        let error = #expect(throws: ThresholdError.self) { try Threshold.parse(text) }
        #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
    }

    @Test(arguments: [
        ("iops>=100k", true), ("iops>100k", false), ("iops<=100k", true), ("iops<100k", false), ("iops==100k", true),
        ("iops!=100k", false), ("p50>1us", true), ("p50<1us", false), ("errors==0", true), ("bandwidth>=400MB/s", true),
    ])
    func verdictComparesTheMeasuredValue(text: String, isMet: Bool) throws {
        let verdicts = try Threshold.parse(text).map { $0.verdict(on: measurement) }
        #expect(verdicts.map(\.isMet) == [isMet])
    }

    @Test func latencyOfNothingMeetsNoThreshold() throws {
        let verdict = try #require(try Threshold.parse("p99<200us").first).verdict(on: Measurement([]))
        #expect(!verdict.isMet)
        #expect(verdict.text.contains("no command completed"))
    }

    @Test func missedThresholdMakesTheReportFail() throws {
        var report = Fixture.report(seconds: 1)
        #expect(report.isSuccess)
        report.judge(try Threshold.parse("iops>=1G"))
        #expect(!report.isSuccess)
    }
}
