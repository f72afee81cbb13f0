import NVMe
import NVMeTesting
import NVMeWorkload
import Testing

@Suite struct IOSizeTests {
    @Test(.deviceUnderTest("emu:small")) func commandIsAtLeastABlockAndAtMostMDTS() throws {
        let namespace = try DeviceUnderTest.controller().namespace(1)
        let limit = try #require(try namespace.controller.maximumTransferSize())
        #expect(try namespace.blocks(ofBytes: 4096) == 4096 / namespace.blockSize)
        #expect(try namespace.blocks(ofBytes: 1) == 1)
        #expect(try namespace.blocks(ofBytes: .max) == limit / namespace.blockSize)
    }

    @Test(.deviceUnderTest("emu:?lba=4096")) func sizesOfOneBlockShareTheirWeights() throws {
        let namespace = try DeviceUnderTest.controller().namespace(1)
        #expect(try namespace.ioSize(ofBytes: [512: 4, 4096: 67, 8192: 10]) == .weighted([1: 71, 2: 10]))
    }
}
