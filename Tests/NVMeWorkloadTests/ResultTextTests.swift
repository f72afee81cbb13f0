import NVMeSpec
import Testing

@testable import NVMeWorkload

/// What `print` shows of a result: figures, not their histograms.
@Suite struct ResultTextTests {
    private func statistics(_ nanoseconds: [UInt64]) -> LatencyStatistics {
        var histogram = LatencyHistogram()
        for value in nanoseconds { histogram.record(value) }
        return LatencyStatistics(histogram: histogram, nanosecondsPerUnit: 1)
    }

    private func result(errors: UInt64 = 0) -> WorkloadResult {
        WorkloadResult(
            outcome: errors > 0 ? .deviceError(Status(.internalError)) : .finished, configuration: Workload(),
            target: WorkloadTarget(blocks: 1, blockSize: 512, maximumTransfer: 512, maximumQueueDepth: 1), seed: 7,
            duration: .seconds(2), completions: [.read: 1500, .write: 500], bytesRead: 1500 * 4096,
            bytesWritten: 500 * 4096, errors: errors, firstError: errors > 0 ? Status(.internalError) : nil,
            latency: statistics([100, 100]), scheduledLatency: nil, cpuUsage: 0, seconds: [], lastCommands: [])
    }

    @Test func resultIsALine() {
        #expect(
            "\(result())"
                == "finished: 2,000 commands in 2 s, 1.00k IOPS, 4.10 MB/s, write 500, read 1,500; latency mean 100 ns, "
                + "50 % 100 ns, 99 % 100 ns, 99.9 % 100 ns, maximum 100 ns; seed 7")
    }

    @Test func firstErrorIsNamed() {
        #expect("\(result(errors: 1))".contains("; 1 errors, the first: Internal Error (00/06); seed 7"))
    }

    @Test func latencyOfNothingIsNone() { #expect("\(statistics([]))" == "none") }

    @Test func histogramShowsNoBuckets() {
        #expect("\(statistics([5, 200]).histogram)" == "2 values, 5...200")
        #expect("\(CompactLatency(statistics([100])))" == "\(statistics([100]))")
    }
}
