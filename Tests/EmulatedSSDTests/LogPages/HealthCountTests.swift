import NVMeSpec
import Testing

@testable import EmulatedSSD

/// Which commands the SMART log counts as what (NVM Command Set 1.0 §1.4.2).
@Suite struct HealthCountTests {
    private typealias Counts = [UInt64]

    /// Host Read Commands, Host Write Commands, bytes read, bytes written: what a command adds.
    private func counts(_ command: (CommandHarness) -> Void) -> [UInt64] {
        let ssd = CommandHarness()
        let statistics = ssd.controller.statistics
        command(ssd)
        return [
            statistics.pointee.readCommands, statistics.pointee.writeCommands, statistics.pointee.bytesRead,
            statistics.pointee.bytesWritten,
        ]
    }

    /// Reference: NVM Command Set 1.0 §1.4.2.7 and .8: Compare and Read are SMART Data Units Read and SMART Host Read Commands.
    @Test(arguments: [NVMOpcode.read, .compare])
    func readAndCompareAreHostReads(_ opcode: NVMOpcode) {
        #expect(counts { $0.run(opcode, count: 4) } == [1, 0, 2048, 0])
    }

    /// Reference: as above: Verify is a SMART Data Units Read Command, but no SMART Host Read Command.
    @Test func verifyReadsDataUnitsWithoutBeingAHostRead() {
        #expect(counts { $0.run(.verify, count: 4) } == [0, 0, 2048, 0])
    }

    /// Reference: as above, §1.4.2.8 and .10: Copy is a SMART Host Read Command and a User Data Out Command; it reads no data units.
    @Test func copyIsAHostReadAndAHostWrite() {
        #expect(counts { _ = $0.copy([(lba: 0, count: 4)], to: 1000) } == [1, 1, 0, 2048])
    }

    /// Reference: NVM Command Set 1.0 §1.4.2.10: User Data Out Commands are Copy and Write, and no others.
    @Test(arguments: [NVMOpcode.writeZeroes, .writeUncorrectable])
    func commandsWithoutDataAreNoHostWrites(_ opcode: NVMOpcode) {
        #expect(counts { $0.run(opcode, count: 4) } == [0, 0, 0, 0])
    }
}
