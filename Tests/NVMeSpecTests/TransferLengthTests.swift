import NVMeSpec
import Testing

/// What commands move, from the dwords that the standard names for it.
@Suite struct TransferLengthTests {
    private static func admin(
        _ opcode: AdminOpcode, cdw10: UInt32 = 0, cdw11: UInt32 = 0, cdw12: UInt32 = 0
    ) -> UInt64? {
        var command = SubmissionQueueEntry(opcode)
        (command.cdw10, command.cdw11, command.cdw12) = (cdw10, cdw11, cdw12)
        return command.transferLength(isAdmin: true, blockByteCount: 512)
    }

    private static func io(
        _ opcode: NVMOpcode, cdw10: UInt32 = 0, cdw11: UInt32 = 0, cdw12: UInt32 = 0, block: UInt64 = 512
    ) -> UInt64? {
        var command = SubmissionQueueEntry(opcode, nsid: 1)
        (command.cdw10, command.cdw11, command.cdw12) = (cdw10, cdw11, cdw12)
        return command.transferLength(isAdmin: false, blockByteCount: block)
    }

    /// NVM Command Set 1.0 §3.2.4: NLB is 0's based.
    @Test func readMovesItsBlocks() {
        #expect(Self.io(.read, cdw12: 7) == 4096)
        #expect(Self.io(.write, cdw12: 0xFFFF, block: 4160) == 65536 * 4160)
        #expect(Self.io(.compare, cdw12: 0x8000_0000) == 512)
        #expect(Self.io(.verify, cdw12: 7) == 0)
    }

    /// NVMe Base 2.0 §5.16: NUMDU and NUMDL make one 0's based number of dwords.
    @Test func logPageMovesBothHalvesOfItsDwords() {
        #expect(Self.admin(.getLogPage, cdw10: 127 << 16 | 2) == 512)
        #expect(Self.admin(.getLogPage, cdw10: 0xFFFF << 16, cdw11: 0x5_0001) == 512 << 10)
    }

    @Test func rangesMoveTheirNumberOfRanges() {
        #expect(Self.io(.datasetManagement, cdw10: 255) == 4096)
        #expect(Self.io(.copy, cdw12: 1) == 64)
        for (format, byteCount) in [(0, 64), (1, 80), (2, 64), (3, 80)] as [(UInt32, UInt64)] {
            #expect(Self.io(.copy, cdw12: 1 | format << 8) == byteCount)
        }
        #expect(Self.io(.reservationReport, cdw10: 5, cdw11: 1) == 24)
        #expect(Self.io(.zoneManagementReceive, cdw12: 1023) == 4096)
    }

    @Test func featuresMoveTheirData() {
        #expect(Self.admin(.getFeatures, cdw10: 0x0E) == 8)
        #expect(Self.admin(.getFeatures, cdw10: 3 << 8 | 0x0E) == 0)
        #expect(Self.admin(.getFeatures, cdw10: 0x07) == 0)
        #expect(Self.admin(.setFeatures, cdw10: 0x81, cdw11: 1) == 16)
        #expect(Self.admin(.getFeatures, cdw10: 0xC0) == nil)
    }

    @Test func vendorCommandsMoveWhatTheVendorSays() {
        #expect(Self.admin(AdminOpcode(rawValue: 0xC1)) == nil)
        #expect(Self.io(NVMOpcode(rawValue: 0x81)) == nil)
    }
}
