import NVMeSpec
import Testing

@testable import EmulatedSSD

@Suite struct BlockStateTests {
    @Test(arguments: [NVMOpcode.read, .compare, .verify])
    func uncorrectableBlockIsAnUnrecoveredReadError(opcode: NVMOpcode) {
        let ssd = CommandHarness()
        ssd.run(.writeUncorrectable, lba: 6)
        #expect(ssd.run(opcode, lba: 0, count: 8) == .unrecoveredReadError)
    }

    @Test func unrecoveredReadNamesTheBlock() {
        let ssd = CommandHarness()
        ssd.run(.writeUncorrectable, lba: 6)
        ssd.run(.read, lba: 0, count: 8)
        #expect(ssd.request.errorLBA == 6)
    }

    @Test func neighbourOfAnUncorrectableBlockReads() {
        let ssd = CommandHarness()
        ssd.write(3, lba: 0, count: 8)
        ssd.run(.writeUncorrectable, lba: 6)
        #expect(ssd.read(lba: 7) == 3)
    }

    @Test func writeMakesAnUncorrectableBlockGood() {
        let ssd = CommandHarness()
        ssd.run(.writeUncorrectable, lba: 6)
        ssd.write(8, lba: 6)
        #expect(ssd.read(lba: 6) == 8)
    }

    @Test func writeZeroesClearsData() {
        let ssd = CommandHarness()
        ssd.write(8, lba: 0, count: 32)
        ssd.run(.writeZeroes, lba: 3, count: 20)
        #expect([ssd.read(lba: 2), ssd.read(lba: 3), ssd.read(lba: 22), ssd.read(lba: 23)] == [8, 0, 0, 8])
    }

    @Test func writeZeroesKeepsBlocksAllocated() {
        let ssd = CommandHarness()
        ssd.run(.writeZeroes, count: 8)
        #expect(ssd.namespace.media.allocatedBytes == 4096)
    }

    @Test func writeZeroesWithDeallocateFreesBlocks() {
        let ssd = CommandHarness()
        ssd.write(8, lba: 0, count: 8)
        ssd.run(.writeZeroes, count: 8) { $0.cdw12 |= 1 << 25 }
        #expect(ssd.namespace.media.allocatedBytes == 0)
    }

    /// Reads return zeros after Write Zeroes, DEAC or not (NVM Command Set 1.0 §3.2.8).
    @Test func writeZeroesWithDeallocateClearsWhatSanitizeHasOverwritten() {
        let ssd = CommandHarness()
        ssd.namespace.media.sanitize(leaving: 0x1234_5678)
        ssd.run(.writeZeroes) { $0.cdw12 |= 1 << 25 }
        #expect(ssd.read(lba: 0) == 0)
    }

    @Test func writeZeroesReadsAsZerosWhereDeallocatedBlocksDoNot() {
        let ssd = CommandHarness(deallocatedValue: 0xFF)
        ssd.run(.writeZeroes) { $0.cdw12 |= 1 << 25 }
        #expect(ssd.read(lba: 0) == 0)
    }

    @Test(arguments: [NVMOpcode.read, .compare, .verify])
    func deallocatedBlockIsAnErrorWhenTheFeatureSaysSo(opcode: NVMOpcode) {
        let ssd = CommandHarness()
        ssd.namespace.deallocatedBlockError = true
        #expect(ssd.run(opcode) == .deallocatedOrUnwrittenBlock)
    }

    @Test func writtenBlockReadsWithTheDeallocatedBlockErrorEnabled() {
        let ssd = CommandHarness()
        ssd.namespace.deallocatedBlockError = true
        ssd.write(4, lba: 0)
        #expect(ssd.read(lba: 0) == 4)
    }

    @Test func datasetManagementDeallocatesItsRangesOnly() {
        let ssd = CommandHarness()
        ssd.write(8, lba: 0, count: 64)
        _ = ssd.deallocate([(lba: 1, count: 2), (lba: 40, count: 10)])
        #expect([ssd.read(lba: 0), ssd.read(lba: 2), ssd.read(lba: 3), ssd.read(lba: 45)] == [8, 0, 8, 0])
    }

    @Test func datasetHintsChangeNothing() {
        let ssd = CommandHarness()
        ssd.write(8, lba: 0)
        _ = ssd.deallocate([(lba: 0, count: 1)], attributes: 0b011)
        #expect(ssd.read(lba: 0) == 8)
    }

    @Test func datasetRangeBehindTheEndIsOutOfRange() {
        let ssd = CommandHarness(blockCount: 1000)
        #expect(ssd.deallocate([(lba: 0, count: 1), (lba: 999, count: 2)]) == .lbaOutOfRange)
    }

    @Test func datasetWithOneBadRangeDeallocatesNothing() {
        let ssd = CommandHarness(blockCount: 1000)
        ssd.write(8, lba: 0)
        _ = ssd.deallocate([(lba: 0, count: 1), (lba: .max, count: 2)])
        #expect(ssd.read(lba: 0) == 8)
    }

    @Test func datasetWithAllRangesIsAccepted() {
        #expect(CommandHarness().deallocate((0..<256).map { (lba: $0, count: 1) }) == .success)
    }

    @Test func largestRangeIsDeallocatedAtOnce() {
        let ssd = CommandHarness(blockCount: 1 << 40)
        #expect(ssd.deallocate([(lba: 0, count: .max)]) == .success)
    }
}
