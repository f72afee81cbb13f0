import NVMeTesting
import Testing

extension Measurements {
    /// Commands per second by number of queues and commands in flight.
    @Suite struct IOPS {
        /// Reference: NVMe Base 2.0 §3.3 (queues), §5.27.1.5 (Number of Queues).
        ///
        /// Steps:
        /// 1. Write the region that will be read.
        /// 2. Read 4 KiB at random addresses for 30 s with 1, 2 and 4 workers, each with its own queue pair and 1, 8, 32
        ///    and 128 commands in flight. Leave out what the controller has no queues for.
        /// 3. Expect every worker to finish without errors, and to have moved 4 KiB with each command.
        @Test(.deviceUnderTest) func randomReadsByQueuesAndDepth() throws {
            let nvme0 = try DeviceUnderTest.controller()
            let nvme0n1 = try nvme0.namespace(1)
            let region = try prepareRegion(of: nvme0n1)
            let granted = NumberOfQueuesFeature(rawValue: try nvme0.getFeatures(.numberOfQueues).wait().dw0)
            let queues = Int(min(granted.submissionQueues, granted.completionQueues)) + 1  // 0's based
            let entries = Int(try nvme0.capabilities.maximumQueueEntriesSupported) + 1
            let ioSize = try nvme0n1.blocks(ofBytes: 4096)
            let time = try DeviceUnderTest.scale.time(.seconds(30))

            var table = WorkloadTable("random read")
            for count in [1, 2, 4] where count <= queues {
                for depth in [1, 8, 32, 128] where depth < entries {
                    let workers = try (1...count).map { number in
                        try nvme0n1.ioworker(
                            ioSize: .fixed(ioSize), lbaAlignment: [ioSize], queueDepth: depth, time: time,
                            region: region, seed: UInt64(number))
                    }
                    try IOWorker.start(together: workers)
                    let results = try workers.map { try $0.wait() }
                    for result in results {
                        expectSound(result)
                        #expect(result.completed > 0)
                        #expect(result.bytesRead == result.completed * UInt64(ioSize * nvme0n1.transferSize))
                    }
                    table.add("\(count) x \(depth)", results)
                }
            }
            try table.log()
        }
    }
}
