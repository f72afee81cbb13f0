import Benchmark
import NVMe
import NVMeWorkload

/// An embedded SSD that keeps no data, so that everything but the media is measured, with one queue pair.
private final class Path {
    let device: any PCIeFunction
    let controller: Controller
    let namespace: Namespace
    let pair: QueuePair
    let buffer: Buffer
    let outstanding: Int

    init(outstanding: Int, address: String = "emu:null") throws {
        device = try Device.open(address)
        controller = Controller(device)
        try controller.initialise()
        namespace = try controller.namespace(1)
        pair = try controller.makeQueuePair(depth: outstanding + 1)
        buffer = try controller.makeBuffer(4096)
        self.outstanding = outstanding
    }

    deinit {
        try? controller.close()
        device.close()
    }

    /// Reads `count` times 4 KiB with `outstanding` commands on their way all the time.
    func read(_ count: Int) throws {
        let ahead = min(outstanding, count)
        for block in 0..<ahead { try namespace.read(pair, buffer, lba: UInt64(block) * 8, count: 8) }
        for block in ahead..<max(ahead, count) {
            try pair.wait()
            try namespace.read(pair, buffer, lba: UInt64(block) * 8, count: 8)
        }
        try pair.wait(ahead)
    }
}

let benchmarks: @Sendable () -> Void = {
    Benchmark(
        "open, initialise, close", configuration: .init(metrics: [.wallClock], maxDuration: .seconds(3))
    ) { benchmark in
        for _ in benchmark.scaledIterations { _ = try Path(outstanding: 1) }
    }

    for outstanding in [1, 32, 128, 512] {
        Benchmark(
            "4 KiB read, \(outstanding) outstanding",
            configuration: .init(
                metrics: [.wallClock, .throughput, .cpuTotal], scalingFactor: .kilo, maxDuration: .seconds(5))
        ) { (benchmark: Benchmark, path: Path) in
            // One measurement is a hundred thousand reads; divide by the scale to get one.
            try path.read(benchmark.scaledIterations.count)
        } setup: {
            try Path(outstanding: outstanding)
        }
    }

    for outstanding in [1, 32, 128] {
        Benchmark(
            "IOWorker, 4 KiB random read, \(outstanding) outstanding",
            configuration: .init(
                metrics: [.wallClock, .throughput, .cpuTotal], scalingFactor: .mega, maxDuration: .seconds(5))
        ) { (benchmark: Benchmark, path: Path) in
            let worker = try path.namespace.ioworker(
                queueDepth: outstanding, ioCount: benchmark.scaledIterations.count)
            guard try worker.run().outcome == .finished else { return benchmark.error("the worker failed") }
        } setup: {
            try Path(outstanding: 1)
        }
    }

    for level in VerificationLevel.allCases {
        Benchmark(
            "IOWorker, 4 KiB random read of written data, verification \(level)",
            configuration: .init(metrics: [.wallClock, .throughput], scalingFactor: .mega, maxDuration: .seconds(5))
        ) { (benchmark: Benchmark, path: Path) in
            let worker = try path.namespace.ioworker(
                lbaAlignment: [8], queueDepth: 128, ioCount: benchmark.scaledIterations.count, region: 0..<200_000)
            guard try worker.run().outcome == .finished else { return benchmark.error("the worker failed") }
        } setup: {
            let path = try Path(outstanding: 1, address: "emu")
            try path.namespace.startVerification(level)
            let writer = try path.namespace.ioworker(
                lbaRandom: false, readPercentage: 0, queueDepth: 128, region: 0..<200_000)
            _ = try writer.run()
            return path
        }
    }
}
