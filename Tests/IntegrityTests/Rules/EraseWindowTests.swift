import NVMeSpec
import Testing

@testable import NVMeDriver

/// NVMe Base 2.0 §3.4.1: the controller may execute commands in any order, so that between the submission of a Format NVM or
/// Sanitize and the collection of its completion a block may be as before, empty, or written anew.
@Suite("Blocks while everything is being erased")
struct EraseWindowTests {
    private func isUnchecked(_ bench: Bench, _ read: Bool) -> Bool {
        read && bench.table.statistics.checked == 0 && bench.table.statistics.unchecked == [.oldOrNew: 1]
    }

    @Test(arguments: [UInt32(1), .max])
    func emptyBlockIsNoMismatch(nsid: UInt32) throws {
        let bench = try Bench()
        bench.write(8)
        bench.sendAdmin(bench.format(nsid: nsid))
        #expect(isUnchecked(bench, bench.reads(8, bench.data())))
    }

    @Test func dataThatIsStillThereIsRight() throws {
        let bench = try Bench()
        let data = bench.copy(bench.write(8))
        bench.sendAdmin(bench.format())
        #expect(bench.reads(8, data) && bench.table.statistics.checked == 1)
    }

    @Test func dataOfAnotherBlockIsAMismatch() throws {
        let bench = try Bench()
        let other = bench.copy(bench.write(100))
        bench.write(8)
        bench.sendAdmin(bench.format())
        #expect(!bench.reads(8, other))
    }

    @Test func blockThatWasNotMovedIsAMismatch() throws {
        let bench = try Bench()
        let right = bench.copy(bench.write(8))
        bench.sendAdmin(bench.format())
        #expect(!bench.reads(8, into: right, 1, moving: 0..<0))
    }

    @Test func readThatWasSentBeforeMayBeEmpty() throws {
        let bench = try Bench()
        bench.write(8)
        let buffer = bench.data()
        bench.send(2, bench.command(.read, 8), buffer)
        bench.sendAdmin(bench.format())
        buffer.storeBytes(of: 0, as: UInt64.self)
        #expect(isUnchecked(bench, bench.complete(2)))
    }

    @Test func readThatIsCollectedBehindItMayBeOld() throws {
        let bench = try Bench()
        let old = bench.copy(bench.write(8, stamps: false))
        bench.sendAdmin(bench.format())
        let buffer = bench.data()
        bench.send(1, bench.command(.read, 8), buffer)
        buffer.copyMemory(from: old, byteCount: 512)
        bench.completeAdmin(bench.format())
        #expect(bench.complete(1))
        #expect(!bench.reads(8, bench.data(seed: 9)))
    }

    @Test func afterRefusalEverythingIsKnownAsBefore() throws {
        let bench = try Bench()
        bench.write(8)
        bench.runAdmin(bench.format(), .invalidFormat)
        #expect(!bench.reads(8, bench.data()))
    }

    /// A write that was complete before the command was sent is gone, and only that.
    @Test(arguments: [false, true], [false, true])
    func writeSentMeanwhileIsThereOrGone(forced: Bool, completesBehindIt: Bool) throws {
        let bench = try Bench()
        let old = bench.copy(bench.write(8, seed: 3))
        bench.sendAdmin(bench.format())
        let data = bench.data(seed: 4)
        var command = bench.command(.write, 8)
        if forced { command.cdw12 |= 1 << 30 }
        bench.send(2, command, data, byteCount: 512)
        if !completesBehindIt { bench.complete(2) }
        bench.completeAdmin(bench.format())
        if completesBehindIt { bench.complete(2) }
        #expect(bench.reads(8, data))
        #expect(bench.table.statistics.checked == 1)
        #expect(bench.reads(8, bench.data()))
        #expect(bench.table.statistics.unchecked == [.oldOrNew: 1])
        #expect(!bench.reads(8, old))
        #expect(!bench.reads(8, bench.data(seed: 9)))
    }

    @Test func rawWriteSentMeanwhileIsThereOrGone() throws {
        let bench = try Bench()
        bench.sendAdmin(bench.format())
        let data = bench.copy(bench.write(8, seed: 4, stamps: false))
        bench.completeAdmin(bench.format())
        #expect(bench.reads(8, data))
        #expect(bench.reads(8, bench.data()))
        #expect(bench.table.statistics.checked == 1)
    }

    @Test func writeThatWasOutstandingWhenItWasSentIsThereOrGone() throws {
        let bench = try Bench()
        let data = bench.data(seed: 4)
        bench.send(2, bench.command(.write, 8), data)
        bench.sendAdmin(bench.format())
        bench.complete(2)
        bench.completeAdmin(bench.format())
        #expect(bench.reads(8, data))
        #expect(!bench.reads(8, bench.data(seed: 9)))
    }

    @Test func writeBehindItIsKnown() throws {
        let bench = try Bench()
        bench.sendAdmin(bench.format())
        bench.write(8, seed: 3)
        bench.completeAdmin(bench.format())
        bench.write(8, seed: 4)
        #expect(!bench.reads(8, bench.data()))
    }

    @Test func failedWriteBehindItLeavesTheEmptyBlock() throws {
        let bench = try Bench()
        let old = bench.copy(bench.write(8, seed: 3))
        bench.sendAdmin(bench.format())
        bench.write(8, seed: 4)
        bench.completeAdmin(bench.format())
        bench.send(2, bench.command(.write, 8), bench.data(seed: 5))
        bench.complete(2, .internalError)
        #expect(bench.reads(8, bench.data()))
        #expect(!bench.reads(8, old))
    }

    @Test func tableThatBeginsMeanwhileKnowsOfIt() throws {
        let bench = try Bench()
        bench.sendAdmin(bench.format())
        let table = try IntegrityTable(
            namespaceID: 1, blockCount: 64, layout: BlockLayout(dataByteCount: 512), tokens: TokenCounter())
        table.level = .checksums
        bench.directory.set(table, for: 1)
        bench.write(8)
        #expect(bench.reads(8, bench.data()))
        bench.completeAdmin(bench.format())
        #expect(bench.reads(8, bench.data()))
        bench.write(8)
        #expect(!bench.reads(8, bench.data()))
    }

    @Test func sanitizedBlocksMayReadAsAnythingButWhatTheyHeld() throws {
        let bench = try Bench()
        let old = bench.copy(bench.write(8, seed: 3))
        bench.sendAdmin(bench.sanitize())
        #expect(bench.reads(8, bench.data(seed: 9)))
        bench.write(8, seed: 4)
        bench.completeAdmin(bench.sanitize())
        #expect(bench.reads(8, bench.data(seed: 9)))
        #expect(!bench.reads(8, old))
    }

    @Test func resetEndsIt() throws {
        let bench = try Bench()
        bench.sendAdmin(bench.format())
        bench.directory.adminAbandoned()
        bench.write(8)
        #expect(!bench.reads(8, bench.data()))
    }
}
