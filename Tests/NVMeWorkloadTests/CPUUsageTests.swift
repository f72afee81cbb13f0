import NVMeDriver
import NVMeWorkload
import Testing

/// The share of its time that a worker spends on commands.
@Suite struct CPUUsageTests {
    @Test func sequentialReadsOf64KiBUseLessThanRandomReadsOf4KiB() throws {
        // The device takes 180 µs for 4 KiB and 1380 µs for 64 KiB: the same bytes in far fewer commands.
        let bench = try Bench("emu:?capacity=64M&read=100us&perkib=20us&jitter=0")
        let small = try bench.namespace.ioworker(ioSize: 8, time: .milliseconds(100)).run()
        let large = try bench.namespace.ioworker(ioSize: 128, lbaRandom: false, time: .milliseconds(100)).run()
        #expect(large.cpuUsage < small.cpuUsage)
        #expect(large.cpuUsage > 0 && small.cpuUsage < 1)
    }
}
