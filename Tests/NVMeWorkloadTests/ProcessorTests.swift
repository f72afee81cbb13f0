import NVMeDriver
import Synchronization
import Testing

@testable import NVMeWorkload

/// Which processors workers run on.
@Suite struct ProcessorTests {
    @Test func workersTakeTheWantedProcessorsInTurn() {
        #expect((0..<4).map { Processors.choice([5, 2], allowed: [0, 1], turn: $0) } == [5, 2, 5, 2])
    }

    @Test func workersTakeAllProcessorsInTurnWhereThereAreFour() {
        #expect((0..<5).map { Processors.choice([], allowed: [0, 2, 3, 7], turn: $0) } == [0, 2, 3, 7, 0])
    }

    @Test func fewProcessorsAreLeftToTheScheduler() {
        #expect(Processors.choice([], allowed: [0, 1, 2], turn: 0) == nil)
    }

    @Test func workerIsBoundToTheProcessorThatItIsGiven() throws {
        let processor = try #require(Processors.allowed.last)
        let bench = try Bench("emu:null")
        try bench.namespace.startVerification(.stamps)
        // The report of a mismatch is made by the worker's thread.
        let seen = Mutex<[Int]>([])
        bench.namespace.integrity?.mismatchHandler = { _ in seen.withLock { $0 = Processors.allowed } }
        _ = try bench.namespace.ioworker(readPercentage: 0, ioCount: 10, region: 0..<8).run()
        _ = try bench.namespace.ioworker(ioCount: 1, region: 0..<8) { $0.processors = [processor] }.run()
        #expect(seen.withLock { $0 } == [processor])
    }

    @Test func processorThatIsNotThereIsRefused() throws {
        let bench = try Bench("emu:null")
        let error = #expect(throws: WorkloadError.self) {
            _ = try bench.namespace.ioworker(ioCount: 1) { $0.processors = [8000] }
        }
        #expect(error?.parameter == "processors")
    }
}
