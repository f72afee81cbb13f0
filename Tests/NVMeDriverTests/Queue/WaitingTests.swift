import NVMe
import Testing

@Suite("Waiting on a queue pair")
struct WaitingTests {
    private func pair(
        depth: Int = 8,
        answer: @escaping ScriptedDevice.Answer = { command, queue, device in
            [device.success(command, queue)]
        }
    ) throws -> (Controller, QueuePair) {
        let controller = try ScriptedDevice(answer: answer).controller()
        return (controller, try controller.makeQueuePair(depth: depth))
    }

    @Test func waitForNothingReturnsAtOnce() throws {
        let (_, queue) = try pair()
        try queue.wait(0)
        #expect(queue.outstanding == 0)
    }

    @Test func waitReapsNoMoreThanAskedFor() throws {
        let (_, queue) = try pair()
        for _ in 0..<5 { try queue.send(.anything) }
        try queue.wait(2)
        #expect(queue.outstanding == 3)
        try queue.wait(3)
        #expect(queue.outstanding == 0)
    }

    @Test func closuresRunInTheOrderOfCompletion() throws {
        var held: [CompletionQueueEntry] = []
        let (_, queue) = try pair { command, id, device in
            guard id > 0 else { return [device.success(command, id)] }
            held.append(device.success(command, id, dw0: command.cdw10))
            return held.count == 3 ? held.reversed() : []
        }
        var order: [UInt32] = []
        for number in 0..<3 as Range<UInt32> {
            var command = SubmissionQueueEntry.anything
            command.cdw10 = number
            try queue.send(command) { order.append($0.dw0) }
        }
        try queue.wait(3)
        #expect(order == [2, 1, 0])
    }

    @Test func closuresRunOnlyInsideWait() throws {
        let (_, queue) = try pair()
        var calls = 0
        try queue.send(.anything) { _ in calls += 1 }
        #expect(calls == 0)
        try queue.wait()
        #expect(calls == 1)
    }

    @Test func commandSubmittedInAClosureCountsAsOneMore() throws {
        let (_, queue) = try pair(depth: 2)
        var second = false
        try queue.send(.anything) { _ in try queue.send(.anything) { _ in second = true } }
        try queue.wait(2)
        #expect(second)
    }

    @Test func waitingInsideAClosureIsAnError() throws {
        let (_, queue) = try pair()
        try queue.send(.anything) { _ in try queue.wait() }
        #expect(throws: NVMeError.reentrantWait) { try queue.wait() }
    }

    @Test func waitingForAdminCommandsInsideAClosureIsAnError() throws {
        let (controller, queue) = try pair()
        try queue.send(.anything) { _ in _ = try controller.identifyController() }
        #expect(throws: NVMeError.reentrantWait) { try queue.wait() }
    }

    @Test func waitWorksAgainAfterAReentryError() throws {
        let (_, queue) = try pair()
        try queue.send(.anything) { _ in try queue.wait() }
        _ = try? queue.wait()
        try queue.send(.anything).wait()
        #expect(queue.outstanding == 0)
    }

    @Test func errorOfAClosureIsThrownAfterAllWereReaped() throws {
        struct Stop: Error {}
        let (_, queue) = try pair()
        try queue.send(.anything) { _ in throw Stop() }
        try queue.send(.anything)
        #expect(throws: Stop.self) { try queue.wait(2) }
        #expect(queue.outstanding == 0)
    }

    @Test func firstErrorStatusIsThrownAfterAllWereReaped() throws {
        let (_, queue) = try pair { command, id, device in
            id == 0
                ? [device.success(command, id)]
                : [device.entry(command, id, command.cdw10 == 1 ? .lbaOutOfRange : .success)]
        }
        var failing = SubmissionQueueEntry.anything
        failing.cdw10 = 1
        try queue.send(failing)
        try queue.send(.anything)
        let error = #expect(throws: NVMeError.self) { try queue.wait(2) }
        guard case .status(let completion) = error else { throw try #require(error) }
        #expect(completion.code == .lbaOutOfRange)
        #expect(queue.outstanding == 0)
    }

    @Test func completionHandsAnErrorStatusOverUnjudged() throws {
        let (_, queue) = try pair { command, id, device in
            [device.entry(command, id, id == 0 ? .success : .lbaOutOfRange)]
        }
        #expect(try queue.send(.anything).completion().code == .lbaOutOfRange)
    }

    @Test func waitReturnsTheCompletionReapedLast() throws {
        let (_, queue) = try pair { command, id, device in [device.success(command, id, dw0: command.cdw10)] }
        var command = SubmissionQueueEntry.anything
        command.cdw10 = 77
        #expect(try queue.send(command).wait().dw0 == 77)
    }

    @Test func thousandsOfCommandsWrapTheRingsManyTimes() throws {
        let (_, queue) = try pair(depth: 5)
        for _ in 0..<1000 {
            for _ in 0..<4 { try queue.send(.anything) }
            try queue.wait(4)
        }
        #expect(queue.outstanding == 0)
    }
}
