import NVMeSpec
import PCIExpress
import Testing

@testable import EmulatedSSD

/// NSID of admin commands that do not use it.
@Suite struct NamespaceIdentifierTests {
    /// Reference: NVMe Base 2.3 figure 92: "If the namespace identifier is not used for the command and the host specifies a value from
    /// 1h to FFFFFFFFh, then the controller shall abort the command with a status code of Invalid Field in Command"; figure 142 says
    /// which commands use it.
    @Test(
        arguments: [
            .deleteIOSubmissionQueue, .createIOSubmissionQueue, .deleteIOCompletionQueue, .createIOCompletionQueue,
            .abort,
            .asynchronousEventRequest, .firmwareCommit, .firmwareImageDownload, .sanitize,
        ] as [AdminOpcode])
    func commandThatDoesNotUseIt(opcode: AdminOpcode) throws {
        let host = try RawHost()
        for nsid in [1, 77, .max] as [UInt32] {
            #expect(try host.code(SubmissionQueueEntry(opcode, nsid: nsid)) == .invalidField)
        }
        // Bytes 07:04 of the command.
        #expect(try host.logPage(0x01, 64).load(14, as: UInt16.self) == 4)
    }

    /// Reference: NVMe Base 2.3 figure 326, column NSID, and figure 92.
    @Test(arguments: [0x01, 0x06, 0x13, 0x1C] as [UInt32])
    func identifyStructureThatDoesNotUseIt(cns: UInt32) throws {
        let host = try RawHost()
        for (nsid, expected) in [(0, .success), (1, .invalidField), (.max, .invalidField)] as [(UInt32, StatusCode)] {
            var command = SubmissionQueueEntry(.identify, nsid: nsid)
            command.cdw10 = cns
            command.prp1 = try host.buffer().ioVirtualAddress
            #expect(try host.code(command) == expected)
        }
    }
}
