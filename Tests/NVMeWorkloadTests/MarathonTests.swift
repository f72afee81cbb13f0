import Foundation
import NVMeDriver
import NVMeWorkload
import Testing

/// Many starts, stops and resets in a row; in full length with NVME_SLOW_TESTS set.
@Suite(.serialized) struct MarathonTests {
    private static let isSlow = ProcessInfo.processInfo.environment["NVME_SLOW_TESTS"] != nil

    // In a process of its own, where no other test takes threads or files.
    @Test func startingAndStoppingLeavesNothingBehind() async throws {
        await #expect(processExitsWith: .success) {
            let bench = try Bench(Bench.realTime)
            try MarathonTests.startAndStop(bench)
            let before = try Footprint(bench)
            for _ in 0..<(MarathonTests.isSlow ? 1000 : 100) { try MarathonTests.startAndStop(bench) }
            let after = try Footprint.settled(within: before, bench)
            #expect(after.isWithin(before), "\(after) after \(before)")
            try MarathonTests.expectAllQueuesFree(bench)
        }
    }

    private static func startAndStop(_ bench: Bench) throws {
        let worker = try bench.namespace.ioworker(readPercentage: 50, time: .seconds(1000)).start()
        worker.stop()
        try #require(worker.wait(atMost: .seconds(10))?.outcome == .stopped)
    }

    @Test func resetsUnderLoadLeaveNothingBehind() async throws {
        await #expect(processExitsWith: .success) {
            let bench = try Bench(Bench.realTime)
            var slowest = try MarathonTests.reset(bench)
            let before = try Footprint(bench)
            for _ in 0..<(MarathonTests.isSlow ? 500 : 25) { slowest = max(slowest, try MarathonTests.reset(bench)) }
            if MarathonTests.isSlow { print("slowest reset with both workers ended: \(slowest)") }
            let after = try Footprint.settled(within: before, bench)
            #expect(after.isWithin(before), "\(after) after \(before)")
            try MarathonTests.expectAllQueuesFree(bench)
        }
    }

    /// Resets the controller under two workers; how long it took until both had ended.
    private static func reset(_ bench: Bench) throws -> Duration {
        let workers = try (0..<2).map { _ in
            try bench.namespace.ioworker(readPercentage: 50, time: .seconds(1000), lastCommands: 4)
        }
        try IOWorker.start(together: workers)
        while workers.contains(where: { $0.progress.completed < 20 }) { _ = try bench.controller.status }
        let start = ContinuousClock.now
        try bench.controller.reset()
        for worker in workers {
            let result = try #require(worker.wait(atMost: .seconds(10)))
            try #require(result.outcome == .reset)
            #expect(result.completed >= 20 && result.lastCommands.count == 4)
        }
        return ContinuousClock.now - start
    }

    /// All four queue identifiers can be had, and the lowest comes first.
    private static func expectAllQueuesFree(_ bench: Bench) throws {
        let pairs = try (0..<4).map { _ in try bench.controller.makeQueuePair(depth: 4) }
        #expect(pairs.map(\.id) == [1, 2, 3, 4])
        for pair in pairs { try pair.delete() }
        #expect(try bench.namespace.ioworker(ioCount: 10).run().outcome == .finished)
    }

    /// Prints how late throttled commands are; a shared machine cannot promise any figure.
    @Test(.enabled(if: isSlow, "NVME_SLOW_TESTS is not set"), arguments: [10_000, 100_000])
    func lateThrottledCommandsAreMeasured(rate: Int) throws {
        let bench = try Bench("emu:null")
        let result = try bench.namespace.ioworker(queueDepth: 128, time: .seconds(2), iops: rate).run()
        let log = try #require(bench.controller.commandLog(queue: 1)).entries().reversed()
        let offsets = log.map { Double($0.submittedNanoseconds) - Double($0.number) * 1e9 / Double(rate) }
        let earliest = try #require(offsets.min())
        let late = offsets.map { $0 - earliest }.sorted()
        func microseconds(_ share: Double) -> Int {
            Int(late[min(Int(Double(late.count) * share), late.count - 1)] / 1000)
        }
        let scheduled = try #require(result.scheduledLatency)
        print(
            """
            throttled at \(rate) IOPS: \(result.completed) commands in \(result.duration), sent late by \
            \(Int((scheduled.mean - result.latency.mean) / 1000)) us in the mean; the last \(late.count) against their most \
            punctual one: p50 \(microseconds(0.5)) us, p99 \(microseconds(0.99)) us, maximum \(microseconds(1)) us
            """)
        #expect(result.outcome == .finished)
    }
}
