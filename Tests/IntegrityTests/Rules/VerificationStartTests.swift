import NVMeSpec
import Testing

@testable import NVMeDriver

/// Blocks that were written before anybody looked may hold anything, and count for nothing.
@Suite("Data from before verification")
struct VerificationStartTests {
    private func fresh() throws -> Bench {
        let bench = try Bench()
        bench.table.toleratesAnything = true
        return bench
    }

    @Test func dataThatNobodyHasStampedIsNoMismatch() throws {
        let bench = try fresh()
        #expect(bench.reads(7, bench.data(seed: 5)))
        #expect(bench.table.statistics.checked == 0 && bench.table.statistics.unchecked == [.neverWritten: 1])
    }

    @Test func tableBeginsTolerant() throws {
        let table = try IntegrityTable(namespaceID: 1, blockCount: 64, layout: BlockLayout(dataByteCount: 512))
        table.level = .checksums
        #expect(table.toleratesAnything)
    }

    @Test func whatThisProcessHasWrittenElsewhereIsAMismatchAllTheSame() throws {
        let bench = try fresh()
        let other = bench.copy(bench.write(100))
        #expect(!bench.reads(7, other))
    }

    @Test func writtenBlocksAreCheckedAtOnce() throws {
        let bench = try fresh()
        bench.write(7)
        #expect(!bench.reads(7, bench.data(seed: 5)))
    }

    @Test func levelThatWasOffMakesTheTableTolerantAgain() throws {
        let bench = try Bench()
        bench.table.level = .off
        bench.table.level = .stamps
        #expect(bench.reads(8, bench.data(seed: 5)))
    }

    @Test func rawDataIsKnownByItsChecksumAtTheLevelOfStamps() throws {
        let bench = try Bench(level: .stamps)
        let data = bench.copy(bench.write(8, seed: 3, stamps: false))
        #expect(bench.reads(8, data))
        data.storeBytes(of: 1, toByteOffset: 100, as: UInt64.self)
        #expect(!bench.reads(8, data))
    }

    /// While nothing is stamped, a buffer with the stamps of another block goes wherever the script sends it.
    @Test func stampsFromBeforeTheLevelWasOffProveNothing() throws {
        let bench = try Bench()
        let stale = bench.copy(bench.write(100))
        bench.table.level = .off
        bench.table.level = .checksums
        #expect(bench.reads(7, stale))
        #expect(bench.table.statistics.unchecked == [.neverWritten: 1])
        let other = bench.copy(bench.write(100))
        #expect(!bench.reads(7, other))
    }
}
