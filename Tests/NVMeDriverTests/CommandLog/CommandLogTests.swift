import NVMe
import Testing

@Suite("The command log", .serialized)
struct CommandLogTests {
    @Test func entryHoldsCommandAndCompletionAsOnTheWire() throws {
        let device = try ScriptedDevice { command, id, device in [device.success(command, id, dw0: 9)] }
        let queue = try device.controller().smallQueuePair()
        try queue.send(SubmissionQueueEntry(NVMOpcode.verify, nsid: 3)).wait()
        let entry = try #require(queue.commandLog.entries(1).first)
        #expect(entry.command.nvmOpcode == .verify)
        #expect(entry.command.commandID == 6)
        #expect(entry.completion?.dw0 == 9)
        #expect(entry.latency == queue.latestLatency)
    }

    @Test func outstandingCommandHasNoCompletion() throws {
        let queue = try ScriptedDevice().controller().smallQueuePair()
        try queue.send(.anything)
        #expect(queue.commandLog.entries(1).first?.completion == nil)
    }

    @Test func newestComesFirst() throws {
        let queue = try ScriptedDevice().controller().smallQueuePair()
        for number in 1...3 as ClosedRange<UInt32> {
            try queue.send(SubmissionQueueEntry(NVMOpcode.flush, nsid: number)).wait()
        }
        #expect(queue.commandLog.entries().map(\.command.nsid) == [3, 2, 1])
    }

    @Test func oldEntriesMakeRoom() throws {
        let queue = try ScriptedDevice().controller().smallQueuePair()
        let log = queue.commandLog
        for _ in 0..<log.capacity + 10 { try queue.send(.anything).wait() }
        #expect(log.entries().count == log.capacity)
        #expect(log.entries(1).first?.number == UInt64(log.capacity + 10))
    }

    @Test(arguments: TestDevice.allCases)
    func logSurvivesItsQueueAndGoesOnWithTheNext(device: TestDevice) throws {
        try device.runIO { (bench) throws in
            let before = bench.controller.commandLog(queue: 1)?.entries().count ?? 0
            try bench.namespace.flush(bench.queue).wait()
            try bench.queue.delete()
            let next = try bench.controller.makeQueuePair(depth: 4)
            try bench.namespace.flush(next).wait()
            #expect(bench.controller.commandLog(queue: 1)?.entries().count == before + 2)
        }
    }

    @Test func textDecodesCommandAndStatus() throws {
        let device = try ScriptedDevice { command, id, device in [device.entry(command, id, .invalidField)] }
        let controller = try device.controller()
        _ = try controller.abort(3).completion()
        let text = try #require(controller.commandLog?.text(1))
        #expect(text.contains("ABORT (08) sqid:0 cid:126"))
        #expect(text.contains("INVALID FIELD (00/02)"))
    }

    @Test func anotherThreadMayReadWhileTheQueueWrites() throws {
        let queue = try ScriptedDevice().controller().makeQueuePair(depth: 8)
        let log = queue.commandLog
        try Threads.run(2) { thread in
            for _ in 0..<(thread == 0 ? 3000 : 30) {
                if thread == 0 {
                    try queue.send(.anything).wait()
                } else {
                    let numbers = log.entries(64).map(\.number)
                    #expect(numbers == numbers.sorted(by: >))
                }
            }
        }
    }
}
