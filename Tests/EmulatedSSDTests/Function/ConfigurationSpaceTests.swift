import NVMeSpec
import PCIExpress
import Testing

@testable import EmulatedSSD

/// Configuration space and BAR 0 as a bus driver sees them.
@Suite struct ConfigurationSpaceTests {
    let ssd: EmulatedSSD

    init() throws { ssd = try EmulatedSSD(profile: RawHost.profile()) }

    private func read(_ offset: Int, _ width: AccessWidth = .dword) throws -> UInt32 {
        try ssd.readConfiguration(at: offset, width: width)
    }

    @Test func classCodeIsNVMe() throws {
        #expect(try read(8) >> 8 == 0x010802)
    }

    @Test func barTellsItsSize() throws {
        let before = try read(0x10)
        try ssd.writeConfiguration(.max, at: 0x10, width: .dword)
        let sizing = try read(0x10)
        try ssd.writeConfiguration(before, at: 0x10, width: .dword)
        #expect(sizing & 0xF == 0b0100)
        #expect(Int(~(sizing & ~0xF) &+ 1) == ssd.size(ofBAR: 0))
    }

    @Test func capabilitiesAreAChain() throws {
        var identifiers: [UInt32] = []
        var offset = Int(try read(0x34, .byte))
        while offset != 0, identifiers.count < 10 {
            identifiers.append(try read(offset, .byte))
            offset = Int(try read(offset + 1, .byte))
        }
        #expect(identifiers == [0x01, 0x05, 0x10, 0x11])
        #expect(try read(0x100) & 0xFFFF == 1)
        #expect(try read(Int(try read(0x100) >> 20)) & 0xFFFF == 3)
    }

    @Test func readOnlyBytesStay() throws {
        let before = try read(0)
        try ssd.writeConfiguration(0, at: 0, width: .dword)
        #expect(try read(0) == before)
    }

    @Test func aspmIsRemembered() throws {
        try ssd.writeConfiguration(3, at: 0x80, width: .byte)
        #expect(try read(0x80, .byte) & 0b11 == 3)
    }

    @Test func powerStatesThatDoNotExistAreDiscarded() throws {
        for state in [1, 2] as [UInt32] {
            try ssd.writeConfiguration(state, at: 0x44, width: .byte)
            #expect(try read(0x44, .byte) & 0b11 == 0)
        }
        try ssd.writeConfiguration(3, at: 0x44, width: .byte)
        #expect(try read(0x44, .byte) & 0b11 == 3)
    }

    @Test func functionLevelResetClearsEnablesAndReadsZero() throws {
        try ssd.writeConfiguration(try read(0x78, .word) | 0x8000, at: 0x78, width: .word)
        #expect(try read(0x78, .word) & 0x8000 == 0)
        #expect(try read(0x04, .word) == 0)
        #expect(try read(0x10) & ~0xF == 0)
    }

    @Test func registersNeedMemorySpaceEnable() throws {
        try ssd.writeConfiguration(0x4, at: 4, width: .word)
        #expect(try ssd.readRegister(bar: 0, at: 8, width: .dword) == 0xFFFF_FFFF)
    }

    @Test(arguments: [(4096, AccessWidth.byte), (4094, .dword), (2, .dword), (0, .qword), (-4, .dword)])
    func accessOutsideConfigurationSpaceThrows(_ offset: Int, _ width: AccessWidth) throws {
        #expect(throws: PCIeError.self) { try ssd.readConfiguration(at: offset, width: width) }
    }

    @Test func accessOutsideTheBARThrows() throws {
        let size = ssd.size(ofBAR: 0)
        #expect(throws: PCIeError.self) { try ssd.readRegister(bar: 0, at: size, width: .dword) }
        #expect(throws: PCIeError.self) { try ssd.readRegister(bar: 1, at: 0, width: .dword) }
        #expect(throws: PCIeError.self) { try ssd.doorbell(at: size) }
        #expect(throws: PCIeError.self) { try ssd.doorbell(at: 3) }
    }

    @Test func everyOffsetOfTheBARAnswers() throws {
        for offset in stride(from: 0, to: ssd.size(ofBAR: 0), by: 8) {
            _ = try ssd.readRegister(bar: 0, at: offset, width: .qword)
            try ssd.writeRegister(0, bar: 0, at: offset, width: .qword)
        }
        #expect(try ssd.readRegister(bar: 0, at: RegisterOffset.vs, width: .dword) == 0x0002_0000)
    }
}
