import EmulatedSSD
import NVMe
import PCIExpress
import Testing

/// Memory that the device may still be using is given to nobody: the rule of `DMALeases`, kept by the driver.
@Suite("Memory of outstanding commands")
struct QuarantineTests {
    /// A device with a read outstanding that takes longer than any test, into a buffer that nobody holds any more.
    private struct Bench {
        let ssd: EmulatedSSD
        let controller: Controller
        let queue: QueuePair
        /// Where the buffer lies.
        let address: UInt64

        init() throws {
            ssd = try EmulatedSSD(address: "emu:small?clock=virtual&read=10s")
            controller = Controller(ssd)
            try controller.initialise()
            queue = try controller.makeQueuePair(depth: 4)
            let buffer = try controller.makeBuffer(64 << 10)
            address = buffer.ioVirtualAddress
            try controller.namespace(1).read(queue, buffer, lba: 0, count: 128)
        }
    }

    /// A controller that enables and disables, with a queue pair.
    private func scripted() throws -> (ScriptedDevice, Controller, QueuePair) {
        let device = try ScriptedDevice()
        let controller = try device.controller()
        return (device, controller, try controller.smallQueuePair())
    }

    @Test func initialisationProcedureGetsNoMemoryThatTheDeviceStillUses() throws {
        let bench = try Bench()
        var (during, fresh) = (DMAQuarantine(regions: 0, bytes: 0), bench.address)
        try bench.controller.initialise { controller in
            during = controller.quarantine
            fresh = try controller.makeBuffer(64 << 10).ioVirtualAddress
            try controller.standardInitialisation()
        }
        // The buffer, two rings, and two admin rings.
        #expect(during.regions >= 5 && during.bytes >= 64 << 10)
        #expect(fresh != bench.address)
        #expect(bench.controller.quarantine.regions == 0)
    }

    @Test func readyBitThatWentToZeroGivesTheMemoryBack() throws {
        let bench = try Bench()
        let before = bench.ssd.memory.allocatedBytes
        try bench.controller.reset()
        #expect(bench.controller.quarantine == DMAQuarantine(regions: 0, bytes: 0))
        #expect(bench.ssd.memory.allocatedBytes <= before - (64 << 10))
    }

    @Test(arguments: ResetKind.allCases)
    func finishedFunctionResetGivesTheMemoryBack(kind: ResetKind) throws {
        let bench = try Bench()
        try bench.controller.pcieReset(kind)
        #expect(bench.controller.quarantine.regions == 0)
    }

    @Test func powerOffGivesTheMemoryBack() throws {
        let bench = try Bench()
        try bench.controller.powerOff()
        #expect(bench.controller.quarantine.regions == 0)
    }

    @Test func clearedBusMasterEnableGivesTheMemoryBack() throws {
        let bench = try Bench()
        try bench.controller.disableBusMaster()
        #expect(bench.controller.quarantine.regions == 0)
    }

    @Test func closedFunctionGivesTheMemoryBack() throws {
        let bench = try Bench()
        try bench.controller.subsystemReset()
        #expect(bench.controller.quarantine.regions > 0)
        bench.ssd.close()
        #expect(bench.controller.quarantine.regions == 0)
    }

    /// A removed function answers with all ones, which a status register may read as, too.
    @Test func removedFunctionKeepsTheMemoryUntilItIsBack() throws {
        let bench = try Bench()
        try bench.ssd.remove()
        #expect(throws: NVMeError.self) { try bench.controller.reset() }
        #expect(bench.controller.quarantine.bytes >= 64 << 10)
        try bench.ssd.reinsert()
        try bench.controller.reset()
        #expect(bench.controller.quarantine.regions == 0)
    }

    @Test func registersOfAllOnesProveNothing() throws {
        let (device, controller, queue) = try scripted()
        device.vanish()
        #expect(throws: NVMeError.self) { try controller.disable() }
        #expect(controller.quarantine.regions >= 4)
        withExtendedLifetime(queue) {}
    }

    @Test func registersOfAllZerosProveNothing() throws {
        let (device, controller, queue) = try scripted()
        device.set(RegisterOffset.vs, to: 0)
        try controller.disable()
        #expect(controller.quarantine.regions >= 4)
        withExtendedLifetime(queue) {}
    }

    @Test func readyBitProvesNothingWithoutConfigurationSpace() throws {
        let (device, controller, queue) = try scripted()
        device.loseConfigurationSpace()
        try controller.disable()
        #expect(controller.quarantine.regions >= 4)
        withExtendedLifetime(queue) {}
    }

    @Test func secondControllerDoesNotGetTheMemoryOfOneThatDiedInSilence() throws {
        let device = try ScriptedDevice(idleNanoseconds: 1_000_000)
        let address = try {
            let controller = try device.controller()
            device.neverStops()
            let queue = try controller.smallQueuePair()
            defer { withExtendedLifetime(queue) {} }
            return try controller.readRegister(RegisterOffset.asq, width: .qword)
        }()
        #expect(device.leases.quarantine.regions >= 4)
        #expect(try Controller(device).makeBuffer(4096).ioVirtualAddress != address)
    }

    @Test func deletedQueuePairGivesEverythingBack() throws {
        let device = try ScriptedDevice()
        let controller = try device.controller()
        let before = device.memory.allocatedBytes
        try { try controller.smallQueuePair().delete() }()
        #expect(device.memory.allocatedBytes == before)
    }

    @Test func queuePairThatTheControllerDoesNotDeleteKeepsItsMemory() throws {
        let device = try ScriptedDevice { command, id, device in
            let isDeletion = command.adminOpcode == .deleteIOSubmissionQueue
            return [device.entry(command, id, isDeletion ? .internalError : .success)]
        }
        let controller = try device.controller()
        let before = device.memory.allocatedBytes
        #expect(throws: NVMeError.self) { try controller.smallQueuePair().delete() }
        #expect(device.memory.allocatedBytes > before)
        try controller.disable()
        #expect(controller.quarantine.regions == 0)
    }

    @Test func droppedQueueMadeByHandKeepsItsMemory() throws {
        let device = try ScriptedDevice()
        let controller = try device.controller()
        try IOCompletionQueue(controller, id: 1, entries: 16).create()
        #expect(controller.quarantine.regions == 1)
        try controller.disable()
        #expect(controller.quarantine.regions == 0)
    }

    @Test func deletedQueueMadeByHandGivesItsMemoryBack() throws {
        let device = try ScriptedDevice()
        let controller = try device.controller()
        let before = device.memory.allocatedBytes
        try {
            let queue = try IOCompletionQueue(controller, id: 1, entries: 16)
            try queue.create()
            try queue.delete()
        }()
        #expect(device.memory.allocatedBytes == before)
    }

    @Test func bufferGivenToACreateCommandIsTheDevicesAfterItsCompletion() throws {
        let device = try ScriptedDevice()
        let controller = try device.controller()
        weak var buffer: Buffer?
        var command = SubmissionQueueEntry(AdminOpcode.createIOCompletionQueue)
        command.cdw10 = 15 << 16 | 1
        let before = device.memory.allocatedBytes
        try {
            let temporary = try controller.makeBuffer(4096)
            buffer = temporary
            try controller.send(command, temporary).wait()
        }()
        #expect(buffer == nil)
        #expect(device.memory.allocatedBytes > before)
    }

    /// The most natural listener asks the controller what has happened.
    @Test func listenerThatHoldsItsControllerIsLetGoWithTheController() throws {
        weak var released: Controller?
        try {
            let controller = try ScriptedDevice().controller()
            released = controller
            try controller.asynchronousEventRequest { _ in _ = controller.address }
            try? controller.close()
        }()
        #expect(released == nil)
    }
}
