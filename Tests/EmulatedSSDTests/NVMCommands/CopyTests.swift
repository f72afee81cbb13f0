import NVMeSpec
import Testing

@testable import EmulatedSSD

@Suite struct CopyTests {
    @Test func rangesArriveInOrder() {
        let ssd = CommandHarness()
        ssd.write(1, lba: 10, count: 3)
        ssd.write(2, lba: 500, count: 2)
        _ = ssd.copy([(lba: 500, count: 2), (lba: 10, count: 3)], to: 1000)
        #expect((1000..<1006).map { ssd.read(lba: $0) } == [2, 2, 1, 1, 1, 0])
    }

    @Test func largestRangeIsCopiedToItsEnd() {
        let ssd = CommandHarness(blockByteCount: 4096)
        ssd.write(7, lba: 255)
        _ = ssd.copy([(lba: 0, count: 256)], to: 1000)
        #expect(ssd.read(lba: 1255) == 7)
    }

    @Test func rangeOverMSSRLExceedsTheLimit() {
        let answer = CommandHarness().copy([(lba: 0, count: 257)], to: 1000)
        #expect(answer.code == .commandSizeLimitExceeded)
    }

    @Test func sumOverMCLExceedsTheLimit() {
        let ranges = [(lba: UInt64, count: Int)](repeating: (lba: 0, count: 256), count: 9)
        #expect(CommandHarness().copy(ranges, to: 5000).code == .commandSizeLimitExceeded)
    }

    @Test func sumOfMCLIsCopied() {
        let ranges = [(lba: UInt64, count: Int)](repeating: (lba: 0, count: 256), count: 8)
        #expect(CommandHarness().copy(ranges, to: 5000).code == .success)
    }

    @Test func moreRangesThanMSRCExceedTheLimit() {
        let ranges = [(lba: UInt64, count: Int)](repeating: (lba: 0, count: 1), count: 129)
        #expect(CommandHarness().copy(ranges, to: 5000).code == .commandSizeLimitExceeded)
    }

    @Test func otherDescriptorFormatIsAnInvalidField() {
        let answer = CommandHarness().copy([(lba: 0, count: 1)], to: 1000) { $0.cdw12 |= 1 << 8 }
        #expect(answer.code == .invalidField)
    }

    /// Reference: NVM Command Set 1.0 §3.2.2: dword 0 is 0h when nothing was written to the destination.
    @Test func badSourceIsOutOfRangeBeforeAnythingIsCopied() {
        let answer = CommandHarness(blockCount: 1000).copy([(lba: 0, count: 1), (lba: .max, count: 1)], to: 100)
        #expect(answer == .init(code: .lbaOutOfRange, dw0: 0))
    }

    /// Reference: as above.
    @Test func rangeTooLongIsRefusedBeforeAnythingIsCopied() {
        let answer = CommandHarness().copy([(lba: 0, count: 1), (lba: 0, count: 257)], to: 1000)
        #expect(answer == .init(code: .commandSizeLimitExceeded, dw0: 0))
    }

    /// Reference: as above.
    @Test func overlapInALaterRangeIsRefusedBeforeAnythingIsCopied() {
        let answer = CommandHarness().copy([(lba: 0, count: 1), (lba: 1000, count: 1)], to: 1000)
        #expect(answer == .init(code: .overlappingIORange, dw0: 0))
    }

    @Test func destinationOverTheEndIsOutOfRange() {
        let answer = CommandHarness(blockCount: 1000).copy([(lba: 0, count: 2)], to: 999)
        #expect(answer.code == .lbaOutOfRange)
    }

    @Test func overlapOfSourceAndDestinationIsRefused() {
        let answer = CommandHarness().copy([(lba: 0, count: 8)], to: 7)
        #expect(answer.code == .overlappingIORange)
    }

    /// Reference: NVM Command Set 1.0 §3.2.2: dword 0 is the lowest source range that was not copied.
    @Test func uncorrectableSourceStopsTheCopyThere() {
        let ssd = CommandHarness()
        ssd.run(.writeUncorrectable, lba: 20)
        let answer = ssd.copy([(lba: 0, count: 1), (lba: 20, count: 1)], to: 1000)
        #expect(answer == .init(code: .unrecoveredReadError, dw0: 1))
    }

}
