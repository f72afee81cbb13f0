import NVMeTesting
import Testing

/// Beginning and ending, again and again: what leaks a little each time shows.
@Suite(.tags(.stress, .mandatory, .controller, .destructive), .requires(.media, .randomWrites))
struct StartStopMarathon {
    /// Reference: NVMe Base 2.0 §5.4 to §5.7 (creating and deleting I/O queues).
    ///
    /// Steps:
    /// 1. Note the identifier of a new queue pair, and delete it.
    /// 2. Start a worker that reads and writes with a queue pair of its own, and stop it when it is at work; 1,000 times.
    /// 3. Expect each to end because it was stopped, without errors.
    /// 4. Expect a new queue pair to get the first one's identifier, and all data to be what was written.
    @Test(.deviceUnderTest) func workersStartAndStop() throws {
        let nvme0 = try DeviceUnderTest.controller()
        let nvme0n1 = try nvme0.namespace(1)
        let scale = try DeviceUnderTest.scale
        let region = scale.region(of: nvme0n1, bytes: 1 << 30)
        let ioSize = IOSize.fixed(try nvme0n1.blocks(ofBytes: 4096))
        try nvme0n1.startVerification(blocks: region.upperBound)
        let first = try identifierOfNewQueue(nvme0)

        var completed: UInt64 = 0
        let rounds = scale.count(1000, atLeast: 10)
        for round in 1...UInt64(rounds) {
            let worker = try nvme0n1.ioworker(
                ioSize: ioSize, readPercentage: 50, queueDepth: nvme0n1.queueDepth(for: 64), time: .seconds(3600),
                region: region,
                seed: round
            ).start()
            worker.waitUntilAtWork(10)
            worker.stop()
            let result = try worker.end()
            expectSound(result, ends: .stopped)
            completed += result.completed
        }
        #expect(try identifierOfNewQueue(nvme0) == first)
        try expectIntact(region, of: nvme0n1)
        try DeviceUnderTest.log("\(rounds) workers started and stopped, \(completed) commands completed")
    }

    /// Reference: NVMe Base 2.0 §3.6.1 (normal shutdown), §3.5.1 (initialisation).
    ///
    /// Steps, 1,000 times:
    /// 1. Write a block.
    /// 2. Shut the controller down in order, and initialise it again.
    /// 3. Read the block, verified: a shutdown makes everything durable.
    @Test(.deviceUnderTest) func controllerShutsDownAndStarts() throws {
        let nvme0 = try DeviceUnderTest.controller()
        let nvme0n1 = try nvme0.namespace(1)
        let table = try nvme0n1.startVerification()
        let buffer = try nvme0.makeBuffer(nvme0n1.transferSize)
        let rounds = try DeviceUnderTest.scale.count(1000, atLeast: 10)
        for round in 0..<UInt64(rounds) {
            let lba = round % nvme0n1.blockCount
            try nvme0n1.write(nvme0.makeQueuePair(depth: 2), buffer, lba: lba).wait()
            try nvme0.shutdown()
            try nvme0.reset()
            try nvme0n1.read(nvme0.makeQueuePair(depth: 2), buffer, lba: lba).wait()
        }
        #expect(table.mismatchCount == 0)
        try DeviceUnderTest.log("\(rounds) shutdowns and starts")
    }

    private func identifierOfNewQueue(_ controller: Controller) throws -> UInt16 {
        let qpair = try controller.makeQueuePair(depth: 2)
        defer { try? qpair.delete() }
        return qpair.id
    }
}
