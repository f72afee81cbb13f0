import NVMeTesting
import Testing

/// Makes a block unreadable, and readable again.
@Suite(.tags(.optional, .nvm, .destructive)) struct Uncorrectable {
    /// Reference: NVM Command Set 1.0 §3.2.7 (Write Uncorrectable), §3.2.4 (Read).
    ///
    /// Steps:
    /// 1. Write eight blocks, and mark the third as uncorrectable.
    /// 2. Read all eight, and the third alone: Unrecovered Read Error.
    /// 3. Read the blocks before and behind it: they are as they were written.
    /// 4. Write the third again: all eight can be read.
    @Test(.deviceUnderTest, .requires(.writeUncorrectable, .media, .randomWrites))
    func markedBlockCannotBeReadUntilItIsWritten() throws {
        let nvme0 = try DeviceUnderTest.controller()
        let nvme0n1 = try nvme0.namespace(1)
        let qpair = try nvme0.makeQueuePair(depth: 16)
        let size = nvme0n1.blockSize
        let data = try nvme0.makeBuffer(8 * size, pattern: .random())
        let result = try nvme0.makeBuffer(8 * size)
        try nvme0n1.write(qpair, data, lba: 0, count: 8).wait()

        try nvme0n1.writeUncorrectable(qpair, lba: 2).wait()
        expectStatus(.unrecoveredReadError) { try nvme0n1.read(qpair, result, lba: 0, count: 8).completion() }
        expectStatus(.unrecoveredReadError) { try nvme0n1.read(qpair, result, lba: 2).completion() }

        try nvme0n1.read(qpair, result, lba: 1).wait()
        #expect(result[..<size] == data[size..<2 * size])
        try nvme0n1.read(qpair, result, lba: 3).wait()
        #expect(result[..<size] == data[3 * size..<4 * size])

        try nvme0n1.write(qpair, data, lba: 0, count: 8).wait()
        try nvme0n1.read(qpair, result, lba: 0, count: 8).wait()
        #expect(result[...] == data[...])
    }
}
