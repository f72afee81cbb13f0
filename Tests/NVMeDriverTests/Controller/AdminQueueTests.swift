import NVMe
import Testing

@Suite("One admin queue, several submitters", .serialized)
struct AdminQueueTests {
    @Test(arguments: TestDevice.allCases)
    func verbsChainWithWait(device: TestDevice) throws {
        try device.run { (controller) throws in
            #expect(try controller.getFeatures(.numberOfQueues).wait().dw0 != 0)
        }
    }

    @Test(arguments: TestDevice.allCases)
    func refusedCommandThrowsItsStatus(device: TestDevice) throws {
        try device.run { (controller) throws in
            let error = #expect(throws: NVMeError.self) {
                try controller.send(SubmissionQueueEntry(AdminOpcode(rawValue: 0xFF))).wait()
            }
            guard case .status(let completion) = error else { throw try #require(error) }
            #expect(completion.code == .invalidOpcode)
        }
    }

    @Test(arguments: TestDevice.allCases)
    func pendingScriptCommandsSurviveTheCreationOfAQueuePair(device: TestDevice) throws {
        try device.run { (controller) throws in
            var calls = 0
            try controller.getFeatures(.numberOfQueues) { _ in calls += 1 }
            try controller.getFeatures(.arbitration) { _ in calls += 1 }
            let queue = try controller.makeQueuePair(depth: 4)
            try queue.delete()
            #expect(calls == 0)
            try controller.wait(2)
            #expect(calls == 2)
        }
    }

    @Test(arguments: TestDevice.allCases)
    func channelsCountOnlyTheirOwnCommands(device: TestDevice) throws {
        try device.run { (controller) throws in
            let other = controller.makeAdminChannel()
            try other.getFeatures(.arbitration)
            try controller.getFeatures(.numberOfQueues)
            #expect(try controller.completion().command.cdw10 == UInt32(FeatureIdentifier.numberOfQueues.rawValue))
            #expect(try other.completion().command.cdw10 == UInt32(FeatureIdentifier.arbitration.rawValue))
        }
    }

    @Test(arguments: TestDevice.allCases)
    func manyThreadsEachGetTheirOwnAnswers(device: TestDevice) async throws {
        try device.run { (controller) throws in
            try Threads.run(4) { thread in
                let channel = controller.makeAdminChannel()
                for _ in 0..<20 {
                    let feature: FeatureIdentifier = thread % 2 == 0 ? .numberOfQueues : .arbitration
                    let completion = try channel.getFeatures(feature).completion()
                    #expect(completion.command.cdw10 == UInt32(feature.rawValue))
                }
            }
        }
    }

    @Test(arguments: TestDevice.allCases)
    func abortOfAnEventRequestIsDeliveredButNotCounted(device: TestDevice) throws {
        try device.run { (controller) throws in
            try controller.abort(126)
            let completion = try controller.completion()
            #expect(completion.command.adminOpcode == .abort)
        }
    }

    @Test(arguments: TestDevice.allCases)
    func identifyIntoASmallBufferIsRefused(device: TestDevice) throws {
        try device.run { (controller) throws in
            let buffer = try controller.makeBuffer(4092)
            let error = #expect(throws: NVMeError.self) { try controller.identify(buffer) }
            guard case .invalidArgument(name: "identify buffer", _, _, _) = error else { throw try #require(error) }
        }
    }

    @Test func eventIsWarnedAboutDeliveredAndArmedAgain() throws {
        let device = try ScriptedDevice { command, id, device in
            command.adminOpcode == .asynchronousEventRequest ? [] : [device.success(command, id)]
        }
        let controller = try device.controller()
        var events: [UInt32] = []
        try controller.asynchronousEventRequest { events.append($0.dw0) }
        device.post(
            CompletionQueueEntry(
                dw0: 0x0001_0100, sqHead: 0, sqID: 0, commandID: 126, status: .success, phase: false), to: 0)
        try controller.abort(0).wait()
        #expect(events == [0x0001_0100])
        #expect(controller.warnings.take() == [.event(dword0: 0x0001_0100)])
        #expect(controller.outstanding == 1)
    }

    @Test func refusedEventRequestIsNotArmedAgain() throws {
        let device = try ScriptedDevice { command, id, device in
            let isEvent = command.adminOpcode == .asynchronousEventRequest
            return [device.entry(command, id, isEvent ? .asynchronousEventRequestLimitExceeded : .success)]
        }
        let controller = try device.controller()
        try controller.asynchronousEventRequest()
        let error = #expect(throws: NVMeError.self) { try controller.abort(0).wait() }
        guard case .status(let completion) = error else { throw try #require(error) }
        #expect(completion.code == .asynchronousEventRequestLimitExceeded)
        #expect(controller.outstanding == 0)
    }

    /// Events are not counted, so that nothing can end this wait.
    @Test func waitWithOnlyEventRequestsOutstandingFailsAtOnce() throws {
        let device = try ScriptedDevice(idleNanoseconds: 1_000_000) { command, id, device in
            command.adminOpcode == .asynchronousEventRequest ? [] : [device.success(command, id)]
        }
        let controller = try device.controller()
        try controller.asynchronousEventRequest()
        let error = #expect(throws: NVMeError.self) { try controller.wait() }
        guard case .nothingOutstanding(queue: 0, expected: 1, reaped: 0, _) = error else { throw try #require(error) }
        #expect(controller.warnings.take() == [])
    }
}
