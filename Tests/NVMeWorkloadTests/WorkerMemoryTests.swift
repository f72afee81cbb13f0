import EmulatedSSD
import NVMeDriver
import NVMeWorkload
import PCIExpress
import Testing

/// Buffers come from a budget, that of the controller's DMA memory.
@Suite struct WorkerMemoryTests {
    /// 32 commands of 128 KiB in flight, with buffers for both directions: 8 MiB.
    private func largeWorkers(_ count: Int, on bench: Bench) throws -> [IOWorker] {
        try (0..<count).map { _ in
            try bench.namespace.ioworker(ioSize: 256, readPercentage: 50, queueDepth: 32, time: .seconds(1000))
        }
    }

    @Test func workersBeyondTheBudgetAreRefusedBeforeAnythingStarts() throws {
        let bench = try Bench("emu:?capacity=64M&queues=16&memory=64M")
        let workers = try largeWorkers(16, on: bench)
        let error = #expect(throws: WorkloadError.self) { try IOWorker.start(together: workers) }
        #expect(error?.parameter == "bufferMemory")
        #expect(error?.value == "of 8388608 bytes")
        #expect(error?.limit.hasSuffix("of the controller's 67108864 bytes of DMA memory are free") == true)
        #expect(error?.fix.contains("fewer workers") == true)
        #expect(workers.allSatisfy { ($0.result?.completed ?? 0) == 0 && !$0.isRunning })
    }

    @Test func refusedWorkersLeaveNothingBehind() throws {
        let bench = try Bench("emu:?capacity=64M&queues=16&memory=64M")
        let before = bench.ssd.memory.allocatedBytes
        #expect(throws: WorkloadError.self) { try IOWorker.start(together: largeWorkers(16, on: bench)) }
        #expect(bench.ssd.memory.allocatedBytes == before)
        #expect(try bench.controller.makeQueuePair(depth: 4).id == 1)
    }

    @Test func oneLargeWorkerAndManySmallOnesFit() throws {
        let bench = try Bench("emu:?capacity=64M&queues=16&memory=64M")
        let large = try #require(try largeWorkers(1, on: bench).first)
        let small = try (0..<15).map { _ in
            try bench.namespace.ioworker(readPercentage: 50, queueDepth: 32, time: .seconds(1000))
        }
        try IOWorker.start(together: [large] + small)
        for worker in [large] + small { worker.stop() }
        for worker in [large] + small { #expect(try worker.wait().outcome == .stopped) }
    }

    @Test func memoryIsFreeAsSoonAsTheResultIsThere() throws {
        let bench = try Bench("emu:?capacity=64M&memory=16M")
        for _ in 0..<20 {
            let worker = try #require(try largeWorkers(1, on: bench).first)
            try worker.start()
            worker.stop()
            #expect(try worker.wait().outcome == .stopped)
        }
    }
}
