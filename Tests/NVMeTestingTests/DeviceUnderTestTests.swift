import NVMeTesting
import Testing

/// The fixture, on a small embedded SSD whatever `NVME_DUT` says.
@Suite struct DeviceUnderTestTests {
    @Test(.deviceUnderTest("emu:small")) func controllerIsInitialised() throws {
        let controller = try DeviceUnderTest.controller()
        #expect(try controller.status.ready)
        #expect(try controller.identifyController().numberOfNamespaces > 0)
    }

    @Test(.deviceUnderTest("emu:small")) func eachCallGivesAnotherDevice() throws {
        let first = try DeviceUnderTest.controller()
        let second = try DeviceUnderTest.controller()
        #expect(first !== second)
        #expect(first.function !== second.function)
    }

    @Test(.deviceUnderTest("emu:small")) func functionIsNotInitialised() throws {
        let function = try DeviceUnderTest.function()
        let status = try function.readRegister(bar: 0, at: RegisterOffset.csts, width: .dword)
        #expect(status == 0)
    }

    @Test(.deviceUnderTest("emu:small")) func anotherDeviceCanBeNamed() throws {
        let controller = try DeviceUnderTest.controller(at: "emu:?serial=OTHER")
        #expect(try controller.identifyController().serialNumber == "OTHER")
    }

    @Test(.deviceUnderTest("emu:small")) func ownProcedureReplacesTheInitialisation() throws {
        var runs = 0
        let controller = try DeviceUnderTest.controller(initialisedBy: {
            runs += 1
            try $0.standardInitialisation()
        })
        try controller.reset()
        #expect(runs == 2)
    }

    @Test func withoutTheTraitThereIsNoDevice() {
        #expect(throws: DeviceUnderTestError.noDevice) { try DeviceUnderTest.controller() }
        #expect(throws: DeviceUnderTestError.noDevice) { try DeviceUnderTest.address }
    }

    @Test(.deviceUnderTest("emu:small"), .requires(.compare, .writeZeroes)) func presentCapabilityDoesNotSkip() throws {
        let controller = try DeviceUnderTest.controller()
        let commands = try controller.identifyController().optionalNVMCommands
        #expect(commands.compare && commands.writeZeroes)
    }

    @Test(
        .deviceUnderTest("emu:small"),
        .requires(Capability("bit 7 of nothing is 0: this test shows what a skip looks like") { _ in false }))
    func absentCapabilitySkips() {
        Issue.record("the device lacks the capability, so this must not run")
    }

    @Test func reasonOfASkipNamesTheBit() {
        #expect(Capability.firmwareUpdate.absence.hasPrefix("Identify Controller OACS bit 2 is 0: no Firmware"))
        #expect(Capability.compare.absence.hasPrefix("Identify Controller ONCS bit 0 is 0: no Compare"))
        #expect(Capability.subsystemReset.absence.hasPrefix("CAP.NSSRS"))
    }
}

/// The trait on a suite goes for each of its tests.
@Suite(.deviceUnderTest("emu:small")) struct SuiteTraitTests {
    @Test func testInsideHasADevice() throws {
        #expect(try DeviceUnderTest.address == DeviceAddress("emu:small"))
    }

    @Test(arguments: [1, 2]) func eachCaseHasADeviceOfItsOwn(nsid: UInt32) throws {
        #expect(try DeviceUnderTest.controller().status.ready)
    }
}
