import NVMeSpec
import PCIExpress
import Testing

@testable import EmulatedSSD

/// Doorbells that must not be rung (NVMe Base 2.0 §5.2, Error Status events).
@Suite struct DoorbellTests {
    private func event(_ host: RawHost, _ ring: () throws -> Void) throws -> UInt32? {
        try host.submit(SubmissionQueueEntry(.asynchronousEventRequest))
        host.settle()
        try ring()
        return try host.completion()?.dw0
    }

    @Test func tailBeyondTheQueueIsAnInvalidWriteValue() throws {
        let host = try RawHost()
        _ = try host.makeQueue(1, entries: 16)
        #expect(try event(host) { try host.write32(RegisterOffset.submissionTail(queue: 1), 16) } == 0x0001_0100)
    }

    @Test func tailBeyondTheQueueInAFastCellIsNoticed() throws {
        let host = try RawHost()
        _ = try host.makeQueue(1, entries: 16)
        let offset = RegisterOffset.submissionTail(queue: 1)
        #expect(try event(host) { try host.ssd.doorbell(at: offset).ring(16) } == 0x0001_0100)
    }

    @Test func headPastTheTailIsAnInvalidWriteValue() throws {
        let host = try RawHost()
        _ = try host.makeQueue(1, entries: 16)
        #expect(try event(host) { try host.write32(RegisterOffset.completionHead(queue: 1), 3) } == 0x0001_0100)
    }

    @Test(arguments: [RegisterOffset.submissionTail(queue: 5), RegisterOffset.completionHead(queue: 5), 0x1FF0])
    func doorbellWithoutAQueueIsInvalid(_ offset: Int) throws {
        let host = try RawHost()
        #expect(try event(host) { try host.write32(offset, 1) } == 0x0001_0000)
    }

    @Test func fastCellWithoutAQueueIsNoticed() throws {
        let host = try RawHost()
        let offset = RegisterOffset.submissionTail(queue: 5)
        #expect(try event(host) { try host.ssd.doorbell(at: offset).ring(1) } == 0x0001_0000)
    }

    /// Reference: NVMe Base 2.1 §3.3.1.2: after an invalid tail, no additional commands are consumed from the queue.
    @Test func queueIsStoppedByAnInvalidValue() throws {
        let host = try RawHost()
        let queue = try host.makeQueue(1, entries: 16)
        try host.write32(RegisterOffset.submissionTail(queue: 1), 400)
        host.settle()
        try host.submit(SubmissionQueueEntry(.flush, nsid: 1), to: queue)
        #expect(try host.completion(on: queue) == nil)
        #expect(host.ssd.function.controller.queues.submission[1].head == 0)
    }

    /// Reference: NVMe Base 2.1 §3.3.1.2: also of the commands that were rung for before, none is consumed any more.
    @Test func commandsBeforeAnInvalidValueStayWhereTheyAre() throws {
        let host = try RawHost()
        let queue = try host.makeQueue(1, entries: 16)
        try host.submit(SubmissionQueueEntry(.flush, nsid: 1), to: queue)
        try host.write32(RegisterOffset.submissionTail(queue: 1), 16)
        #expect(try host.completion(on: queue) == nil)
    }

    /// Reference: NVMe Base 2.1 §3.3.1.2: the controller may complete the commands that it consumed before.
    @Test func consumedCommandsCompleteAfterAnInvalidValue() throws {
        let host = try RawHost(RawHost.profile { $0.latency.other = 1_000_000 })
        let queue = try host.makeQueue(1, entries: 16)
        try host.submit(SubmissionQueueEntry(.flush, nsid: 1), to: queue)
        #expect(host.ssd.stepper?.step() == true)
        try host.write32(RegisterOffset.submissionTail(queue: 1), 99)
        #expect(try host.completion(on: queue)?.status.isSuccess == true)
    }

    /// Reference: NVMe Base 2.1 §3.3.1.2: the host deletes the queue and makes it again.
    @Test func stoppedQueueWorksOnceItIsMadeAgain() throws {
        let host = try RawHost()
        _ = try host.makeQueue(1, entries: 16)
        try host.write32(RegisterOffset.submissionTail(queue: 1), 400)
        host.settle()
        for opcode in [AdminOpcode.deleteIOSubmissionQueue, .deleteIOCompletionQueue] {
            #expect(try host.code(host.deleteCommand(opcode, id: 1)) == .success)
        }
        let queue = try host.makeQueue(1, entries: 16)
        #expect(try host.code(SubmissionQueueEntry(.flush, nsid: 1), on: queue) == .success)
    }

    /// Reference: NVMe Base 2.0 §5.16.1.2, Submission Queue ID: FFFFh when the error is not that of a command.
    @Test(arguments: [1, 7])
    func doorbellErrorInTheLogNamesNoQueue(_ id: Int) throws {
        let host = try RawHost()
        _ = try host.makeQueue(1, entries: 16)
        try host.write32(RegisterOffset.submissionTail(queue: UInt16(id)), 99)
        let log = try host.logPage(0x01, 64)
        #expect(log.load(0, as: UInt64.self) == 1)
        #expect(log.load(8, as: UInt16.self) == 0xFFFF)
        #expect(log.load(10, as: UInt16.self) == 0xFFFF)
    }

    /// Reference: NVMe Base 2.3 §5.2.12.1.2, Status: "If the error is not specific to a particular command, then this field reports the
    /// most applicable status value": a queue that does not exist, or a value that its doorbell cannot take.
    @Test(arguments: [(1, .invalidField), (7, .invalidQueueIdentifier)] as [(UInt16, StatusCode)])
    func doorbellErrorInTheLogHasAStatus(_ id: UInt16, _ status: StatusCode) throws {
        let host = try RawHost()
        _ = try host.makeQueue(1, entries: 16)
        try host.write32(RegisterOffset.submissionTail(queue: id), 99)
        #expect(try host.logPage(0x01, 64).load(12, as: UInt16.self) >> 1 == status.rawValue)
    }
}
