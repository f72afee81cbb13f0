import NVMeTesting
import Testing

extension Measurements {
    /// Reads and writes in one queue.
    @Suite struct MixedReadWrite {
        /// Reference: NVM Command Set 1.0 §3.2.4 (Read), §3.2.6 (Write).
        ///
        /// Steps:
        /// 1. Write the region that will be used.
        /// 2. Read and write 4 KiB at random addresses for 30 s with 100, 70, 50, 30 and 0 percent of reads.
        /// 3. Expect no errors, the share of reads that was asked for, and 4 KiB moved by each command.
        @Test(.deviceUnderTest) func figuresByShareOfReads() throws {
            let nvme0 = try DeviceUnderTest.controller()
            let nvme0n1 = try nvme0.namespace(1)
            let region = try prepareRegion(of: nvme0n1)
            let ioSize = try nvme0n1.blocks(ofBytes: 4096)
            let time = try DeviceUnderTest.scale.time(.seconds(30))

            var table = WorkloadTable("random")
            for percent in [100, 70, 50, 30, 0] {
                let result = try nvme0n1.ioworker(
                    ioSize: .fixed(ioSize), lbaAlignment: [ioSize], readPercentage: percent,
                    queueDepth: nvme0n1.queueDepth(for: 64), time: time,
                    region: region, seed: 1
                ).run()
                expectSound(result)
                let reads = result.completions[.read, default: 0], writes = result.completions[.write, default: 0]
                let bytes = UInt64(ioSize * nvme0n1.transferSize)
                #expect(reads + writes == result.completed)
                #expect(result.bytesRead == reads * bytes)
                #expect(result.bytesWritten == writes * bytes)
                // Six standard deviations: chance alone exceeds that once in 500 million runs.
                let share = Double(percent) / 100, count = Double(result.completed)
                #expect(abs(Double(reads) - share * count) <= 6 * (share * (1 - share) * count).squareRoot() + 1)
                table.add("\(percent) % reads", result)
            }
            try table.log()
        }
    }
}
