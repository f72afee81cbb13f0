import NVMeDriver
import NVMeWorkload
import Testing

/// A worker that does not come to its end is ended.
@Suite struct OverdueWorkerTests {
    @Test func workerThatOutlivesItsTimeIsEndedAndSaysSo() throws {
        let bench = try Bench("emu:small?flaws=no-answer:op=2:nth=50")
        bench.controller.timeout = .seconds(1000)
        let worker = try bench.namespace.ioworker(time: .milliseconds(20)) { $0.overrun = .milliseconds(50) }.start()
        let result = try #require(worker.wait(atMost: .seconds(10)))
        #expect(result.outcome == .overdue)
        #expect(!result.outcome.isSuccess)
        #expect(result.completed >= 49)
        #expect(result.duration >= .milliseconds(70))
    }

    @Test(arguments: [(29_000, WorkloadOutcome.finished), (31_000, .overdue)])
    func commandMayTakeThirtySecondsLongerThanTheWorker(milliseconds: Int, outcome: WorkloadOutcome) throws {
        let bench = try Bench("emu:small?clock=virtual&flaws=stall:ms=\(milliseconds + 1000):op=2:nth=1")
        bench.controller.timeout = .seconds(1000)
        #expect(try bench.namespace.ioworker(queueDepth: 1, time: .seconds(1)).run().outcome == outcome)
    }

    @Test func workerThatStaysPausedIsEnded() throws {
        let bench = try Bench(Bench.realTime)
        let worker = try bench.namespace.ioworker(time: .milliseconds(10)) { $0.overrun = .milliseconds(10) }
        worker.pause()
        try worker.start()
        #expect(worker.wait(atMost: .seconds(10))?.outcome == .overdue)
    }

    @Test func overdueWorkerLeavesItsQueueAndMemory() throws {
        let bench = try Bench("emu:small?flaws=no-answer:op=2:nth=50")
        bench.controller.timeout = .seconds(1000)
        for _ in 0..<2 {
            let worker = try bench.namespace.ioworker(time: .milliseconds(5)) { $0.overrun = .milliseconds(5) }
            _ = try worker.run()
        }
        #expect(try bench.controller.makeQueuePair(depth: 4).id == 1)
        #expect(try bench.namespace.ioworker(ioCount: 10).run().outcome == .finished)
    }
}
