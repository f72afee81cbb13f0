import NVMe
import Testing

@Suite("Commands that take too long")
struct TimeoutTests {
    /// A device that keeps the first I/O command until it has been told to answer, or for ever.
    private func silentPair(answersLater: Bool) throws -> QueuePair {
        var kept: CompletionQueueEntry?
        let device = try ScriptedDevice(idleNanoseconds: 1_000_000) { command, id, device in
            guard id > 0, command.cdw10 == 1 else {
                defer { kept = nil }
                return [device.success(command, id)] + (id > 0 ? [kept].compactMap { $0 } : [])
            }
            if answersLater { kept = device.success(command, id, dw0: 5) }
            return []
        }
        let controller = try device.controller()
        controller.timeout = .milliseconds(100)
        return try controller.smallQueuePair()
    }

    private var silent: SubmissionQueueEntry {
        var command = SubmissionQueueEntry.anything
        command.cdw10 = 1
        return command
    }

    @Test func waitGivesUpAtTimeoutPlusGrace() throws {
        let queue = try silentPair(answersLater: false)
        let function = queue.controller.function
        try queue.send(silent)
        let start = function.nanoseconds
        #expect(throws: NVMeError.waitTimeout(queue: 1, expected: 1, reaped: 0)) { try queue.wait() }
        #expect((20_100...20_300).contains((function.nanoseconds - start) / 1_000_000))
    }

    @Test func expiredCommandIsReportedOnceAsAllOnes() throws {
        let queue = try silentPair(answersLater: false)
        var seen: [Completion] = []
        try queue.send(silent) { seen.append($0) }
        _ = try? queue.wait()
        #expect(seen.map(\.dw0) == [0xFFFF_FFFF])
        #expect(seen.first?.isTimeout == true)
        #expect(queue.controller.warnings.take() == [.commandTimeout(queue: 1, commandID: 6)])
    }

    @Test func expiredCommandKeepsItsSlot() throws {
        let queue = try silentPair(answersLater: false)
        try queue.send(silent)
        _ = try? queue.wait()
        #expect(queue.outstanding == 1)
    }

    @Test func queueStaysUsableAfterAWaitGaveUp() throws {
        let queue = try silentPair(answersLater: false)
        try queue.send(silent)
        _ = try? queue.wait()
        #expect(try queue.send(.anything).completion().isSuccess)
    }

    @Test func lateCompletionCountsSilently() throws {
        let queue = try silentPair(answersLater: true)
        var calls = 0
        try queue.send(silent) { _ in calls += 1 }
        queue.controller.waitGrace = .zero
        _ = try? queue.wait()
        try queue.send(.anything).wait(2)
        #expect(calls == 1)
        #expect(queue.outstanding == 0)
    }

    @Test func waitOnACommandThatExpiredMeanwhileThrowsCommandTimeout() throws {
        var kept: CompletionQueueEntry?
        let device = try ScriptedDevice(idleNanoseconds: 1_000_000) { command, id, device in
            if id > 0 { kept = device.success(command, id) }
            return id > 0 ? [] : [device.success(command, id)]
        }
        let controller = try device.controller()
        controller.timeout = .milliseconds(50)
        let queue = try controller.smallQueuePair()
        try queue.send(.anything) { _ in
            if let kept { device.post(kept, to: 1) }
        }
        let error = #expect(throws: NVMeError.self) { try queue.wait() }
        guard case .commandTimeout(_, limit: .milliseconds(50)) = error else { throw try #require(error) }
        #expect(queue.outstanding == 0)
    }

    @Test func waitForMoreThanIsOutstandingEndsWhenNothingCanArrive() throws {
        let queue = try ScriptedDevice().controller().smallQueuePair()
        try queue.send(.anything)
        #expect(throws: NVMeError.waitTimeout(queue: 1, expected: 2, reaped: 1)) { try queue.wait(2) }
    }
}
