import NVMeSpec
import Testing

@testable import NVMeDriver

/// A queue that lives long sees tables come and go.
@Suite("Queues and the tables that they see")
struct QueueLifeTests {
    private static func table() throws -> IntegrityTable {
        let table = try IntegrityTable(
            namespaceID: 1, blockCount: 4096, layout: BlockLayout(dataByteCount: 512), tokens: TokenCounter())
        table.level = .checksums
        return table
    }

    @Test func queueLetsGoOfATableThatIsGone() throws {
        let bench = try Bench()
        weak var old: IntegrityTable?
        for _ in 0..<3 {
            let table = try Self.table()
            bench.directory.set(table, for: 1)
            bench.write(8)
            #expect(old == nil)
            old = table
        }
    }

    @Test func outstandingCommandKeepsItsTable() throws {
        let bench = try Bench()
        var table: IntegrityTable? = try Self.table()
        weak let seen = table
        bench.directory.set(table, for: 1)
        bench.send(2, bench.command(.write, 8), bench.data())
        bench.directory.set(try Self.table(), for: 1)
        table = nil
        bench.write(9)
        #expect(seen != nil)
        bench.complete(2)
        bench.directory.set(try Self.table(), for: 1)
        bench.write(9)
        #expect(seen == nil)
    }

    @Test func tableOfAnotherNamespaceMayChangeAnyNumberOfTimes() throws {
        let bench = try Bench()
        let other = try Self.table()
        for number in 0..<1100 {
            bench.directory.set(number.isMultiple(of: 2) ? other : nil, for: 2)
            bench.write(8)
        }
        let count = bench.queue.bindings.count
        #expect(count == 1)
        // A write that is outstanding when another queue flushes is not covered.
        var flusher = QueueIntegrity(capacity: 4, chunk: 16, directory: bench.directory)
        bench.send(2, bench.command(.write, 9), bench.data(seed: 3))
        _ = flusher.admit(0, bench.command(.flush), data: nil, byteCount: 0, stamps: false)
        _ = flusher.complete(0, CompletionQueueEntry())
        bench.complete(2)
        bench.table.powerWasLost(hasVolatileWriteCache: true)
        #expect(bench.table.map[9].isOldOrNew)
    }

    /// More queues than the table has lines for: what they have outstanding nobody sees, so no flush proves anything.
    @Test func flushProvesNothingBesideQueuesThatNobodySees() throws {
        let bench = try Bench()
        bench.write(8)
        let lines = (0..<IntegrityMap.lineCount).map { _ in bench.table.map.claimLine() }
        bench.run(bench.command(.flush))
        #expect(bench.table.map.durable.token == 0)
        for line in lines { bench.table.map.release(line) }
        bench.run(bench.command(.flush))
        #expect(bench.table.map.durable.token == 2)
    }

    @Test func countsOutliveTheQueue() throws {
        let bench = try Bench()
        let data = bench.write(8)
        do {
            var queue = QueueIntegrity(capacity: 4, chunk: 16, directory: bench.directory)
            let buffer = bench.data()
            _ = queue.admit(0, bench.command(.read, 8), data: buffer, byteCount: 512, stamps: false)
            buffer.copyMemory(from: data, byteCount: 512)
            let isRight = queue.complete(0, CompletionQueueEntry())
            #expect(isRight)
        }
        #expect(bench.table.statistics.checked == 1)
    }
}
