import EmulatedSSD
import NVMeDriver
import NVMeSpec
import NVMeWorkload
import Testing

/// Workers on a namespace whose data is verified.
@Suite struct VerifiedWorkerTests {
    @Test(arguments: [VerificationLevel.stamps, .checksums])
    func mixedWorkerOnFewBlocksFindsNothingWrong(level: VerificationLevel) throws {
        let bench = try Bench()
        try bench.namespace.startVerification(level)
        let mix: [NVMeWorkload.Operation: Int] = [.read: 50, .write: 30, .deallocate: 10, .writeZeroes: 10]
        let result = try bench.namespace.ioworker(
            ioSize: [1: 1, 8: 1, 13: 1], operations: mix, ioCount: 20_000, region: 0..<500
        ).run()
        #expect(result.outcome == .finished)
        #expect(result.completed == 20_000)
        #expect(bench.namespace.integrity?.mismatchCount == 0)
    }

    @Test func readsAfterAWriterFindWhatItWrote() throws {
        let bench = try Bench()
        try bench.namespace.startVerification()
        _ = try bench.namespace.ioworker(lbaRandom: false, readPercentage: 0, region: 0..<4096).run()
        let result = try bench.namespace.ioworker(lbaRandom: false, region: 0..<4096).run()
        #expect(result.outcome == .finished)
    }

    @Test func lostWriteEndsTheWorkerWithAMismatch() throws {
        let bench = try Bench("emu:small?clock=virtual&flaws=lose-write:nth=50")
        try bench.namespace.startVerification()
        _ = try bench.namespace.ioworker(lbaRandom: false, readPercentage: 0, region: 0..<1024).run()
        let result = try bench.namespace.ioworker(lbaRandom: false, region: 0..<1024).run()
        #expect(result.outcome == .dataMismatch)
        #expect(result.firstError?.code == .dataMismatch)
        let right = result.completions[.read] ?? 0
        #expect(result.bytesRead == (right - UInt64(result.errors)) * 4096, "wrong data counts as no data")
        #expect(bench.namespace.integrity?.mismatchCount == 8)
    }

    @Test func sequentialWorkerStepsOverBlocksMadeUncorrectable() throws {
        let bench = try Bench()
        try bench.namespace.startVerification()
        try bench.writeUncorrectable(lba: 8, count: 5)
        let result = try bench.namespace.ioworker(
            ioSize: 8, lbaRandom: false, queueDepth: 1, ioCount: 3, lastCommands: 3
        ).run()
        #expect(result.outcome == .finished)
        #expect(result.lastCommands.map(\.lba) == [0, 13, 21])
    }

    @Test func resetUnderAVerifiedLoadCausesNoFalseFailure() throws {
        let bench = try Bench(Bench.realTime)
        try bench.namespace.startVerification()
        for _ in 0..<10 {
            let worker = try bench.namespace.ioworker(
                readPercentage: 50, time: .seconds(1000), region: 0..<2000
            ).start()
            while worker.progress.completed < 200, worker.isRunning { _ = try bench.controller.status }
            try bench.controller.reset()
            #expect(worker.wait(atMost: .seconds(10))?.outcome == .reset)
        }
        let result = try bench.namespace.ioworker(lbaRandom: false, region: 0..<2000).run()
        #expect(result.outcome == .finished)
    }
}
