import NVMeTesting
import Testing

/// Data pointers by hand: pages anywhere, in any order, or wrong.
@Suite(
    .tags(.mandatory, .nvm, .destructive), .requires(.transfer(ofBytes: 4 * 4096), .media, .randomWrites))
struct RawPRPLists {
    /// Reference: NVMe Base 2.0 §4.1.1 (PRP entries and lists).
    ///
    /// Steps:
    /// 1. Write four pages of one buffer.
    /// 2. Read them with a PRP list that names the pages of another buffer backwards.
    /// 3. Expect the pages in reverse order.
    @Test(.deviceUnderTest) func pagesArriveWhereTheListSays() throws {
        let nvme0 = try DeviceUnderTest.controller()
        let nvme0n1 = try nvme0.namespace(1)
        let blocks = 4 * 4096 / nvme0n1.blockSize
        let source = try nvme0.makeBuffer(4 * 4096), target = try nvme0.makeBuffer(4 * 4096)
        for page in 0..<4 { source[page * 4096] = UInt8(page + 1) }
        let writer = try nvme0.makeQueuePair(depth: 4)
        try nvme0n1.write(writer, source, lba: 0, count: blocks).wait()

        try writer.delete()
        let completions = try IOCompletionQueue(nvme0, id: 1, entries: 4)
        let submissions = try IOSubmissionQueue(nvme0, id: 1, entries: 4, completionQueue: 1)
        try completions.create()
        try submissions.create()
        let list = try PRPList(nvme0, [2, 1, 0].map { target.ioVirtualAddress + $0 * 4096 })
        var read = SubmissionQueueEntry(NVMOpcode.read, nsid: 1)
        read.prp1 = target.ioVirtualAddress + 3 * 4096
        read.prp2 = list.ioVirtualAddress
        read.cdw12 = UInt32(blocks - 1)  // 0's based
        try submissions.write(read, at: 0)
        try submissions.ring(tail: 1)
        let answer = try completions.waitForEntry(0)
        #expect(answer.status.isSuccess)
        #expect((0..<4).map { target[$0 * 4096] } == [4, 3, 2, 1])
        try submissions.delete()
        try completions.delete()
    }
}
