import NVMe
import Testing

@testable import NVMeTesting

@Suite struct FailureReportTests {
    @Test func lastCommandsOfEveryQueueAreShownDecoded() throws {
        let session = DeviceSession(address: try DeviceAddress("emu:small"))
        defer { session.close() }
        let controller = try session.controller(at: session.address)
        let qpair = try controller.makeQueuePair(depth: 4)
        let buffer = try controller.makeBuffer(4096)
        _ = try controller.namespace(1).read(qpair, buffer, lba: 1 << 40).completion()
        let text = try #require(FailureReport.comments(session).first?.rawValue)
        #expect(text.hasPrefix("last commands on emu:small"))
        #expect(text.contains("CREATE I/O SUBMISSION QUEUE (01) sqid:0"))
        #expect(text.contains("READ (02) sqid:1"))
        #expect(text.contains("LBA Out of Range (00/80)"))
    }

    @Test func sessionWithoutAControllerHasNothingToShow() throws {
        let session = DeviceSession(address: try DeviceAddress("emu:small"))
        #expect(FailureReport.comments(session).isEmpty)
    }

    @Test func onlyTheFirstFailureCarriesTheCommands() throws {
        let session = DeviceSession(address: try DeviceAddress("emu:small"))
        #expect(session.noteFailure())
        #expect(!session.noteFailure())
    }
}
