import Glibc
import NVMeSpec
import Testing

@testable import NVMeDriver

@Suite("What is known of a block")
struct TableRuleTests {
    @Test func dataThatWasWrittenPasses() throws {
        let bench = try Bench()
        let data = bench.write(8, 4)
        #expect(bench.reads(8, data, 4))
    }

    @Test func writeOfAKnownPatternIsRememberedAsItWasSent() throws {
        let bench = try Bench()
        let data = bench.data(4, seed: 6)
        bench.queue.usePattern(PatternChecksums(data, layout: bench.table.layout, count: 4))
        bench.send(0, bench.command(.write, 8, 4), data)
        bench.complete(0)
        #expect(bench.table.map[9].checksum == IntegrityEntry.checksum(checksum(data + 512, 512)))
        #expect(bench.reads(8, data, 4))
    }

    @Test func rawWriteIsRemembered() throws {
        let bench = try Bench()
        let data = bench.write(8, seed: 3, stamps: false)
        #expect(bench.reads(8, data))
        #expect(!bench.reads(8, bench.data(seed: 4)))
    }

    @Test func failedWriteLeavesBlocksUnmapped() throws {
        let bench = try Bench()
        let old = bench.write(8)
        let data = bench.data(seed: 2)
        bench.send(0, bench.command(.write, 8), data)
        bench.complete(0, .writeFault)
        #expect(bench.reads(8, old) && bench.reads(8, data))
    }

    @Test func writeThatNeverCompletesLeavesBlocksUnmapped() throws {
        let bench = try Bench()
        let old = bench.write(8)
        let data = bench.data(seed: 2)
        bench.send(0, bench.command(.write, 8), data)
        bench.queue.abandon()
        #expect(bench.reads(8, old) && bench.reads(8, data))
    }

    @Test func parkedWriteThatWasNeverSentChangesNothing() throws {
        let bench = try Bench()
        let old = bench.write(8)
        bench.send(2, bench.command(.read, 8), bench.data())
        #expect(!bench.send(3, bench.command(.write, 8), bench.data(seed: 2)))
        bench.queue.abandon()
        #expect(bench.table.map[8].isWritten)
        #expect(bench.reads(8, old))
    }

    @Test func writeZeroesUnmaps() throws {
        let bench = try Bench()
        bench.write(8, 2)
        bench.run(bench.command(.writeZeroes, 8, 2))
        #expect(bench.reads(8, bench.data(2), 2))
    }

    @Test(arguments: [UInt8(0), 0xFF])
    func deallocatedBlockMayReadAsZerosOrOnes(value: UInt8) throws {
        let bench = try Bench()
        bench.write(8)
        bench.deallocate([8..<9])
        let data = bench.data()
        data.initializeMemory(as: UInt8.self, repeating: value, count: 512)
        #expect(bench.reads(8, data))
    }

    @Test func deallocatedBlockMayKeepItsData() throws {
        let bench = try Bench()
        let data = bench.write(8)
        bench.deallocate([8..<9])
        #expect(bench.reads(8, data))
    }

    @Test func deallocatedBlockMayKeepDataThatNobodyStamped() throws {
        let bench = try Bench()
        let data = bench.write(8, seed: 3, stamps: false)
        bench.deallocate([8..<9])
        #expect(bench.reads(8, data))
    }

    @Test func dsmWithoutDeallocateLeavesTheTableAlone() throws {
        let bench = try Bench()
        bench.write(8)
        bench.deallocate([8..<9], attributes: 0b011)
        #expect(!bench.reads(8, bench.data()))
    }

    @Test func everyRangeOfADeallocationIsUnmapped() throws {
        let bench = try Bench()
        for lba in [1, 100, 4000] as [UInt64] { bench.write(lba) }
        bench.deallocate([1..<2, 100..<101])
        #expect(bench.reads(1, bench.data()) && bench.reads(100, bench.data()))
        #expect(!bench.reads(4000, bench.data()))
    }

    @Test func uncorrectableBlockMustNotBeReadable() throws {
        let bench = try Bench()
        let data = bench.write(8)
        bench.run(bench.command(.writeUncorrectable, 8))
        #expect(!bench.reads(8, data))
    }

    /// Scripts mark holes of the address space with it, also on devices that do not know the command.
    @Test func refusedWriteUncorrectableMarksBlocksOfWhichNothingIsKnown() throws {
        let bench = try Bench()
        bench.run(bench.command(.writeUncorrectable, 8), nil, .invalidOpcode)
        #expect(bench.table.isMarkedUncorrectable(8))
        #expect(bench.reads(8, bench.data()))
    }

    /// NVMe Base 2.0 §3.3.3.2: a command that was refused has done nothing.
    @Test func refusedWriteUncorrectableLeavesDataWhatItWas() throws {
        let bench = try Bench()
        let data = bench.write(8)
        bench.run(bench.command(.writeUncorrectable, 8, 2), nil, .lbaOutOfRange)
        #expect(bench.reads(8, data) && !bench.reads(8, bench.data()))
    }

    @Test func uncorrectableBlockThatFailsToReadIsNoMismatch() throws {
        let bench = try Bench()
        bench.run(bench.command(.writeUncorrectable, 8))
        bench.send(1, bench.command(.read, 8), bench.data(seed: 9))
        #expect(bench.complete(1, .unrecoveredReadError))
    }

    @Test func formatAndSanitizeForgetEverything() throws {
        let bench = try Bench()
        bench.write(8)
        bench.table.forgetAll()
        #expect(bench.reads(8, bench.data()))
    }

    @Test func sanitizedBlocksMayReadAsAnything() throws {
        let bench = try Bench()
        bench.write(8)
        bench.runAdmin(bench.sanitize())
        #expect(bench.reads(8, bench.data(seed: 77)))
        bench.write(8)
        #expect(!bench.reads(8, bench.data(seed: 77)))
    }

    @Test func copiedBlocksAreThoseOfTheSource() throws {
        let bench = try Bench()
        let data = bench.write(8, 2)
        bench.copyBlocks([8..<10], to: 100)
        #expect(bench.reads(100, data, 2))
        #expect(!bench.reads(100, bench.data(2), 2))
    }

    @Test func copyOfUnknownBlocksIsUnknown() throws {
        let bench = try Bench()
        bench.write(100)
        bench.copyBlocks([8..<9], to: 100)
        #expect(bench.reads(100, bench.data(seed: 5)))
    }

    @Test func failedCopyLeavesTheDestinationUnknown() throws {
        let bench = try Bench()
        let old = bench.write(100)
        let source = bench.write(8)
        bench.copyBlocks([8..<9], to: 100, .invalidField)
        #expect(bench.reads(100, old) && bench.reads(100, source))
    }

    @Test func blocksBeyondTheTableAreNotRemembered() throws {
        let bench = try Bench(blockCount: 16)
        bench.write(15, 2)
        let other = bench.data(2, seed: 9)
        bench.table.layout.stamp(other, lba: 15, token: 1000, count: 2)
        #expect(bench.reads(16, other + 512))
        #expect(!bench.reads(15, other))
    }

    @Test func blocksBeyondTheTableMayHoldWhatNobodyHasStamped() throws {
        let bench = try Bench(blockCount: 16)
        let data = bench.write(20, seed: 7, stamps: false)
        bench.write(5)
        bench.copyBlocks([5..<6], to: 30)
        #expect(bench.reads(20, data) && bench.reads(30, bench.data(seed: 9)))
        #expect(bench.table.statistics.unchecked == [.beyondTable: 2])
    }

    @Test func levelThatWasOffForgetsWhatItHasNotSeen() throws {
        let bench = try Bench()
        bench.write(8)
        bench.table.level = .off
        bench.table.level = .checksums
        #expect(bench.reads(8, bench.data()))
    }

    @Test func readsOfATableThatKnowsNothingCommitNoMemory() throws {
        let bench = try Bench(blockCount: 1 << 31)
        let before = bench.table.committedByteCount
        for lba in stride(from: 0, to: 1 << 31, by: 1 << 22) as StrideTo<UInt64> { _ = bench.reads(lba, bench.data()) }
        // The map of pages: a byte for 512 blocks.
        #expect(bench.table.committedByteCount - before <= 4 << 20)
    }

    @Test func anotherProcessSeesTheSameTable() throws {
        let bench = try Bench()
        bench.write(8)
        let other = try IntegrityTable(
            sharedBy: dup(bench.table.fileDescriptor), namespaceID: 1, blockCount: bench.table.blockCount,
            layout: bench.table.layout)
        #expect(other.map[8] == bench.table.map[8] && other.level == .checksums)
    }
}
