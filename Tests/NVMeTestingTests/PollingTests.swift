import NVMeTesting
import Testing

@Suite struct PollingTests {
    @Test(.deviceUnderTest("emu:small")) func answerIsAskedForUntilItIsYes() throws {
        var questions = 0
        let answer = try DeviceUnderTest.controller().poll {
            questions += 1
            return questions == 3
        }
        #expect(answer)
        #expect(questions == 3)
    }

    @Test(.deviceUnderTest("emu:small")) func answerIsNoAfterTheLimit() throws {
        #expect(try !DeviceUnderTest.controller().poll(within: .milliseconds(1)) { false })
    }

    /// A sanitize of an hour takes no time on a clock that jumps.
    @Test(.deviceUnderTest("emu:deterministic?sanitize=3600s")) func virtualClockIsAdvancedBetweenQuestions() throws {
        let controller = try DeviceUnderTest.controller()
        try controller.sanitize().wait()
        let isOver = try controller.poll(within: .seconds(7200)) {
            let page = try controller.logPage(.sanitizeStatus, size: SanitizeStatusLog.byteCount)
            return SanitizeStatusLog(bytes: page).status.state == .completed
        }
        #expect(isOver)
    }

    @Test(.deviceUnderTest("emu:deterministic")) func virtualDeviceWithNothingToDoEndsThePolling() throws {
        #expect(try !DeviceUnderTest.controller().poll { false })
    }
}
