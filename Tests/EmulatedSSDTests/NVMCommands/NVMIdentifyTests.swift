import NVMeSpec
import Testing

@testable import EmulatedSSD

@Suite struct NVMIdentifyTests {
    private func identify(_ ssd: CommandHarness) -> IdentifyNamespace {
        identifyNVMNamespace(
            ssd.namespace, formats: [.init(dataBytes: 512), .init(dataBytes: 4096)], maximumTransfer: 128 << 10)
    }

    @Test func utilizationIsWhatWasWritten() {
        let ssd = CommandHarness()
        ssd.write(1, lba: 100, count: 11)
        #expect(identify(ssd).namespaceUtilization == 11)
    }

    @Test func nullMediaIsFullyUtilized() {
        let data = identify(CommandHarness(blockCount: 1000, kind: .null))
        #expect(data.namespaceUtilization == 1000)
    }

    @Test func formatsAreListedWithTheirSizes() {
        let data = identify(CommandHarness())
        #expect(data.lbaFormats.prefix(3).map(\.dataSize) == [9, 12, 0])
    }

    @Test func deallocatedOnesAreReported() {
        #expect(identify(CommandHarness(deallocatedValue: 0xFF)).deallocateFeatures.rawValue == 0b0010)
    }

    @Test func deallocatedZerosAreReportedWithTheDeallocateBitOfWriteZeroes() {
        #expect(identify(CommandHarness()).deallocateFeatures.rawValue == 0b1001)
    }

    @Test func copyLimitsAreThoseThatTheCommandEnforces() {
        let data = identify(CommandHarness())
        #expect(
            [data.maximumSingleSourceRangeLength, UInt16(data.maximumCopyLength), UInt16(data.maximumSourceRangeCount)]
                == [256, 2048, 127])
    }

    @Test func optionalCommandsOfTheTableAreAnnounced() {
        var data = IdentifyController()
        describeNVMCommandSet(in: &data, formats: [.init(dataBytes: 4096)], maximumTransfer: 128 << 10)
        // Compare, Write Uncorrectable, Dataset Management, Write Zeroes, Save, Timestamp, Verify, Copy.
        #expect(data.optionalNVMCommands.rawValue == 0b1_1101_1111)
    }

    @Test func powerFailAtomicityIsOneBlock() {
        #expect(identify(CommandHarness()).atomicWriteUnitPowerFail == 0)
    }
}
