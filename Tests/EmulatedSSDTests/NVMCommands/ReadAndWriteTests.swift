import NVMeSpec
import Testing

@testable import EmulatedSSD

@Suite struct ReadAndWriteTests {
    @Test(arguments: [512, 4096]) func readReturnsWhatWasWritten(blockByteCount: Int) {
        let ssd = CommandHarness(blockByteCount: blockByteCount)
        ssd.write(0x42, lba: 77, count: 3)
        #expect(ssd.read(lba: 79) == 0x42)
    }

    @Test func blockBehindAWriteIsUntouched() {
        let ssd = CommandHarness()
        ssd.write(0x42, lba: 77, count: 3)
        #expect(ssd.read(lba: 80) == 0)
    }

    @Test func dataCrossesPRPListAndUnalignedFirstEntry() {
        let ssd = CommandHarness()
        for index in 0..<(64 << 10) { ssd.buffer[index] = UInt8(truncatingIfNeeded: index / 512) }
        ssd.run(.write, lba: 5, count: 100) { $0.prp1 += 1024 }
        // The entries behind the first one name whole pages: block 6 of the data begins the second page.
        #expect([ssd.read(lba: 5), ssd.read(lba: 10), ssd.read(lba: 11), ssd.read(lba: 104)] == [2, 7, 8, 101])
    }

    @Test func lastBlockCanBeWritten() {
        let ssd = CommandHarness(blockCount: 1000)
        #expect(ssd.write(1, lba: 999) == .success)
    }

    @Test(arguments: [NVMOpcode.read, .write, .compare, .verify, .writeZeroes, .writeUncorrectable])
    func rangeOverTheEndIsOutOfRange(opcode: NVMOpcode) {
        #expect(CommandHarness(blockCount: 1000).run(opcode, lba: 999, count: 2) == .lbaOutOfRange)
    }

    @Test(arguments: [NVMOpcode.read, .write, .compare, .verify, .writeZeroes, .writeUncorrectable])
    func rangeThatWrapsAroundIsOutOfRange(opcode: NVMOpcode) {
        #expect(CommandHarness().run(opcode, lba: .max, count: 2) == .lbaOutOfRange)
    }

    @Test func outOfRangeNamesTheFirstBadBlock() {
        let ssd = CommandHarness(blockCount: 1000)
        ssd.run(.read, lba: 990, count: 20)
        #expect(ssd.request.errorLBA == 1000)
    }

    @Test(arguments: [NVMOpcode.read, .write, .compare])
    func transferOfMDTSIsAccepted(opcode: NVMOpcode) {
        let ssd = CommandHarness()
        #expect(ssd.run(opcode, count: ssd.controller.maximumTransfer / 512) != .invalidField)
    }

    @Test(arguments: [NVMOpcode.read, .write, .compare])
    func transferBeyondMDTSIsAnInvalidField(opcode: NVMOpcode) {
        let ssd = CommandHarness()
        #expect(ssd.run(opcode, count: ssd.controller.maximumTransfer / 512 + 1) == .invalidField)
    }

    @Test(arguments: [NVMOpcode.writeZeroes, .verify, .writeUncorrectable])
    func commandsWithoutDataMayNameMoreThanMDTS(opcode: NVMOpcode) {
        #expect(CommandHarness().run(opcode, count: 65_536) == .success)
    }

    @Test(arguments: [NVMOpcode.read, .write, .compare])
    func wildAddressIsADataTransferError(opcode: NVMOpcode) {
        #expect(CommandHarness().run(opcode) { $0.prp1 = 0xDEAD_0000_0000 } == .dataTransferError)
    }

    @Test func failedReadChangesNoCounter() {
        let ssd = CommandHarness(blockCount: 1000)
        ssd.run(.read, lba: 1000)
        #expect(ssd.controller.statistics.pointee.readCommands == 0)
    }

    @Test func writeCountsItsCommandAndBytes() {
        let ssd = CommandHarness()
        ssd.write(1, lba: 0, count: 7)
        let statistics = ssd.controller.statistics.pointee
        #expect([statistics.writeCommands, statistics.bytesWritten] == [1, 7 * 512])
    }

    @Test func writeZeroesCountsAsNoHostWrite() {
        let ssd = CommandHarness()
        ssd.run(.writeZeroes)
        #expect(ssd.controller.statistics.pointee.writeCommands == 0)
    }

    @Test(arguments: [NVMOpcode.write, .writeZeroes, .writeUncorrectable])
    func writeProtectedNamespaceRefusesWrites(opcode: NVMOpcode) {
        let ssd = CommandHarness()
        ssd.namespace.isWriteProtected = true
        #expect(ssd.run(opcode) == .namespaceWriteProtected)
    }

    @Test func protectionInformationFieldMeansNothingWithoutItsFormat() {
        #expect(CommandHarness().run(.write) { $0.cdw12 |= 0xF << 26 } == .success)
    }

    @Test func forceUnitAccessSurvivesPowerLossWithoutFlush() {
        let ssd = CommandHarness()
        for lba in 0..<32 { ssd.write(9, lba: UInt64(lba), forceUnitAccess: true) }
        ssd.namespace.media.powerLoss(seed: 3)
        #expect((0..<32).allSatisfy { ssd.read(lba: UInt64($0)) == 9 })
    }

    @Test func readWithForceUnitAccessMakesTheDataDurable() {
        let ssd = CommandHarness()
        ssd.write(9, lba: 0, count: 32)
        ssd.run(.read, lba: 0, count: 32) { $0.cdw12 |= 1 << 30 }
        ssd.namespace.media.powerLoss(seed: 3)
        #expect((0..<32).allSatisfy { ssd.read(lba: UInt64($0)) == 9 })
    }

    @Test func flushedWritesSurvivePowerLoss() {
        let ssd = CommandHarness()
        ssd.write(9, lba: 0, count: 32)
        ssd.run(.flush)
        ssd.namespace.media.powerLoss(seed: 3)
        #expect((0..<32).allSatisfy { ssd.read(lba: UInt64($0)) == 9 })
    }

    @Test func nullMediaStillChecksTheDataPointer() {
        let ssd = CommandHarness(kind: .null)
        #expect(ssd.run(.read) { $0.prp1 = 0xDEAD_0000_0000 } == .dataTransferError)
    }
}
