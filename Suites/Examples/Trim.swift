import NVMeTesting
import Testing

/// Tells the device that blocks are no longer needed.
@Suite(.tags(.optional, .nvm, .destructive)) struct Trim {
    /// Reference: NVM Command Set 1.0 §3.2.3 (Dataset Management), §3.2.3.2.1 (deallocated blocks).
    ///
    /// Steps:
    /// 1. Write eight blocks of ones.
    /// 2. Deallocate them with one range.
    /// 3. Read them: zeros, ones, or what was there before, as the namespace says in DLFEAT.
    @Test(.deviceUnderTest, .requires(.datasetManagement, .randomWrites)) func deallocatedBlocksReadAsTheNamespaceSays()
        throws
    {
        let nvme0 = try DeviceUnderTest.controller()
        let nvme0n1 = try nvme0.namespace(1)
        let qpair = try nvme0.makeQueuePair(depth: 16)
        let size = 8 * nvme0n1.blockSize
        let ones = try nvme0.makeBuffer(size, pattern: .ones)
        try nvme0n1.write(qpair, ones, lba: 0, count: 8).wait()

        let ranges = try nvme0.makeBuffer(4096)
        try ranges.setDSMRange(0, lba: 0, count: 8)
        try nvme0n1.datasetManagement(qpair, ranges, rangeCount: 1).wait()

        let result = try nvme0.makeBuffer(size)
        try nvme0n1.read(qpair, result, lba: 0, count: 8).wait()
        let zeros = [UInt8](repeating: 0x00, count: size)
        switch try nvme0n1.identify().deallocateFeatures.rawValue & 0b111 {
        case 0b001: #expect(result[...] == zeros)
        case 0b010: #expect(result[...] == ones[...])
        default: #expect(result[...] == zeros || result[...] == ones[...])  // the device does not say
        }
    }
}
