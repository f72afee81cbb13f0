import Testing

@testable import PCIExpress

/// Typed views of configuration space, over a function of plain bytes.
@Suite struct ConfigurationRegisterTests {
    /// Power management at 0x40, PCI Express at 0x80, MSI-X at 0xB0, MSI at 0xC0.
    let function = FakeFunction {
        $0.set([0x36, 0x1B, 0x10, 0x00], at: 0x00)
        $0.set([0x02, 0x02, 0x08, 0x01], at: 0x08)
        $0.set([0xF4, 0x1A, 0x00, 0x11], at: 0x2C)
        $0.setCapabilityPointer(0x40)
        $0.set([0x01, 0x80, 0x03, 0x00, 0x08, 0x01], at: 0x40)
        $0.set([0x10, 0xB0], at: 0x80)
        $0.set([0x00, 0x00, 0x00, 0x10], at: 0x84)
        $0.set([0x84, 0x54], at: 0x8C)
        $0.set([0x40, 0x00, 0x43, 0x10], at: 0x90)
        $0.set([0x11, 0xC0, 0x40, 0x80, 0x00, 0x20, 0, 0, 0x00, 0x30, 0, 0], at: 0xB0)
        $0.set([0x05, 0x00, 0x86, 0x01], at: 0xC0)
    }

    @Test func identityIsTakenFromTheHeader() throws {
        let identity = try function.identity()
        #expect(identity.vendorID == 0x1B36)
        #expect(identity.deviceID == 0x0010)
        #expect(identity.revision == 2)
        #expect(identity.classCode == 0x010802)
        #expect(identity.subsystemVendorID == 0x1AF4)
        #expect(identity.subsystemID == 0x1100)
    }

    @Test func nvmeClassCodeIsAccepted() throws {
        #expect(try function.requireNVMe().isNVMe)
    }

    @Test func otherClassCodeIsRefused() throws {
        function.set([0x00, 0x00, 0x02], at: 0x09)
        #expect(throws: PCIeError.notNVMe(address: "fake", classCode: 0x020000)) { try function.requireNVMe() }
    }

    @Test func absentFunctionIsNotFound() throws {
        let absent = FakeFunction { $0.set([UInt8](repeating: 0xFF, count: 64), at: 0) }
        #expect {
            try absent.requireNVMe()
        } throws: { error in
            if case .deviceNotFound = error as? PCIeError { true } else { false }
        }
    }

    @Test(arguments: DevicePowerState.allCases)
    func powerStateIsKept(state: DevicePowerState) throws {
        try function.setPowerState(state)
        #expect(try function.powerState() == state)
    }

    @Test func settingPowerStateKeepsOtherBits() throws {
        try function.setPowerState(.d3hot)
        #expect(try function.configuration16(at: 0x44) == 0x010B)
    }

    @Test func powerStateWithoutCapabilityIsUnsupported() throws {
        #expect(throws: PCIeError.self) { try FakeFunction().powerState() }
    }

    @Test func settingASPMKeepsOtherBitsOfLinkControl() throws {
        try function.setActiveStatePowerManagement([.l0s, .l1])
        #expect(try function.configuration16(at: 0x90) == 0x0043)
        #expect(try function.activeStatePowerManagement() == [.l0s, .l1])
    }

    @Test func linkIsReadFromLinkStatusAndCapabilities() throws {
        #expect(try function.linkStatus() == LinkStatus(generation: 3, width: 4))
        #expect(try function.linkStatus().gigatransfersPerSecond == 8)
        #expect(try function.linkCapabilities() == LinkStatus(generation: 4, width: 8))
    }

    @Test func functionLevelResetSetsBit15OfDeviceControl() throws {
        try function.triggerFunctionLevelReset()
        #expect(try function.configuration16(at: 0x88) == 0x8000)
    }

    @Test func functionLevelResetIsUnsupportedWithoutItsCapabilityBit() throws {
        function.set([0x00], at: 0x87)
        #expect(throws: PCIeError.unsupported(operation: "function level reset", address: "fake")) {
            try function.triggerFunctionLevelReset()
        }
    }

    @Test func msixCapabilityIsDecoded() throws {
        let msix = try #require(try function.msixCapability())
        #expect(
            msix
                == MSIXCapability(
                    offset: 0xB0, vectorCount: 65, isEnabled: true, isFunctionMasked: false, tableBAR: 0,
                    tableOffset: 0x2000, pendingBAR: 0, pendingOffset: 0x3000))
        #expect(msix.tableByteCount == 1040)
        #expect(msix.pendingByteCount == 16)
    }

    @Test func msiCapabilityIsDecoded() throws {
        let msi = try #require(try function.msiCapability())
        #expect(
            msi
                == MSICapability(
                    offset: 0xC0, vectorCount: 8, isEnabled: false, has64BitAddress: true, hasVectorMasks: true))
        #expect(msi.dataOffset == 0xCC)
        #expect(msi.maskOffset == 0xD0)
    }

    @Test func accessMustBeAligned() throws {
        #expect(throws: PCIeError.self) { try function.configuration32(at: 2) }
        #expect(throws: PCIeError.self) { try function.register32(at: 1) }
    }

    @Test(arguments: [-4, 4096, Int.max & ~3, Int.min])
    func accessMustLieInConfigurationSpace(offset: Int) throws {
        #expect(throws: PCIeError.self) { try function.configuration32(at: offset) }
    }
}
