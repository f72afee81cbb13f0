import NVMeSpec
import Testing

@testable import EmulatedSSD

@Suite struct CompareTests {
    @Test func equalDataCompares() {
        let ssd = CommandHarness()
        ssd.write(5, lba: 0, count: 40)
        #expect(ssd.run(.compare, lba: 0, count: 40) == .success)
    }

    @Test func differentByteIsACompareFailure() {
        let ssd = CommandHarness()
        ssd.write(5, lba: 0, count: 40)
        ssd.buffer[39 * 512 + 511] = 6
        #expect(ssd.run(.compare, lba: 0, count: 40) == .compareFailure)
    }

    @Test func compareAndWriteOfTheSameBlocksIsAFusedPair() {
        let ssd = CommandHarness()
        let pair = (ssd.command(.compare, lba: 3, count: 2), ssd.command(.write, lba: 3, count: 2))
        #expect(fusedCompareAndWriteStatus(first: pair.0, second: pair.1) == .success)
    }

    @Test func fusedPairOnDifferentBlocksIsInvalid() {
        let ssd = CommandHarness()
        let pair = (ssd.command(.compare, lba: 3, count: 2), ssd.command(.write, lba: 3, count: 3))
        #expect(fusedCompareAndWriteStatus(first: pair.0, second: pair.1) == .invalidField)
    }

    @Test func fusedPairOfOtherCommandsIsInvalid() {
        let ssd = CommandHarness()
        let pair = (ssd.command(.read, lba: 3, count: 2), ssd.command(.write, lba: 3, count: 2))
        #expect(fusedCompareAndWriteStatus(first: pair.0, second: pair.1) == .invalidField)
    }
}
