import NVMeTesting
import Testing

extension Measurements {
    /// The client of a data centre as JEDEC sees it.
    @Suite struct JEDECWorkload {
        /// Sizes in bytes, and of 100 commands how many have them.
        private static let sizes: KeyValuePairs = [
            512: 4, 1024: 1, 1536: 1, 2048: 1, 2560: 1, 3072: 1, 3584: 1, 4096: 67, 8192: 10,
            16384: 7, 32768: 3, 65536: 3,
        ]

        /// Of 10,000 commands how many go to each hundredth of the namespace: half of them to the first 5 %, 30 % to the next
        /// 15 %, and 20 % to the rest.
        private static let sections =
            Array(repeating: 1000, count: 5) + Array(repeating: 200, count: 15) + Array(repeating: 25, count: 80)

        /// Reference: JESD219A, enterprise endurance workload (sizes, address distribution, 40 % reads).
        ///
        /// Steps:
        /// 1. Take the standard's sizes. Those below a block count as one; those from 4 KiB on are aligned to 4 KiB.
        /// 2. Send 20 million commands, 40 % reads and 60 % writes of random data, 32 in flight, to the whole namespace.
        /// 3. Expect no errors and every command completed.
        @Test(.deviceUnderTest, .requires(.transfer(ofBytes: 64 << 10))) func enterpriseMixOfSizesAndAddresses() throws
        {
            let nvme0 = try DeviceUnderTest.controller()
            let nvme0n1 = try nvme0.namespace(1)
            let ioSize = try nvme0n1.ioSize(ofBytes: Self.sizes)
            let page = max(1, 4096 / nvme0n1.blockSize)
            let count = try DeviceUnderTest.scale.count(20_000_000, atLeast: 1000)

            let result = try nvme0n1.ioworker(
                ioSize: ioSize, lbaAlignment: ioSize.choices.map { $0.blocks < page ? 1 : page }, readPercentage: 40,
                queueDepth: nvme0n1.queueDepth(for: 32), ioCount: count, distribution: .sections(Self.sections), seed: 1
            ).run()
            expectSound(result)
            #expect(result.completed == UInt64(count))

            var table = WorkloadTable("JESD219 enterprise")
            table.add("all", result)
            try table.log()
            try DeviceUnderTest.log(table.latencyLines)
        }
    }
}
