import NVMe
import PCIExpress
import Testing

/// Queues that could not be made or deleted in time: their identifier and their memory wait for what becomes of them.
@Suite("Queues that nobody knows the state of")
struct UndeletedQueueTests {
    /// Keeps its answers while it is slow, and gives them with the first answer after that.
    private final class SlowAnswers {
        var isSlow = false
        private var kept: [CompletionQueueEntry] = []

        func answer(_ entry: CompletionQueueEntry) -> [CompletionQueueEntry] {
            defer { if !isSlow { kept = [] } }
            kept.append(entry)
            return isSlow ? [] : kept
        }
    }

    private struct Bench {
        let controller: Controller
        let answers = SlowAnswers()

        init() throws {
            let device = try ScriptedDevice(idleNanoseconds: 1_000_000) { [answers] command, id, device in
                answers.answer(device.success(command, id))
            }
            controller = try device.controller()
            controller.timeout = .milliseconds(50)
            controller.waitGrace = .milliseconds(50)
        }

        /// Runs while the device is slower than the controller waits.
        func slowly(_ body: () throws -> Void) rethrows {
            answers.isSlow = true
            defer { answers.isSlow = false }
            try body()
        }
    }

    @Test func nextQueuePairTakesAnotherIdentifierWhileTheAnswerIsMissing() throws {
        let bench = try Bench()
        bench.slowly {
            #expect(throws: NVMeError.self) { try bench.controller.makeQueuePair(depth: 64) }
        }
        #expect(try bench.controller.makeQueuePair(depth: 64).id == 2)
    }

    @Test func identifierIsFreeAgainOnceTheLateAnswerHasCome() throws {
        let bench = try Bench()
        bench.slowly {
            #expect(throws: NVMeError.self) { try bench.controller.makeQueuePair(depth: 64) }
        }
        let second = try bench.controller.makeQueuePair(depth: 64)
        let third = try bench.controller.makeQueuePair(depth: 64)
        #expect((second.id, third.id) == (2, 1))
        #expect(bench.controller.quarantine.regions == 0)
    }

    @Test func deletionThatTimedOutIsTriedAgain() throws {
        let bench = try Bench()
        let queue = try bench.controller.makeQueuePair(depth: 64)
        bench.slowly {
            #expect(throws: NVMeError.self) { try queue.delete() }
        }
        let second = try bench.controller.makeQueuePair(depth: 64)
        let third = try bench.controller.makeQueuePair(depth: 64)
        #expect(Set([second.id, third.id]) == [1, 2])
    }

    @Test func identifierIsFreeAfterAReset() throws {
        let bench = try Bench()
        bench.slowly {
            #expect(throws: NVMeError.self) { try bench.controller.makeQueuePair(depth: 64) }
        }
        try bench.controller.reset()
        #expect(try bench.controller.makeQueuePair(depth: 64).id == 1)
    }

    @Test func refusedDeletionKeepsTheIdentifierUntilItSucceeds() throws {
        var refuses = true
        let device = try ScriptedDevice { command, id, device in
            let isDeletion = command.adminOpcode == .deleteIOCompletionQueue
            return [device.entry(command, id, isDeletion && refuses ? .internalError : .success)]
        }
        let controller = try device.controller()
        #expect(throws: NVMeError.self) { try controller.smallQueuePair().delete() }
        let second = try controller.smallQueuePair()
        refuses = false
        #expect(second.id == 2)
        #expect(try controller.smallQueuePair().id == 1)
    }

    /// Whoever asked has returned, and nobody catches anything.
    @Test func deletionInAClosureThatTheControllerRefusesIsTrouble() throws {
        let ledger = Ledger()
        try Ledger.$current.withValue(ledger) {
            let controller = try ScriptedDevice { command, id, device in
                let isDeletion = id == 0 && command.adminOpcode == .deleteIOSubmissionQueue
                return [device.entry(command, id, isDeletion ? .invalidQueueIdentifier : .success)]
            }.controller()
            let queue = try controller.smallQueuePair()
            try queue.send(.anything) { _ in try queue.delete() }.wait()
        }
        #expect(ledger.open.count == 1)
        let text = try #require(ledger.open.first.map { "\($0.trouble)" })
        #expect(
            text.contains("queue pair 1 could not be deleted") && text.contains("Invalid Queue Identifier"), "\(text)")
    }
}
