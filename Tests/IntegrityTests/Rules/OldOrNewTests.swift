import NVMeSpec
import Testing

@testable import NVMeDriver

/// The legal values of a block: what is durable, what was acknowledged since, what is in flight. Each as a whole: AWUPF and NAWUPF
/// are one block at least (NVM Command Set 1.0 §2.1.4).
@Suite("Old or new")
struct OldOrNewTests {
    private let bench: Bench

    init() throws { bench = try Bench(blockSize: 4096) }

    /// Versions of block 8, the first flushed.
    private func versions(_ count: Int) -> [UnsafeMutableRawPointer] {
        (1...UInt64(count)).map { seed in
            let data = bench.copy(bench.write(8, seed: seed))
            if seed == 1 { bench.run(bench.command(.flush)) }
            return data
        }
    }

    private func loseThePower() { bench.table.powerWasLost(hasVolatileWriteCache: true) }

    @Test func everyVersionSinceTheFlushIsLegal() {
        let legal = versions(3)
        loseThePower()
        for data in legal { #expect(bench.reads(8, data)) }
        #expect(bench.table.statistics.checked == 3 && bench.table.statistics.uncheckedCount == 0)
    }

    @Test func versionFromBeforeTheFlushIsNot() {
        let old = bench.copy(bench.write(8, seed: 9))
        _ = versions(2)
        loseThePower()
        #expect(!bench.reads(8, old))
    }

    @Test func whatWasForcedToTheMediaMayNotBeOlder() {
        let legal = versions(2)
        bench.write(8, seed: 7, forced: true)
        let latest = bench.copy(bench.write(8, seed: 8))
        loseThePower()
        #expect(bench.reads(8, latest) && !bench.reads(8, legal[1]))
    }

    /// The index of old versions outlives the versions themselves: what it promised is then not known any more.
    @Test func versionThatTheHistoryHasForgottenMeanwhileIsNoMismatch() {
        let legal = versions(2)
        loseThePower()
        #expect(bench.reads(8, legal[0]))
        // Takes the place of the first version in the history, and is newer than the index.
        _ = bench.table.tokens.take(WriteHistory.capacity - 2)
        bench.write(16)
        #expect(bench.reads(8, legal[0]))
        #expect(bench.table.statistics.unchecked == [.oldOrNew: 1])
    }

    @Test func blockThatIsTornIsNotLegal() {
        let legal = versions(2)
        loseThePower()
        let torn = bench.copy(legal[0])
        torn.copyMemory(from: legal[1], byteCount: 1024)
        #expect(!bench.reads(8, torn))
    }

    @Test(arguments: [UInt8(0), 0xFF]) func emptyBlockIsNotLegalWhereDataWasDurable(value: UInt8) {
        _ = versions(2)
        loseThePower()
        let empty = bench.data()
        empty.initializeMemory(as: UInt8.self, repeating: value, count: 4096)
        #expect(!bench.reads(8, empty))
    }

    @Test func blockThatWasNeverDurableMayBeEmpty() {
        bench.write(8)
        loseThePower()
        #expect(bench.reads(8, bench.data()))
        #expect(bench.table.statistics.unchecked == [.oldOrNew: 1])
    }

    @Test func blockThatWasDeallocatedInBetweenMayBeEmpty() {
        _ = versions(1)
        bench.deallocate([8..<9])
        bench.write(8, seed: 2)
        loseThePower()
        #expect(bench.reads(8, bench.data()))
    }

    @Test func failedWriteLeavesTheDataOfBothAndNothingElse() {
        let old = bench.copy(bench.write(8, seed: 1))
        let new = bench.data(seed: 2)
        bench.send(0, bench.command(.write, 8), new)
        bench.complete(0, .writeFault)
        #expect(bench.reads(8, old) && bench.reads(8, new))
        #expect(!bench.reads(8, bench.data()))
    }

    /// A version that a first power loss may have taken says nothing of what a second one finds.
    @Test func versionThatMayBeGoneIsNoLowerBound() {
        let legal = versions(2)
        loseThePower()
        bench.write(8, seed: 5)
        loseThePower()
        #expect(bench.reads(8, legal[0]))
    }

    @Test func versionThatFailedIsNoLowerBound() {
        let legal = versions(1)
        for seed in 2...3 as ClosedRange<UInt64> {
            bench.send(0, bench.command(.write, 8), bench.data(seed: seed))
            bench.complete(0, .writeFault)
        }
        #expect(bench.reads(8, legal[0]))
    }

    @Test func versionOfAQueueThatIsGoneIsNoLowerBound() {
        let old = bench.copy(bench.write(8, seed: 1))
        do {
            var queue = QueueIntegrity(capacity: 4, chunk: 16, directory: bench.directory)
            _ = queue.admit(0, bench.command(.write, 8), data: bench.data(seed: 2), byteCount: 4096, stamps: true)
        }
        bench.send(0, bench.command(.write, 8), bench.data(seed: 3))
        bench.queue.abandon()
        #expect(bench.reads(8, old))
    }

    /// The answer had come before the power went, and the host looks at it afterwards.
    @Test func completionThatIsReapedBehindThePowerLossProvesNothing() {
        let old = bench.copy(bench.write(8, seed: 1))
        bench.run(bench.command(.flush))
        bench.send(0, bench.command(.write, 8), bench.data(seed: 2))
        loseThePower()
        bench.complete(0)
        #expect(bench.reads(8, old))
    }

    @Test func writeThatFollowsDataOfAnotherKindLeavesThatLegal() {
        _ = versions(1)
        let raw = bench.copy(bench.write(8, seed: 6, stamps: false))
        bench.write(8, seed: 7)
        loseThePower()
        #expect(bench.reads(8, raw))
    }
}
