import NVMeSpec
import PCIExpress
import Testing

@testable import EmulatedSSD

/// Identify: every CNS value and what it refuses.
@Suite struct IdentifyTests {
    private func command(_ cns: UInt32, nsid: UInt32 = 0, csi: UInt32 = 0, at address: UInt64) -> SubmissionQueueEntry {
        var command = SubmissionQueueEntry(.identify, nsid: nsid)
        command.cdw10 = cns
        command.cdw11 = csi << 24
        command.prp1 = address
        return command
    }

    private func page(_ host: RawHost, _ cns: UInt32, nsid: UInt32 = 0) throws -> DMARegion {
        let memory = try host.buffer()
        let code = try host.code(command(cns, nsid: nsid, at: memory.ioVirtualAddress))
        guard code == .success else { throw UnexpectedStatus(code: code) }
        return memory
    }

    @Test func unknownStructureIsAnInvalidField() throws {
        let host = try RawHost()
        #expect(try host.code(command(0xEE, at: try host.buffer().ioVirtualAddress)) == .invalidField)
    }

    @Test(arguments: [0x00, 0x03, 0x05, 0x08, 0x11] as [UInt32])
    func namespaceThatCannotBeIsRefused(_ cns: UInt32) throws {
        let host = try RawHost()
        for nsid in [0, 2, .max] as [UInt32] {
            let answer = try host.code(command(cns, nsid: nsid, at: try host.buffer().ioVirtualAddress))
            #expect(answer == .invalidNamespaceOrFormat)
        }
    }

    @Test func namespaceHasItsSizeAndFormats() throws {
        let data = try page(try RawHost(), 0x00, nsid: 1)
        #expect(data.load(0, as: UInt64.self) == 131072)
        #expect(data.load(25, as: UInt8.self) == 1)
        #expect(data.load(130, as: UInt8.self) == 9)
        #expect(data.load(134, as: UInt8.self) == 12)
    }

    /// Reference: NVMe Base 2.0 §5.17.2.8 (CNS 08h), NSFEAT bit 3 (UIDREUSE): the same fact as in CNS 00h.
    @Test func bothNamespaceStructuresAgreeOnIdentifierReuse() throws {
        let host = try RawHost()
        #expect(try page(host, 0x00, nsid: 1).load(24, as: UInt8.self) >> 3 & 1 == 1)
        #expect(try page(host, 0x08, nsid: 1).load(0, as: UInt8.self) == 1 << 3)
    }

    /// Reference: NVM Command Set 1.0 §4.1.5.1, MC: blocks with metadata can be transferred in at least one way. The model has neither, so
    /// no format has metadata.
    @Test func noFormatHasMetadataThatCannotBeTransferred() throws {
        let data = try page(try RawHost(), 0x00, nsid: 1)
        #expect(data.load(27, as: UInt8.self) == 0)
        for index in 0..<16 { #expect(data.load(128 + 4 * index, as: UInt16.self) == 0) }
    }

    @Test func listBeginsBehindTheGivenIdentifier() throws {
        let host = try RawHost(RawHost.profile { $0.namespaces = 3 })
        let list = try page(host, 0x02, nsid: 1)
        #expect((0..<3).map { list.load(4 * $0, as: UInt32.self) } == [2, 3, 0])
        let all = try host.code(command(0x02, nsid: .max, at: list.ioVirtualAddress))
        #expect(all == .invalidNamespaceOrFormat)
    }

    @Test func descriptorsAreAChain() throws {
        let data = try page(try RawHost(), 0x03, nsid: 1)
        #expect([0, 12, 32, 37].map { data.load($0, as: UInt8.self) } == [1, 2, 4, 0])
        #expect(data.load(36, as: UInt8.self) == 0)
    }

    @Test func unknownCommandSetIsRefused() throws {
        let host = try RawHost()
        let answer = try host.code(command(0x06, csi: 2, at: try host.buffer().ioVirtualAddress))
        #expect(answer == .invalidIOCommandSet)
    }

    @Test func controllerTellsItsLimits() throws {
        let data = try page(try RawHost(), 0x01)
        #expect(data.load(77, as: UInt8.self) == 5)
        #expect(data.load(512, as: UInt8.self) == 0x66)
        #expect(data.load(516, as: UInt32.self) == 1)
        #expect(data.load(259, as: UInt8.self) == 7)
        #expect(data.text(768..<794) == "nqn.2014-08.org.nvmexpress")
    }

    /// KAS is zero: the timer is not supported, nor is the command that feeds it.
    @Test func keepAliveIsAsAbsentAsItsTimer() throws {
        let host = try RawHost()
        #expect(try page(host, 0x01).load(320, as: UInt16.self) == 0)
        #expect(try host.code(SubmissionQueueEntry(.keepAlive)) == .invalidOpcode)
    }

    @Test func unknownOpcodeIsInvalid() throws {
        let answer = try RawHost().run(SubmissionQueueEntry(opcode: 0xC5))
        #expect(answer.status.code == .invalidOpcode)
        #expect(answer.status.doNotRetry)
    }
}
