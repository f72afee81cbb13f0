import NVMeSpec
import PCIExpress
import Testing

@testable import EmulatedSSD

/// Create and Delete I/O queues: every refusal of NVMe Base 2.0 §5.4 to §5.7.
@Suite struct QueueCreationTests {
    private func create(_ host: RawHost, id: Int = 1, entries: Int = 16, offset: UInt64 = 0, vector: Int? = nil) throws
        -> StatusCode
    {
        let memory = try host.buffer(entries * 16)
        return try host.code(
            host.createCompletionQueueCommand(
                id: id, entries: entries, address: memory.ioVirtualAddress + offset, vector: vector))
    }

    private func createSubmission(_ host: RawHost, id: Int, on completion: Int, entries: Int = 16) throws -> StatusCode
    {
        let memory = try host.buffer(entries * 64)
        return try host.code(
            host.createSubmissionQueueCommand(
                id: id, entries: entries, address: memory.ioVirtualAddress, completionQueue: completion))
    }

    @Test func queuePairExecutesCommands() throws {
        let host = try RawHost()
        let queue = try host.makeQueue(1)
        #expect(try host.code(SubmissionQueueEntry(.flush, nsid: 1), on: queue) == .success)
    }

    @Test(arguments: [0, 33, 0xFFFF])
    func identifierOutsideTheRangeIsInvalid(_ id: Int) throws {
        #expect(try create(try RawHost(), id: id) == .invalidQueueIdentifier)
    }

    @Test func identifierInUseIsInvalid() throws {
        let host = try RawHost()
        #expect(try create(host) == .success)
        #expect(try create(host) == .invalidQueueIdentifier)
    }

    @Test(arguments: [1, 4097, 65536])
    func sizeOutsideTheRangeIsInvalid(_ entries: Int) throws {
        #expect(try create(try RawHost(), entries: entries) == .invalidQueueSize)
    }

    @Test(arguments: [64, 2047, 2049])
    func vectorThatDoesNotExistIsInvalid(_ vector: Int) throws {
        #expect(try create(try RawHost(), vector: vector) == .invalidInterruptVector)
    }

    @Test func offsetInsideAPageIsInvalid() throws {
        #expect(try create(try RawHost(), offset: 8) == .prpOffsetInvalid)
    }

    @Test func memoryOutOfReachIsATransferError() throws {
        #expect(try create(try RawHost(), offset: 1 << 44) == .dataTransferError)
    }

    @Test func submissionQueueNeedsItsCompletionQueue() throws {
        #expect(try createSubmission(try RawHost(), id: 1, on: 1) == .completionQueueInvalid)
    }

    @Test(arguments: [0, 33])
    func submissionQueueOnAnImpossibleCompletionQueueIsInvalid(_ completion: Int) throws {
        #expect(try createSubmission(try RawHost(), id: 1, on: completion) == .invalidQueueIdentifier)
    }

    @Test func completionQueueInUseCannotBeDeleted() throws {
        let host = try RawHost()
        _ = try host.makeQueue(1)
        #expect(try host.code(host.deleteCommand(.deleteIOCompletionQueue, id: 1)) == .invalidQueueDeletion)
    }

    @Test(arguments: [0, 1, 99])
    func deletingWhatDoesNotExistIsInvalid(_ id: Int) throws {
        let host = try RawHost()
        #expect(try host.code(host.deleteCommand(.deleteIOSubmissionQueue, id: id)) == .invalidQueueIdentifier)
        #expect(try host.code(host.deleteCommand(.deleteIOCompletionQueue, id: id)) == .invalidQueueIdentifier)
    }

    @Test func deletedQueueCanBeMadeAgain() throws {
        let host = try RawHost()
        _ = try host.makeQueue(1)
        #expect(try host.code(host.deleteCommand(.deleteIOSubmissionQueue, id: 1)) == .success)
        #expect(try host.code(host.deleteCommand(.deleteIOCompletionQueue, id: 1)) == .success)
        let queue = try host.makeQueue(1)
        #expect(try host.code(SubmissionQueueEntry(.flush, nsid: 1), on: queue) == .success)
    }

    @Test func contiguityIsDemandedWhereCapabilitiesSaySo() throws {
        let host = try RawHost(RawHost.profile { $0.contiguousQueuesRequired = true })
        let memory = try host.buffer()
        let command = host.createCompletionQueueCommand(
            id: 1, entries: 16, address: memory.ioVirtualAddress, contiguous: false)
        #expect(try host.code(command) == .invalidField)
    }

    @Test func queueOfScatteredPagesExecutesCommandsOnEachPage() throws {
        let host = try RawHost()
        let (list, first, second) = (try host.buffer(), try host.buffer(), try host.buffer())
        list.store(second.ioVirtualAddress, at: 0)
        list.store(first.ioVirtualAddress, at: 8)
        #expect(try create(host, id: 1, entries: 128) == .success)
        let made = host.createSubmissionQueueCommand(
            id: 1, entries: 128, address: list.ioVirtualAddress, completionQueue: 1, contiguous: false)
        #expect(try host.code(made) == .success)
        // Entry 0 is on the second region, entry 64 on the first.
        for index in 0..<65 {
            let page = index < 64 ? second : first
            var command = SubmissionQueueEntry(.flush, nsid: 1)
            command.commandID = UInt16(index)
            page.pointer.storeBytes(of: command, toByteOffset: index % 64 * 64, as: SubmissionQueueEntry.self)
        }
        try host.write32(RegisterOffset.submissionTail(queue: 1), 65)
        host.settle()
        #expect(host.ssd.function.controller.queues.submission[1].head == 65)
        #expect(try host.status.rawValue == 1)
    }

    @Test func severalSubmissionQueuesShareACompletionQueue() throws {
        let host = try RawHost()
        let queue = try host.makeQueue(1)
        let other = try RawQueue(host.ssd, id: 2, entries: 16)
        let made = host.createSubmissionQueueCommand(
            id: 2, entries: 16, address: other.submission.ioVirtualAddress, completionQueue: 1)
        #expect(try host.code(made) == .success)
        try host.submit(SubmissionQueueEntry(.flush, nsid: 1), to: queue)
        try host.submit(SubmissionQueueEntry(.flush, nsid: 1), to: other)
        let answers = [try host.completion(on: queue)?.sqID, try host.completion(on: queue)?.sqID]
        #expect(Set(answers) == [1, 2])
    }

    /// Reference: NVMe Base 2.1 §3.1.4.5 (2.0 §3.1.3.5): an I/O queue made before IOCQES *and* IOSQES were initialised shall be refused with
    /// Invalid Queue Size, by Create I/O Completion Queue as well as by Create I/O Submission Queue.
    @Test(arguments: [0x1, 0x0040_0001, 0x0006_0001] as [UInt32])
    func entrySizesMustBeSetBeforeQueuesAreMade(_ configuration: UInt32) throws {
        let host = try RawHost(enable: false)
        try host.enable(configuration)
        #expect(try create(host) == .invalidQueueSize)
    }

    @Test func numberOfQueuesLimitsIdentifiers() throws {
        let host = try RawHost()
        var command = SubmissionQueueEntry(.setFeatures)
        command.cdw10 = 7
        command.cdw11 = 0x0001_0001
        #expect(try host.run(command).dw0 == 0x0001_0001)
        #expect(try create(host, id: 2) == .success)
        #expect(try create(host, id: 3) == .invalidQueueIdentifier)
        #expect(try host.code(command) == .commandSequenceError)
    }

    @Test func fullCompletionQueueHoldsFetchingUntilTheHostReads() throws {
        let host = try RawHost()
        let queue = try RawQueue(host.ssd, id: 1, entries: 32)
        let made = [
            host.createCompletionQueueCommand(id: 1, entries: 4, address: queue.completion.ioVirtualAddress),
            host.createSubmissionQueueCommand(
                id: 1, entries: 32, address: queue.submission.ioVirtualAddress, completionQueue: 1),
        ]
        for command in made { #expect(try host.code(command) == .success) }
        for _ in 0..<8 { try host.submit(SubmissionQueueEntry(.flush, nsid: 1), to: queue) }
        host.settle()
        #expect(host.ssd.function.controller.queues.submission[1].head == 3)
        try host.write32(RegisterOffset.completionHead(queue: 1), 2)
        host.settle()
        #expect(host.ssd.function.controller.queues.submission[1].head == 5)
    }
}
