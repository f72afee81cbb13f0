import NVMeTesting
import Testing

/// A device that breaks on purpose: how to see that a test would notice.
@Suite(.tags(.nvm, .destructive)) struct Flaws {
    /// Steps:
    /// 1. Open an embedded SSD that loses what is written to LBA 8.
    /// 2. Write LBA 7 to 9 with verification on, and read them back.
    /// 3. Expect the read of LBA 8 to be refused with Data Mismatch (07h/81h), and to be named.
    @Test(.deviceUnderTest("emu")) func lostWriteIsFound() throws {
        let nvme0 = try DeviceUnderTest.controller(at: "emu:?flaws=lose-write:lba=8")
        let nvme0n1 = try nvme0.namespace(1)
        let qpair = try nvme0.makeQueuePair(depth: 4)
        let buffer = try nvme0.makeBuffer(nvme0n1.blockSize, pattern: .ones)
        let table = try nvme0n1.startVerification()
        for lba in 7...9 as ClosedRange<UInt64> { try nvme0n1.write(qpair, buffer, lba: lba, count: 1).wait() }
        for lba in 7...9 as ClosedRange<UInt64> {
            expectStatus(lba == 8 ? .dataMismatch : .success) {
                try nvme0n1.read(qpair, buffer, lba: lba, count: 1).completion()
            }
        }
        #expect(table.mismatches.map(\.lba) == [8])
    }
}
