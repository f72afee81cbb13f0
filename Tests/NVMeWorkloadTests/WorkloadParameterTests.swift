import EmulatedSSD
import NVMeDriver
import NVMeSpec
import NVMeWorkload
import Testing

/// What parameters of a worker do to the device, seen on the wire or on the media.
@Suite struct WorkloadParameterTests {
    private func read(_ bench: Bench, lba: UInt64) throws -> [UInt8] {
        let pair = try bench.controller.makeQueuePair(depth: 2)
        let buffer = try bench.controller.makeBuffer(512)
        try bench.namespace.read(pair, buffer, lba: lba, count: 1).wait()
        try pair.delete()
        return Array(buffer[...])
    }

    @Test(arguments: [
        (WritePattern.zeros, [0, 0, 0, 0] as [UInt8]), (.ones, [0xFF, 0xFF, 0xFF, 0xFF]),
        (.repeated(0x1234_5678), [0x78, 0x56, 0x34, 0x12]), (.random(percent: 0), [0, 0, 0, 0]),
    ])
    func patternIsWhatWritesLeaveOnTheMedia(pattern: WritePattern, dword: [UInt8]) throws {
        let bench = try Bench()
        _ = try bench.namespace.ioworker(
            lbaRandom: false, readPercentage: 0, ioCount: 4, region: 0..<32, pattern: pattern
        ).run()
        #expect(try read(bench, lba: 9) == Array(repeatElement(dword, count: 128).joined()))
    }

    @Test func readPercentageAbove100IsRefused() throws {
        let bench = try Bench()
        #expect(throws: WorkloadError.self) { try bench.namespace.ioworker(readPercentage: 101, ioCount: 1) }
    }

    @Test func priorityOtherThanUrgentNeedsWeightedArbitration() throws {
        let bench = try Bench()
        let worker = try bench.namespace.ioworker(ioCount: 1, priority: 2)
        #expect(throws: NVMeError.self) { try worker.start() }
        #expect(worker.result?.completed == 0)
    }

    @Test(arguments: [0, 1, 3]) func queueIsCreatedWithItsPriority(priority: Int) throws {
        let bench = try Bench("emu:small?wrr=on&clock=virtual")
        var configuration = try bench.controller.configuration
        configuration.arbitrationMechanism = 1
        try bench.controller.initialise { [configuration] controller in
            try controller.disable()
            try controller.setUpAdminQueue()
            try controller.enable(configuration)
            try controller.setUpNamespaces()
            try controller.setUpQueues(granted: controller.makeAdminChannel().getFeatures(.numberOfQueues).wait().dw0)
        }
        _ = try bench.namespace.ioworker(ioCount: 10, priority: priority).run()
        let creation = try #require(
            bench.controller.commandLog?.entries().first { $0.command.adminOpcode == .createIOSubmissionQueue })
        #expect(creation.command.cdw11 >> 1 & 0b11 == UInt32(priority))
    }

    @Test func deallocateSendsOneRangeWithItsAttribute() throws {
        let bench = try Bench()
        _ = try bench.namespace.ioworker(operations: [.deallocate: 100], ioCount: 1).run()
        let command = try #require(bench.controller.commandLog(queue: 1)?.entries(1).first?.command)
        #expect(command.cdw10 == 0)
        #expect(command.cdw11 == 4)
    }

    @Test func compareOfWhatIsThereSucceeds() throws {
        let bench = try Bench()
        let result = try bench.namespace.ioworker(operations: [.compare: 100], ioCount: 10, pattern: .zeros).run()
        #expect(result.completions == [.compare: 10])
        #expect(result.outcome == .finished)
    }

    @Test func compareOfSomethingElseEndsTheWorker() throws {
        let bench = try Bench()
        let result = try bench.namespace.ioworker(operations: [.compare: 100], ioCount: 10, pattern: .ones).run()
        #expect(result.firstError?.code == .compareFailure)
    }

    @Test func uncorrectableWritesAreSent() throws {
        let bench = try Bench()
        let result = try bench.namespace.ioworker(operations: [.writeUncorrectable: 100], ioCount: 10).run()
        #expect(result.completions == [.writeUncorrectable: 10])
    }

    @Test func vendorOpcodeIsSentAsItIs() throws {
        let bench = try Bench()
        let vendor = NVMeWorkload.Operation(rawValue: 0xC1)
        let result = try bench.namespace.ioworker(operations: [vendor: 100], ioCount: 1).run()
        #expect(result.completions == [vendor: 1])
        #expect(result.firstError?.code == .invalidOpcode)
    }

    @Test func queueHasOneEntryMoreThanCommandsInFlight() throws {
        let bench = try Bench()
        _ = try bench.namespace.ioworker(queueDepth: 32, ioCount: 100).run()
        let creation = try #require(
            bench.controller.commandLog?.entries().first {
                $0.command.adminOpcode == .createIOSubmissionQueue
            })
        #expect(creation.command.cdw10 >> 16 == 32)
    }

    @Test func replayedCommandBehindTheNamespaceIsCutToIt() throws {
        let bench = try Bench()
        let blocks = bench.namespace.blockCount
        let command = TimedCommand(time: .zero, operation: .read, startingLBA: blocks - 2, blocks: 8)
        let result = try bench.namespace.ioworker(sequence: [command], lastCommands: 1).run()
        #expect(result.outcome == .finished)
        #expect(result.lastCommands.first?.blocks == 2)
    }

    @Test func replayedCommandMayBeAsLargeAsATransfer() throws {
        let bench = try Bench()
        let blocks = try bench.namespace.workloadTarget.maximumTransfer / 512
        let command = TimedCommand(time: .zero, operation: .write, startingLBA: 0, blocks: blocks)
        let result = try bench.namespace.ioworker(sequence: [command]).run()
        #expect(result.outcome == .finished)
        #expect(result.bytesWritten == UInt64(blocks) * 512)
    }

    @Test(arguments: [NVMeWorkload.Operation.flush, .writeZeroes, .writeUncorrectable, .verify])
    func commandWithoutDataHasNoDataPointer(operation: NVMeWorkload.Operation) throws {
        let bench = try Bench()
        _ = try bench.namespace.ioworker(operations: [operation: 100], ioCount: 1).run()
        let command = try #require(bench.controller.commandLog(queue: 1)?.entries(1).first?.command)
        #expect(command.opcode == operation.rawValue)
        #expect(command.prp1 == 0 && command.prp2 == 0)
    }

    @Test(arguments: [1, 8, 127]) func depthIsTheNumberOfCommandsInFlight(depth: Int) throws {
        let bench = try Bench("emu:flash?clock=virtual")
        _ = try bench.namespace.ioworker(queueDepth: depth, ioCount: 400).run()
        let log = try #require(bench.controller.commandLog(queue: 1)).entries()
        let spans = try log.map { entry in
            let latency = try #require(entry.latency)
            let end = entry.submittedNanoseconds + UInt64(latency / .nanoseconds(1))
            return entry.submittedNanoseconds..<max(end, entry.submittedNanoseconds + 1)
        }
        let most = spans.map { span in spans.count { $0.contains(span.lowerBound) } }.max()
        #expect(most == depth)
    }

    @Test func tenPerSecondAreTenInASecond() throws {
        let bench = try Bench("emu:small?clock=virtual")
        #expect(try bench.namespace.ioworker(queueDepth: 10, time: .seconds(1), iops: 10).run().completed == 10)
    }

    @Test func hundredAtTenPerSecondTakeTenSeconds() throws {
        let bench = try Bench("emu:small?clock=virtual")
        #expect(try bench.namespace.ioworker(queueDepth: 10, ioCount: 100, iops: 10).run().duration >= .seconds(10))
    }

    @Test func deviceTooSlowForTheRateStillStopsAtTheLimit() throws {
        let bench = try Bench("emu:flash?clock=virtual")
        let result = try bench.namespace.ioworker(queueDepth: 1, time: .milliseconds(100), iops: 1_000_000).run()
        #expect(result.outcome == .finished)
        #expect(result.duration < .milliseconds(110))
    }

    @Test func countEndsATimedWorkerEarly() throws {
        let bench = try Bench("emu:small?clock=virtual")
        let result = try bench.namespace.ioworker(queueDepth: 1, time: .seconds(1000), ioCount: 5, iops: 1).run()
        #expect(result.completed == 5)
        #expect(result.duration < .seconds(6))
    }

    @Test func burstsAreApartByTheThinkTime() throws {
        let bench = try Bench("emu:flash?clock=virtual")
        let result = try bench.namespace.ioworker(ioCount: 40) {
            $0.thinkTime = .seconds(1)
            $0.burst = 10
        }.run()
        #expect(result.duration >= .seconds(3) && result.duration < .seconds(5))
    }

    @Test func shareOfBusyTimeIsAShare() throws {
        let bench = try Bench(Bench.realTime)
        let result = try bench.namespace.ioworker(ioCount: 1000, iops: 100_000).run()
        #expect(result.cpuUsage > 0 && result.cpuUsage <= 1)
        #expect(result.latency.mean <= Double(result.latency.maximum))
    }

    @Test func namespacesOfTwoControllersNeedTwoWorkers() throws {
        let benches = [try Bench(), try Bench()]
        var workload = Workload()
        workload.ioCount = 1
        #expect(throws: WorkloadError.self) { try IOWorker(benches.map(\.namespace), workload) }
    }

    @Test func workersOfTwoControllersRunTogether() throws {
        let benches = [try Bench(), try Bench()]
        let workers = try benches.map { try $0.namespace.ioworker(ioCount: 500) }
        try IOWorker.start(together: workers)
        for worker in workers { #expect(try worker.wait().completed == 500) }
        withExtendedLifetime(benches) {}
    }

    @Test func waitingTwiceGivesTheSameResult() throws {
        let bench = try Bench()
        let worker = try bench.namespace.ioworker(ioCount: 5).start()
        #expect(try worker.wait().completed == worker.wait().completed)
        #expect(!worker.isRunning)
    }
}
