import NVMe
import NVMeTesting
import Testing

/// The time-out that a test was given reaches whatever it waits for.
@Suite(.deviceUnderTest("emu:small?clock=virtual")) struct TimeoutOfTestsTests {
    @Test func controllerMadeByTheTestItselfHasIt() throws {
        let function = try DeviceUnderTest.function()
        let timeout = Controller.$firstTimeout.withValue(.seconds(2)) { Controller(function).timeout }
        #expect(timeout == .seconds(2))
        #expect(Controller.$firstTimeout.withValue(nil) { Controller(function).timeout } == .seconds(10))
    }

    @Test func waitForAnEventLastsNoLonger() throws {
        let controller = try DeviceUnderTest.controller()
        controller.timeout = .seconds(2)
        let error = #expect(throws: NVMeError.self) { try controller.waitForEvent() }
        guard case .eventTimeout(_, _, limit: .seconds(2), _) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test func waitForAnEntryOfARawQueueLastsNoLonger() throws {
        let controller = try DeviceUnderTest.controller(at: "emu:small")
        controller.timeout = .milliseconds(20)
        let completions = try IOCompletionQueue(controller, id: 1, entries: 4)
        let start = ContinuousClock.now
        #expect(throws: NVMeError.self) { try completions.waitForEntry(0) }
        #expect(ContinuousClock.now - start < .seconds(5))
    }
}
