import NVMeSpec
import Testing

@testable import NVMeDriver

/// One buffer for several outstanding commands of a queue: the driver's own stamps must not spoil what another one sends.
@Suite("Buffers that commands share")
struct SharedBufferTests {
    @Test func secondWriteLeavesTheFirstOnesStampsAlone() throws {
        let bench = try Bench()
        let buffer = bench.data(seed: 3)
        bench.send(2, bench.command(.write, 8), buffer)
        let first = bench.copy(buffer)
        bench.send(3, bench.command(.write, 9), buffer)
        #expect(buffer.load(as: UInt64.self) == 8)
        bench.complete(2)
        bench.complete(3)
        #expect(bench.reads(8, first) && bench.reads(9, first))
        #expect(!bench.reads(9, bench.data(seed: 4)) && bench.table.statistics.checked == 3)
    }

    @Test func writeOfTheOtherHalfIsStamped() throws {
        let bench = try Bench()
        let buffer = bench.data(2, seed: 3)
        bench.send(2, bench.command(.write, 8), buffer)
        bench.send(3, bench.command(.write, 9), buffer + 512)
        #expect((buffer + 512).load(as: UInt64.self) == 9)
    }

    @Test func writeAfterTheCompletionIsStampedAgain() throws {
        let bench = try Bench()
        let buffer = bench.data(seed: 3)
        bench.send(2, bench.command(.write, 8), buffer)
        bench.complete(2)
        bench.send(3, bench.command(.write, 9), buffer)
        #expect(buffer.load(as: UInt64.self) == 9)
    }

    @Test func compareKeepsTheDataThatItCompares() throws {
        let bench = try Bench()
        let buffer = bench.write(8)
        bench.send(2, bench.command(.compare, 8), buffer)
        bench.send(3, bench.command(.write, 100), buffer)
        #expect(buffer.load(as: UInt64.self) == 8)
    }

    @Test func readsIntoOneBufferAreNotChecked() throws {
        let bench = try Bench()
        bench.write(8, 2)
        let buffer = bench.data()
        bench.send(2, bench.command(.read, 8), buffer)
        bench.send(3, bench.command(.read, 9), buffer)
        #expect(bench.complete(2) && bench.complete(3))
        #expect(bench.table.statistics.checked == 0 && bench.table.statistics.unchecked == [.noBuffer: 2])
    }

    @Test func writeFromABufferThatIsReadIntoIsUnknown() throws {
        let bench = try Bench()
        let buffer = bench.data(seed: 3)
        bench.send(2, bench.command(.write, 8), buffer)
        bench.send(3, bench.command(.read, 100), buffer)
        bench.complete(2)
        bench.complete(3)
        #expect(bench.reads(8, bench.data(seed: 9)))
        #expect(bench.table.statistics.unchecked == [.noBuffer: 1, .unseenData: 1])
    }
}
