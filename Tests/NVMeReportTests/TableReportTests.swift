import NVMeReport
import NVMeSpec
import NVMeWorkload
import Testing

@Suite struct TableReportTests {
    @Test func tableOfOneWorkerIsTheGoldenOne() throws {
        var report = Fixture.report(seconds: 10)
        report.judge(try Threshold.parse("iops>=50k,p99<1us"))
        try expectGolden(report.lines.map { $0 + "\n" }.joined(), "one-worker.txt")
    }

    @Test func tableOfManyJobsIsTheGoldenOne() throws {
        let jobs = (1...9).map { number in
            PerformanceReport.Job(
                name: number == 3 ? "a very long name of a job" : "job\(number)",
                workers: (0..<2).map { Fixture.worker(seconds: 10, seed: UInt64(number * 10 + $0), errors: 3) })
        }
        try expectGolden(Fixture.report(jobs).lines.map { $0 + "\n" }.joined(), "many-jobs.txt")
    }

    @Test(arguments: [1, 2, 7, 20])
    func noLineIsWiderThan100Columns(jobs: Int) {
        let jobs = (0..<jobs).map {
            PerformanceReport.Job(
                name: "some long name \($0)", workers: [Fixture.worker(seconds: 9999, rate: 9_999_999)])
        }
        for line in Fixture.report(jobs).lines { #expect(line.count <= 100, "\(line)") }
    }

    @Test func totalSaysHowJobsFollowedEachOther() {
        func lines(_ groups: [Int]) -> String {
            let jobs = groups.map {
                PerformanceReport.Job(name: "j", workers: [Fixture.worker(seconds: 1)], group: $0)
            }
            return Fixture.report(jobs).lines.joined(separator: " ")
        }
        #expect(lines([0, 1]).contains("2 jobs, 2 workers, one after the other"))
        #expect(lines([0, 1, 1]).contains("3 jobs, 3 workers, in 2 groups"))
        #expect(!lines([0, 0]).contains("workers,"))
    }

    @Test func mismatchIsShownAndNoSuccess() {
        var report = Fixture.report(seconds: 1)
        report.mismatches = ["LBA 0x8: all zeros\n  got\u{1B}[2J", "and 3 more"]
        #expect(!report.isSuccess)
        let start = report.lines.firstIndex(of: "LBA 0x8: all zeros")
        #expect(
            start.map { Array(report.lines[$0...].prefix(3)) } == ["LBA 0x8: all zeros", "  got?[2J", "and 3 more"])
    }

    @Test func dataMismatchHasANameOfItsOwn() {
        var worker = Fixture.worker(seconds: 1, outcome: .dataMismatch, errors: 1)
        worker.firstError = Status(StatusCode(type: .vendorSpecific, 0x81))
        let lines = Fixture.report([.init(name: "a", workers: [worker])]).lines
        #expect(
            lines.contains(
                "1 command ended with an error status, the first: Data Mismatch, found by the driver (07/81)"))
    }

    @Test func ratesThatFollowEachOtherAreNamed() {
        var worker = Fixture.worker(seconds: 1)
        worker.configuration.rateSteps = [RateStep(iops: 10_000, time: .seconds(90)), RateStep(iops: 500, time: nil)]
        #expect(WorkloadText.describe(worker).contains(", 10,000 IOPS for 1 min 30 s then 500 IOPS, "))
    }

    @Test func terminalSequencesOfTheDeviceAreNotPassedOn() {
        let report = Fixture.report([], model: "SSD\u{1B}[2J\u{202E}\n")
        #expect(!report.lines.joined().contains { "\u{1B}\u{202E}\n".contains($0) })
        #expect(report.lines.joined().contains("SSD?[2J"))
    }

    @Test(arguments: [
        (999.4, "999 ns"), (1000, "1.00 µs"), (12_345, "12.3 µs"), (999_960, "1.00 ms"), (2.5e9, "2.50 s"),
        (0, "0 ns"), (.nan, "-"),
    ])
    func latencyHasThreeDigitsAndAUnit(nanoseconds: Double, text: String) {
        #expect(Figures.latency(nanoseconds) == text)
    }

    @Test(arguments: [(0, "0"), (999, "999"), (1000, "1,000"), (1_234_567, "1,234,567")] as [(UInt64, String)])
    func countHasItsDigitsInGroups(value: UInt64, text: String) {
        #expect(Figures.grouped(value) == text)
    }

    @Test(arguments: [
        (0, "0 s"), (0.00012, "120 µs"), (0.5, "0.5 s"), (2.5, "2.5 s"), (90, "1 min 30 s"), (3605, "1 h 0 min 5 s"),
        (-1, "0 s"),
    ])
    func durationIsInPeoplesUnits(seconds: Double, text: String) {
        #expect(Figures.duration(seconds) == text)
    }

    @Test(arguments: [("10", 10_000), ("1.5s", 1500), ("250ms", 250), ("2m", 120_000), ("1h", 3_600_000)])
    func durationTextIsRead(text: String, milliseconds: Int) {
        #expect(DurationText.parse(text) == .milliseconds(milliseconds))
    }

    @Test(arguments: ["", "s", "-1", "1x", "1e99", "9999999d", "1..5"])
    func wrongDurationTextIsRefused(text: String) {
        #expect(DurationText.parse(text) == nil)
    }

    @Test func nearestNameIsFoundOnlyWhenItIsNear() {
        #expect(NearestName.of("iodetph", among: ["iodepth", "bs"]) == "iodepth")
        #expect(NearestName.of("zzz", among: ["iodepth", "bs"]) == nil)
    }
}
