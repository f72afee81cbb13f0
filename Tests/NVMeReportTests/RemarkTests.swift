import NVMeReport
import NVMeSpec
import Testing

@testable import NVMeWorkload

/// What the report says of figures that are not what they seem.
@Suite struct RemarkTests {
    private func remarks(
        verification: String = "off", _ change: (inout WorkloadResult) -> Void = { _ in }
    ) -> [String] {
        var worker = Fixture.worker(seconds: 1)
        // 100,000 commands of 1 ms in a second: a hundred at a time.
        worker.configuration.queueDepth = 100
        worker.latency = statistics(milliseconds: 1, count: 100_000)
        change(&worker)
        return PerformanceReport(
            tool: .init(version: "0"), device: .init(address: "emu"), verification: verification,
            jobs: [.init(name: "one", workers: [worker])]
        ).remarks
    }

    private func statistics(milliseconds: UInt64, count: UInt64, and slowest: UInt64? = nil) -> LatencyStatistics {
        var counts = [UInt64](repeating: 0, count: LatencyHistogram.bucketCount)
        counts[LatencyHistogram.bucket(of: milliseconds * 1_000_000)] = count
        if let slowest { counts[LatencyHistogram.bucket(of: slowest * 1_000_000)] += 1 }
        return LatencyStatistics(histogram: LatencyHistogram(counts: counts), nanosecondsPerUnit: 1)
    }

    @Test func ordinaryFiguresNeedNone() {
        #expect(remarks() == [])
        #expect(remarks(verification: "full") == [])
    }

    @Test func stallIsSaid() {
        let found = remarks { $0.latency = statistics(milliseconds: 1, count: 99_999, and: 400) }
        #expect(found.count == 1)
        #expect(found.first?.contains("% of the time measured") == true, "\(found)")
    }

    @Test func timeThatTheLastCommandsTookIsSaid() {
        let found = remarks { $0.duration = .seconds(3) }
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("measured for 3 s instead of 1 s") == true, "\(found)")
    }

    @Test func commandsThatMoveNoBlocksBesideOthersAreSaid() {
        let found = remarks { $0.completions = [.read: 99_000, .flush: 900, .deallocate: 100] }
        #expect(found.first?.hasPrefix("IOPS and latencies count 900 flush, 100 deallocate") == true, "\(found)")
    }

    @Test func commandsThatMoveNoBlocksAloneAreWhatWasAskedFor() {
        #expect(remarks { $0.completions = [.deallocate: 100_000] } == [])
    }

    @Test func depthThatVerificationDoesNotReachIsSaid() {
        let found = remarks(verification: "full") { $0.latency = statistics(milliseconds: 1, count: 15_000) }
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("15 of 100 commands were in flight") == true, "\(found)")
    }

    /// A rate, not the locks, keeps it from its depth.
    @Test func depthThatARateDoesNotReachIsNotSaid() {
        let found = remarks(verification: "full") {
            $0.latency = statistics(milliseconds: 1, count: 15_000)
            $0.configuration.iops = 15_000
        }
        #expect(found == [])
    }

    @Test func stepIsShownInTheUnitThatItIsGivenIn() {
        var worker = Fixture.worker(seconds: 1)
        worker.configuration.lbaRandom = false
        worker.configuration.lbaStep = -16
        #expect(WorkloadText.describe(worker).contains("step -8 KiB"))
    }
}
