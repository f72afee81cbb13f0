import Glibc
import Testing

@testable import PCIExpress

/// The protocol against a peer of our own, which may say anything.
@Suite struct QTestTests {
    let peer: OwnedDescriptor
    let qtest: QTest

    /// The answers lie in the socket before the question is asked: the protocol does not mind.
    init() throws {
        let (ours, theirs) = try OwnedDescriptor.socketPair()
        peer = theirs
        qtest = QTest(socket: ours, timeLimitSeconds: 5)
    }

    private func answer(_ text: String) {
        let bytes = Array(text.utf8)
        #expect(send(peer.rawValue, bytes, bytes.count, 0) == bytes.count)
    }

    private func questions() -> String {
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = recv(peer.rawValue, &bytes, bytes.count, CInt(MSG_DONTWAIT))
        return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
    }

    @Test(arguments: [(AccessWidth.byte, "readb"), (.word, "readw"), (.dword, "readl"), (.qword, "readq")])
    func widthIsTheLastLetterOfTheCommand(width: AccessWidth, command: String) throws {
        answer("OK 0x0000000000000000\n")
        _ = try qtest.read(0x1000, width)
        #expect(questions() == "\(command) 0x1000\n")
    }

    @Test func answerIsCutToItsWidth() throws {
        answer("OK 0xFFFFFFFFFFFF1234\n")
        #expect(try qtest.read(0, .word) == 0x1234)
    }

    @Test func interruptLinesBetweenAnswersAreSkipped() throws {
        answer("IRQ raise 4\nOK 0x7\n")
        #expect(try qtest.read(0, .dword) == 7)
    }

    @Test func acknowledgementsOfWritesAreNotTakenForAnswers() throws {
        answer("OK\nOK\nOK 0x9\n")
        try qtest.write(0, 1, .dword)
        try qtest.write(4, 2, .dword)
        #expect(try qtest.read(8, .dword) == 9)
        #expect(questions() == "writel 0x0 0x1\nwritel 0x4 0x2\nreadl 0x8\n")
    }

    @Test(arguments: ["FAIL Unknown command\n", "\n", "nonsense\n", String(repeating: "x", count: 5000)])
    func answerThatIsNotTheProtocolsIsRefused(text: String) throws {
        answer(text)
        #expect {
            try qtest.read(0, .dword)
        } throws: { error in
            if case .refused = error as? QTest.Failure { true } else { false }
        }
    }

    @Test(arguments: ["OK zero\n", "OK 0x\n", "OK 0x11111111111111111\n", "OK\n"])
    func valueThatIsNoNumberIsZero(text: String) throws {
        answer(text)
        #expect(try qtest.read(0, .dword) == 0)
    }

    @Test func peerThatHasGoneIsNoticed() throws {
        shutdown(peer.rawValue, CInt(SHUT_RDWR))
        #expect(!qtest.isConnected)
        #expect {
            try qtest.read(0, .dword)
        } throws: { error in
            if case .hungUp = error as? QTest.Failure { true } else { false }
        }
    }

    @Test func silentPeerEndsWithATimeOut() throws {
        let (ours, theirs) = try OwnedDescriptor.socketPair()
        #expect {
            try QTest(socket: ours, timeLimitSeconds: 0).read(0, .dword)
        } throws: { error in
            if case .timedOut = error as? QTest.Failure { true } else { false }
        }
        withExtendedLifetime(theirs) {}
    }
}
