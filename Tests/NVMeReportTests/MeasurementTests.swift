import NVMeSpec
import Testing

@testable import NVMeReport
@testable import NVMeWorkload

@Suite struct MeasurementTests {
    private func statistics(_ values: [UInt64], unit: Double = 1) -> LatencyStatistics {
        var histogram = LatencyHistogram()
        for value in values { histogram.record(value) }
        return LatencyStatistics(histogram: histogram, nanosecondsPerUnit: unit)
    }

    @Test func percentilesOfWorkersComeFromTheirAddedHistograms() {
        let fast = statistics(Array(repeating: 100, count: 990))
        let slow = statistics(Array(repeating: 10_000, count: 10))
        let merged = LatencyStatistics.merged([fast, slow])
        #expect(merged.count == 1000)
        #expect(merged.percentile(50) == 100)
        #expect(merged.percentile(99) == 100)
        #expect(abs(Double(merged.percentile(99.1)) - 10_000) < 100)
    }

    @Test func histogramsOfDifferentUnitsMeetInNanoseconds() {
        let merged = LatencyStatistics.merged([
            statistics([1_000_000], unit: 0.4), statistics([100_000], unit: 4),
        ])
        #expect(merged.nanosecondsPerUnit == 1)
        #expect(abs(merged.mean - 400_000) < 4_000)
    }

    @Test func hugeLatencyIsClampedInsteadOfTrapping() {
        #expect(statistics([.max], unit: 1000).maximum == .max)
        #expect(LatencyStatistics.merged([statistics([.max], unit: 1000), statistics([1])]).count == 2)
    }

    @Test func outcomeOfSeveralWorkersIsTheGravest() {
        let workers = [WorkloadOutcome.finished, .dataMismatch, .stopped].map {
            Fixture.worker(seconds: 1, outcome: $0)
        }
        #expect(Measurement(workers).outcome == .dataMismatch)
    }

    @Test func rateIsOverTheLongestWorker() {
        let workers = [Fixture.worker(seconds: 4, rate: 1000), Fixture.worker(seconds: 1, rate: 1000)]
        #expect(Measurement(workers).iops == 1250)
    }

    @Test func nothingMeasuredIsAllZeros() {
        let nothing = Measurement([])
        #expect(nothing.iops == 0)
        #expect(nothing.cpuNanosecondsPerIO == 0)
        #expect(nothing.latency.percentile(99) == 0)
    }

    @Test func downsamplingKeepsExtremesAndMean() throws {
        let samples = [ReportSample].merged([
            (0..<100).map {
                SecondSample(
                    completions: $0 == 42 ? 1 : 100, bytes: 0, latencyMean: 10, latencyP50: 9, latencyP99: $0,
                    latencyMaximum: $0 == 7 ? 5000 : 20, cpuUsage: 0)
            }
        ])
        let steps = samples.downsampled(to: 10)
        #expect(steps.count == 10)
        #expect(steps.allSatisfy { $0.seconds == 10 })
        #expect(steps[4].iops.low == 1)
        #expect(steps[4].iops.high == 100)
        #expect(abs(steps[4].iops.mean - 90.1) < 1e-9)
        #expect(steps[0].latencyMaximum == 5000)
        #expect(steps[3].latencyP99 == 30...39)
    }

    @Test func lastStepMayBeShorter() {
        let samples = [ReportSample].merged([Fixture.worker(seconds: 3601).seconds])
        let steps = samples.downsampled(to: 360)
        #expect(steps.count <= 360)
        #expect(steps.reduce(0) { $0 + $1.seconds } == 3601)
    }

    @Test func fewSamplesStayAsTheyAre() {
        let samples = [ReportSample].merged([Fixture.worker(seconds: 10).seconds])
        #expect(samples.downsampled(to: 360) == samples)
    }

    @Test func groupsOneAfterTheOtherAddTheirTimes() {
        let fast = PerformanceReport.Job(name: "a", workers: [Fixture.worker(seconds: 1, rate: 3000)])
        let slow = (0..<2).map {
            PerformanceReport.Job(
                name: "b\($0)", workers: [Fixture.worker(seconds: 4, rate: 1000)], group: 1)
        }
        let total = Fixture.report([fast] + slow).total
        #expect(total.duration == .seconds(5))
        #expect(total.completed == 11_000)
        #expect(total.iops == 2200)
        #expect(total.samples.count == 5)
        #expect(total.latency.count == 11_000)
        #expect(abs(total.cpuUsage - (1 * 0.25 + 4 * 0.5) / 5) < 1e-9)
    }

    @Test func groupsOneAfterTheOtherHaveTheGravestOutcome() {
        let jobs = [WorkloadOutcome.overdue, .finished].enumerated().map {
            PerformanceReport.Job(
                name: "\($0)", workers: [Fixture.worker(seconds: 1, outcome: $1)], group: $0)
        }
        #expect(Fixture.report(jobs).total.outcome == .overdue)
    }

    @Test func workerThatGoesOnAddsToTheFirst() {
        let first = Fixture.worker(seconds: 1, rate: 3000, outcome: .dataMismatch, errors: 2)
        let later = Fixture.worker(seconds: 3, rate: 1000)
        let sum = first.followed(by: later)
        #expect(sum.outcome == .dataMismatch)
        #expect(sum.duration == .seconds(4))
        #expect(sum.completed == 6000)
        #expect(sum.errors == 2)
        #expect(sum.bytesRead == first.bytesRead + later.bytesRead)
        #expect(sum.latency.count == 6000)
        #expect(sum.seconds.count == 4)
        #expect(sum.cpuUsage == 0.25)
        #expect(later.followed(by: first).outcome == .dataMismatch)
    }

    @Test func secondOfTwoWorkersWeighsTheMeanByCommands() {
        func second(_ completions: UInt64, mean: Double) -> SecondSample {
            SecondSample(
                completions: completions, bytes: 0, latencyMean: mean, latencyP50: UInt64(mean), latencyP99: 1,
                latencyMaximum: UInt64(mean), cpuUsage: 0.5)
        }
        let merged = ReportSample(workers: [second(30, mean: 10), second(10, mean: 50)])
        #expect(merged.iops.mean == 40)
        #expect(merged.latencyMean == 20)
        #expect(merged.latencyP50 == 10...50)
        #expect(merged.cpuUsage.mean == 1)
    }

    @Test func percentilesOfWorkersThatKeptAllLatenciesAreThoseOfAllTogether() {
        func second(_ values: [UInt64]) -> SecondSample {
            var histogram = LatencyHistogram()
            for value in values { histogram.record(value) }
            let latency = LatencyStatistics(histogram: histogram, nanosecondsPerUnit: 1)
            return SecondSample(
                completions: UInt64(values.count), bytes: 0, latencyMean: latency.mean,
                latencyP50: latency.percentile(50), latencyP99: latency.percentile(99),
                latencyMaximum: latency.maximum, cpuUsage: 0.5, latency: CompactLatency(latency))
        }
        let merged = ReportSample(workers: [second(Array(1...99)), second(Array(101...199) + [200, 200])])
        #expect(merged.latencyP50 == 101...101)
        #expect(merged.latencyP99 == 199...199)
    }
}
