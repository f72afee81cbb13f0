import NVMeTesting
import Testing

/// Resets in the middle of reads and writes, again and again.
@Suite(
    .tags(.stress, .mandatory, .controller, .destructive),
    .requires(.queuePairs(2), .media, .randomWrites, .resetsDuringWrites))
struct ResetWithIO {
    /// Reference: NVMe Base 2.0 §3.7.2 (controller level reset by CC.EN).
    ///
    /// Steps, 125 times:
    /// 1. Start two workers that read and write, each in its own half of the region, verified.
    /// 2. When both are at work, reset.
    /// 3. Expect both to end because of the reset, with every command before it accounted for.
    /// 4. Expect the controller to be ready again.
    ///
    /// At last read everything: completed writes are there, the others are old or new.
    @Test(.deviceUnderTest) func controllerReset() throws {
        try perform("controller reset") { try $0.reset() }
    }

    /// Reference: PCIe Base 5.0 §6.6.2 (function level reset), NVMe Base 2.0 §3.7.2. Steps as for the controller reset.
    @Test(.deviceUnderTest) func functionLevelReset() throws {
        try perform("function level reset") { nvme0 in
            try nvme0.pcieReset(.functionLevel)
            try nvme0.reset()
        }
    }

    /// Reference: PCIe Base 5.0 §6.6.1 (hot reset), NVMe Base 2.0 §3.7.2. Steps as for the controller reset.
    @Test(.deviceUnderTest) func hotReset() throws {
        try perform("hot reset") { nvme0 in
            try nvme0.pcieReset(.hot)
            try nvme0.reset()
        }
    }

    /// Reference: NVMe Base 2.0 §3.7.1 (NVM subsystem reset). Steps as for the controller reset.
    @Test(.deviceUnderTest, .requires(.subsystemReset)) func subsystemReset() throws {
        try perform("subsystem reset") { nvme0 in
            try nvme0.subsystemReset()
            try nvme0.reset()
        }
    }

    private func perform(_ name: String, _ reset: (Controller) throws -> Void) throws {
        let nvme0 = try DeviceUnderTest.controller()
        let nvme0n1 = try nvme0.namespace(1)
        let scale = try DeviceUnderTest.scale
        let region = scale.region(of: nvme0n1)
        let middle = region.upperBound / 2
        let ioSize = try nvme0n1.ioSize(ofBytes: [512: 1, 4096: 8, 65536: 1])
        let table = try nvme0n1.startVerification(blocks: region.upperBound)

        var completed: UInt64 = 0
        let rounds = scale.count(125, atLeast: 3)
        for round in 1...UInt64(rounds) {
            let workers = try [0..<middle, middle..<region.upperBound].map { half in
                try nvme0n1.ioworker(
                    ioSize: ioSize, readPercentage: 50, queueDepth: nvme0n1.queueDepth(for: 32), time: .seconds(3600),
                    region: half,
                    seed: round)
            }
            try IOWorker.start(together: workers)
            for worker in workers { worker.waitUntilAtWork() }
            try reset(nvme0)
            for worker in workers {
                let result = try worker.end()
                expectSound(result, ends: .reset)
                completed += result.completed
            }
            #expect(try nvme0.status.ready)
        }
        try expectIntact(region, of: nvme0n1)
        try DeviceUnderTest.log("\(name): \(rounds) times, \(completed) commands completed, \(table.verdict)")
    }
}
