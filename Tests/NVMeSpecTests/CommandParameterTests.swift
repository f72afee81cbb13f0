import NVMeSpec
import Testing

/// What the dwords of a command say, by the opcode.
@Suite struct CommandParameterTests {
    private func values(_ command: SubmissionQueueEntry, isAdmin: Bool = true) -> [String: UInt128] {
        let bits = command.parameters(isAdmin: isAdmin).flatMap(\.value.namedBits)
        return Dictionary(bits.map { ($0.field.shortName, $0.value) }) { first, _ in first }.filter { $0.value != 0 }
    }

    /// Reference: NVMe Base 2.3 §5.2.12: NUMDL 31:16, RAE 15, LSP 14:08, LID 07:00; LSI 31:16, NUMDU 15:00; LPOL, LPOU; CSI 31:24.
    @Test func getLogPage() {
        var command = SubmissionQueueEntry(AdminOpcode.getLogPage)
        (command.cdw10, command.cdw11) = (0x1234_8302, 0x0007_0001)
        (command.cdw12, command.cdw13, command.cdw14) = (0x1000, 0x2, 0x0200_0005)
        #expect(
            values(command) == [
                "NUMDL": 0x1234, "RAE": 1, "LSP": 3, "LID": 2, "LSI": 7, "NUMDU": 1, "LPO": 0x2_0000_1000, "CSI": 2,
                "UIDX": 5,
            ])
        #expect(command.logPageDwords == 0x1_1234)
        #expect(command.logPageOffset == 0x2_0000_1000)
    }

    /// Reference: NVM Command Set 1.1 §3.3: SLBA in dwords 10 and 11, NLB 15:00 and FUA 30 of dword 12.
    @Test func writeHasItsBlocks() {
        var command = SubmissionQueueEntry(NVMOpcode.write)
        (command.cdw10, command.cdw11, command.cdw12) = (0x8000_0000, 1, 0x4000_0007)
        #expect(values(command, isAdmin: false) == ["SLBA": 0x1_8000_0000, "NLB": 7, "FUA": 1])
    }

    /// Reference: NVMe Base 2.3 §5.2.26.1.4: WCE is bit 0 of dword 11 of feature 06h.
    @Test func setFeaturesIsReadByItsFeature() {
        var command = SubmissionQueueEntry(AdminOpcode.setFeatures)
        (command.cdw10, command.cdw11) = (0x8000_0006, 1)
        #expect(values(command) == ["SV": 1, "FID": 6, "WCE": 1])
    }

    @Test func unknownCommandSaysNothing() {
        #expect(SubmissionQueueEntry(opcode: 0xC0).parameters(isAdmin: true).isEmpty)
    }

    @Test func valueOfBitsHasItsName() throws {
        let dword = IdentifyDword10(rawValue: 1)
        let field = try #require(IdentifyDword10.bitFields.first)
        #expect(dword.valueName(of: field) == "Identify Controller")
    }
}
