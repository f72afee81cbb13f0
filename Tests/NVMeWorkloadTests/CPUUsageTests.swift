import NVMeDriver
import NVMeWorkload
import Testing

/// The share of its time that a worker spends on commands. Only the device's time passes on a virtual clock: all of it is idle.
@Suite struct CPUUsageTests {
    @Test(arguments: [(8, 1), (8, 32), (128, 1)]) func pollingInVainIsNoWork(ioSize: Int, depth: Int) throws {
        let bench = try Bench("emu:?capacity=64M&read=100us&perkib=20us&jitter=0&clock=virtual")
        let result = try bench.namespace.ioworker(ioSize: .fixed(ioSize), queueDepth: depth, ioCount: 500).run()
        #expect(result.duration >= .microseconds(100 * 500 / depth))
        #expect(result.cpuUsage < 0.001)
        #expect(result.cpuNanosecondsPerIO < 1000)
    }

    @Test func waitingForALateCommandIsNoWork() throws {
        let bench = try Bench("emu:small?clock=virtual&flaws=stall:ms=5000:op=2:nth=1")
        bench.controller.timeout = .seconds(10)
        let result = try bench.namespace.ioworker(queueDepth: 1, ioCount: 2).run()
        #expect(result.duration >= .seconds(5))
        #expect(result.cpuUsage < 0.001)
    }

    @Test func everySecondOfAPacedRunIsIdle() throws {
        let bench = try Bench("emu:small?clock=virtual")
        let result = try bench.namespace.ioworker(queueDepth: 1, time: .seconds(3), iops: 100).run()
        #expect(result.seconds.count >= 2)
        #expect(result.seconds.allSatisfy { $0.cpuUsage < 0.001 })
    }
}
