import NVMeSpec
import PCIExpress
import Testing

@testable import EmulatedSSD

/// Get Log Page: identifiers, offsets, lengths, contents.
@Suite struct LogPageTests {
    private func code(_ host: RawHost, _ id: UInt8, _ byteCount: Int, offset: UInt64, nsid: UInt32 = .max) throws
        -> StatusCode
    {
        let memory = try host.buffer(byteCount)
        return try host.code(
            host.logPageCommand(id, byteCount, offset: offset, nsid: nsid, at: memory.ioVirtualAddress))
    }

    @Test func unknownPageIsAnInvalidLogPage() throws {
        #expect(try code(try RawHost(), 0x0F, 512, offset: 0) == .invalidLogPage)
    }

    @Test(arguments: [516, 1 << 20, UInt64.max - 3])
    func offsetBeyondThePageIsAnInvalidField(_ offset: UInt64) throws {
        #expect(try code(try RawHost(), 0x02, 512, offset: offset) == .invalidField)
    }

    @Test func offsetInsideADwordIsAnInvalidField() throws {
        #expect(try code(try RawHost(), 0x02, 512, offset: 2) == .invalidField)
    }

    @Test func offsetSelectsTheRestOfThePageAndZerosFollow() throws {
        let host = try RawHost()
        let memory = try host.buffer()
        memory.store(UInt64.max, at: 400)
        let command = host.logPageCommand(0x02, 512, offset: 112, at: memory.ioVirtualAddress)
        #expect(try host.code(command) == .success)
        #expect(memory.load(0, as: UInt64.self) == 1)
        #expect(memory.load(400, as: UInt64.self) == 0)
    }

    @Test func offsetTypeOfEntriesIsAnInvalidField() throws {
        let host = try RawHost()
        var command = host.logPageCommand(0x02, 512, at: try host.buffer().ioVirtualAddress)
        command.cdw14 = 1 << 23
        #expect(try host.code(command) == .invalidField)
    }

    /// Reference: NVMe Base 2.1 §5.1.12.1 (2.0 §5.16.1): where a page's scope is the controller or the NVM subsystem, the controller
    /// shall abort what names a namespace other than 0h or FFFFFFFFh. All pages here are such: LPA bit 0 is 0.
    @Test(arguments: LogPageRow.table.map(\.id))
    func pageOfTheControllerRefusesANamespace(_ id: UInt8) throws {
        let host = try RawHost()
        #expect(try code(host, id, 512, offset: 0, nsid: 1) == .invalidField)
        #expect(try code(host, id, 512, offset: 0, nsid: 0) == .success)
        #expect(try code(host, id, 512, offset: 0, nsid: .max) == .success)
    }

    /// Reference: NVMe Base 2.0 §5.16.1.2: byte 30 is the command set, byte 31 the opcode of the command, byte 63 the version of the page,
    /// which shall be 1h.
    @Test func errorLogNamesTheOpcode() throws {
        let host = try RawHost()
        _ = try host.run(SubmissionQueueEntry(opcode: 0xC5))
        let log = try host.logPage(0x01, 128)
        #expect([30, 31, 63].map { log.load($0, as: UInt8.self) } == [0, 0xC5, 1])
        // An entry that was never used is all zeros.
        #expect(log.bytes[64..<128].allSatisfy { $0 == 0 })
    }

    @Test func errorLogHasTheNewestErrorFirst() throws {
        let host = try RawHost()
        _ = try host.run(SubmissionQueueEntry(opcode: 0xFF))
        var wrong = SubmissionQueueEntry(.identify, nsid: 9)
        wrong.cdw10 = 0xEE
        let identifier = try host.submit(wrong)
        _ = try host.completion()
        let log = try host.logPage(0x01, 128)
        #expect(log.load(0, as: UInt64.self) == 2)
        #expect(log.load(10, as: UInt16.self) == identifier)
        #expect(log.load(12, as: UInt16.self) >> 1 & 0x7FF == StatusCode.invalidField.rawValue)
        #expect(log.load(24, as: UInt32.self) == 9)
        #expect(log.load(64, as: UInt64.self) == 1)
        #expect(try host.logPage(0x02, 512).load(176, as: UInt64.self) == 2)
    }

    @Test func healthCountsCommandsAndData() throws {
        let host = try RawHost()
        let queue = try host.makeQueue(1)
        let data = try host.buffer(4096)
        for _ in 0..<2 { #expect(try host.code(host.transfer(.write, lba: 0, blocks: 8, data), on: queue) == .success) }
        #expect(try host.code(host.transfer(.read, lba: 0, blocks: 8, data), on: queue) == .success)
        let log = try host.logPage(0x02, 512)
        #expect(log.load(64, as: UInt64.self) == 1)
        #expect(log.load(80, as: UInt64.self) == 2)
        #expect(log.load(48, as: UInt64.self) == 1)
    }

    /// NVMe Base 2.0 §5.16.1.6: CSUPP is set for what the controller supports; all else ends with Invalid Command Opcode.
    @Test func effectsNameExactlyTheAdminCommandsThatAreNotRefusedAsUnknown() throws {
        let host = try RawHost()
        let log = try host.logPage(0x05, 4096)
        for opcode in 0...255 {
            let isKnown = try host.knows(SubmissionQueueEntry(opcode: UInt8(opcode)))
            #expect(isKnown == log.load(4 * opcode, as: UInt32.self).bit(0), "\(AdminOpcode(rawValue: UInt8(opcode)))")
        }
    }

    @Test func effectsNameExactlyTheIOCommandsThatAreNotRefusedAsUnknown() throws {
        let host = try RawHost()
        let log = try host.logPage(0x05, 4096)
        let queue = try host.makeQueue(1)
        for opcode in 0...255 {
            let isKnown = try host.knows(SubmissionQueueEntry(opcode: UInt8(opcode), nsid: 1), on: queue)
            let isListed = log.load(1024 + 4 * opcode, as: UInt32.self).bit(0)
            #expect(isKnown == isListed, "\(NVMOpcode(rawValue: UInt8(opcode)))")
        }
    }

    @Test func supportedPagesAreTheOnesInTheTable() throws {
        let log = try RawHost().logPage(0x00, 1024)
        let listed = (0..<256).filter { log.load(4 * $0, as: UInt32.self) & 1 == 1 }
        #expect(listed == LogPageRow.table.map { Int($0.id) })
    }
}

extension RawHost {
    /// False when the command ends with Invalid Command Opcode. One that stays outstanding is known.
    fileprivate func knows(_ command: SubmissionQueueEntry, on queue: RawQueue? = nil) throws -> Bool {
        let id = try submit(command, to: queue)
        while let answer = try completion(on: queue) {
            if answer.commandID == id { return answer.status.code != .invalidOpcode }
        }
        return true
    }
}
