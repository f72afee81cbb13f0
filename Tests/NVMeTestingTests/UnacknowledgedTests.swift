import NVMeReport
import NVMeTesting
import Testing

/// What goes wrong and is not looked at fails the test; looking at it, in whatever way, is all it takes.
@Suite struct UnacknowledgedTests {
    private static let badRead = "READ (02) on queue 1"

    /// A controller, and completions of two reads behind the end of the namespace.
    private static func badReads() throws -> (Controller, [Completion]) {
        let controller = try DeviceUnderTest.controller()
        let namespace = try controller.namespace(1)
        let qpair = try controller.makeQueuePair(depth: 4)
        let buffer = try controller.makeBuffer(4096)
        for _ in 0..<2 { try namespace.read(qpair, buffer, lba: namespace.blockCount) }
        return (controller, try qpair.completions(2))
    }

    @Test func errorStatusThatNobodyJudgedFails() async throws {
        let found = try await failures { _ = try Self.badReads() }
        #expect(found.count == 2)
        #expect(found.allSatisfy { $0.contains("a command failed, and nobody looked at its status") }, "\(found)")
        #expect(found.allSatisfy { $0.contains("LBA Out of Range (00/80)") && $0.contains("1 block") }, "\(found)")
    }

    @Test func oneOfTwoThatNobodyJudgedFails() async throws {
        let found = try await failures { _ = try Self.badReads().1[0].isSuccess }
        #expect(found.count == 1)
    }

    @Test func adminErrorStatusThatNobodyJudgedFails() async throws {
        let found = try await failures {
            let controller = try DeviceUnderTest.controller()
            _ = try controller.send(SubmissionQueueEntry(AdminOpcode(rawValue: 0xFF))).completion().dw0
        }
        #expect(found.count == 1)
        #expect(found.first?.contains("Invalid Command Opcode (00/01)") == true, "\(found)")
    }

    @Test func errorStatusThatOnlyAClosureWasGivenFails() async throws {
        let found = try await failures {
            let controller = try DeviceUnderTest.controller()
            try controller.send(SubmissionQueueEntry(AdminOpcode(rawValue: 0xFF))) { _ in }
            _ = try controller.completions(1)
        }
        #expect(found.count == 1)
    }

    @Test func statusThatWasLookedAtPasses() async throws {
        let ways: [@Sendable (Completion) -> Void] = [
            { _ = $0.status }, { _ = $0.code }, { _ = $0.isSuccess }, { _ = $0.entry }, { _ = $0.isTimeout },
            { acknowledge($0) }, { completion in expectStatus(.lbaOutOfRange) { completion } },
        ]
        for way in ways { #expect(try await failures { try Self.badReads().1.forEach(way) } == []) }
    }

    private struct Stop: Error {}

    /// What a wait throws tells of itself alone: the failed read before it is not told of.
    @Test func errorStatusBehindAnErrorOfTheClosureFails() async throws {
        let found = try await failures {
            let controller = try DeviceUnderTest.controller()
            let namespace = try controller.namespace(1)
            let qpair = try controller.makeQueuePair(depth: 4)
            try namespace.read(qpair, controller.makeBuffer(512), lba: namespace.blockCount) { _ in throw Stop() }
            #expect(throws: Stop.self) { try qpair.wait() }
        }
        #expect(found.count == 1)
        #expect(found.first?.contains("LBA Out of Range (00/80)") == true, "\(found)")
    }

    @Test func errorStatusBehindAWaitForTooManyFails() async throws {
        let found = try await failures {
            let controller = try DeviceUnderTest.controller()
            let namespace = try controller.namespace(1)
            let qpair = try controller.makeQueuePair(depth: 4)
            try namespace.read(qpair, controller.makeBuffer(512), lba: namespace.blockCount)
            let error = #expect(throws: NVMeError.self) { try qpair.wait(2) }
            guard case .nothingOutstanding = error else { throw try #require(error) }
        }
        #expect(found.count == 1)
    }

    @Test func statusThatAClosureLookedAtPasses() async throws {
        let found = try await failures {
            let controller = try DeviceUnderTest.controller()
            try controller.send(SubmissionQueueEntry(AdminOpcode(rawValue: 0xFF))) { #expect(!$0.isSuccess) }
            _ = try controller.completions(1)
        }
        #expect(found == [])
    }

    @Test func statusThatAWaitThrowsPasses() async throws {
        let found = try await failures {
            let controller = try DeviceUnderTest.controller()
            for _ in 0..<2 { try controller.send(SubmissionQueueEntry(AdminOpcode(rawValue: 0xFF))) }
            #expect(throws: NVMeError.self) { try controller.wait(2) }
        }
        #expect(found == [])
    }

    /// Who expects one error does not expect another behind it.
    @Test func otherStatusBehindTheOneThatAWaitThrowsFails() async throws {
        let found = try await failures {
            let controller = try DeviceUnderTest.controller()
            let namespace = try controller.namespace(1)
            let qpair = try controller.makeQueuePair(depth: 4)
            let buffer = try controller.makeBuffer(4096)
            try namespace.read(qpair, buffer, lba: namespace.blockCount)
            try qpair.send(SubmissionQueueEntry(NVMOpcode(rawValue: 0xFF), nsid: 1))
            expectStatus(.lbaOutOfRange) { try qpair.wait(2) }
        }
        #expect(found.count == 1)
        #expect(found.first?.contains("Invalid Command Opcode (00/01)") == true, "\(found)")
    }

    @Test func everythingSoFarCanBeAcknowledged() async throws {
        #expect(
            try await failures {
                _ = try Self.badReads()
                try DeviceUnderTest.acknowledge()
            } == [])
    }

    @Test func manyTroublesAreToldInShort() async throws {
        let found = try await failures {
            let controller = try DeviceUnderTest.controller()
            for _ in 0..<30 { _ = try controller.send(SubmissionQueueEntry(AdminOpcode(rawValue: 0xFF))).completion() }
        }
        #expect(found.count == 11)
        #expect(found.last?.hasPrefix("20 more troubles") == true, "\(found)")
    }
}

/// Accesses outside a buffer, and warnings.
@Suite struct UnacknowledgedWarningTests {
    @Test func accessOutsideABufferFailsOnceAlsoInsideAnExpectation() async throws {
        let found = try await failures {
            let buffer = try DeviceUnderTest.controller().makeBuffer(512, name: "little")
            #expect(buffer[512] == 0xFF)
            #expect(buffer[510..<514].count == 2)
        }
        #expect(found.count == 1)
        #expect(found.first?.contains("byte range of 'little' 512..<512") == true, "\(found)")
    }

    @Test func accessThatTheScriptLearnsOfPasses() async throws {
        let ways: [@Sendable (Controller, Buffer) throws -> Void] = [
            { _, buffer in #expect(throws: NVMeError.self) { try buffer.checkAccesses() } },
            { controller, buffer in #expect(throws: NVMeError.self) { try controller.send(.init(), buffer) } },
            { controller, _ in #expect(controller.warnings.take().count == 1) },
            { controller, _ in acknowledge(controller.warnings) },
        ]
        for way in ways {
            let found = try await failures {
                let controller = try DeviceUnderTest.controller()
                let buffer = try controller.makeBuffer(512)
                buffer[512] = 1
                try way(controller, buffer)
            }
            #expect(found == [])
        }
    }

    /// The device answers the first flush twice: the second answer passes for that of the next command, whose own is then one too
    /// many. A wait for unjudged completions goes on.
    private static let twice = "emu:small?flaws=answer-twice:op=0:nth=1"

    @discardableResult
    private static func flushTwice(_ handler: (@Sendable (DriverWarning) -> Void)? = nil) throws -> Controller {
        let controller = try DeviceUnderTest.controller()
        controller.warnings.handler = handler
        let namespace = try controller.namespace(1)
        let qpair = try controller.makeQueuePair(depth: 4)
        try namespace.flush(qpair).wait()
        for _ in 0..<2 { try namespace.flush(qpair) }
        _ = try qpair.completions(2)
        return controller
    }

    @Test func unexpectedCompletionFails() async throws {
        let found = try await failures(on: Self.twice) { try Self.flushTwice() }
        #expect(found.count == 1)
        #expect(found.first?.contains("a warning that nobody read") == true, "\(found)")
        #expect(found.first?.contains("which is not outstanding there") == true, "\(found)")
    }

    @Test func unexpectedCompletionThatWasReadPasses() async throws {
        let found = try await failures(on: Self.twice) { _ = try Self.flushTwice().warnings.take() }
        #expect(found == [])
    }

    @Test func warningThatAHandlerHeardPasses() async throws {
        let found = try await failures(on: Self.twice) { try Self.flushTwice { _ in } }
        #expect(found == [])
    }

    private static func slowRead(_ timeout: Duration, grace: Duration = .zero) throws -> (Controller, QueuePair) {
        let controller = try DeviceUnderTest.controller()
        let namespace = try controller.namespace(1)
        let qpair = try controller.makeQueuePair(depth: 4)
        controller.timeout = timeout
        controller.waitGrace = grace
        try namespace.read(qpair, try controller.makeBuffer(512), lba: 0)
        return (controller, qpair)
    }

    /// The command is late: the script that allows for it gets its completion, and a warning.
    @Test(arguments: [false, true]) func timeOutThatEndedWellFailsUntilItIsRead(reads: Bool) async throws {
        let found = try await failures(on: "emu:small?read=100ms") {
            let (controller, qpair) = try Self.slowRead(.milliseconds(10), grace: .seconds(1))
            _ = try qpair.completion()
            if reads { _ = controller.warnings.take() }
        }
        #expect(found.count == (reads ? 0 : 1))
        #expect(found.allSatisfy { $0.contains("drive timeout") }, "\(found)")
    }

    @Test func timeOutThatWasThrownPasses() async throws {
        let found = try await failures(on: "emu:small?read=60s") {
            let (_, qpair) = try Self.slowRead(.milliseconds(10))
            #expect(throws: NVMeError.self) { try qpair.completion() }
        }
        #expect(found == [])
    }

    @Test func eventIsNoTrouble() async throws {
        let found = try await failures {
            let controller = try DeviceUnderTest.controller()
            try controller.setFeatures(.asynchronousEventConfiguration, 0xFF).wait()
            try controller.setFeatures(.temperatureThreshold, 0x0100).wait()
            try controller.waitForEvent(.temperatureThreshold)
        }
        #expect(found == [])
    }
}

/// Load generators.
@Suite struct UnacknowledgedWorkerTests {
    private static let losing = "emu:small?flaws=lose-write:nth=5"

    /// A worker that reads back what the device has lost.
    private static func mismatch(depth: Int = 4) throws -> WorkloadResult {
        let namespace = try DeviceUnderTest.controller().namespace(1)
        try namespace.startVerification()
        _ = try namespace.ioworker(
            lbaRandom: false, readPercentage: 0, queueDepth: 4, ioCount: 32, region: 0..<256, seed: 1
        ).run()
        return try namespace.ioworker(
            lbaRandom: false, queueDepth: depth, ioCount: 32, region: 0..<256, seed: 1
        ).run()
    }

    @Test func mismatchWhoseOutcomeNobodyReadFails() async throws {
        let found = try await failures(on: Self.losing) { _ = try Self.mismatch() }
        #expect(found.count == 1)
        #expect(
            found.first?.contains("a worker whose outcome nobody read: data that was read is not") == true, "\(found)")
    }

    @Test func mismatchThatWasOnlyPrintedFails() async throws {
        let found = try await failures(on: Self.losing) {
            var table = WorkloadTable("reads")
            table.add("all", try Self.mismatch())
            try table.log()
        }
        #expect(found.count == 1)
    }

    @Test func mismatchFailsWhateverElseIsDoneWithTheResult() async throws {
        let ways: [@Sendable (WorkloadResult) -> Void] = [
            { _ = "\($0)" }, { #expect($0.errors > 0) }, { _ = Measurement([$0]).outcome }, { _ = $0.iops },
        ]
        for way in ways { #expect(try await failures(on: Self.losing) { way(try Self.mismatch()) }.count == 1) }
    }

    /// Of eight reads in flight the first fails, and the data of the fifth is wrong: who expects the status does not expect the data.
    @Test func mismatchIsTheOutcomeAlsoBehindAnErrorStatus() async throws {
        let found = try await failures(on: Self.losing + ",status:op=2:nth=1") {
            let result = try Self.mismatch(depth: 8)
            #expect(result.outcome == .dataMismatch)
            #expect(result.errors == 2)
        }
        #expect(found == [])
    }

    @Test func errorStatusWhoseNumberWasReadPasses() async throws {
        let ways: [@Sendable (WorkloadResult) -> Void] = [
            { #expect($0.errors == 1) }, { #expect($0.firstError?.isSuccess == false) },
            { #expect(!$0.outcome.isSuccess) },
        ]
        for way in ways {
            let found = try await failures(on: "emu:small?flaws=status:op=2:nth=3") {
                let namespace = try DeviceUnderTest.controller().namespace(1)
                way(try namespace.ioworker(queueDepth: 1, ioCount: 100, region: 0..<256).run())
            }
            #expect(found == [])
        }
    }

    @Test func workerThatNobodyWaitedForFails() async throws {
        let found = try await failures(on: "emu:small?flaws=status:op=2:nth=3") {
            let namespace = try DeviceUnderTest.controller().namespace(1)
            let worker = try namespace.ioworker(queueDepth: 4, ioCount: 100, region: 0..<256).start()
            while worker.isRunning { await Task.yield() }
        }
        #expect(found.count == 1)
        #expect(found.first?.contains("ended by an error status") == true, "\(found)")
    }

    @Test func outcomeThatWasReadPasses() async throws {
        let ways: [@Sendable (WorkloadResult) -> Void] = [
            { #expect($0.outcome == .dataMismatch) }, { #expect($0.firstError?.code == .dataMismatch) },
            { acknowledge($0) },
        ]
        for way in ways { #expect(try await failures(on: Self.losing) { way(try Self.mismatch()) } == []) }
    }
}
