import NVMeSpec
import PCIExpress
import Testing

@testable import EmulatedSSD

/// Asynchronous events and Abort (NVMe Base 2.0 §5.1, §5.2).
@Suite struct AsynchronousEventTests {
    private let request = SubmissionQueueEntry(.asynchronousEventRequest)

    private func abort(_ host: RawHost, _ commandID: UInt16, queue: UInt32 = 0) throws -> SubmissionQueueEntry {
        var command = SubmissionQueueEntry(.abort)
        command.cdw10 = UInt32(commandID) << 16 | queue
        return command
    }

    @Test func requestBeyondTheLimitIsRefused() throws {
        let host = try RawHost(RawHost.profile { $0.asynchronousEventRequests = 2 })
        try host.submit(request)
        try host.submit(request)
        #expect(try host.code(request) == .asynchronousEventRequestLimitExceeded)
    }

    @Test func abortedRequestCompletesBeforeTheAbort() throws {
        let host = try RawHost()
        let identifier = try host.submit(request)
        let aborting = try host.submit(try abort(host, identifier))
        let first = try host.completion()
        let second = try host.completion()
        #expect(first?.commandID == identifier)
        #expect(first?.status.code == .abortRequested)
        #expect(second?.commandID == aborting)
        #expect(second?.dw0 == 0)
    }

    /// Reference: NVMe Base 2.0 §5.1: a command that is reported aborted (dword 0 bit 0 is 0) completes with Command Abort Requested,
    /// also when the host has left no room for it in the completion queue yet.
    @Test func abortedRequestCompletesOnceThereIsRoom() throws {
        let host = try RawHost()
        let entries = UInt32(host.admin.entries)
        let identifier = try host.submit(request)
        // As many events as leave room for a single completion: that of Abort, which has been promised a place.
        for _ in 0..<entries - 2 { try host.submit(SubmissionQueueEntry(opcode: 0xC5)) }
        host.settleShortly()
        let aborting = try host.submit(try abort(host, identifier))
        host.settleShortly()
        var seen: [UInt16: StatusCode] = [:]
        while let entry = try host.completion() { seen[entry.commandID] = entry.status.code }
        #expect(seen[aborting] == .success)
        #expect(seen[identifier] == .abortRequested)
    }

    @Test(arguments: [0, 1, 9] as [UInt32])
    func abortOfNothingSaysSo(_ queue: UInt32) throws {
        let host = try RawHost()
        let answer = try host.run(try abort(host, 99, queue: queue))
        #expect(answer.status.isSuccess)
        #expect(answer.dw0 == 1)
    }

    @Test func delayedCommandCanBeAborted() throws {
        let host = try RawHost(RawHost.profile { $0.latency.other = 1_000_000_000 })
        let queue = try host.makeQueue(1)
        let identifier = try host.submit(SubmissionQueueEntry(.flush, nsid: 1), to: queue)
        #expect(host.ssd.stepper?.step() == true)
        #expect(try host.run(try abort(host, identifier, queue: 1)).dw0 == 0)
        #expect(try host.completion(on: queue)?.status.code == .abortRequested)
        #expect(try host.completion(on: queue) == nil)
    }

    @Test func secondEventOfATypeWaitsUntilTheLogIsRead() throws {
        let host = try RawHost()
        _ = try host.makeQueue(1, entries: 16)
        try host.submit(request)
        try host.submit(request)
        try host.write32(RegisterOffset.submissionTail(queue: 1), 99)
        #expect(try host.completion()?.dw0 == 0x0001_0100)
        try host.write32(RegisterOffset.submissionTail(queue: 6), 1)
        #expect(try host.completion() == nil)
        // Retain Asynchronous Event: still masked.
        _ = try host.logPage(0x01, 64, retain: true)
        #expect(try host.completion() == nil)
        var read = SubmissionQueueEntry(.getLogPage)
        read.cdw10 = 0x000F_0001
        read.prp1 = try host.buffer().ioVirtualAddress
        let reading = try host.submit(read)
        let answers = [try host.completion(), try host.completion()].compactMap { $0 }
        #expect(Set(answers.map(\.dw0)) == [0, 0x0001_0000])
        #expect(answers.contains { $0.commandID == reading })
    }

    /// An event that finds the completion queue full is told as soon as the host has read: no command has to come for that.
    @Test func eventWaitsForRoomInTheCompletionQueue() throws {
        let host = try RawHost()
        try host.submit(request)
        host.settleShortly()
        for _ in 0..<host.admin.entries - 1 { try host.submit(SubmissionQueueEntry(opcode: 0xC5)) }
        host.settleShortly()
        try host.write32(RegisterOffset.submissionTail(queue: 6), 1)
        host.settleShortly()
        var last: CompletionQueueEntry?
        while let entry = try host.completion() { last = entry }
        #expect(last?.dw0 == 0x0001_0000)
    }

    @Test func eventBeforeTheRequestIsKept() throws {
        let host = try RawHost()
        try host.write32(RegisterOffset.submissionTail(queue: 6), 1)
        try host.submit(request)
        #expect(try host.completion()?.dw0 == 0x0001_0000)
    }

    /// Reference: NVMe Base 2.3 §5.2.2: "If a Get Log Page command clears the event prior to receiving the Asynchronous Event Request
    /// command [...] then a notification is not sent."
    @Test(arguments: [false, true])
    func eventThatWasClearedBeforeTheRequestIsNotTold(_ retain: Bool) throws {
        let host = try RawHost()
        try host.write32(RegisterOffset.submissionTail(queue: 6), 1)
        _ = try host.logPage(0x01, 64, retain: retain)
        try host.submit(request)
        #expect(try host.completion()?.dw0 == (retain ? 0x0001_0000 : nil))
    }

    @Test func resetForgetsRequestsAndEvents() throws {
        let host = try RawHost()
        try host.submit(request)
        host.settle()
        try host.disable()
        try host.enable()
        try host.write32(RegisterOffset.submissionTail(queue: 6), 1)
        #expect(try host.completion() == nil)
    }

    @Test func temperatureThresholdRaisesTheHealthEvent() throws {
        let host = try RawHost()
        try host.submit(request)
        var command = SubmissionQueueEntry(.setFeatures)
        command.cdw10 = 0x04
        command.cdw11 = 300
        try host.submit(command)
        let answers = [try host.completion(), try host.completion()].compactMap { $0?.dw0 }
        #expect(Set(answers) == [0, 0x0002_0101])
    }
}
