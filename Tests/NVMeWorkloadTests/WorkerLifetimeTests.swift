import EmulatedSSD
import NVMeDriver
import NVMeSpec
import NVMeWorkload
import PCIExpress
import Testing

/// A worker's buffers are leased to the device like those of any other command.
@Suite struct WorkerLifetimeTests {
    @Test func buffersOfAWorkerThatAResetEndedAreKeptUntilTheDeviceHasLetGo() throws {
        let bench = try Bench("emu:small?read=10s")
        let worker = try bench.namespace.ioworker(ioSize: 256, queueDepth: 16, time: .seconds(1000)).start()
        var during = DMAQuarantine(regions: 0, bytes: 0)
        try bench.controller.initialise { controller in
            // The worker drops everything when it notices; what it had is in quarantine from now on.
            _ = try worker.wait()
            during = controller.quarantine
            try controller.standardInitialisation()
        }
        #expect(worker.result?.outcome == .reset)
        #expect(during.bytes >= 15 * 256 * bench.namespace.blockSize)
        #expect(bench.controller.quarantine == DMAQuarantine(regions: 0, bytes: 0))
    }

    @Test(arguments: 1...4 as ClosedRange<UInt8>, [8, 16, 24, 256])
    func workersMoveDataInLargerMemoryPages(memoryPageSize: UInt8, blocks: Int) throws {
        let ssd = try EmulatedSSD(address: "emu:small?clock=virtual&mdts=1M")
        let controller = Controller(ssd)
        try controller.initialise { controller in
            try controller.disable()
            try controller.setUpAdminQueue()
            var configuration = ControllerConfiguration(rawValue: 0x0046_0000)
            configuration.memoryPageSize = memoryPageSize
            try controller.enable(configuration)
        }
        let namespace = try controller.namespace(1)
        try namespace.startVerification()
        let worker = try namespace.ioworker(
            ioSize: .fixed(blocks), readPercentage: 50, queueDepth: 16, ioCount: 200)
        #expect(try worker.run().outcome == .finished)
    }

    /// On a virtual clock each thread that waits moves the device on, and so brings the other's completions.
    @Test func scriptReadsTheSMARTLogBesideAWorkerOnAVirtualClock() throws {
        for seed in 0..<10 {
            let bench = try Bench("emu:small?clock=virtual&queues=16&read=10us&seed=\(seed)")
            let worker = try bench.namespace.ioworker(queueDepth: 16, ioCount: 500).start()
            while worker.isRunning { _ = try bench.controller.smartLog() }
            #expect(try worker.wait().outcome == .finished)
        }
    }
}
