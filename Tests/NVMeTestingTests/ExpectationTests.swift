import NVMe
import NVMeTesting
import Testing

@Suite struct StatusInExpectationsTests {
    /// What `#expect(completion.code == .success)` shows when it fails.
    @Test func statusIsShownByNameAndNumbers() {
        #expect(String(describingForTest: StatusCode.lbaOutOfRange) == "LBA Out of Range (00/80)")
        let status = Status(.lbaOutOfRange, doNotRetry: true)
        #expect(String(describingForTest: status) == "LBA Out of Range (00/80), do not retry")
    }
}

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
