import NVMeSpec
import PCIExpress
import Testing

@testable import EmulatedSSD

/// What the way through a queue adds to the commands: namespaces, data pointers, the error log, power.
@Suite struct IOQueueTests {
    @Test func unknownOpcodeIsInvalid() throws {
        #expect(try IOHost().code(NVMOpcode(rawValue: 0x7F)) == .invalidOpcode)
    }

    @Test(arguments: [UInt32(0), 2, 0xFFFF_FFFE])
    func absentNamespaceIsInvalid(nsid: UInt32) throws {
        #expect(try IOHost().code(.read) { $0.nsid = nsid } == .invalidNamespaceOrFormat)
    }

    @Test(arguments: [NVMOpcode.read, .write, .compare, .verify, .writeZeroes, .datasetManagement])
    func commandOfOneNamespaceDoesNotTakeAll(_ opcode: NVMOpcode) throws {
        #expect(try IOHost().code(opcode) { $0.nsid = 0xFFFF_FFFF } == .invalidField)
    }

    @Test func flushMayNameAllNamespaces() throws {
        #expect(try IOHost().code(.flush) { $0.nsid = 0xFFFF_FFFF } == .success)
    }

    @Test func reservedDataTransferIsAnInvalidField() throws {
        #expect(try IOHost().code(.read) { $0.dataTransfer = .reserved } == .invalidField)
    }

    @Test func bitBucketSkipsBlocksOfARead() throws {
        let io = try IOHost()
        try io.write(1, lba: 0)
        try io.write(2, lba: 1)
        let list = try io.host.buffer()
        // A bit bucket for the first block, a data block for the second.
        list.store(512 as UInt32, at: 8)
        list.store(0x10 as UInt8, at: 15)
        list.store(io.data.ioVirtualAddress, at: 16)
        list.store(512 as UInt32, at: 24)
        let code = try io.code(.read, count: 2) {
            $0.dataTransfer = .sgl
            $0.prp1 = list.ioVirtualAddress
            $0.prp2 = 0x30 << 56 | 32
        }
        #expect(code == .success)
        #expect(io.data.load(0, as: UInt8.self) == 2)
    }

    @Test func flushedDataSurvivesPowerLoss() throws {
        let io = try IOHost()
        try io.write(9, lba: 0, count: 8)
        _ = try io.code(.flush)
        try io.host.ssd.power?.powerOff()
        try io.host.ssd.power?.powerOn()
        try io.host.enable()
        let queue = try io.host.makeQueue(1)
        io.fill(0)
        _ = try io.host.run(io.command(.read, count: 8), on: queue)
        #expect(io.data.bytes.prefix(4096).allSatisfy { $0 == 9 })
    }

    @Test func failedReadIsInTheErrorLogWithItsBlock() throws {
        let io = try IOHost()
        _ = try io.code(.writeUncorrectable, lba: 6)
        _ = try io.code(.read, lba: 0, count: 8)
        var log = SubmissionQueueEntry(opcode: AdminOpcode.getLogPage.rawValue, nsid: 0xFFFF_FFFF)
        log.cdw10 = 0x01 | 15 << 16
        log.prp1 = io.data.ioVirtualAddress
        _ = try io.host.run(log)
        #expect(ErrorInformationEntry(bytes: io.data.bytes.prefix(64)).lba == 6)
    }
}
