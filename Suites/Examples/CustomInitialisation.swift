import NVMeTesting
import Testing

/// Brings a controller up step by step, and in another way than the driver would.
@Suite(.tags(.mandatory, .controller)) struct CustomInitialisation {
    /// Reference: NVMe Base 2.0 §3.5.1 (initialisation), §5.27.1.5 (Number of Queues).
    ///
    /// Steps:
    /// 1. Disable the controller, make the admin queue, enable the controller.
    /// 2. Ask for two I/O queue pairs only, and arm no asynchronous event.
    /// 3. Expect two queue pairs, and a refusal of the third.
    /// 4. Reset: the driver repeats the procedure.
    @Test(.deviceUnderTest, .requires(.queuePairs(2))) func twoQueuePairsAreAllThatWasAskedFor() throws {
        var runs = 0
        let nvme0 = try DeviceUnderTest.controller(initialisedBy: { controller in
            runs += 1
            try controller.disable()
            try controller.setUpAdminQueue()
            try controller.enable()
            try controller.setUpNamespaces()
            let granted = try controller.setFeatures(.numberOfQueues, 1 << 16 | 1).wait().dw0  // 0's based
            // A controller may grant more than it was asked for; this test wants no more than two.
            controller.setUpQueues(granted: min(granted & 0xFFFF, 1) << 16 | min(granted >> 16, 1))
        })
        let first = try nvme0.makeQueuePair(depth: 8)
        let second = try nvme0.makeQueuePair(depth: 8)
        #expect(throws: NVMeError.self) { try nvme0.makeQueuePair(depth: 8) }

        try nvme0.reset()
        #expect(runs == 2)
        #expect(!first.isAlive && !second.isAlive)
        #expect(try nvme0.makeQueuePair(depth: 8).id == 1)
    }
}
