import NVMeDriver
import NVMeSpec
import NVMeWorkload
import Testing

/// What a worker sends, seen in its own statistics and in the device's.
@Suite struct IOWorkerTests {
    @Test func sendsExactlyTheCommandsAskedFor() throws {
        let bench = try Bench()
        let result = try bench.namespace.ioworker(ioCount: 1000).run()
        #expect(result.outcome == .finished)
        #expect(result.completions == [.read: 1000])
    }

    @Test func statisticsAgreeWithTheDevicesOwnCounters() throws {
        let bench = try Bench()
        let before = try bench.controller.smartLog()
        let result = try bench.namespace.ioworker(readPercentage: 70, ioCount: 5000).run()
        let after = try bench.controller.smartLog()
        #expect(UInt128(result.completions[.read, default: 0]) == after.hostReadCommands - before.hostReadCommands)
        #expect(UInt128(result.completions[.write, default: 0]) == after.hostWriteCommands - before.hostWriteCommands)
    }

    @Test func bytesAgreeWithTheDevicesDataUnits() throws {
        let bench = try Bench()
        let before = try bench.controller.smartLog()
        let result = try bench.namespace.ioworker(
            operations: [.read: 20, .write: 40, .writeZeroes: 20, .deallocate: 10, .flush: 10], ioCount: 5000,
            region: 0..<1003
        ).run()
        let after = try bench.controller.smartLog()
        // Thousands of 512 bytes, rounded up (NVMe Base 2.0 §5.16.1.3).
        #expect(after.dataUnitsRead - before.dataUnitsRead == UInt128((result.bytesRead + 511_999) / 512_000))
        #expect(after.dataUnitsWritten - before.dataUnitsWritten == UInt128((result.bytesWritten + 511_999) / 512_000))
        #expect(UInt128(result.completions[.write, default: 0]) == after.hostWriteCommands - before.hostWriteCommands)
    }

    @Test func countsTheBytesOfEachDirection() throws {
        let bench = try Bench()
        let result = try bench.namespace.ioworker(ioSize: 16, readPercentage: 50, ioCount: 1000, region: 0..<1600).run()
        let reads = result.completions[.read, default: 0]
        #expect(result.completions[.write, default: 0] == 1000 - reads)
        #expect(result.bytesRead == reads * 16 * 512)
        #expect(result.bytesWritten == (1000 - reads) * 16 * 512)
    }

    @Test func timedWorkerRunsAtLeastItsTime() throws {
        let bench = try Bench("emu:flash?clock=virtual")
        let result = try bench.namespace.ioworker(time: .milliseconds(100)).run()
        #expect(result.duration >= .milliseconds(100))
        #expect(result.completed > 0)
    }

    @Test func lastCommandsAreTheLastCompletedOnesOldestFirst() throws {
        let bench = try Bench()
        let result = try bench.namespace.ioworker(
            lbaRandom: false, queueDepth: 1, ioCount: 10, region: 0..<41, lastCommands: 6
        ).run()
        #expect(result.lastCommands.map(\.lba) == [32, 0, 8, 16, 24, 32])
    }

    @Test func fewerCommandsThanTheLogHoldsAreAllThere() throws {
        let bench = try Bench()
        let result = try bench.namespace.ioworker(ioCount: 3, lastCommands: 10).run()
        #expect(result.lastCommands.count == 3)
    }

    @Test func throttledWorkerSendsToTheCommand() throws {
        let bench = try Bench()
        let result = try bench.namespace.ioworker(queueDepth: 32, time: .milliseconds(500), iops: 100).run()
        #expect(result.completed == 50)
    }

    @Test func throttledWorkerReportsLatencyFromTheDueTime() throws {
        // The first command, due after 10 ms, takes 500 ms; the last of the others is due after 200 ms.
        let bench = try Bench("emu:small?clock=virtual&flaws=stall:ms=500:op=2:nth=1")
        let result = try bench.namespace.ioworker(queueDepth: 1, ioCount: 20, iops: 100).run()
        let scheduled = try #require(result.scheduledLatency)
        #expect(scheduled.count == 20)
        #expect(scheduled.minimum > 300_000_000 && scheduled.percentile(50) > 350_000_000)
        #expect(result.latency.percentile(90) < 10_000_000)
    }

    @Test func throttledCountTakesAsLongAsItsRateSays() throws {
        let bench = try Bench()
        let result = try bench.namespace.ioworker(ioCount: 20, iops: 100).run()
        #expect(result.duration >= .milliseconds(200))
    }

    @Test func firstErrorStatusEndsTheWorker() throws {
        let bench = try Bench()
        try bench.writeUncorrectable(lba: 8, count: 1)
        let result = try bench.namespace.ioworker(lbaRandom: false, queueDepth: 1, ioCount: 10).run()
        #expect(result.outcome == .deviceError(result.firstError ?? .success))
        #expect(result.firstError?.code == .unrecoveredReadError)
        #expect(result.completed == 2)
    }

    @Test func commandsOutstandingAtTheFirstErrorAreWaitedFor() throws {
        let bench = try Bench("emu:small?clock=virtual&flaws=status:code=640:op=2:nth=100")
        let result = try bench.namespace.ioworker(queueDepth: 32, ioCount: 100_000).run()
        let log = try #require(bench.controller.commandLog(queue: 1)).entries()
        #expect(result.errors == 1)
        #expect(result.completed >= 100 && result.completed < 300)
        #expect(UInt64(log.count) == result.completed && log.allSatisfy { $0.completion != nil })
    }

    @Test func errorOfTheVeryLastCommandIsTheOutcome() throws {
        let bench = try Bench("emu:small?clock=virtual&flaws=status:op=2:nth=100")
        let result = try bench.namespace.ioworker(ioCount: 100).run()
        #expect(result.outcome == .deviceError(Status(.internalError)))
        #expect(result.completed == 100)
    }

    @Test func errorWhileAPacedWorkerFinishesIsTheOutcome() throws {
        let bench = try Bench("emu:small?clock=virtual&flaws=status:op=2:nth=20")
        let result = try bench.namespace.ioworker(ioCount: 20, iops: 1000).run()
        #expect(result.outcome == .deviceError(Status(.internalError)))
    }

    @Test func mismatchOfTheVeryLastCommandIsTheOutcome() throws {
        let bench = try Bench("emu:small?clock=virtual&flaws=zeros:nth=4")
        let table = try bench.namespace.startVerification()
        _ = try bench.namespace.ioworker(lbaRandom: false, readPercentage: 0, region: 0..<32).run()
        let result = try bench.namespace.ioworker(lbaRandom: false, queueDepth: 4, region: 0..<32).run()
        #expect(result.outcome == .dataMismatch)
        #expect(table.mismatchCount == 1)
    }

    @Test func answerToNobodyIsTheOutcomeRatherThanTheTimeOutThatFollows() throws {
        let bench = try Bench("emu:small?clock=virtual&flaws=wrong-cid:by=100:op=2:nth=5")
        bench.controller.timeout = .milliseconds(50)
        let result = try bench.namespace.ioworker(ioCount: 100).run()
        guard case .failed(let reason) = result.outcome else {
            Issue.record("\(result.outcome)")
            return
        }
        #expect(reason.contains("is not outstanding"))
    }

    @Test func commandAnsweredTwiceEndsTheWorker() throws {
        let bench = try Bench("emu:small?clock=virtual&flaws=answer-twice:op=2:nth=5")
        let result = try bench.namespace.ioworker(ioCount: 100).run()
        guard case .failed(let reason) = result.outcome else {
            Issue.record("\(result.outcome)")
            return
        }
        #expect(reason.contains("is not outstanding"))
    }

    @Test(.timeLimit(.minutes(1))) func waitingForLessThanNoTimeReturnsAtOnce() throws {
        let bench = try Bench(Bench.realTime)
        let worker = try bench.namespace.ioworker(time: .seconds(1000)).start()
        defer { worker.stop() }
        #expect(worker.wait(atMost: .seconds(-1)) == nil)
    }

    @Test func waitingForLongerThanAnyClockEndsWithTheWorker() throws {
        let bench = try Bench()
        let worker = try bench.namespace.ioworker(ioCount: 10).start()
        #expect(worker.wait(atMost: .seconds(Int64.max))?.completed == 10)
    }

    @Test func everyOperationOfAMixIsSent() throws {
        let bench = try Bench()
        let mix: [NVMeWorkload.Operation: Int] = [
            .read: 20, .write: 20, .flush: 10, .deallocate: 20, .writeZeroes: 20, .verify: 10,
        ]
        let result = try bench.namespace.ioworker(operations: mix, ioCount: 2000).run()
        #expect(result.outcome == .finished)
        #expect(Set(result.completions.keys) == Set(mix.keys))
    }

    @Test func replayedSequenceIsSentInOrderAndInFull() throws {
        let bench = try Bench()
        let sequence = (0..<50).map {
            TimedCommand(time: .microseconds($0 * 100), operation: .read, startingLBA: UInt64($0 * 3), blocks: 1)
        }
        let result = try bench.namespace.ioworker(queueDepth: 1, sequence: sequence, lastCommands: 50).run()
        #expect(result.lastCommands.map(\.lba) == sequence.map(\.startingLBA))
    }

    @Test func replayedSequenceTakesAsLongAsItsTimes() throws {
        let bench = try Bench()
        let late = TimedCommand(time: .milliseconds(50), operation: .flush, startingLBA: 0, blocks: 0)
        #expect(try bench.namespace.ioworker(sequence: [late]).run().duration >= .milliseconds(50))
    }

    @Test func oneWorkerDrivesSeveralNamespaces() throws {
        let bench = try Bench("emu:?capacity=64M&namespaces=2&clock=virtual")
        var workload = Workload()
        workload.ioCount = 100
        workload.operations = [.write: 100]
        let worker = try IOWorker([bench.namespace, bench.controller.namespace(2)], workload)
        #expect(try worker.run().completed == 100)
        let log = try #require(bench.controller.commandLogs.first { $0.queueID == 1 })
        #expect(Set(log.entries().map(\.command.nsid)) == [1, 2])
    }

    @Test func namespacesOfDifferentBlocksShareAWorker() throws {
        let bench = try Bench("emu:?capacity=64M&namespaces=2&clock=virtual")
        let large = try bench.controller.namespace(2)
        _ = try large.format(dataSize: 4096)
        var workload = Workload()
        workload.ioCount = 200
        workload.lbaRandom = false
        workload.region = 0..<3200
        workload.operations = [.write: 100]
        workload.ioSize = 16
        let result = try IOWorker([bench.namespace, large], workload).run()
        #expect(result.outcome == .finished)
        #expect(result.bytesWritten == 100 * 16 * 512 + 100 * 16 * 4096)
    }

    @Test func rampUpIsLeftOutOfTheStatistics() throws {
        let bench = try Bench()
        let worker = try bench.namespace.ioworker(time: .milliseconds(50), iops: 1000) {
            $0.rampUp = .milliseconds(100)
        }
        let result = try worker.run()
        // The one that is due at the end of the ramp-up completes behind it.
        #expect(result.completed == 51)
    }

    @Test func sameSeedSendsTheSameAddresses() throws {
        let runs = try (0..<2).map { _ in
            let bench = try Bench()
            return try bench.namespace.ioworker(queueDepth: 1, ioCount: 100, lastCommands: 100, seed: 7).run()
                .lastCommands
        }
        #expect(runs[0] == runs[1])
    }

    @Test func workerLeavesItsQueueIdentifierToTheNext() throws {
        let bench = try Bench()
        for _ in 0..<20 { _ = try bench.namespace.ioworker(ioCount: 10).run() }
        let pair = try bench.controller.makeQueuePair(depth: 4)
        #expect(pair.id == 1)
        try pair.delete()
    }

    @Test func scriptGoesOnWithAdminCommandsWhileAWorkerRuns() throws {
        let bench = try Bench(Bench.realTime)
        let worker = try bench.namespace.ioworker(time: .seconds(10)).start()
        for _ in 0..<20 { _ = try bench.controller.smartLog() }
        #expect(worker.isRunning)
        worker.stop()
        #expect(try worker.wait().outcome == .stopped)
    }

    @Test func scriptGoesOnWithAQueueOfItsOwnWhileAWorkerRuns() throws {
        let bench = try Bench(Bench.realTime)
        let pair = try bench.controller.makeQueuePair(depth: 8)
        let buffer = try bench.controller.makeBuffer(512)
        let worker = try bench.namespace.ioworker(time: .seconds(10)).start()
        for _ in 0..<20 { try bench.namespace.read(pair, buffer, lba: 0).wait() }
        #expect(worker.isRunning)
        worker.stop()
        #expect(try worker.wait().outcome == .stopped)
        try pair.delete()
    }

    @Test func commandThatNobodyWaitsForYetOutlivesAWorker() throws {
        let bench = try Bench()
        let admin = try bench.controller.getFeatures(.numberOfQueues)
        #expect(try bench.namespace.ioworker(ioCount: 100).run().outcome == .finished)
        try admin.wait()
    }

    @Test func sixteenWorkersRunTogetherAndOneMoreFindsNoQueue() throws {
        let bench = try Bench("emu:?capacity=64M&queues=16")
        let workers = try (0..<17).map { _ in
            try bench.namespace.ioworker(queueDepth: 4, time: .seconds(1000))
        }
        try IOWorker.start(together: Array(workers.prefix(16)))
        #expect(throws: NVMeError.self) { try workers[16].start() }
        for worker in workers.prefix(16) { worker.stop() }
        for worker in workers.prefix(16) { #expect(try worker.wait().outcome == .stopped) }
    }

    @Test func pausedWorkerSendsNothing() throws {
        let bench = try Bench(Bench.realTime)
        let worker = try bench.namespace.ioworker(time: .seconds(10)) { $0.countsPerSecond = false }
        worker.pause()
        try worker.start()
        for _ in 0..<5 { _ = try bench.controller.smartLog() }
        #expect(worker.progress.completed == 0)
        worker.resume()
        worker.stop()
        _ = try worker.wait()
    }

    @Test func workersStartTogether() throws {
        let bench = try Bench(Bench.realTime)
        let workers = try (0..<3).map { _ in try bench.namespace.ioworker(ioCount: 100) }
        try IOWorker.start(together: workers)
        for worker in workers { #expect(try worker.wait().completed == 100) }
    }

    @Test func workerThatFindsNoQueueSaysSo() throws {
        let bench = try Bench()
        let pairs = try (0..<4).map { _ in try bench.controller.makeQueuePair(depth: 4) }
        let worker = try bench.namespace.ioworker(ioCount: 1)
        #expect(throws: NVMeError.self) { try worker.start() }
        #expect(!worker.isRunning)
        withExtendedLifetime(pairs) {}
    }

    @Test func secondStartIsRefused() throws {
        let bench = try Bench()
        let worker = try bench.namespace.ioworker(ioCount: 1)
        _ = try worker.run()
        #expect(throws: NVMeError.self) { try worker.start() }
    }

    @Test func waitingForAWorkerThatNeverStartedIsRefused() throws {
        let bench = try Bench()
        let worker = try bench.namespace.ioworker(ioCount: 1)
        #expect(throws: NVMeError.self) { try worker.wait() }
    }

    @Test func virtualClockRunsThrottledMinutesInNoTime() throws {
        let bench = try Bench("emu:small?clock=virtual")
        let result = try bench.namespace.ioworker(queueDepth: 1, ioCount: 120, iops: 1).run()
        #expect(result.completed == 120)
        #expect(result.duration >= .seconds(120))
    }
}

extension Bench {
    func writeUncorrectable(lba: UInt64, count: Int) throws {
        let pair = try controller.makeQueuePair(depth: 2)
        try namespace.writeUncorrectable(pair, lba: lba, count: count).wait()
        try pair.delete()
    }
}
