import NVMeSpec
import PCIExpress
import Testing

@testable import EmulatedSSD

/// Sanitize, Format NVM and Device Self-test: operations that take time.
@Suite struct SanitizeTests {
    private func sanitize(_ action: UInt32) -> SubmissionQueueEntry {
        var command = SubmissionQueueEntry(.sanitize)
        command.cdw10 = action
        return command
    }

    @Test func endOfSanitizeIsAnEvent() throws {
        let host = try RawHost()
        try host.submit(SubmissionQueueEntry(.asynchronousEventRequest))
        try host.submit(sanitize(2))
        #expect(try host.completion()?.status.isSuccess == true)
        #expect(try host.completion()?.dw0 == 0x0081_0106)
        let log = try host.logPage(0x81, 512)
        #expect(log.load(0, as: UInt16.self) == 0xFFFF)
        #expect(log.load(2, as: UInt16.self) & 0b111 == 1)
    }

    @Test func commandsAreRefusedMeanwhile() throws {
        let host = try RawHost()
        let queue = try host.makeQueue(1)
        let data = try host.buffer()
        try host.submit(sanitize(4))
        #expect(host.ssd.stepper?.step() == true)
        try host.submit(host.transfer(.read, lba: 0, blocks: 1, data), to: queue)
        #expect(host.ssd.stepper?.step() == true)
        #expect(queue.take()?.status.code == .sanitizeInProgress)
        try host.submit(SubmissionQueueEntry(.formatNVM, nsid: 1))
        try host.submit(sanitize(2))
        try host.submit(host.logPageCommand(0x81, 512, at: data.ioVirtualAddress))
        #expect(host.ssd.stepper?.step() == true)
        let codes = (0..<4).compactMap { _ in host.admin.take()?.status.code }
        #expect(codes == [.success, .sanitizeInProgress, .sanitizeInProgress, .success])
        #expect(data.load(2, as: UInt16.self) & 0b111 == 2)
    }

    /// Reference: NVMe Base 2.3 §8.1.26.5: "any command or command option that is not explicitly permitted in Figure 143 shall be aborted
    /// with a status code of Sanitize In Progress"; of the pages here the figure has 01h, 02h, 04h and 81h.
    @Test(arguments: LogPageRow.table.map(\.id))
    func onlyThePagesOfFigure143AreReadMeanwhile(_ id: UInt8) throws {
        let host = try RawHost()
        let data = try host.buffer()
        try host.submit(sanitize(4))
        #expect(host.ssd.stepper?.step() == true)
        try host.submit(host.logPageCommand(id, 512, at: data.ioVirtualAddress))
        #expect(host.ssd.stepper?.step() == true)
        let codes = (0..<2).compactMap { _ in host.admin.take()?.status.code }
        #expect(codes == [.success, [0x01, 0x02, 0x04, 0x81].contains(id) ? .success : .sanitizeInProgress])
    }

    @Test func dataIsGoneAfterwards() throws {
        let host = try RawHost()
        let queue = try host.makeQueue(1)
        let data = try host.buffer()
        data.store(UInt64.max, at: 0)
        #expect(try host.code(host.transfer(.write, lba: 0, blocks: 1, data), on: queue) == .success)
        #expect(try host.code(sanitize(2)) == .success)
        host.settle()
        #expect(try host.code(host.transfer(.read, lba: 0, blocks: 1, data), on: queue) == .success)
        #expect(data.load(0, as: UInt64.self) == 0)
    }

    @Test(arguments: [0, 5, 7] as [UInt32])
    func reservedActionIsAnInvalidField(_ action: UInt32) throws {
        #expect(try RawHost().code(sanitize(action)) == .invalidField)
    }

    @Test func sanitizeGoesOnAfterPowerLoss() throws {
        let host = try RawHost()
        try host.submit(sanitize(2))
        #expect(host.ssd.stepper?.step() == true)
        let power = try #require(host.ssd.power)
        try power.powerOff()
        try power.powerOn()
        try host.enable()
        host.settle()
        #expect(try host.logPage(0x81, 512).load(2, as: UInt16.self) & 0b111 == 1)
    }
}

@Suite struct FormatTests {
    private func format(_ lbaf: UInt32, nsid: UInt32 = 1, bits: UInt32 = 0) -> SubmissionQueueEntry {
        var command = SubmissionQueueEntry(.formatNVM, nsid: nsid)
        command.cdw10 = lbaf | bits
        return command
    }

    @Test func formatChangesTheBlockSize() throws {
        let host = try RawHost()
        #expect(try host.code(format(1)) == .success)
        #expect(host.ssd.function.controller.namespaces[0].geometry.lbaByteCount == 4096)
    }

    @Test func refusals() throws {
        let host = try RawHost()
        #expect(try host.code(format(2)) == .invalidFormat)
        #expect(try host.code(format(0, nsid: 2)) == .invalidNamespaceOrFormat)
        #expect(try host.code(format(0, nsid: 0)) == .invalidNamespaceOrFormat)
        #expect(try host.code(format(0, bits: 3 << 9)) == .invalidField)
        #expect(try host.code(format(0, bits: 1 << 5)) == .invalidFormat)
    }

    /// Reference: NVMe Base 2.3 §5.2.10, LBAFU: "This field shall be ignored by the controller if the LBA Format Extension Enable
    /// (LBAFEE) field is cleared to 0h in the Host Behavior Support feature".
    @Test(arguments: [false, true])
    func upperBitsOfTheFormatCountOnlyForAHostThatEnabledThem(_ isEnabled: Bool) throws {
        let host = try RawHost()
        let behavior = try host.buffer()
        behavior.store(UInt8(isEnabled ? 1 : 0), at: 2)
        let set = host.featureCommand(.setFeatures, 0x16, data: behavior.ioVirtualAddress)
        #expect(try host.code(set) == .success)
        #expect(try host.code(format(1, bits: 0b11 << 12)) == (isEnabled ? .invalidFormat : .success))
    }

    @Test func readsAreRefusedWhileAFormatRuns() throws {
        let host = try RawHost(RawHost.profile { $0.latency.format = 1_000_000 })
        let queue = try host.makeQueue(1)
        let data = try host.buffer()
        try host.submit(format(0))
        #expect(host.ssd.stepper?.step() == true)
        try host.submit(host.transfer(.read, lba: 0, blocks: 1, data), to: queue)
        #expect(host.ssd.stepper?.step() == true)
        #expect(queue.take()?.status.code == .formatInProgress)
        #expect(host.admin.take() == nil)
        #expect(try host.completion()?.status.isSuccess == true)
        #expect(try host.code(host.transfer(.read, lba: 0, blocks: 1, data), on: queue) == .success)
    }
}

@Suite struct SelfTestTests {
    private func command(_ code: UInt32, nsid: UInt32 = 0) -> SubmissionQueueEntry {
        var command = SubmissionQueueEntry(.deviceSelfTest, nsid: nsid)
        command.cdw10 = code
        return command
    }

    /// Current operation, and code and result of the newest entry.
    private func log(_ host: RawHost) throws -> (current: UInt8, newest: UInt8) {
        let page = try host.logPage(0x06, 564)
        return (page.load(0), page.load(4))
    }

    @Test func shortTestPasses() throws {
        let host = try RawHost()
        #expect(try host.code(command(1)) == .success)
        host.settle()
        #expect(try log(host) == (0, 0x10))
    }

    @Test func secondTestMeanwhileIsRefused() throws {
        let host = try RawHost()
        try host.submit(command(2), ring: false)
        try host.submit(command(1))
        #expect(host.ssd.stepper?.step() == true)
        #expect(host.admin.take()?.status.code == .success)
        #expect(host.admin.take()?.status.code == .deviceSelfTestInProgress)
    }

    @Test func resetEndsAShortTest() throws {
        let host = try RawHost()
        try host.submit(command(1))
        #expect(host.ssd.stepper?.step() == true)
        try host.disable()
        try host.enable()
        #expect(try log(host) == (0, 0x12))
    }

    @Test func abortEndsATest() throws {
        let host = try RawHost()
        try host.submit(command(2), ring: false)
        try host.submit(command(0xF))
        #expect(host.ssd.stepper?.step() == true)
        #expect([try host.completion()?.status.code, try host.completion()?.status.code] == [.success, .success])
        #expect(try log(host) == (0, 0x21))
    }

    @Test func refusals() throws {
        let host = try RawHost()
        #expect(try host.code(command(3)) == .invalidField)
        #expect(try host.code(command(1, nsid: 9)) == .invalidNamespaceOrFormat)
    }
}
