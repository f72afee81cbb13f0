import Testing

@testable import EmulatedSSD

@Suite struct MediaTests {
    private func blocks(
        _ size: Int = 512, capacity: UInt64 = 1 << 40, budget: UInt64 = 16 << 20, deallocatedValue: UInt8 = 0
    ) -> BlockAccess {
        let media = Media(
            byteCapacity: capacity, kind: .sparse, memory: MediaMemory(budget: budget, spill: 0),
            deallocatedValue: deallocatedValue)
        return BlockAccess(media, blockByteCount: size)
    }

    @Test func unwrittenBlocksReadAsZeros() {
        #expect(blocks().read(12_345) == .deallocated)
    }

    @Test func lastBlockOfTheLargestCapacityCanBeWritten() {
        let access = blocks(capacity: 1 << 63)
        let last = UInt64(1) << 54 - 1
        _ = access.write(last..<last + 1, first: 7, durable: false)
        #expect(access.read(last) == .filled(7))
    }

    @Test func deallocatedBlocksReadAsTheConfiguredValue() {
        let access = blocks(deallocatedValue: 0xFF)
        _ = access.write(0..<16, first: 1, durable: false)
        _ = access.media.apply(.deallocate, to: access.range(3..<4), durable: false)
        #expect(access.read(3) == .filled(.max))
    }

    @Test func neighboursOfADeallocatedBlockKeepTheirData() {
        let access = blocks()
        _ = access.write(0..<8, first: 1, durable: false)
        _ = access.media.apply(.deallocate, to: access.range(3..<4), durable: false)
        #expect([access.read(2), access.read(4)] == [.filled(3), .filled(5)])
    }

    @Test func spentBudgetIsAWriteFault() {
        let access = blocks(4096, budget: 1 << 20)
        access.media.flush()
        #expect(access.write(0..<512, first: 1, durable: true) == .writeFault)
    }

    @Test func memoryOfOldVersionsIsFoundAgainWhenTheBudgetIsTight() {
        let access = blocks(4096, budget: 1 << 20)
        _ = access.write(0..<100, first: 1, durable: true)
        for round in 0..<10 { _ = access.write(0..<100, first: UInt64(round * 1000), durable: false) }
        #expect(access.write(0..<100, first: 50_000, durable: false) == .success)
    }

    @Test func powerLossGivesTheMemoryOfLostVersionsBack() {
        let access = blocks(512, budget: 1 << 20)
        var results: [MediaResult] = []
        for seed in 0..<20 {
            results.append(access.write(0..<800, first: 1, durable: false))
            access.media.powerLoss(seed: UInt64(seed))
        }
        #expect(results.allSatisfy { $0 == .success })
    }

    @Test func uncorrectableBlockReadsAgainAfterAWrite() {
        let access = blocks()
        _ = access.media.apply(.uncorrectable, to: access.range(5..<6), durable: false)
        _ = access.write(5..<6, first: 9, durable: false)
        #expect(access.read(5) == .filled(9))
    }

    @Test func flushedDataSurvivesEveryPowerLoss() {
        let access = blocks()
        _ = access.write(0..<64, first: 100, durable: false)
        access.media.flush()
        for seed in 0..<8 { access.media.powerLoss(seed: UInt64(seed)) }
        #expect((0..<64).allSatisfy { access.read($0) == .filled(100 + $0) })
    }

    @Test func unflushedDataIsPartlyLost() {
        let access = blocks()
        _ = access.write(0..<64, first: 100, durable: false)
        access.media.powerLoss(seed: 1)
        let kept = (0..<64).count { access.read($0) == .filled(100 + UInt64($0)) }
        #expect((1..<64).contains(kept))
    }

    @Test func samePowerLossSeedLosesTheSameBlocks() {
        let found = (0..<2).map { _ in
            let access = blocks()
            _ = access.write(0..<64, first: 100, durable: false)
            access.media.powerLoss(seed: 5)
            return (0..<64).map { access.read($0) }
        }
        #expect(found[0] == found[1])
    }

    @Test func formatDeallocatesEverything() {
        let access = blocks()
        _ = access.write(0..<64, first: 100, durable: false)
        access.media.format(lbaByteCount: 4096)
        #expect(access.media.allocatedBytes == 0)
    }

    @Test func overwriteSanitizeLeavesThePatternEverywhere() {
        let access = blocks()
        _ = access.write(0..<8, first: 100, durable: false)
        access.media.sanitize(leaving: 0xA5A5_A5A5)
        #expect(
            [access.read(0), access.read(999)] == [.filled(0xA5A5_A5A5_A5A5_A5A5), .filled(0xA5A5_A5A5_A5A5_A5A5)])
    }

    @Test func partialWriteAfterOverwriteSanitizeKeepsThePatternBesideIt() {
        let access = blocks()
        access.media.sanitize(leaving: 0x1111_1111)
        _ = access.write(1..<2, first: 5, durable: false)
        #expect([access.read(0), access.read(1)] == [.filled(0x1111_1111_1111_1111), .filled(5)])
    }

    @Test func patternOfSanitizeIsWhatLostWritesFallBackTo() {
        let access = blocks()
        access.media.sanitize(leaving: 0x1111_1111)
        _ = access.write(0..<64, first: 100, durable: false)
        access.media.powerLoss(seed: 7)
        let pattern = BlockContent.filled(0x1111_1111_1111_1111)
        #expect((0..<64).allSatisfy { [pattern, .filled(100 + $0)].contains(access.read($0)) })
    }

    @Test func overwriteSanitizeAllocatesEveryBlock() {
        let access = blocks(capacity: 1 << 30)
        access.media.sanitize(leaving: 1)
        _ = access.write(5..<20, first: 1, durable: false)
        #expect(access.media.allocatedBytes == 1 << 30)
    }

    @Test func comparingEqualDataSucceeds() {
        let access = blocks()
        _ = access.write(0..<1, first: 5, durable: false)
        var words = [UInt64](repeating: 5, count: 64)
        let result = words.withUnsafeMutableBytes { bytes in
            access.withPieces(bytes, [100]) { access.media.compare(access.range(0..<1), with: &$0) }
        }
        #expect(result == .success)
    }

    @Test func comparingDifferentDataIsAMiscompare() {
        let access = blocks()
        _ = access.write(0..<1, first: 5, durable: false)
        var words = [UInt64](repeating: 5, count: 63) + [6]
        let result = words.withUnsafeMutableBytes { bytes in
            access.withPieces(bytes, []) { access.media.compare(access.range(0..<1), with: &$0) }
        }
        #expect(result == .miscompare)
    }

    @Test func nullMediaKeepsNothing() {
        let access = BlockAccess(
            Media(byteCapacity: 1 << 40, kind: .null, memory: MediaMemory(budget: 0, spill: 0)), blockByteCount: 512)
        _ = access.write(0..<1, first: 5, durable: false)
        // The reader's own memory is what it finds: nothing is transferred.
        #expect(access.read(0) == .filled(.max))
    }
}
