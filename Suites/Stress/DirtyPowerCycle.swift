import NVMeTesting
import Testing

/// What is left when the power goes without notice.
@Suite(.tags(.stress, .mandatory, .nvm, .destructive)) struct DirtyPowerCycle {
    /// Reference: NVMe Base 2.0 §5.16.1.3 (Unsafe Shutdowns), NVM Command Set 1.0 §3.2.6 (Write, FUA), §2.1.4.2 (AWUPF),
    /// NVMe Base 2.0 §7.1 (Flush).
    ///
    /// Steps:
    /// 1. Write the region from end to end, and flush: all of it is durable.
    /// 2. Start a worker that writes at random addresses, with a flush after every fifty writes or so.
    /// 3. When 20,000 commands have completed, cut the power under it.
    /// 4. Bring the power back, initialise the controller, and read the whole region: what a flush has covered is there, what was
    ///    written since is old or new, and no block is torn.
    /// 5. Do 2 to 4 a hundred times.
    @Test(.deviceUnderTest, .requires(.powerControl, .realTime, .media, .randomWrites))
    func durableDataSurvivesPowerCutsUnderWrites() throws {
        let nvme0 = try DeviceUnderTest.controller()
        let nvme0n1 = try nvme0.namespace(1)
        let scale = try DeviceUnderTest.scale
        let region = scale.region(of: nvme0n1, bytes: 4 << 30)
        let table = try nvme0n1.startVerification(blocks: region.upperBound)
        try fill(region, of: nvme0n1)

        let ioSize = try nvme0n1.ioSize(ofBytes: [512: 1, 4096: 8, 65536: 1])
        let shutdowns = try nvme0.smartLog().unsafeShutdowns
        let rounds = scale.count(100, atLeast: 3)
        var written: UInt64 = 0, flushed: UInt64 = 0
        for round in 1...UInt64(rounds) {
            let worker = try nvme0n1.ioworker(
                ioSize: ioSize, operations: [.write: 98, .flush: 2], queueDepth: nvme0n1.queueDepth(for: 32),
                time: .seconds(3600),
                region: region, seed: round
            ).start()
            worker.waitUntilAtWork(UInt64(scale.count(20_000, atLeast: 500)))
            try nvme0.powerOff()
            let result = try worker.end()
            expectSound(result, ends: .reset)
            written += result.completions[.write, default: 0]
            flushed += result.completions[.flush, default: 0]

            try nvme0.powerOn()
            try nvme0.reset()
            try expectIntact(region, of: nvme0n1)
        }
        #expect(flushed > 0)
        let unsafeShutdowns = try nvme0.smartLog().unsafeShutdowns
        try DeviceUnderTest.log(
            "\(rounds) power cuts under \(written) writes and \(flushed) flushes: \(table.verdict); "
                + "unsafe shutdowns in SMART before \(shutdowns), after \(unsafeShutdowns)")
    }

    private func fill(_ region: Range<UInt64>, of namespace: Namespace) throws {
        let size = IOSize.fixed(try namespace.blocks(ofBytes: 128 << 10))
        expectSound(
            try namespace.ioworker(
                ioSize: size, lbaRandom: false, readPercentage: 0, queueDepth: namespace.queueDepth(for: 32),
                region: region
            ).run())
        let qpair = try namespace.controller.makeQueuePair(depth: 2)
        try namespace.flush(qpair).wait()
    }
}
