import NVMe
import Testing

@Suite("Resets", .serialized)
struct ResetTests {
    @Test(arguments: TestDevice.allCases)
    func resetMakesQueuePairsStale(device: TestDevice) throws {
        try device.runIO { (bench) throws in
            try bench.controller.reset()
            #expect(throws: NVMeError.staleQueue(queue: 1)) {
                try bench.namespace.read(bench.queue, bench.first, lba: 0)
            }
        }
    }

    @Test(arguments: TestDevice.allCases)
    func deletingAStaleQueuePairDoesNothing(device: TestDevice) throws {
        try device.runIO { (bench) throws in
            try bench.controller.reset()
            try bench.queue.delete()
            #expect(!bench.queue.isAlive)
        }
    }

    /// On a virtual clock a wait shows: the read of the other queue would complete meanwhile.
    @Test func resetDoesNotWaitForAQueuePairThatWasDeleted() throws {
        let function = try Device.open("emu:small?clock=virtual&read=600ms")
        defer { function.close() }
        let controller = Controller(function)
        try controller.initialise()
        let deleted = try controller.makeQueuePair(depth: 4)
        let other = try controller.makeQueuePair(depth: 4)
        try controller.namespace(1).read(other, controller.makeBuffer(4096), lba: 0)
        try deleted.delete()
        let start = function.nanoseconds
        try controller.reset()
        #expect(function.nanoseconds - start < 600_000_000)
        withExtendedLifetime(deleted) {}
    }

    @Test(arguments: TestDevice.allCases)
    func namespaceAndBuffersWorkAfterAReset(device: TestDevice) throws {
        try device.runIO { (bench) throws in
            try bench.controller.reset()
            let queue = try bench.controller.makeQueuePair(depth: 4)
            #expect(queue.id == 1)
            try bench.namespace.read(queue, bench.first, lba: 0).wait()
        }
    }

    @Test(arguments: TestDevice.allCases)
    func resetForgetsOutstandingCommands(device: TestDevice) throws {
        try device.runIO { (bench) throws in
            var calls = 0
            for _ in 0..<8 { try bench.namespace.read(bench.queue, bench.first, lba: 0) { _ in calls += 1 } }
            try bench.controller.getFeatures(.arbitration) { _ in calls += 1 }
            try bench.controller.reset()
            try bench.controller.getFeatures(.arbitration).wait()
            #expect(calls == 0)
            #expect(bench.queue.outstanding == 0)
        }
    }

    @Test(arguments: TestDevice.allCases)
    func timeoutSurvivesAReset(device: TestDevice) throws {
        try device.run { (controller) throws in
            controller.timeout = .milliseconds(1234)
            try controller.reset()
            #expect(controller.timeout == .milliseconds(1234))
        }
    }

    @Test(arguments: TestDevice.allCases, ResetKind.allCases)
    func controllerComesBackAfterAPCIeReset(device: TestDevice, kind: ResetKind) throws {
        try device.runIO { (bench) throws in
            try bench.namespace.read(bench.queue, bench.first, lba: 0)
            do {
                try bench.controller.pcieReset(kind)
            } catch NVMeError.pcie(.unsupported(let operation, _)) {
                try Test.cancel("no \(operation)")
            }
            #expect(try bench.controller.status.ready == false)
            try bench.controller.reset()
            let queue = try bench.controller.makeQueuePair(depth: 4)
            try bench.namespace.read(queue, bench.first, lba: 0).wait()
        }
    }

    @Test(arguments: TestDevice.allCases)
    func controllerComesBackAfterASubsystemReset(device: TestDevice) throws {
        try device.run { (controller) throws in
            do {
                try controller.subsystemReset()
            } catch NVMeError.unsupported(_, let because) {
                try Test.cancel("\(because)")
            }
            try controller.reset()
            #expect(try controller.status.ready)
        }
    }

    /// Reference: NVMe over PCIe Transport 1.0, NVM Subsystem Reset; PCIe Base 5.0 §2.9.1: what the link's fall took from configuration
    /// space, software has to restore.
    @Test func subsystemResetRestoresConfigurationSpace() throws {
        let function = try Device.open("emu:small?clock=virtual")
        defer { function.close() }
        let controller = Controller(function)
        try controller.initialise()
        let registers = [0x04, 0x10, 0x14, 0x78]
        let before = try registers.map { try function.readConfiguration(at: $0, width: .dword) }
        try controller.subsystemReset()
        #expect(try registers.map { try function.readConfiguration(at: $0, width: .dword) } == before)
        #expect(try controller.status.subsystemResetOccurred)
    }

    @Test(arguments: TestDevice.allCases, [ShutdownNotification.normal, .abrupt])
    func controllerComesBackAfterAShutdown(device: TestDevice, notification: ShutdownNotification) throws {
        try device.run { (controller) throws in
            try controller.shutdown(notification)
            #expect(try controller.status.shutdownStatus == .complete)
            try controller.reset()
            #expect(try controller.status.ready)
        }
    }

    @Test(arguments: TestDevice.allCases)
    func controllerWithoutPowerIsRemovedAndComesBack(device: TestDevice) throws {
        try device.runIO { (bench) throws in
            let controller = bench.controller
            guard controller.function.power != nil else { try Test.cancel("no power control") }
            try controller.powerOff()
            #expect(throws: NVMeError.removed(address: controller.address)) { try controller.status }
            try controller.powerOn()
            try controller.reset()
            let queue = try controller.makeQueuePair(depth: 4)
            try bench.namespace.read(queue, bench.first, lba: 0).wait()
        }
    }

    @Test(arguments: TestDevice.allCases)
    func closeWorksWithoutPower(device: TestDevice) throws {
        try device.run { (controller) throws in
            guard let power = controller.function.power else { try Test.cancel("no power control") }
            try controller.powerOff()
            #expect(throws: Never.self) { try controller.close() }
            try power.powerOn()
        }
    }

    @Test func subsystemResetNeedsTheCapability() throws {
        let device = try ScriptedDevice()
        device.set(RegisterOffset.cap, to: 1023 | 2 << 24 | 1 << 37)
        let controller = try device.controller()
        #expect(throws: NVMeError.unsupported(operation: "an NVM subsystem reset", because: "CAP.NSSRS is 0")) {
            try controller.subsystemReset()
        }
    }
}
