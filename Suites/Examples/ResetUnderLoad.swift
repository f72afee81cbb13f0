import NVMeTesting
import Testing

/// Resets a controller that is busy.
@Suite(.tags(.mandatory, .controller, .destructive), .requires(.media, .randomWrites, .resetsDuringWrites))
struct ResetUnderLoad {
    /// Reference: NVMe Base 2.0 §3.7.2 (controller level reset).
    ///
    /// Steps:
    /// 1. Submit as many writes as the queue takes, and wait for none of them.
    /// 2. Reset the controller.
    /// 3. Expect that the old queue is gone, and that the device works through a new one.
    @Test(.deviceUnderTest) func controllerWorksAfterAResetUnderOutstandingCommands() throws {
        let nvme0 = try DeviceUnderTest.controller()
        let nvme0n1 = try nvme0.namespace(1)  // stays valid across resets
        let busy = try nvme0.makeQueuePair(depth: 16)
        let buffer = try nvme0.makeBuffer(8 * nvme0n1.blockSize, pattern: .ones)
        for index in 0..<15 as Range<UInt64> { try nvme0n1.write(busy, buffer, lba: index * 8, count: 8) }

        try nvme0.reset()
        #expect(throws: NVMeError.staleQueue(queue: busy.id)) { try nvme0n1.flush(busy) }

        let fresh = try nvme0.makeQueuePair(depth: 16)
        let result = try nvme0.makeBuffer(8 * nvme0n1.blockSize)
        try nvme0n1.write(fresh, buffer, lba: 0, count: 8).wait()
        try nvme0n1.read(fresh, result, lba: 0, count: 8).wait()
        // Compared first: a failure would otherwise print both buffers.
        let isSame = result[...] == buffer[...]
        #expect(isSame)
    }
}
