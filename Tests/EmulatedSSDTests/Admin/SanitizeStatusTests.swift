import NVMeSpec
import PCIExpress
import Testing

@testable import EmulatedSSD

/// The Sanitize Status log page and SANICAP: what a host may believe of a sanitize operation.
@Suite struct SanitizeStatusTests {
    /// Dword 10 of Sanitize and its pattern; runs to the end.
    private func sanitize(_ host: RawHost, _ cdw10: UInt32, pattern: UInt32 = 0) throws {
        var command = SubmissionQueueEntry(.sanitize)
        command.cdw10 = cdw10
        command.cdw11 = pattern
        #expect(try host.code(command) == .success)
        host.settle()
    }

    /// SSTAT of the Sanitize Status log page.
    private func status(_ host: RawHost) throws -> UInt16 { try host.logPage(0x81, 512).load(2) }

    private func isDataErased(_ host: RawHost) throws -> Bool { try status(host) & 1 << 8 != 0 }

    /// Blocks of namespace 1 in use (NUSE).
    private func utilization(_ host: RawHost) throws -> UInt64 { try host.identify(0x00, nsid: 1).load(16) }

    /// Reference: NVMe Base 2.0 §5.24, No-Deallocate After Sanitize: set to 1 while SANICAP.NDI is 0, blocks shall not be deallocated.
    @Test(arguments: [2, 3, 4] as [UInt32])
    func noDeallocateLeavesAllBlocksAllocated(_ action: UInt32) throws {
        let host = try RawHost()
        #expect(try host.identify(0x01).load(328, as: UInt32.self) & 1 << 29 == 0)
        try sanitize(host, action | 1 << 9)
        #expect(try utilization(host) == host.identify(0x00, nsid: 1).load(0))
        #expect(try status(host) & 0b111 == 1)
    }

    /// Reference: NVMe Base 2.0 §5.24: cleared to 0, the controller should deallocate.
    @Test(arguments: [2, 4] as [UInt32])
    func eraseDeallocatesWhereItMay(_ action: UInt32) throws {
        let host = try RawHost()
        try sanitize(host, action)
        #expect(try utilization(host) == 0)
    }

    /// Reference: NVMe Base 2.0 §5.16.1.25, Global Data Erased: set on a subsystem that was never written to.
    /// "If the VERS bit is cleared to '0' and a Sanitize command specifies the EMVS bit set to '1'": Invalid Field in Command, but for the
    /// actions that ignore it (NVMe Base 2.3 §5.2.22).
    @Test(arguments: [(1, true), (2, false), (3, false), (4, false)] as [(UInt32, Bool)])
    func mediaVerificationThatIsNotThereIsRefused(action: UInt32, isIgnored: Bool) throws {
        let host = try RawHost()
        var command = SubmissionQueueEntry(.sanitize)
        command.cdw10 = action | 1 << 10
        #expect(try host.code(command) == (isIgnored ? .success : .invalidField))
    }

    @Test func deviceThatWasNeverWrittenIsErased() throws {
        #expect(try status(try RawHost()) == 1 << 8)
    }

    /// Reference: as above: cleared once user data has been written, by whichever command.
    @Test(arguments: [NVMOpcode.write, .writeZeroes])
    func writeClearsGlobalDataErased(_ opcode: NVMOpcode) throws {
        let host = try RawHost()
        let queue = try host.makeQueue(1)
        let data = try host.buffer()
        #expect(try host.code(host.transfer(opcode, lba: 0, blocks: 1, data), on: queue) == .success)
        #expect(try !isDataErased(host))
        try sanitize(host, 2)
        #expect(try isDataErased(host))
        #expect(try host.code(host.transfer(opcode, lba: 9, blocks: 1, data), on: queue) == .success)
        #expect(try !isDataErased(host))
    }

    /// Reference: as above: a running operation is not yet a successful one.
    @Test func runningSanitizeHasNotErasedYet() throws {
        let host = try RawHost()
        let queue = try host.makeQueue(1)
        let data = try host.buffer()
        #expect(try host.code(host.transfer(.write, lba: 0, blocks: 1, data), on: queue) == .success)
        var command = SubmissionQueueEntry(.sanitize)
        command.cdw10 = 2
        try host.submit(command)
        try host.submit(host.logPageCommand(0x81, 512, at: data.ioVirtualAddress))
        #expect(host.ssd.stepper?.step() == true)
        #expect(data.load(2, as: UInt16.self) == 2)
    }

    /// Reference: NVMe Base 2.0 §5.16.1.25, Completed Overwrite Passes: 0h where the most recent operation was no Overwrite.
    @Test(arguments: [2, 4] as [UInt32])
    func passesOfAnEarlierOverwriteAreForgotten(_ action: UInt32) throws {
        let host = try RawHost()
        try sanitize(host, 3 | 5 << 4)
        #expect(try status(host) >> 3 & 0x1F == 5)
        try sanitize(host, action)
        #expect(try status(host) >> 3 & 0x1F == 0)
    }

    /// Reference: NVMe Base 2.0 §5.24: an Overwrite Pass Count of 0 is sixteen passes.
    @Test func passCountOfZeroIsSixteenPasses() throws {
        let host = try RawHost()
        try sanitize(host, 3)
        #expect(try status(host) >> 3 & 0x1F == 16)
    }

    /// Reference: NVMe Base 2.0 §5.17.2.1, SANICAP: NODMMAS 00b is for versions up to 1.3, or where there is no sanitize operation.
    @Test func capabilitiesSayWhetherMediaIsModifiedAfterwards() throws {
        let capabilities: UInt32 = try RawHost().identify(0x01).load(328)
        #expect(capabilities & 0b111 == 0b111)
        #expect(capabilities >> 30 == 0b01)
    }

    /// Reference: NVMe Base 2.0 §5.16.1.25: times with additional media modification are those of NODMMAS 10b; FFFFFFFFh is no report.
    @Test func noTimeIsReportedForMediaModificationThatNeverHappens() throws {
        let log = try RawHost().logPage(0x81, 512)
        #expect([20, 24, 28].map { log.load($0, as: UInt32.self) } == [.max, .max, .max])
    }

    /// Reference: NVMe Base 2.2 figure 648 (2.0 §8.21): with OIPBP, the first of an even number of passes writes the inverse pattern, the
    /// first of an odd number the pattern; each further pass inverts. Either way the last pass writes the pattern.
    @Test(arguments: [1, 2, 3, 0] as [UInt32])
    func overwriteEndsWithItsPattern(_ passes: UInt32) throws {
        let host = try RawHost()
        try sanitize(host, 3 | passes << 4 | 1 << 8, pattern: 0x1234_5678)
        let queue = try host.makeQueue(1)
        let data = try host.buffer()
        #expect(try host.code(host.transfer(.read, lba: 5, blocks: 1, data), on: queue) == .success)
        #expect(data.load(0, as: UInt32.self) == 0x1234_5678)
    }

    /// Reference: NVMe Base 2.2 §8.1.24.4 (2.0 §8.21.1): the start of a sanitize operation clears outstanding sanitize events.
    @Test func newOperationForgetsTheEventOfTheLast() throws {
        let host = try RawHost()
        try sanitize(host, 2)
        var again = SubmissionQueueEntry(.sanitize)
        again.cdw10 = 2
        try host.submit(again)
        try host.submit(SubmissionQueueEntry(.asynchronousEventRequest))
        #expect(host.ssd.stepper?.step() == true)
        #expect(host.admin.take()?.status.isSuccess == true)
        #expect(host.admin.take() == nil)
    }

    /// Reference: NVMe Base 2.2 §8.1.24.4: commands in progress that are not allowed meanwhile are aborted with Sanitize In Progress.
    @Test func commandsInProgressAreAborted() throws {
        let host = try RawHost(RawHost.profile { $0.latency.read = 1_000_000 })
        let queue = try host.makeQueue(1)
        let data = try host.buffer()
        for lba in 0..<3 as Range<UInt64> {
            try host.submit(host.transfer(.read, lba: lba, blocks: 1, data), to: queue)
        }
        #expect(host.ssd.stepper?.step() == true)
        var command = SubmissionQueueEntry(.sanitize)
        command.cdw10 = 2
        #expect(try host.code(command) == .success)
        let codes = (0..<4).map { _ in queue.take()?.status.code }
        #expect(codes == [.sanitizeInProgress, .sanitizeInProgress, .sanitizeInProgress, nil])
    }

    /// Reference: NVMe 1.4 §8.15.1 (Base 2.0 §8.21.1), Admin Commands Allowed: the Error Information page returns zeros in its LBA field.
    @Test func errorLogNamesNoBlockMeanwhile() throws {
        let host = try RawHost()
        let queue = try host.makeQueue(1)
        let data = try host.buffer()
        #expect(try host.code(host.transfer(.read, lba: 1 << 40, blocks: 1, data), on: queue) == .lbaOutOfRange)
        #expect(try host.logPage(0x01, 64).load(16, as: UInt64.self) == 1 << 40)
        var command = SubmissionQueueEntry(.sanitize)
        command.cdw10 = 2
        try host.submit(command)
        try host.submit(host.logPageCommand(0x01, 64, at: data.ioVirtualAddress))
        #expect(host.ssd.stepper?.step() == true)
        #expect(data.load(0, as: UInt64.self) != 0)
        #expect(data.load(16, as: UInt64.self) == 0)
    }
}
