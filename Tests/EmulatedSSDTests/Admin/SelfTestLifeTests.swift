import NVMeSpec
import PCIExpress
import Testing

@testable import EmulatedSSD

/// What ends a device self-test, and what does not.
@Suite struct SelfTestLifeTests {
    /// A host whose short self-test takes 200 ms and whose extended one takes 1 s; two namespaces.
    private func host(testing code: UInt32, nsid: UInt32) throws -> RawHost {
        let host = try RawHost(RawHost.profile { $0.namespaces = 2 })
        var command = SubmissionQueueEntry(.deviceSelfTest, nsid: nsid)
        command.cdw10 = code
        try host.submit(command)
        #expect(host.ssd.stepper?.step() == true)
        #expect(host.admin.take()?.status.isSuccess == true)
        try host.admin.acknowledge()
        return host
    }

    /// Submits a command whose completion comes at once, without letting time bring anything more.
    private func step(_ host: RawHost, _ command: SubmissionQueueEntry) throws -> StatusCode? {
        try host.submit(command)
        #expect(host.ssd.stepper?.step() == true)
        defer { try? host.admin.acknowledge() }
        return host.admin.take()?.status.code
    }

    /// Current operation, and code and result of the newest entry.
    private func log(_ host: RawHost) throws -> (current: UInt8, newest: UInt8) {
        let memory = try host.buffer()
        #expect(try step(host, host.logPageCommand(0x06, 564, at: memory.ioVirtualAddress)) == .success)
        return (memory.load(0), memory.load(4))
    }

    /// Reference: NVMe Base 2.1 §8.1.7, figure 596 (2.0 §8.6): Format NVM of the namespace under test, or of all, aborts the test; its
    /// result is 4h (2.0 §5.16.1.7).
    @Test(
        arguments: [(1, 1, 1), (1, 1, .max), (2, 1, 1), (2, 1, .max), (1, .max, .max), (2, .max, .max)]
            as [(UInt32, UInt32, UInt32)])
    func formatAbortsTheSelfTestOfItsNamespace(_ code: UInt32, _ tested: UInt32, _ formatted: UInt32) throws {
        let host = try host(testing: code, nsid: tested)
        #expect(try step(host, SubmissionQueueEntry(.formatNVM, nsid: formatted)) == .success)
        #expect(try log(host) == (0, UInt8(code) << 4 | 0x4))
    }

    /// Reference: NVMe Base 2.1 §8.1.7, figure 596: only where the namespace identifiers are the same.
    @Test(arguments: [0, 2] as [UInt32])
    func formatOfAnotherNamespaceLeavesTheSelfTest(_ tested: UInt32) throws {
        let host = try host(testing: 2, nsid: tested)
        #expect(try step(host, SubmissionQueueEntry(.formatNVM, nsid: 1)) == .success)
        #expect(try log(host) == (2, 0x0F))
    }

    /// A format that is refused formats nothing, and aborts nothing.
    @Test func refusedFormatLeavesTheSelfTest() throws {
        let host = try host(testing: 2, nsid: 1)
        var format = SubmissionQueueEntry(.formatNVM, nsid: 1)
        format.cdw10 = 9
        #expect(try step(host, format) == .invalidFormat)
        #expect(try log(host) == (2, 0x0F))
    }

    /// Reference: NVMe Base 2.1 §8.1.7.2: an extended self-test persists across any Controller Level Reset.
    @Test func extendedSelfTestPersistsAcrossControllerResets() throws {
        let host = try host(testing: 2, nsid: 1)
        try host.disable()
        try host.enable()
        #expect(try log(host) == (2, 0x0F))
        for kind in ResetKind.allCases {
            try host.ssd.reset(kind)
            try host.enable()
            #expect(try log(host) == (2, 0x0F))
        }
        host.settle()
        #expect(try log(host) == (0, 0x20))
    }

    /// Reference: NVMe Base 2.1 §8.1.7.1 and .2 list what aborts a self-test; a shutdown notification is none of it.
    @Test(arguments: [0b01, 0b10] as [UInt32])
    func shutdownDoesNotAbortTheExtendedSelfTest(_ notification: UInt32) throws {
        let host = try host(testing: 2, nsid: 1)
        try host.write32(RegisterOffset.cc, RawHost.enabled | notification << 14)
        try host.disable()
        try host.enable()
        #expect(try log(host) == (2, 0x0F))
    }

    /// Reference: NVMe Base 2.1 §8.1.7.2: it resumes after power has been restored, and what time passed without power tests nothing.
    @Test func extendedSelfTestResumesAfterPowerLoss() throws {
        let host = try host(testing: 2, nsid: 1)
        let before = host.ssd.nanoseconds
        try host.cyclePower()
        #expect(try log(host) == (2, 0x0F))
        host.settle()
        #expect(try log(host) == (0, 0x20))
        #expect(host.ssd.nanoseconds - before >= 999_000_000)
    }

    /// Reference: as above: progress made before the loss of power is kept.
    @Test func extendedSelfTestGoesOnWhereItWas() throws {
        let host = try host(testing: 2, nsid: 1)
        let controller = host.ssd.function.controller
        controller.clock.advance(to: controller.clock.now + 500_000_000)
        try host.ssd.power?.powerOff()
        controller.clock.advance(to: controller.clock.now + 10_000_000_000)
        try host.ssd.power?.powerOn()
        try host.enable()
        let memory = try host.buffer()
        #expect(try step(host, host.logPageCommand(0x06, 564, at: memory.ioVirtualAddress)) == .success)
        #expect(memory.load(0, as: UInt8.self) == 2)
        #expect((50...51).contains(memory.load(1, as: UInt8.self)))
    }

    /// Reference: NVMe Base 2.1 §8.1.7.1: a short self-test is aborted by any Controller Level Reset, result 2h.
    @Test func shortSelfTestDoesNotSurvivePowerLoss() throws {
        let host = try host(testing: 1, nsid: 1)
        try host.cyclePower()
        #expect(try log(host) == (0, 0x12))
    }
}
