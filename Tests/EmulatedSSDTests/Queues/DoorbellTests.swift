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

    @Test func queueGoesOnAfterAnInvalidValue() throws {
        let host = try RawHost()
        let queue = try host.makeQueue(1, entries: 16)
        try host.write32(RegisterOffset.submissionTail(queue: 1), 400)
        host.settle()
        #expect(try host.code(SubmissionQueueEntry(.flush, nsid: 1), on: queue) == .success)
    }

    @Test func invalidDoorbellIsInTheErrorLog() throws {
        let host = try RawHost()
        try host.write32(RegisterOffset.submissionTail(queue: 7), 1)
        let log = try host.logPage(0x01, 64)
        #expect(log.load(0, as: UInt64.self) == 1)
        #expect(log.load(8, as: UInt16.self) == 7)
        #expect(log.load(10, as: UInt16.self) == 0xFFFF)
    }
}
