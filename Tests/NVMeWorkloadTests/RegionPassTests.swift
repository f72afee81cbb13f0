import NVMeDriver
import NVMeSpec
import NVMeWorkload
import Testing

/// One pass over a region leaves no hole and does nothing twice, whatever is drawn.
@Suite struct RegionPassTests {
    /// How often a pass of writes reaches each block.
    private func visits(
        _ region: Range<UInt64>, seed: UInt64 = 1, _ change: (inout Workload) -> Void = { _ in }
    ) throws -> (counts: [Int], result: WorkloadResult) {
        let bench = try Bench()
        let result = try bench.namespace.ioworker(
            ioSize: [1, 8, 32], lbaRandom: false, readPercentage: 0, queueDepth: 16, region: region,
            lastCommands: 10_000,
            seed: seed, configure: change
        ).run()
        var counts = [Int](repeating: 0, count: region.count)
        for command in result.lastCommands {
            for block in command.lba..<command.lba + UInt64(command.blocks) {
                counts[Int(block - region.lowerBound)] += 1
            }
        }
        return (counts, result)
    }

    @Test(arguments: 1...8) func passOfSeveralSizesCoversEachBlockOnce(seed: UInt64) throws {
        let (counts, result) = try visits(100..<1100, seed: seed)
        #expect(result.outcome == .finished)
        #expect(counts.allSatisfy { $0 == 1 })
        #expect(result.bytesWritten == 1000 * 512)
    }

    @Test func resultKnowsHowManyCommandsThePassHad() throws {
        let result = try visits(0..<1000).result
        #expect(result.configuration.isPass)
        #expect(result.configuration.ioCount == Int(result.completed))
    }

    @Test func passThatStartsInTheMiddleComesRound() throws {
        let counts = try visits(0..<1000) { $0.lbaStart = 500 }.counts
        #expect(counts.allSatisfy { $0 >= 1 })
        #expect(counts.count { $0 > 1 } < 32)
    }

    @Test func pacedPassOfSeveralSizesEndsToo() throws {
        let (counts, result) = try visits(0..<1000) { $0.iops = 1000 }
        #expect(result.outcome == .finished)
        #expect(counts.allSatisfy { $0 == 1 })
    }

    /// Aligned commands leave the holes that were asked for, and the last ones may find no place; the pass ends all the same.
    @Test func alignedPassOfSeveralSizesEnds() throws {
        let result = try visits(0..<60) {
            $0.ioSize = [4, 8]
            $0.lbaAlignment = [64]
        }.result
        #expect(result.outcome == .finished)
    }

    @Test(arguments: [IOSize.fixed(8), [1, 8, 32]]) func eachOfSeveralNamespacesIsPassedOver(size: IOSize) throws {
        let bench = try Bench("emu:small?clock=virtual&namespaces=2")
        var workload = Workload()
        workload.ioSize = size
        workload.lbaRandom = false
        workload.operations = [.write: 100]
        workload.region = 0..<1000
        let namespaces = [bench.namespace, try bench.controller.namespace(2)]
        let result = try IOWorker(namespaces, workload).run()
        #expect(result.outcome == .finished)
        #expect(result.bytesWritten == 2 * 1000 * 512)
    }

    /// fio's users run backwards to defeat what reads ahead: each place once, not the first one again and again.
    @Test func backwardPassCoversEachBlockOnce() throws {
        let counts = try visits(0..<1024) {
            $0.ioSize = 8
            $0.lbaStep = -8
        }.counts
        #expect(counts.allSatisfy { $0 == 1 })
    }
}

/// What a figure counts.
@Suite struct CountedCommandsTests {
    @Test func failedCommandsMoveNothingAndAreNoIOPS() throws {
        let bench = try Bench("emu:small?clock=virtual&flaws=status:op=2:nth=3")
        let result = try bench.namespace.ioworker(lbaRandom: false, queueDepth: 1, ioCount: 10, region: 0..<1000).run()
        #expect(result.errors == 1)
        #expect(result.completed == 3)
        #expect(result.bytesRead == 2 * 4096)
        #expect(abs(result.iops * result.duration.inSeconds - 2) < 1e-6)
    }

    @Test func meanInFlightIsTheDepthThatTheDeviceSaw() throws {
        let bench = try Bench("emu:small?clock=virtual&read=100us")
        let result = try bench.namespace.ioworker(queueDepth: 4, ioCount: 400, region: 0..<1000).run()
        #expect(abs(result.meanInFlight - 4) < 0.2, "\(result.meanInFlight)")
    }

    /// All writes are for one place, so that each waits for the one before it.
    @Test func commandThatWaitsForAnotherOneIsNotInFlight() throws {
        let bench = try Bench("emu:small?clock=virtual&write=100us")
        try bench.namespace.startVerification()
        let result = try bench.namespace.ioworker(
            lbaRandom: false, readPercentage: 0, queueDepth: 16, ioCount: 200, region: 0..<8
        ).run()
        #expect(abs(result.meanInFlight - 1) < 0.1, "\(result.meanInFlight)")
    }
}
