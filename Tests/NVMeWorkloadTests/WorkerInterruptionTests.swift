import EmulatedSSD
import Foundation
import Glibc
import NVMeDriver
import NVMeSpec
import NVMeWorkload
import PCIExpress
import Testing

/// What ends a worker in the middle of its work: never a hang, and always a whole result.
@Suite struct WorkerInterruptionTests {
    /// Starts a worker that would run for ever, waits until it is at work, and does something to its device.
    private func interrupt(_ disturb: (Bench) throws -> Void) throws -> WorkloadResult? {
        let bench = try Bench(Bench.realTime)
        let worker = try bench.namespace.ioworker(time: .seconds(1000), lastCommands: 10).start()
        while worker.progress.completed < 100 { _ = try bench.controller.status }
        try disturb(bench)
        return worker.wait(atMost: .seconds(10))
    }

    @Test(arguments: [1, 64, 1023]) func stopHoldsAgainstThreadsThatPauseAndResume(depth: Int) throws {
        let bench = try Bench(Bench.realTime)
        let worker = try bench.namespace.ioworker(readPercentage: 50, queueDepth: depth, time: .seconds(1000)).start()
        DispatchQueue.concurrentPerform(iterations: 4) { thread in
            for turn in 0..<200 {
                if (turn + thread).isMultiple(of: 2) { worker.pause() } else { worker.resume() }
                if thread == 0, turn == 100 { worker.stop() }
            }
        }
        #expect(worker.wait(atMost: .seconds(10))?.outcome == .stopped)
    }

    /// What it would send from then on would be carried out from the other one's rings.
    @Test func controllerOfTheSameFunctionEndsTheWorkerWhenItTakesOver() throws {
        let result = try #require(
            try interrupt { bench in
                let other = Controller(bench.controller.function)
                try other.initialise()
                #expect(try other.identifyController().numberOfNamespaces > 0)
            })
        #expect(result.outcome == .reset)
    }

    @Test func controllerResetEndsTheWorker() throws {
        let result = try #require(try interrupt { try $0.controller.reset() })
        #expect(result.outcome == .reset)
        #expect(result.completed >= 100)
        #expect(result.lastCommands.count == 10)
    }

    @Test(arguments: ResetKind.allCases) func functionResetEndsTheWorker(kind: ResetKind) throws {
        let result = try #require(try interrupt { try $0.controller.pcieReset(kind) })
        #expect(result.outcome == .reset)
    }

    @Test func subsystemResetEndsTheWorker() throws {
        let result = try #require(try interrupt { try $0.controller.subsystemReset() })
        #expect(result.outcome == .reset)
    }

    /// On a virtual clock a device that was reset has nothing left to do, which is no reason to call a command late.
    @Test func subsystemResetEndsWorkersOnAVirtualClockToo() throws {
        for seed in 0..<20 {
            let bench = try Bench("emu:small?clock=virtual&seed=\(seed)")
            let worker = try bench.namespace.ioworker(time: .seconds(1000)).start()
            while worker.progress.completed < 10 { sched_yield() }
            try bench.controller.subsystemReset()
            #expect(worker.wait(atMost: .seconds(10))?.outcome == .reset)
        }
    }

    @Test func powerCutEndsTheWorker() throws {
        let result = try #require(try interrupt { try $0.controller.powerOff() })
        #expect(result.outcome == .reset)
    }

    @Test func surpriseRemovalEndsTheWorker() throws {
        let result = try #require(
            try interrupt { bench in
                bench.controller.timeout = .milliseconds(200)
                try bench.ssd.remove()
            })
        #expect(!result.outcome.isSuccess)
    }

    @Test func commandThatIsNeverAnsweredEndsTheWorker() throws {
        let bench = try Bench("emu:small?flaws=no-answer:op=2:nth=50")
        bench.controller.timeout = .milliseconds(50)
        let result = try #require(try bench.namespace.ioworker(time: .seconds(1000)).start().wait(atMost: .seconds(10)))
        guard case .commandTimeout(let command) = result.outcome else {
            Issue.record("\(result.outcome)")
            return
        }
        #expect(command.operation == .read)
        #expect(command.namespaceID == 1)
        #expect(command.blocks == 8)
        #expect(command.startingLBA < bench.namespace.blockCount)
        #expect(command.age >= .milliseconds(50))
        #expect(result.outcome.sentence.contains("did not complete in time: Read, command \(command.commandID)"))
        #expect(result.completed >= 49)
    }

    @Test func fiftyResetsUnderLoadLeaveNoQueueBehind() throws {
        let bench = try Bench(Bench.realTime)
        for _ in 0..<50 {
            let worker = try bench.namespace.ioworker(time: .seconds(1000)).start()
            try bench.controller.reset()
            #expect(worker.wait(atMost: .seconds(10))?.outcome == .reset)
        }
        #expect(try bench.namespace.ioworker(ioCount: 10).run().outcome == .finished)
    }
}
