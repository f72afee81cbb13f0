import NVMe
import Testing

/// Asynchronous Event Requests that come to nothing, and events that nobody takes: told, whatever is waited for.
@Suite("Events that are not heard of")
struct RefusedEventTests {
    /// A controller that refuses every event request.
    private func refusing() throws -> Controller {
        try ScriptedDevice { command, id, device in
            let isEvent = id == 0 && command.adminOpcode == .asynchronousEventRequest
            return [device.entry(command, id, isEvent ? .asynchronousEventRequestLimitExceeded : .success)]
        }.controller()
    }

    /// Opens a book, and returns what is left in it.
    private func troubles(_ body: () throws -> Void) rethrows -> [String] {
        let ledger = Ledger()
        try Ledger.$current.withValue(ledger) { try body() }
        return ledger.open.map { "\($0.trouble)" }
    }

    @Test func requestThatFailedDuringAnIOWaitIsTrouble() throws {
        let found = try troubles {
            let controller = try refusing()
            let queue = try controller.smallQueuePair()
            try controller.asynchronousEventRequest()
            for _ in 0..<3 { try queue.send(.anything).wait() }
        }
        #expect(found.count == 1)
        #expect(found.first?.contains("Asynchronous Event Request Limit Exceeded (01/05)") == true, "\(found)")
    }

    @Test func requestThatFailedDuringAWaitThatDoesNotJudgeIsTrouble() throws {
        let found = try troubles {
            let controller = try refusing()
            try controller.asynchronousEventRequest()
            _ = try controller.abort(0).completion()
        }
        #expect(found.count == 1)
    }

    @Test func failedRequestThatTheScriptLearnsOfIsNone() throws {
        let ways: [(Controller) throws -> Void] = [
            { controller in
                try controller.asynchronousEventRequest { #expect(!$0.isSuccess) }
                _ = try controller.abort(0).completion()
            },
            { controller in
                try controller.asynchronousEventRequest()
                _ = try controller.abort(0).completion()
                guard case .eventRequestFailed = controller.warnings.take().last else { throw NVMeError.closed }
            },
            { controller in
                try controller.asynchronousEventRequest()
                #expect(throws: NVMeError.self) { try controller.abort(0).wait() }
            },
        ]
        for way in ways { #expect(try troubles { try way(refusing()) } == []) }
    }

    /// A controller that has so many events to tell.
    private func telling(_ count: Int) throws -> (ScriptedDevice, Controller) {
        var left = count
        let device = try ScriptedDevice { command, id, device in
            guard id == 0, command.adminOpcode == .asynchronousEventRequest else {
                return [device.success(command, id)]
            }
            guard left > 0 else { return [] }
            left -= 1
            return [device.success(command, id, dw0: 0x02_01_01)]
        }
        return (device, try device.controller())
    }

    @Test func eventRightBeforeAResetIsDeliveredAfterIt() throws {
        let (device, controller) = try telling(1)
        try controller.asynchronousEventRequest()
        for _ in 0..<3 { _ = device.step() }
        try controller.reset()
        #expect(try controller.waitForEvent() == .temperatureThreshold)
    }

    @Test func eventsThatNobodyTakesAreCountedBeyondAThousand() throws {
        let found = try troubles {
            let (_, controller) = try telling(1005)
            try controller.asynchronousEventRequest()
            for _ in 0..<1010 { try controller.abort(0).wait() }
            #expect(controller.lostEvents == 5)
            #expect(controller.takeEvents().count == 1000)
        }
        #expect(found.count == 1)
        #expect(found.first?.contains("more than 1000 events") == true, "\(found)")
    }

    @Test func eventsThatAClosureHasHadAreNotLost() throws {
        let found = try troubles {
            let (_, controller) = try telling(1005)
            var heard = 0
            try controller.asynchronousEventRequest { _ in heard += 1 }
            for _ in 0..<1010 { try controller.abort(0).wait() }
            #expect(heard == 1005)
            #expect(controller.lostEvents == 0)
        }
        #expect(found == [])
    }
}
