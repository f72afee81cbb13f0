import NVMeTesting
import Testing

extension Measurements {
    /// How long the slowest commands take.
    @Suite struct QualityOfService {
        /// Reference: SNIA Solid State Storage Performance Test Specification 2.0.2 (response time histogram).
        ///
        /// Steps:
        /// 1. Write the region that will be used.
        /// 2. Read (70 %) and write 4 KiB at random addresses for 60 s, 32 commands in flight, as fast as the device can.
        /// 3. The same at half that rate, each command sent when it is due.
        /// 4. Expect no errors, and of the second run no more commands than were due.
        /// 5. Log percentiles; of the second run also from the time when commands were due, which a stalling device does
        ///    not escape by stalling the load as well.
        @Test(.deviceUnderTest) func percentilesAtFullAndAtHalfRate() throws {
            let nvme0 = try DeviceUnderTest.controller()
            let nvme0n1 = try nvme0.namespace(1)
            let region = try prepareRegion(of: nvme0n1)
            let ioSize = try nvme0n1.blocks(ofBytes: 4096)
            let time = try DeviceUnderTest.scale.time(.seconds(60))

            let free = try nvme0n1.ioworker(
                ioSize: .fixed(ioSize), lbaAlignment: [ioSize], readPercentage: 70,
                queueDepth: nvme0n1.queueDepth(for: 32), time: time,
                region: region, seed: 1
            ).run()
            expectSound(free)
            let rate = max(1, Int(free.iops / 2))
            let paced = try nvme0n1.ioworker(
                ioSize: .fixed(ioSize), lbaAlignment: [ioSize], readPercentage: 70,
                queueDepth: min(max(1, rate), nvme0n1.queueDepth(for: 32)), time: time,
                region: region, iops: rate, seed: 1
            ).run()
            expectSound(paced)
            #expect(Double(paced.completed) <= Double(rate) * time.inSeconds + 1)
            #expect(paced.scheduledLatency?.count == paced.completed)

            var table = WorkloadTable("random")
            table.add("full rate", free)
            table.add("half rate", paced)
            try table.log()
            try DeviceUnderTest.log(table.latencyLines)
        }
    }
}
