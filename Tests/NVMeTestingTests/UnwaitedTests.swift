import NVMeTesting
import Testing

/// What a test has begun and not waited for may have failed, or may never end: it fails the test, and is named.
@Suite struct UnwaitedTests {
    /// A controller, a pair, and a read that is on its way.
    private static func read() throws -> (Controller, QueuePair) {
        let controller = try DeviceUnderTest.controller()
        let qpair = try controller.makeQueuePair(depth: 8)
        for lba in 7..<9 as Range<UInt64> {
            try controller.namespace(1).read(qpair, controller.makeBuffer(512), lba: lba)
        }
        return (controller, qpair)
    }

    @Test func commandsThatNobodyWaitedForFail() async throws {
        let found = try await failures { _ = try Self.read() }
        #expect(found.count == 1)
        #expect(
            found.first?.contains("nobody waited for 2 commands, the first: Read (02) on queue 1") == true, "\(found)")
        #expect(found.first?.contains("LBA 7") == true, "\(found)")
    }

    @Test func pairThatIsStillThereIsLookedAtToo() async throws {
        let kept = Kept()
        #expect(try await failures { kept.pair = try Self.read().1 }.count == 1)
        kept.pair = nil
    }

    /// Held beyond the end of the test.
    private final class Kept: @unchecked Sendable { var pair: QueuePair? }

    @Test func waitThatLeftOneOfThemFails() async throws {
        let found = try await failures { try Self.read().1.wait() }
        #expect(found.count == 1)
        #expect(found.first?.contains("nobody waited for a command: Read (02)") == true, "\(found)")
    }

    @Test func commandsThatTheScriptHasDoneWithPass() async throws {
        let ways: [@Sendable (Controller, QueuePair) throws -> Void] = [
            { try $1.wait(2) }, { acknowledge(try $1.completions(2)) }, { try $1.delete() }, { acknowledge($1) },
            { controller, _ in try controller.reset() }, { controller, _ in try controller.close() },
            { controller, _ in try controller.powerCycle() },
        ]
        for (index, way) in ways.enumerated() {
            let found = try await failures {
                let (controller, qpair) = try Self.read()
                try way(controller, qpair)
            }
            #expect(found == [], "way \(index)")
        }
    }

    /// Acknowledged is what was outstanding then.
    @Test func commandThatIsSentAfterAnAcknowledgementFails() async throws {
        let found = try await failures {
            let (controller, qpair) = try Self.read()
            acknowledge(qpair)
            try controller.namespace(1).flush(qpair)
        }
        #expect(found.count == 1)
        #expect(found.first?.contains("nobody waited for a command: Flush (00)") == true, "\(found)")
    }

    @Test func commandThatTimedOutInAWaitPasses() async throws {
        let found = try await failures(on: "emu:small?read=60s") {
            let (controller, qpair) = try Self.read()
            controller.timeout = .milliseconds(10)
            #expect(throws: NVMeError.self) { try qpair.wait(2) }
        }
        #expect(found == [])
    }

    /// Whoever throws has no chance to wait, and the error is what the test is told of.
    @Test func testThatEndsByAnErrorTellsOfThatAlone() async throws {
        struct Reason: Error {}
        let found = try await failures {
            _ = try Self.read()
            throw Reason()
        }
        #expect(found.count == 1)
        #expect(found.first?.contains("Reason") == true, "\(found)")
    }

    @Test func adminCommandThatNobodyWaitedForFails() async throws {
        let found = try await failures { try DeviceUnderTest.controller().getFeatures(.arbitration) }
        #expect(found.count == 1)
        #expect(found.first?.contains("nobody waited for a command: Get Features (0a) on queue 0") == true, "\(found)")
    }

    @Test func adminCommandThatAnotherWaitHasCollectedFails() async throws {
        let found = try await failures {
            let controller = try DeviceUnderTest.controller()
            try controller.makeAdminChannel().getFeatures(.arbitration)
            let channel = controller.makeAdminChannel()
            try channel.getFeatures(.numberOfQueues)
            _ = try controller.identifyController()
            withExtendedLifetime(channel) {}
        }
        #expect(found.count >= 1)
    }

    @Test func adminCommandThatWasAcknowledgedPasses() async throws {
        let found = try await failures {
            let controller = try DeviceUnderTest.controller()
            acknowledge(try controller.getFeatures(.arbitration))
        }
        #expect(found == [])
    }

    @Test func eventRequestIsNotWaitedFor() async throws {
        #expect(try await failures { try DeviceUnderTest.controller().asynchronousEventRequest() } == [])
    }

    @Test func workerThatStillRunsFailsUnlessItIsAcknowledged() async throws {
        for isAcknowledged in [false, true] {
            let found = try await failures {
                let namespace = try DeviceUnderTest.controller().namespace(1)
                let worker = try namespace.ioworker(queueDepth: 4, time: .seconds(100)).start()
                if isAcknowledged { acknowledge(worker) }
            }
            #expect(found.count == (isAcknowledged ? 0 : 1))
            #expect(
                found.allSatisfy { $0.contains("a worker on namespace 1 with 4 commands in flight is still running") },
                "\(found)")
        }
    }

    /// A hand-made pair of queues with two flushes on their way.
    private static func byHand() throws -> (IOSubmissionQueue, IOCompletionQueue) {
        let controller = try DeviceUnderTest.controller()
        let completions = try IOCompletionQueue(controller, id: 1, entries: 4)
        let submissions = try IOSubmissionQueue(controller, id: 1, entries: 4, completionQueue: 1)
        try completions.create()
        try submissions.create()
        for index in 0..<2 { try submissions.write(SubmissionQueueEntry(NVMOpcode.flush, nsid: 1), at: index) }
        try submissions.ring(tail: 2)
        return (submissions, completions)
    }

    @Test func commandsByHandWhoseCompletionsNobodyLookedAtFail() async throws {
        let found = try await failures { _ = try Self.byHand().1.waitForEntry(0) }
        #expect(found.count == 1)
        #expect(
            found.first?.contains("completions of 1 commands of the submission queue 1 made by hand") == true,
            "\(found)")
    }

    @Test func commandsByHandThatTheScriptHasDoneWithPass() async throws {
        let ways: [@Sendable (IOSubmissionQueue, IOCompletionQueue) throws -> Void] = [
            { _, completions in for index in 0..<2 { _ = try completions.waitForEntry(index) } },
            { submissions, _ in try submissions.delete() },
            { submissions, _ in acknowledge(submissions) },
            { submissions, _ in try submissions.controller.reset() },
        ]
        for (index, way) in ways.enumerated() {
            let found = try await failures {
                let (submissions, completions) = try Self.byHand()
                try way(submissions, completions)
            }
            #expect(found == [], "way \(index)")
        }
    }
}
