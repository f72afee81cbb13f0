import NVMeTesting
import Testing

/// Another block size, and what a format does to what is open.
@Suite(.tags(.optional, .admin, .destructive), .requires(.formatNVM, .randomWrites)) struct FormattingANamespace {
    /// Reference: NVMe Base 2.0 §5.14 (Format NVM).
    ///
    /// Steps:
    /// 1. Format to blocks of 4096 bytes, where the namespace has such a format.
    /// 2. Expect the same namespace object to know its new size, and a write and read to work.
    /// 3. Format back.
    @Test(.deviceUnderTest) func namespaceFollowsItsFormat() throws {
        let nvme0 = try DeviceUnderTest.controller()
        let nvme0n1 = try nvme0.namespace(1)
        let before = nvme0n1.blockSize
        guard try nvme0n1.lbaFormat(dataSize: 4096) != nil else {
            try DeviceUnderTest.skip("no LBA format of namespace 1 has 4096 bytes and no metadata (LBAF)")
        }
        try nvme0n1.format(dataSize: 4096)
        #expect(nvme0n1.blockSize == 4096)
        let qpair = try nvme0.makeQueuePair(depth: 4)
        let buffer = try nvme0.makeBuffer(4096, pattern: .ones)
        try nvme0n1.write(qpair, buffer, lba: 0, count: 1).wait()
        try nvme0n1.read(qpair, buffer, lba: 0, count: 1).wait()
        try nvme0n1.format(dataSize: before)
        #expect(nvme0n1.blockSize == before)
    }
}
