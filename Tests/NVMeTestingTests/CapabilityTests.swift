import NVMeTesting
import Testing

/// What suites ask of a device before they begin.
@Suite struct CapabilityTests {
    @Test(arguments: [
        ("emu:null", Capability.media), ("emu:?queues=1", .queuePairs(2)), ("emu:?mdts=8k", .transfer(ofBytes: 16384)),
        ("emu:deterministic", .realTime), ("emu:4k", .blockSize(512)), ("emu:?nssr=off", .subsystemReset),
    ]) func deviceThatLacksItIsToldFromOneThatHasIt(address: String, capability: Capability) throws {
        #expect(try !isPresent(capability, at: address))
        #expect(try isPresent(capability, at: "emu:small"))
    }

    @Test(.enabled(if: QEMUFunction.isInstalled, "QEMU is not installed"))
    func zonedNamespaceTakesNoRandomWrites() throws {
        #expect(try !isPresent(.randomWrites, at: "qemu:zoned"))
        #expect(try isPresent(.randomWrites, at: "emu:small"))
        #expect(try !isPresent(.resetsDuringWrites, at: "qemu:metadata"))
        #expect(try isPresent(.resetsDuringWrites, at: "qemu"))
    }

    private func isPresent(_ capability: Capability, at address: String) throws -> Bool {
        let function = try Device.open(DeviceAddress(address))
        defer { function.close() }
        let controller = Controller(function)
        defer { try? controller.close() }
        try controller.initialise()
        return try capability.isPresent(controller)
    }
}
