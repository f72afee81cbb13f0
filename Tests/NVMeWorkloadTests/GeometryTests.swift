import EmulatedSSD
import NVMeDriver
import NVMeSpec
import NVMeWorkload
import Testing

/// Buffers and addresses follow from the blocks that the namespace has when the worker starts.
@Suite struct GeometryTests {
    private func bench() throws -> Bench { try Bench("emu:small?clock=virtual") }

    @Test func workerMadeBeforeAFormatToLargerBlocksSaysWhatChanged() throws {
        let bench = try bench()
        let worker = try bench.namespace.ioworker(readPercentage: 0, ioCount: 100, region: 0..<1000)
        try bench.namespace.format(dataSize: 4096)
        let error = try #require(throws: WorkloadError.self) { try worker.start() }
        #expect(error.parameter == "namespaces")
        #expect(error.value.contains("blocks of 4096 bytes"))
        #expect(error.limit.contains("blocks of 512 bytes"))
    }

    @Test func workerThatIsRefusedForItsBlocksSendsNothing() throws {
        let bench = try bench()
        let worker = try bench.namespace.ioworker(readPercentage: 0, ioCount: 100)
        try bench.namespace.format(dataSize: 4096)
        #expect(throws: WorkloadError.self) { try worker.run() }
        #expect(try bench.controller.smartLog().hostWriteCommands == 0)
        #expect(worker.result?.completed == 0)
    }

    @Test func formatThatAnotherHandleOfTheNamespaceDidIsSeenToo() throws {
        let bench = try bench()
        let worker = try bench.namespace.ioworker(ioCount: 100)
        try bench.controller.namespace(1).format(dataSize: 4096)
        #expect(throws: WorkloadError.self) { try worker.start() }
    }

    @Test func formatToTheSameBlocksChangesNothing() throws {
        let bench = try bench()
        let worker = try bench.namespace.ioworker(ioCount: 100)
        try bench.namespace.format(dataSize: 512)
        #expect(try worker.run().completed == 100)
    }

    @Test func workerMadeAfterTheFormatHasTheNewBlocks() throws {
        let bench = try bench()
        try bench.namespace.format(dataSize: 4096)
        let result = try bench.namespace.ioworker(ioSize: 8, readPercentage: 0, ioCount: 100).run()
        #expect(result.bytesWritten == 100 * 8 * 4096)
    }
}
