import NVMeSpec
import Testing

@testable import NVMeWorkload

/// Figures in whole seconds and microseconds.
@Suite struct WholeFiguresTests {
    private func result(
        seconds: [UInt64], duration: Duration, completed: UInt64? = nil, isCounted: Bool = true
    ) -> WorkloadResult {
        var workload = Workload()
        workload.countsPerSecond = isCounted
        let target = WorkloadTarget(blocks: 1, blockSize: 512, maximumTransfer: 512, maximumQueueDepth: 2)
        return WorkloadResult(
            outcome: .finished, configuration: workload, target: target, seed: 1, duration: duration,
            completions: [.read: completed ?? seconds.reduce(0, +)], bytesRead: 0, bytesWritten: 0, errors: 0,
            firstError: nil, latency: LatencyStatistics(histogram: LatencyHistogram(), nanosecondsPerUnit: 1),
            scheduledLatency: nil, cpuUsage: 0,
            seconds: seconds.map {
                SecondSample(
                    completions: $0, bytes: 0, latencyMean: 0, latencyP50: 0, latencyP99: 0, latencyMaximum: 0,
                    cpuUsage: 0)
            }, lastCommands: [])
    }

    @Test func consistencyIsTheSlowSecondAgainstTheMean() throws {
        let result = result(seconds: [100, 50, 150, 100], duration: .seconds(4))
        #expect(try result.iopsConsistency() == 0.5)
        #expect(try result.iopsConsistency(slowestPercentage: 50) == 1)
        #expect(try result.iopsConsistency(slowestPercentage: 1) == 1.5)
    }

    @Test(arguments: [0, 100, -1, 200]) func consistencyOutsideItsPercentagesIsRefused(percentage: Double) {
        let result = result(seconds: [1], duration: .seconds(1))
        #expect(throws: WorkloadError.self) { try result.iopsConsistency(slowestPercentage: percentage) }
    }

    @Test func consistencyThatWasNotCollectedIsRefused() {
        let result = result(seconds: [], duration: .seconds(4), completed: 10, isCounted: false)
        let error = #expect(throws: WorkloadError.self) { try result.iopsConsistency() }
        #expect(error?.limit == "iops consistency data is not collected")
    }

    @Test func millisecondsAreRoundedAndOneMore() {
        #expect(result(seconds: [], duration: .microseconds(1_499_600)).milliseconds == 1501)
    }

    @Test func everyFullSecondHasACount() {
        #expect(result(seconds: [5, 6], duration: .milliseconds(2500)).completionsPerSecond == [5, 6])
    }

    @Test func lastSecondOfATimedRunHoldsWhatTheOthersLeave() {
        let result = result(seconds: [5, 6], duration: .milliseconds(3000), completed: 18)
        #expect(result.completionsPerSecond == [5, 6, 7])
    }

    @Test func secondsBeyondTheDurationAreLeftOut() {
        #expect(result(seconds: [5, 6], duration: .milliseconds(1900)).completionsPerSecond == [5])
    }

    private func statistics(_ nanoseconds: [UInt64]) -> LatencyStatistics {
        var histogram = LatencyHistogram()
        for value in nanoseconds { histogram.record(value) }
        return LatencyStatistics(histogram: histogram, nanosecondsPerUnit: 1)
    }

    @Test func microsecondCountsAreOneMillion() {
        #expect(statistics([]).countsPerMicrosecond() == Array(repeating: 0, count: 1_000_000))
    }

    @Test func everyCommandIsInTheMicrosecondCounts() {
        let counts = statistics([10, 5_500, 5_500, 80_500, 3_000_000_000]).countsPerMicrosecond()
        #expect(counts.reduce(0, +) == 5)
        #expect(counts[0] == 1 && counts[5] == 2 && counts[80] == 1)
        #expect(counts[999_999] == 1)
    }

    @Test(arguments: [200, 3_333, 77_777, 900_000] as [UInt64])
    func longLatenciesLieWithinFourTenthsOfAPercent(microseconds: UInt64) throws {
        let counts = statistics([microseconds * 1000]).countsPerMicrosecond()
        let index = try #require(counts.firstIndex { $0 > 0 })
        #expect(abs(Double(index) - Double(microseconds)) <= Double(microseconds) * 0.004 + 1)
    }

    @Test func percentileIsTheSmallestLatencyThatEnoughCommandsKept() throws {
        let statistics = statistics((1...100).map { $0 * 1000 + 500 })
        #expect(try statistics.microseconds(atPercentile: 50) == 50)
        #expect(try statistics.microseconds(atPercentile: 99.9) == 99)
    }

    @Test(arguments: [0, 100]) func percentileOutOfRangeIsRefused(percentile: Double) {
        #expect(throws: WorkloadError.self) { try statistics([1]).microseconds(atPercentile: percentile) }
    }

    @Test func compactLatencyIsTheSameStatisticsAgain() {
        let statistics = statistics([0, 1, 127, 128, 300, 70_000, 71_000, 71_000, .max])
        #expect(CompactLatency(statistics).statistics == statistics)
    }

    @Test func compactLatencyOfABusySecondIsSmall() {
        var random = WorkloadRandom(seed: 1)
        let latency = CompactLatency(statistics((0..<100_000).map { _ in 70_000 + random.next() % 200_000 }))
        #expect(latency.byteCount < 1000)
    }

    @Test func throttledSecondsHoldTheirRateToTheCommand() throws {
        let bench = try Bench("emu:small?clock=virtual")
        let result = try bench.namespace.ioworker(time: .seconds(3), iops: 12_345).run()
        #expect(result.completionsPerSecond.count == 3)
        #expect(result.completionsPerSecond.allSatisfy { (12_344...12_346).contains($0) })
    }
}
