import Testing

@testable import NVMe
@testable import NVMeTesting

@Suite struct CleaningUpTests {
    @Test func everythingIsClosedWithTheSession() throws {
        let session = DeviceSession(address: try DeviceAddress("emu:small"))
        let controller = try session.controller(at: session.address)
        let function = try session.open(session.address)
        session.close()
        #expect(throws: NVMeError.self) { try controller.reset() }
        #expect(throws: PCIeError.self) {
            _ = try function.readRegister(bar: 0, at: RegisterOffset.vs, width: .dword)
            _ = try function.doorbell(at: RegisterOffset.doorbells)
        }
    }

    @Test func preparedControllerIsTheOneThatTheTestGets() throws {
        let session = DeviceSession(address: try DeviceAddress("emu:small"))
        defer { session.close() }
        let prepared = try session.prepare()
        #expect(try session.controller(at: session.address) === prepared)
        #expect(try session.controller(at: session.address) !== prepared)
    }

    @Test func testThatWantsTheFunctionDoesNotFindItPrepared() throws {
        let session = DeviceSession(address: try DeviceAddress("emu:small"))
        defer { session.close() }
        let prepared = try session.prepare()
        let function = try session.open(session.address)
        #expect(function !== prepared.function)
        #expect(session.controllers.isEmpty)
    }

    @Test func shutDownDisablesAndClosesWhatIsOpen() throws {
        let devices = OpenDevices()
        let function = try EmulatedSSD(profile: SSDProfile(address: "emu:small"))
        let controller = Controller(function)
        try controller.initialise()
        devices.add(function)
        devices.shutDown()
        #expect(throws: (any Error).self) { try controller.makeQueuePair(depth: 4) }
    }
}
