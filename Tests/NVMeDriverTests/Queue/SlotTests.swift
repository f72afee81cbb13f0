import NVMe
import Testing

@Suite("Command identifiers and slots")
struct SlotTests {
    @Test func queueOfDepthNHoldsOneCommandLess() throws {
        let queue = try ScriptedDevice().controller().makeQueuePair(depth: 4)
        for _ in 0..<3 { try queue.send(.anything) }
        #expect(throws: NVMeError.queueFull(queue: 1, outstanding: 3)) { try queue.send(.anything) }
    }

    @Test func fullQueueTakesCommandsAgainAfterAWait() throws {
        let queue = try ScriptedDevice().controller().makeQueuePair(depth: 2)
        try queue.send(.anything)
        _ = try? queue.send(.anything)
        try queue.wait()
        try queue.send(.anything).wait()
        #expect(queue.outstanding == 0)
    }

    @Test func freshQueueHandsOutIdentifiersFromTheTop() throws {
        let queue = try ScriptedDevice().controller().makeQueuePair(depth: 8)
        try queue.send(.anything)
        #expect(queue.latestCommandID == 6)
        try queue.send(.anything)
        #expect(queue.latestCommandID == 5)
    }

    @Test func identifierFreedLastIsReusedFirst() throws {
        let queue = try ScriptedDevice().controller().makeQueuePair(depth: 8)
        for _ in 0..<3 {
            try queue.send(.anything).wait()
            #expect(queue.latestCommandID == 6)
        }
    }

    @Test func firstAdminCommandHasIdentifier126() throws {
        let controller = try ScriptedDevice().controller()
        try controller.abort(0)
        #expect(controller.latestCommandID == 126)
    }

    @Test func adminQueueHolds127Commands() throws {
        let controller = try ScriptedDevice().controller()
        for _ in 0..<127 { try controller.abort(0) }
        #expect(throws: NVMeError.queueFull(queue: 0, outstanding: 127)) { try controller.abort(0) }
    }

    @Test func commandHoldsItsBufferUntilItsCompletion() throws {
        let controller = try ScriptedDevice().controller()
        let queue = try controller.smallQueuePair()
        weak var buffer: Buffer?
        try {
            let temporary = try controller.makeBuffer(512)
            buffer = temporary
            try controller.send(SubmissionQueueEntry(AdminOpcode.identify), temporary)
        }()
        #expect(buffer != nil)
        try controller.wait()
        #expect(buffer == nil)
        _ = queue
    }

    @Test func transferTooLargeForOneListLeavesItsSlotFree() throws {
        let controller = try ScriptedDevice().controller()
        let buffer = try controller.makeBuffer(2 << 20)
        let before = controller.outstanding
        #expect(throws: NVMeError.transferTooLarge(byteCount: 2 << 20, limit: 506 * 4096)) {
            try controller.send(SubmissionQueueEntry(AdminOpcode.identify), buffer)
        }
        #expect(controller.outstanding == before)
    }
}
