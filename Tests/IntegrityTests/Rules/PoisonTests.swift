import NVMeSpec
import Testing

@testable import NVMeDriver

/// A read that moves no data is no read, whatever the buffer holds already.
@Suite("Reads that leave blocks out")
struct PoisonTests {
    @Test(arguments: [VerificationLevel.stamps, .checksums], 0..<4)
    func blockThatWasNotMovedIsFound(level: VerificationLevel, missing: Int) throws {
        let bench = try Bench(level: level)
        let right = bench.copy(bench.write(8, 4), 4)
        #expect(!bench.reads(8, into: right, 4, moving: missing == 0 ? 1..<4 : 0..<missing))
        #expect(bench.table.mismatches.first?.lba == 8 + UInt64(missing))
        #expect(bench.table.mismatches.first?.kind == .notTransferred)
    }

    @Test func secondReadIntoTheSameBufferIsFoundToo() throws {
        let bench = try Bench()
        let right = bench.copy(bench.write(8))
        for _ in 0..<3 { #expect(!bench.reads(8, into: right, 1, moving: 0..<0)) }
    }

    @Test func blockThatNobodyWroteIsFoundToo() throws {
        let bench = try Bench()
        #expect(!bench.reads(8, into: bench.data(), 1, moving: 0..<0))
    }

    @Test func rawDataIsFoundToo() throws {
        let bench = try Bench()
        let right = bench.copy(bench.write(8, seed: 5, stamps: false))
        #expect(!bench.reads(8, into: right, 1, moving: 0..<0))
    }

    @Test func readOfZerosOrOnesOrTheStampIsNeverTakenForOne() {
        for lba in [0, 1, 0xFFFF_FFFF, 1 << 40, .max] as [UInt64] {
            #expect(![0, .max, lba].contains(BlockLayout.poison(lba)))
        }
    }

    @Test func levelThatChecksNothingLeavesTheBufferAlone() throws {
        let bench = try Bench(level: .stampOnWrite)
        let buffer = bench.data()
        bench.send(1, bench.command(.read, 8), buffer)
        #expect(buffer.load(as: UInt64.self) == 0)
    }

    @Test func parkedReadIsMarkedWhenItIsSentAndNotBefore() throws {
        let bench = try Bench()
        let buffer = bench.data(seed: 4)
        bench.send(0, bench.command(.write, 8), buffer)
        // The usual script: write and read back with the same buffer, and wait for both.
        #expect(!bench.send(1, bench.command(.read, 8), buffer))
        #expect(buffer.load(as: UInt64.self) == 8)
        let written = bench.copy(buffer)
        bench.complete(0)
        #expect(bench.queue.nextReady()?.slot == 1)
        #expect(buffer.load(as: UInt64.self) == BlockLayout.poison(8))
        buffer.copyMemory(from: written, byteCount: 512)
        #expect(bench.complete(1))
        #expect(bench.table.statistics.checked == 1)
    }

    /// A read that failed has left its mark in the buffer, and a script may write that buffer as it is.
    @Test(arguments: [VerificationLevel.stamps, .checksums])
    func markThatWasWrittenIsData(level: VerificationLevel) throws {
        let bench = try Bench(level: level)
        let buffer = bench.data(seed: 5)
        bench.send(1, bench.command(.read, 8), buffer)
        bench.complete(1, .internalError)
        let written = bench.copy(buffer)
        bench.send(0, bench.command(.write, 8), buffer, stamps: false)
        bench.complete(0)
        #expect(bench.reads(8, written))
        #expect(bench.table.statistics.checked == 1)
    }

    @Test func markOfAnotherWriteIsNoExcuse() throws {
        let bench = try Bench()
        let buffer = bench.data(seed: 5)
        bench.send(1, bench.command(.read, 8), buffer)
        bench.complete(1, .internalError)
        bench.send(0, bench.command(.write, 8), buffer, stamps: false)
        bench.complete(0)
        #expect(!bench.reads(8, into: bench.data(seed: 6), 1, moving: 0..<0))
        let right = bench.copy(bench.write(9))
        #expect(!bench.reads(9, into: right, 1, moving: 0..<0))
    }
}
