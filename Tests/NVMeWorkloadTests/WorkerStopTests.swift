import NVMeDriver
import Synchronization
import Testing

@testable import NVMeWorkload

/// A stop ends a worker whatever it is doing, and its time ends it whatever it waits for.
@Suite struct WorkerStopTests {
    private typealias Parameters = @Sendable (inout Workload) -> Void

    /// What workers wait for a thousand seconds for, behind a first command.
    private static let waits: [(name: String, change: Parameters)] = [
        (
            "the next command of a sequence",
            {
                $0.sequence = [0, 1000].map {
                    TimedCommand(time: .seconds($0), operation: .read, startingLBA: 0, blocks: 1)
                }
            }
        ),
        (
            "the next command of a rate",
            {
                $0.rateSteps = [RateStep(iops: 1000, time: .milliseconds(1)), RateStep(iops: 1, time: nil)]
                $0.ioCount = 10
            }
        ),
        (
            "the end of a pause",
            {
                $0.thinkTime = .seconds(1000)
                $0.ioCount = 2
            }
        ),
    ]

    @Test(.timeLimit(.minutes(1)), arguments: waits.indices, [false, true])
    func stopEndsAWorkerThatWaits(index: Int, isPaused: Bool) throws {
        let bench = try Bench(Bench.realTime)
        var workload = Workload()
        Self.waits[index].change(&workload)
        let worker = try IOWorker([bench.namespace], workload).start()
        while worker.progress.completed == 0 { _ = try bench.controller.status }
        if isPaused { worker.pause() }
        worker.stop()
        let result = try #require(worker.wait(atMost: .seconds(30)), "still waits for \(Self.waits[index].name)")
        #expect(result.outcome == .stopped)
    }

    @Test func timeEndsAWorkerInItsPause() throws {
        let bench = try Bench("emu:small?clock=virtual")
        let result = try bench.namespace.ioworker(time: .seconds(1)) { $0.thinkTime = .seconds(20) }.run()
        #expect(result.outcome == .finished)
        #expect(result.completed == 1)
        #expect(result.duration < .seconds(2))
    }

    @Test func countEndsAWorkerBeforeItsPause() throws {
        let bench = try Bench("emu:small?clock=virtual")
        let result = try bench.namespace.ioworker(ioCount: 2) { $0.thinkTime = .seconds(20) }.run()
        #expect(result.completed == 2)
        #expect(result.duration < .seconds(21))
    }

    @Test func stopIsNotLostToAPauseAtTheSameMoment() async {
        let words = RequestWords(count: 200_000)
        await withTaskGroup { group in
            for request in [WorkerControl.Request.pause, .stop] {
                group.addTask {
                    words.meet(2)
                    for index in 0..<words.count { WorkerControl.ask(request, in: words[index]) }
                }
            }
        }
        let lost = (0..<words.count).count { words[$0].pointee != WorkerControl.Request.stop.rawValue }
        #expect(lost == 0)
    }
}

/// Requests of many workers, asked by threads that pass over them side by side.
private final class RequestWords: @unchecked Sendable {
    let count: Int
    private let words: UnsafeMutablePointer<UInt64>
    private let arrived = Atomic(0)

    init(count: Int) {
        self.count = count
        words = .allocate(capacity: count)
        words.initialize(repeating: 0, count: count)
    }

    deinit { words.deallocate() }

    subscript(index: Int) -> UnsafeMutablePointer<UInt64> { words + index }

    /// Returns when so many have come; the pool may have fewer threads, so not for ever.
    func meet(_ number: Int) {
        arrived.add(1, ordering: .sequentiallyConsistent)
        for _ in 0..<1_000_000 where arrived.load(ordering: .relaxed) < number {}
    }
}
