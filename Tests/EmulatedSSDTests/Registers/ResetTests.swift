import NVMeSpec
import PCIExpress
import Testing

@testable import EmulatedSSD

/// Resets with commands outstanding, shutdown, power.
@Suite struct ResetTests {
    /// A host with one flush that takes a second, fetched but not completed.
    private func busyHost() throws -> (RawHost, RawQueue) {
        let host = try RawHost(RawHost.profile { $0.latency.other = 1_000_000_000 })
        let queue = try host.makeQueue(1)
        try host.submit(SubmissionQueueEntry(.flush, nsid: 1), to: queue)
        #expect(host.ssd.stepper?.step() == true)
        return (host, queue)
    }

    @Test func completionOfAnEarlierGenerationComesToNothing() throws {
        let (host, queue) = try busyHost()
        try host.disable()
        try host.enable()
        #expect(try host.completion(on: queue) == nil)
        #expect(try host.completion() == nil)
    }

    @Test func queuesAreGoneAfterADisable() throws {
        let (host, _) = try busyHost()
        try host.disable()
        try host.enable()
        #expect(try host.code(host.deleteCommand(.deleteIOSubmissionQueue, id: 1)) == .invalidQueueIdentifier)
    }

    @Test(arguments: ResetKind.allCases)
    func functionResetClearsTheControllersRegisters(_ kind: ResetKind) throws {
        let (host, _) = try busyHost()
        try host.ssd.reset(kind)
        #expect(try host.status.rawValue == 0)
        #expect(try host.read64(RegisterOffset.asq) == 0)
        #expect(try host.read32(RegisterOffset.cc) == 0)
        try host.enable()
        #expect(try host.status.ready)
    }

    @Test(arguments: ResetKind.allCases)
    func interruptsWorkAfterAFunctionReset(_ kind: ResetKind) throws {
        let host = try RawHost()
        try host.ssd.reset(kind)
        try host.enable()
        let queue = try host.makeQueue(1, vector: 3)
        _ = try host.run(SubmissionQueueEntry(.flush, nsid: 1), on: queue)
        #expect(try host.ssd.interrupts.isSet(3))
    }

    @Test func subsystemResetIsRememberedUntilItIsCleared() throws {
        let host = try RawHost()
        try host.resetSubsystem()
        #expect(try host.status.rawValue == 1 << 4)
        try host.write32(RegisterOffset.csts, 1 << 4)
        #expect(try host.status.rawValue == 0)
    }

    /// Reference: NVMe over PCIe Transport 1.0, NVM Subsystem Reset: the ports go to the LTSSM's Detect state. PCIe Base 5.0 §2.9.1: a
    /// function behind a link that went down has been reset, and its configuration space with it.
    @Test func configurationSpaceDoesNotSurviveASubsystemReset() throws {
        let host = try RawHost()
        try host.write32(RegisterOffset.nssr, subsystemResetSignature)
        #expect(try host.ssd.readConfiguration(at: 0x10, width: .dword) & ~0xF == 0)
        #expect(try host.ssd.readConfiguration(at: 0x04, width: .word) & 0b110 == 0)
        #expect(try host.read32(RegisterOffset.csts) == .max)
    }

    @Test func subsystemResetNeedsItsSignature() throws {
        let host = try RawHost()
        try host.write32(RegisterOffset.nssr, 1)
        #expect(try host.status.rawValue == 1)
    }

    @Test(arguments: [0b01, 0b10] as [UInt32])
    func shutdownCompletesAndStopsFetching(_ notification: UInt32) throws {
        let host = try RawHost()
        try host.write32(RegisterOffset.cc, RawHost.enabled | notification << 14)
        #expect(try host.status.shutdownStatus == .complete)
        try host.submit(SubmissionQueueEntry(.abort))
        #expect(try host.completion() == nil)
        try host.disable()
        try host.enable()
        #expect(try host.code(SubmissionQueueEntry(.abort)) == .success)
    }

    @Test func deletingAQueueAbortsWhatWasFetched() throws {
        let (host, queue) = try busyHost()
        #expect(try host.code(host.deleteCommand(.deleteIOSubmissionQueue, id: 1)) == .success)
        #expect(try host.completion(on: queue)?.status.code == .abortedSQDeleted)
    }

    @Test func withoutBusMasterNothingIsFetched() throws {
        let host = try RawHost()
        try host.ssd.writeConfiguration(0x2, at: 4, width: .word)
        try host.submit(SubmissionQueueEntry(.abort))
        #expect(try host.completion() == nil)
        try host.ssd.writeConfiguration(0x6, at: 4, width: .word)
        #expect(try host.completion() != nil)
    }

    @Test func d3HotKeepsTheControllerAndStopsIt() throws {
        let host = try RawHost()
        try host.ssd.writeConfiguration(3, at: 0x44, width: .byte)
        #expect(try host.read32(RegisterOffset.csts) == .max)
        try host.submit(SubmissionQueueEntry(.abort))
        #expect(try host.completion() == nil)
        try host.ssd.writeConfiguration(0, at: 0x44, width: .byte)
        #expect(try host.completion()?.status.isSuccess == true)
    }
}

/// Power and removal.
@Suite struct PowerTests {
    private func health(_ host: RawHost) throws -> (cycles: UInt64, unsafeShutdowns: UInt64) {
        let log = try host.logPage(0x02, 512)
        return (log.load(112), log.load(144))
    }

    private func cycle(_ host: RawHost) throws {
        let power = try #require(host.ssd.power)
        try power.powerOff()
        try power.powerOn()
        try host.ssd.interrupts.enable()
        try host.enable()
    }

    @Test func withoutPowerEverythingReadsAllOnes() throws {
        let host = try RawHost()
        let power = try #require(host.ssd.power)
        try power.powerOff()
        #expect(try host.read32(RegisterOffset.vs) == .max)
        #expect(try host.ssd.readConfiguration(at: 0, width: .dword) == .max)
        #expect(!host.ssd.isPresent)
    }

    @Test func powerCycleWithoutNoticeIsAnUnsafeShutdown() throws {
        let host = try RawHost()
        let before = try health(host)
        try cycle(host)
        let after = try health(host)
        #expect(after == (before.cycles + 1, before.unsafeShutdowns + 1))
    }

    @Test func powerCycleAfterShutdownIsSafe() throws {
        let host = try RawHost()
        let before = try health(host)
        try host.write32(RegisterOffset.cc, RawHost.enabled | 1 << 14)
        try cycle(host)
        let after = try health(host)
        #expect(after == (before.cycles + 1, before.unsafeShutdowns))
    }

    /// Reference: NVMe Base 2.3 §5.2.12.1.3, Unexpected Power Losses: counted when "main power is lost when [...] the CSTS.SHST field is not
    /// set to 10b"; a reset clears it (§3.1.4.6).
    @Test func powerCycleAfterAShutdownThatWasResetIsUnsafe() throws {
        let host = try RawHost()
        let before = try health(host)
        try host.write32(RegisterOffset.cc, RawHost.enabled | 1 << 14)
        try host.disable()
        try cycle(host)
        let after = try health(host)
        #expect(after == (before.cycles + 1, before.unsafeShutdowns + 1))
    }

    @Test func resetsAreNoPowerCycles() throws {
        let host = try RawHost()
        let before = try health(host)
        try host.ssd.reset(.hot)
        try host.enable()
        try host.resetSubsystem()
        try host.enable()
        #expect(try health(host) == before)
    }

    @Test func removedDeviceReadsAllOnesAndComesBack() throws {
        let host = try RawHost()
        try host.ssd.remove()
        #expect(try host.read32(RegisterOffset.csts) == .max)
        #expect(!host.ssd.isPresent)
        try host.submit(SubmissionQueueEntry(.abort))
        #expect(try host.completion() == nil)
        try host.ssd.reinsert()
        try host.enable()
        #expect(try host.code(SubmissionQueueEntry(.abort)) == .success)
    }

    @Test func flushedDataSurvivesThePowerLoss() throws {
        let host = try RawHost()
        let data = try host.buffer()
        data.store(0x55AA as UInt16, at: 0)
        var queue = try host.makeQueue(1)
        #expect(try host.code(host.transfer(.write, lba: 7, blocks: 1, data), on: queue) == .success)
        #expect(try host.code(SubmissionQueueEntry(.flush, nsid: 1), on: queue) == .success)
        try cycle(host)
        queue = try host.makeQueue(1)
        data.store(0 as UInt16, at: 0)
        #expect(try host.code(host.transfer(.read, lba: 7, blocks: 1, data), on: queue) == .success)
        #expect(data.load(0, as: UInt16.self) == 0x55AA)
    }
}
