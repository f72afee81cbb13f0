import NVMeTesting
import Testing

/// Goes below the driver: queues, doorbells and PRP lists by hand.
@Suite(
    .tags(.mandatory, .controller, .destructive),
    .requires(.queuePairs(2), .transfer(ofBytes: 4 * 4096), .media, .randomWrites))
struct TwoQueuesOneCompletionQueue {
    /// Reference: NVMe Base 2.0 §5.4, §5.5 (Create I/O queues), §4.1.1 (PRP entries and lists).
    ///
    /// Steps:
    /// 1. Create one completion queue, and two submission queues that both complete into it.
    /// 2. Fill four pages that do not lie side by side, and describe them with PRP1 and a PRP list.
    /// 3. Send a write of the four pages through the first queue, and wait for its entry in the completion queue.
    /// 4. Send a read into one contiguous buffer through the second queue.
    /// 5. Compare, and delete the queues: submission queues first.
    @Test(.deviceUnderTest) func twoSubmissionQueuesShareACompletionQueue() throws {
        let nvme0 = try DeviceUnderTest.controller()
        let nvme0n1 = try nvme0.namespace(1)
        let completions = try IOCompletionQueue(nvme0, id: 1, entries: 16)
        let writes = try IOSubmissionQueue(nvme0, id: 1, entries: 16, completionQueue: 1)
        let reads = try IOSubmissionQueue(nvme0, id: 2, entries: 16, completionQueue: 1)
        try completions.create()
        try writes.create()
        try reads.create()

        var pages: [Buffer] = []
        for fill in 1...4 as ClosedRange<UInt8> {
            let page = try nvme0.makeBuffer(4096)
            page[...] = BufferBytes(repeatElement(fill, count: 4096))
            pages.append(page)
        }
        let list = try PRPList(nvme0, pages.dropFirst().map(\.ioVirtualAddress))

        var write = SubmissionQueueEntry(NVMOpcode.write, nsid: 1)
        write.commandID = 7
        write.prp1 = pages[0].ioVirtualAddress
        write.prp2 = list.ioVirtualAddress
        write.cdw12 = UInt32(4 * 4096 / nvme0n1.blockSize - 1)  // number of blocks, 0's based
        try writes.write(write, at: 0)
        try writes.ring(tail: 1)
        let first = try completions.waitForEntry(0)
        #expect(first.status.isSuccess)
        #expect(first.commandID == 7)
        #expect(first.sqID == 1)

        let result = try nvme0.makeBuffer(4 * 4096)
        let readList = try PRPList(nvme0, (1...3).map { result.ioVirtualAddress + $0 * 4096 })
        var read = write
        read.opcode = NVMOpcode.read.rawValue
        read.commandID = 8
        read.prp1 = result.ioVirtualAddress
        read.prp2 = readList.ioVirtualAddress
        try reads.write(read, at: 0)
        try reads.ring(tail: 1)
        let second = try completions.waitForEntry(1)
        try completions.ring(head: 2)
        #expect(second.status.isSuccess)
        #expect(second.sqID == 2)
        let isSame = result[...].bytes == pages.flatMap { $0[...].bytes }
        #expect(isSame)

        try reads.delete()
        try writes.delete()
        try completions.delete()
    }
}
