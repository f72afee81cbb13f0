import NVMeDriver
import NVMeWorkload
import Testing

/// The share of its time that a worker spends on commands.
@Suite struct CPUUsageTests {
    @Test func sequentialReadsOf64KiBUseLessThanRandomReadsOf4KiB() throws {
        // The device takes 180 µs for 4 KiB and 1380 µs for 64 KiB: the same bytes in far fewer commands.
        let bench = try Bench("emu:?capacity=64M&read=100us&perkib=20us&jitter=0")
        // What else the machine does makes a share larger, never smaller.
        func leastShare(_ worker: () throws -> IOWorker) throws -> Double {
            try (0..<5).map { _ in try worker().run().cpuUsage }.min() ?? 0
        }
        let small = try leastShare { try bench.namespace.ioworker(ioSize: 8, time: .milliseconds(60)) }
        let large = try leastShare {
            try bench.namespace.ioworker(ioSize: 128, lbaRandom: false, time: .milliseconds(60))
        }
        #expect(large < small)
        #expect(large > 0 && small < 1)
    }
}
