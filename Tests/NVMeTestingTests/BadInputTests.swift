import NVMeTesting
import Testing

/// What a script gets for its mistakes, and for a device that misbehaves: a typed error that says what and what to do.
@Suite(.deviceUnderTest("emu:small")) struct BadInputTests {
    @Test func lbaBehindTheEndIsAStatus() throws {
        let controller = try DeviceUnderTest.controller()
        let namespace = try controller.namespace(1)
        let qpair = try controller.makeQueuePair(depth: 4)
        let buffer = try controller.makeBuffer(4096)
        expectStatus(.lbaOutOfRange) { try namespace.read(qpair, buffer, lba: namespace.blockCount).completion() }
    }

    @Test func bufferTooSmallIsNamedWithTheBytesItNeeds() throws {
        let controller = try DeviceUnderTest.controller()
        let namespace = try controller.namespace(1)
        let qpair = try controller.makeQueuePair(depth: 4)
        let buffer = try controller.makeBuffer(512, name: "little")
        let error = #expect(throws: NVMeError.self) { try namespace.read(qpair, buffer, lba: 0, count: 8) }
        #expect(error?.description.contains("4096") == true)
        #expect(error?.description.contains("little") == true)
    }

    @Test func depthOverTheControllersLimitIsNamedWithTheLimit() throws {
        let controller = try DeviceUnderTest.controller()
        let limit = Int(try controller.capabilities.maximumQueueEntriesSupported) + 1
        let error = #expect(throws: NVMeError.self) { try controller.makeQueuePair(depth: limit + 1) }
        #expect(error?.description.contains("\(limit)") == true)
    }

    @Test func commandForAFullQueueIsRefused() throws {
        let controller = try DeviceUnderTest.controller()
        let namespace = try controller.namespace(1)
        let qpair = try controller.makeQueuePair(depth: 2)
        try namespace.flush(qpair)
        #expect(throws: NVMeError.queueFull(queue: qpair.id, outstanding: 1)) { try namespace.flush(qpair) }
        try qpair.wait()
    }

    @Test func addressThatIsNotMappedIsAStatusAndTheDeviceLives() throws {
        let controller = try DeviceUnderTest.controller()
        let namespace = try controller.namespace(1)
        let qpair = try controller.makeQueuePair(depth: 4)
        var wild = SubmissionQueueEntry(NVMOpcode.read, nsid: 1)
        wild.prp1 = 0xDEAD_BEEF_F000
        #expect(try !qpair.send(wild).completion().isSuccess)
        let buffer = try controller.makeBuffer(512)
        expectSuccess { try namespace.read(qpair, buffer, lba: 0).completion() }
    }

    @Test func truncatedFirmwareIsRefused() throws {
        let controller = try DeviceUnderTest.controller()
        let image = FirmwareImage(revision: "HALF").bytes
        let error = #expect(throws: NVMeError.self) {
            try controller.updateFirmware(Array(image.prefix(image.count / 2)), slot: 2)
        }
        guard case .status(let completion)? = error else { return }
        #expect(completion.code == .invalidFirmwareImage)
    }
}

/// The device itself is the trouble.
@Suite struct MisbehavingDeviceTests {
    @Test(.deviceUnderTest("emu:small?read=60s")) func deviceThatStopsAnsweringIsATimeOut() throws {
        let controller = try DeviceUnderTest.controller()
        controller.timeout = .milliseconds(20)
        let namespace = try controller.namespace(1)
        let qpair = try controller.makeQueuePair(depth: 4)
        let buffer = try controller.makeBuffer(512)
        let error = #expect(throws: NVMeError.self) { try namespace.read(qpair, buffer, lba: 0).wait() }
        switch error {
        case .commandTimeout, .waitTimeout: break
        default: Issue.record("\(String(describing: error)) is no time-out")
        }
    }

    @Test(.deviceUnderTest("emu:small?read=60s"), .requires(.powerControl))
    func deviceThatVanishesUnderACommandIsGone() throws {
        let controller = try DeviceUnderTest.controller()
        let namespace = try controller.namespace(1)
        let qpair = try controller.makeQueuePair(depth: 4)
        let buffer = try controller.makeBuffer(512)
        try namespace.read(qpair, buffer, lba: 0)
        try controller.function.power?.powerOff()
        #expect(throws: NVMeError.removed(address: "emu:small?read=60s")) { try qpair.wait() }
    }
}
