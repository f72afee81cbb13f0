import NVMeSpec
import Synchronization
import Testing

@testable import NVMeDriver

/// Tables whose memory ends: 512 blocks share a page of 4 KiB.
@Suite struct TableMemoryTests {
    private static func bench(
        pages: Int, blockCount: UInt64 = 1 << 20, tableLimit: Int? = nil, budget: IntegrityBudget? = nil
    ) throws -> Bench {
        let table = try IntegrityTable(
            namespaceID: 1, blockCount: blockCount, layout: BlockLayout(dataByteCount: 512), tokens: TokenCounter(),
            memoryLimit: tableLimit.map { $0 * 4096 }, budget: budget ?? IntegrityBudget(byteLimit: pages * 4096))
        return try Bench(table: table)
    }

    @Test func blocksBeyondTheMemoryAreNeitherRememberedNorChecked() throws {
        let bench = try Self.bench(pages: 2)
        for lba in [0, 512, 1024] as [UInt64] { bench.write(lba, 4) }
        #expect(!bench.reads(512, bench.data(4), 4))
        #expect(bench.reads(1024, bench.data(4, seed: 9), 4))
        #expect(bench.table.map[1024] == .unknown)
        #expect(bench.table.statistics.untracked == 4 && bench.table.statistics.unchecked[.noMemory, default: 0] == 4)
    }

    @Test func trackedPartOfACommandIsChecked() throws {
        let bench = try Self.bench(pages: 1)
        bench.write(0)
        let data = bench.write(508, 8)
        #expect(bench.table.statistics.untracked == 4)
        #expect(bench.reads(508, data, 8))
        data.storeBytes(of: 0xFF, toByteOffset: 6 * 512 + 100, as: UInt8.self)
        #expect(bench.reads(508, data, 8))
        data.storeBytes(of: 0xFF, toByteOffset: 3 * 512 + 100, as: UInt8.self)
        #expect(!bench.reads(508, data, 8))
    }

    @Test func memoryStaysWithinTheLimit() throws {
        let bench = try Self.bench(pages: 16)
        let before = bench.table.committedByteCount
        for lba in stride(from: 0, to: 1 << 20, by: 512) as StrideTo<UInt64> { bench.write(lba) }
        // The map of pages takes one more.
        #expect(bench.table.committedByteCount - before <= 17 * 4096)
        #expect(bench.table.statistics.untracked == 2048 - 16)
    }

    @Test func readsOfBlocksThatNobodyWroteTakeNoMemory() throws {
        let bench = try Self.bench(pages: 1)
        for lba in stride(from: 0, to: 1 << 20, by: 512) as StrideTo<UInt64> { _ = bench.reads(lba, bench.data()) }
        bench.write(8)
        #expect(bench.table.statistics.untracked == 0 && bench.table.statistics.unchecked[.noMemory, default: 0] == 0)
    }

    @Test func deallocatedPagesGiveTheirMemoryBack() throws {
        let bench = try Self.bench(pages: 1)
        bench.write(0)
        bench.deallocate([0..<512])
        bench.write(512)
        #expect(!bench.reads(512, bench.data()))
        #expect(bench.table.statistics.untracked == 0)
    }

    @Test func blocksThatWereNotTrackedAreAgainOnceTheyWereDeallocated() throws {
        let bench = try Self.bench(pages: 1)
        bench.write(0)
        let old = bench.write(512)
        bench.deallocate([0..<1024])
        #expect(bench.reads(512, old) && bench.table.statistics.unchecked[.noMemory, default: 0] == 0)
        bench.write(512)
        #expect(!bench.reads(512, old))
    }

    @Test func partlyDeallocatedPageThatIsNotTrackedStaysUnknown() throws {
        let bench = try Self.bench(pages: 1)
        bench.write(0)
        bench.write(512)
        bench.deallocate([0..<1023])
        #expect(bench.table.map[512] == .unknown)
    }

    @Test func deallocationLeavesUnknownWhatMayHoldForeignStamps() throws {
        let bench = try Self.bench(pages: 1)
        bench.write(0)
        let foreign = bench.write(512, stamps: false)
        bench.deallocate([512..<1024])
        #expect(bench.reads(512, foreign))
    }

    @Test(arguments: [0, 1, 2])
    func whatForgetsEverythingGivesAllMemoryBack(way: Int) throws {
        // The last page of the table is not a whole one.
        let bench = try Self.bench(pages: 1, blockCount: 1500)
        bench.write(0)
        bench.write(1400)
        switch way {
        case 0: bench.table.sanitized()
        case 1: bench.table.forgetAll()
        default:
            bench.table.level = .off
            bench.table.level = .checksums
        }
        #expect(bench.table.map[1400] == .unmapped)
        bench.write(1400)
        #expect(!bench.reads(1400, bench.data()))
        bench.table.forgetAll()
        bench.write(0)
        #expect(!bench.reads(0, bench.data()))
    }

    /// What a power loss may have taken is still known: old or new.
    @Test func powerLossLeavesKnownWhatWasKnown() throws {
        let bench = try Self.bench(pages: 2)
        let data = bench.write(0)
        bench.write(512, forced: true)
        bench.write(1024)
        bench.table.powerWasLost(hasVolatileWriteCache: true)
        #expect(bench.table.map[1024] == .unknown)
        #expect(bench.reads(0, data) && !bench.reads(512, bench.data()))
        #expect(bench.table.statistics.checked == 2)
    }

    @Test func resetOfAZoneGoesOnBehindBlocksThatAreNotTracked() throws {
        let bench = try Self.bench(pages: 2)
        bench.write(0)
        bench.write(1024, 8)
        bench.write(504, 8)
        bench.write(512, 8)
        bench.table.map.unmapRun(from: 504)
        #expect(bench.reads(1024, bench.data(8), 8))
    }

    @Test func tablesOfAProcessShareOneBudget() throws {
        let budget = IntegrityBudget(byteLimit: 2 * 4096)
        let first = try Self.bench(pages: 0, budget: budget)
        withExtendedLifetime(try Self.bench(pages: 0, budget: budget)) { second in
            first.write(0)
            second.write(0)
            first.write(512)
        }
        #expect(first.table.statistics.untracked == 1)
        first.write(1024)
        #expect(!first.reads(1024, first.data()), "a table that is gone gives its memory back")
    }

    @Test func tableMayHaveALimitOfItsOwn() throws {
        let bench = try Self.bench(pages: 100, tableLimit: 3)
        for lba in stride(from: 0, to: 10 * 512, by: 512) as StrideTo<UInt64> { bench.write(lba) }
        #expect(bench.table.statistics.untracked == 7 && bench.table.memoryLimit == 3 * 4096)
    }

    @Test func copyFromBlocksThatAreNotTrackedIsUnknown() throws {
        let bench = try Self.bench(pages: 1)
        bench.write(0)
        let data = bench.write(512)
        bench.copyBlocks([512..<513], to: 8)
        #expect(bench.reads(8, data))
    }

    @Test func patternsAreRememberedUpToTheLastPage() throws {
        let bench = try Self.bench(pages: 1)
        bench.queue.usePattern(PatternChecksums(bench.data(8, seed: 3), layout: bench.table.layout, count: 8))
        bench.write(0)
        let data = bench.write(508, 8, seed: 3)
        #expect(bench.table.statistics.untracked == 4)
        data.storeBytes(of: 0xFF, toByteOffset: 3 * 512 + 100, as: UInt8.self)
        #expect(!bench.reads(508, data, 8))
    }

    @Test func queuesThatOpenPagesAtTheSameTimeKeepTheLimit() throws {
        let table = try Self.bench(pages: 1000).table
        let threads = 4
        let open = Mutex(0)
        Threads.run(threads) { _ in
            for page in 0..<2000 as Range<UInt64> where table.map.tracks(page << 9) { open.withLock { $0 += 1 } }
        }
        let states = (0..<2000 as Range<UInt64>).map { table.map.isUntracked($0 << 9) }
        #expect(states.filter { !$0 }.count == 1000 && table.map[.open] == 1000)
        #expect(open.withLock(\.self) == threads * 1000)
    }

    @Test func warningComesOnceAndSaysTheLimit() throws {
        let rig = try Rig(level: .off)
        rig.namespace.stopVerification()
        try rig.namespace.startVerification(memory: 4096)
        for lba in [0, 512, 1024, 1536] as [UInt64] { try rig.write(lba) }
        #expect(try rig.read(1024) == .success)
        let warnings = rig.controller.warnings.take()
        #expect(warnings == [.integrityMemoryExhausted(namespaceID: 1, limit: 4096)])
        #expect(warnings.first?.description.contains("more than 4096 bytes; raise NVME_INTEGRITY_MEMORY") == true)
    }

    @Test(
        arguments: [
            ("4096", 4096), ("64K", 65536), ("2m", 2 << 20), ("4G", 4 << 30), ("1T", 1 << 40), ("", nil), ("G", nil),
            ("-1", nil), ("4 G", nil), ("4.5G", nil), ("99999999T", nil), ("٤", nil),
        ] as [(String, Int?)])
    func amountsOfMemoryAreReadAsWritten(text: String, bytes: Int?) {
        #expect(IntegrityBudget.byteCount(text) == bytes)
    }
}
