import NVMeSpec
import Testing

@testable import NVMeDriver

@Suite("What a power loss may take")
struct DurabilityTests {
    /// Whether the block is still checked after the power was lost.
    private func isKnown(_ bench: Bench, _ lba: UInt64) -> Bool {
        bench.table.powerWasLost(hasVolatileWriteCache: true)
        return bench.table.map[lba].isWritten
    }

    @Test func unflushedWriteIsForgotten() throws {
        let bench = try Bench()
        bench.write(8)
        #expect(!isKnown(bench, 8))
    }

    @Test func flushedWriteIsKnown() throws {
        let bench = try Bench()
        bench.write(8)
        bench.run(bench.command(.flush))
        #expect(isKnown(bench, 8))
    }

    @Test func forcedWriteIsKnown() throws {
        let bench = try Bench()
        bench.write(8, forced: true)
        #expect(isKnown(bench, 8))
    }

    @Test func everyWriteIsKnownWithoutAWriteCache() throws {
        let bench = try Bench()
        bench.write(8)
        bench.table.powerWasLost(hasVolatileWriteCache: false)
        #expect(bench.table.map[8].isWritten)
    }

    @Test func failedFlushMakesNothingDurable() throws {
        let bench = try Bench()
        bench.write(8)
        bench.run(bench.command(.flush), nil, .internalError)
        #expect(!isKnown(bench, 8))
    }

    @Test func flushDoesNotCoverAWriteThatWasOutstandingThen() throws {
        let bench = try Bench()
        bench.send(2, bench.command(.write, 8), bench.data(seed: 1))
        bench.write(100)
        bench.send(3, bench.command(.flush))
        bench.complete(2)
        bench.complete(3)
        #expect(!isKnown(bench, 8))
    }

    @Test func flushDoesNotCoverAParkedWrite() throws {
        let bench = try Bench()
        bench.send(1, bench.command(.read, 8), bench.data())
        bench.send(2, bench.command(.write, 8), bench.data(seed: 1))
        bench.send(3, bench.command(.flush))
        bench.complete(1)
        _ = bench.queue.nextReady()
        bench.complete(2)
        bench.complete(3)
        #expect(!isKnown(bench, 8))
    }

    @Test func flushCoversTheCompletedWritesOfAnotherQueue() throws {
        let bench = try Bench()
        var other = QueueIntegrity(capacity: 4, chunk: 16, directory: bench.directory)
        _ = other.admit(0, bench.command(.write, 8), data: bench.data(), byteCount: 512, stamps: true)
        _ = other.complete(0, CompletionQueueEntry())
        bench.run(bench.command(.flush))
        #expect(isKnown(bench, 8))
    }

    @Test func flushDoesNotCoverTheOutstandingWriteOfAnotherQueue() throws {
        let bench = try Bench()
        var other = QueueIntegrity(capacity: 4, chunk: 16, directory: bench.directory)
        _ = other.admit(0, bench.command(.write, 8), data: bench.data(), byteCount: 512, stamps: true)
        bench.run(bench.command(.flush))
        _ = other.complete(0, CompletionQueueEntry())
        #expect(!isKnown(bench, 8))
    }

    @Test func writeAfterTheFlushIsForgotten() throws {
        let bench = try Bench()
        bench.write(8)
        bench.run(bench.command(.flush))
        bench.write(8)
        #expect(!isKnown(bench, 8))
    }

    @Test func uncorrectableMarkMayBeTakenBack() throws {
        let bench = try Bench()
        bench.run(bench.command(.writeUncorrectable, 8))
        bench.table.powerWasLost(hasVolatileWriteCache: true)
        #expect(bench.reads(8, bench.data(seed: 4)))
        #expect(bench.table.isMarkedUncorrectable(8))
    }

    @Test func orderlyShutdownMakesAllDurable() throws {
        let bench = try Bench()
        bench.write(8)
        bench.table.shutDown()
        #expect(isKnown(bench, 8))
    }

    @Test func flushedRawWriteIsKnown() throws {
        let bench = try Bench()
        bench.write(8, stamps: false)
        bench.run(bench.command(.flush))
        #expect(isKnown(bench, 8))
    }

    @Test func rawWriteAfterTheFlushIsOldOrNew() throws {
        let bench = try Bench()
        bench.write(100, stamps: false)
        bench.run(bench.command(.flush))
        bench.write(8, stamps: false)
        #expect(!isKnown(bench, 8))
        #expect(bench.table.map[100].isWritten)
    }

    @Test func flushDoesNotCoverARawWriteThatWasOutstandingThen() throws {
        let bench = try Bench()
        bench.send(2, bench.command(.write, 8), bench.data(seed: 1), stamps: false)
        bench.run(bench.command(.flush))
        bench.complete(2)
        #expect(!isKnown(bench, 8))
    }

    @Test func flushedCopyIsKnown() throws {
        let bench = try Bench()
        bench.write(8)
        bench.copyBlocks([8..<9], to: 100)
        bench.run(bench.command(.flush))
        #expect(isKnown(bench, 100))
        #expect(!bench.reads(100, bench.data()))
    }

    @Test func flushedUncorrectableMarkStays() throws {
        let bench = try Bench()
        let data = bench.write(8)
        bench.run(bench.command(.writeUncorrectable, 8))
        bench.run(bench.command(.flush))
        bench.table.powerWasLost(hasVolatileWriteCache: true)
        #expect(!bench.reads(8, data))
    }

    /// NVMe Base 2.0 §5.27.1.4: with the cache disabled, a write completes when its data is on the media.
    @Test func writeWithTheCacheDisabledIsKnown() throws {
        let bench = try Bench()
        bench.setWriteCache(enabled: false)
        bench.write(8)
        bench.write(9, stamps: false)
        bench.setWriteCache(enabled: true)
        bench.write(10)
        #expect(isKnown(bench, 8))
        #expect(bench.table.map[9].isWritten && !bench.table.map[10].isWritten)
    }

    @Test func tableThatComesLaterKnowsThatTheCacheIsDisabled() throws {
        let bench = try Bench()
        bench.setWriteCache(enabled: false)
        let table = try IntegrityTable(namespaceID: 2, blockCount: 64, layout: BlockLayout(dataByteCount: 512))
        bench.directory.set(table, for: 2)
        #expect(table.writesAreDurable)
    }

    /// The other queue is never idle, and its oldest write completes: a flush has to cover what came before the next one.
    @Test func flushCoversWhatWasCompleteThoughAnotherQueueIsBusy() throws {
        let bench = try Bench()
        var other = QueueIntegrity(capacity: 4, chunk: 16, directory: bench.directory, refreshInterval: 1)
        _ = other.admit(0, bench.command(.write, 100), data: bench.data(), byteCount: 512, stamps: true)
        bench.write(8)
        _ = other.admit(1, bench.command(.write, 101), data: bench.data(), byteCount: 512, stamps: true)
        _ = other.complete(0, CompletionQueueEntry())
        bench.run(bench.command(.flush))
        #expect(isKnown(bench, 8))
    }
}
