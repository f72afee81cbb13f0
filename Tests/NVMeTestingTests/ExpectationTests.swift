import NVMeTesting
import Testing

@Suite(.deviceUnderTest("emu:small")) struct ExpectationTests {
    @Test func expectedStatusIsNoFailure() throws {
        let controller = try DeviceUnderTest.controller()
        let namespace = try controller.namespace(1)
        let qpair = try controller.makeQueuePair(depth: 4)
        let buffer = try controller.makeBuffer(4096)
        let completion = expectStatus(.lbaOutOfRange) {
            try namespace.read(qpair, buffer, lba: namespace.blockCount).completion()
        }
        #expect(completion?.code == .lbaOutOfRange)
    }

    @Test func statusThatAWaitThrowsCountsToo() throws {
        let controller = try DeviceUnderTest.controller()
        let buffer = try controller.makeBuffer(4096)
        expectStatus(.invalidLogPage, .invalidField) {
            try controller.getLogPage(LogPageIdentifier(rawValue: 0xBF), buffer).wait()
        }
    }

    @Test func anotherStatusFailsAndIsNamed() throws {
        let controller = try DeviceUnderTest.controller()
        let buffer = try controller.makeBuffer(4096)
        withKnownIssue {
            expectStatus(.invalidField) { try controller.identify(buffer).completion() }
        } matching: { issue in
            issue.comments.contains { $0.rawValue.contains("got Successful Completion (00/00)") }
        }
    }

    @Test func errorBelowNVMeFails() throws {
        withKnownIssue {
            #expect(expectSuccess { throw NVMeError.closed } == nil)
        } matching: {
            $0.error is NVMeError
        }
    }
}
