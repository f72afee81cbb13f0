import EmulatedSSD
import Glibc
import NVMe
import PCIExpress
import Synchronization
import Testing

/// What is begun before a reset and ends after it, and who may do what meanwhile.
@Suite("Resets beside other threads", .serialized)
struct ResetRaceTests {
    /// Runs `body` when the device is asked to create a submission queue; the answer never comes.
    private func device(_ body: @escaping () -> Void) throws -> ScriptedDevice {
        try ScriptedDevice { command, id, device in
            guard command.adminOpcode == .createIOSubmissionQueue else { return [device.success(command, id)] }
            body()
            return []
        }
    }

    @Test func queuePairMadeAcrossAResetIsStale() throws {
        var controller: Controller?
        let device = try device { try? controller?.disable() }
        controller = try device.controller()
        let before = device.memory.allocatedBytes
        #expect(throws: NVMeError.staleQueue(queue: 0)) { try controller?.smallQueuePair() }
        // The device has let go of all memory since, the admin queue's included.
        #expect(device.leases.quarantine.regions == 0)
        #expect(device.memory.allocatedBytes < before)
    }

    @Test func ringsOfSuchAPairAreKeptUntilTheDeviceHasLetGo() throws {
        var controller: Controller?
        let device = try device { try? controller?.subsystemReset() }
        controller = try device.controller()
        #expect(throws: NVMeError.staleQueue(queue: 0)) { try controller?.smallQueuePair() }
        // Two rings, and two of the admin queue.
        #expect(device.leases.quarantine.regions == 4)
        try controller?.disable()
        #expect(device.leases.quarantine.regions == 0)
    }

    @Test func identifierOfSuchAPairIsNotFreedTwice() throws {
        var controller: Controller?
        var second: QueuePair?
        var isFirst = true
        let device = try ScriptedDevice { command, id, device in
            guard command.adminOpcode == .createIOSubmissionQueue, isFirst else { return [device.success(command, id)] }
            isFirst = false
            try? controller?.reset()
            second = try? controller?.smallQueuePair()
            return []
        }
        controller = try device.controller()
        #expect(throws: NVMeError.staleQueue(queue: 0)) { try controller?.smallQueuePair() }
        #expect(second?.id == 1)
        #expect(try controller?.smallQueuePair().id == 2)
    }

    @Test func resetsSucceedWhileAnotherThreadMakesQueuePairs() throws {
        let ssd = try EmulatedSSD(address: "emu:small?queues=16")
        defer { ssd.close() }
        let controller = Controller(ssd)
        try controller.initialise()
        let isDone = Atomic(false)
        let surprise = Mutex<String?>(nil)
        try Threads.run(2) { thread in
            if thread == 0 {
                defer { isDone.store(true, ordering: .releasing) }
                for _ in 0..<30 { try controller.reset() }
            } else {
                while !isDone.load(ordering: .acquiring) {
                    do { try controller.makeQueuePair(depth: 4).delete() } catch NVMeError.staleQueue {} catch {
                        surprise.withLock { $0 = "\(error)" }
                    }
                }
            }
        }
        #expect(surprise.withLock { $0 } == nil)
        #expect(controller.quarantine.regions == 0)
    }

    @Test func resetsOfSeveralThreadsComeOneAfterTheOther() throws {
        let ssd = try EmulatedSSD(address: "emu:small")
        defer { ssd.close() }
        let controller = Controller(ssd)
        try controller.initialise()
        try Threads.run(3) { _ in
            for _ in 0..<5 { try controller.reset() }
        }
        #expect(try controller.status.ready)
    }

    @Test func controllerThatIsClosedDuringAResetOfAnotherThreadEndsDisabled() throws {
        let ssd = try EmulatedSSD(address: "emu:small")
        defer { ssd.close() }
        let controller = Controller(ssd)
        let isReset = Atomic(false)
        let isInside = Atomic(false)
        try controller.initialise { controller in
            try controller.disable()
            try controller.setUpAdminQueue()
            if isReset.load(ordering: .acquiring) {
                isInside.store(true, ordering: .releasing)
                // Until the other thread has begun to close it.
                while (try? controller.abort(0)) != nil { usleep(1000) }
            }
            try controller.enable()
        }
        isReset.store(true, ordering: .releasing)
        try Threads.run(2) { thread in
            if thread == 0 {
                #expect(throws: NVMeError.closed) { try controller.reset() }
            } else {
                while !isInside.load(ordering: .acquiring) { usleep(100) }
                try controller.close()
            }
        }
        #expect(try controller.configuration.enable == false)
        #expect(try controller.status.ready == false)
    }

    @Test func adminCommandOfAnotherThreadWaitsForTheInitialisation() throws {
        let ssd = try EmulatedSSD(address: "emu:small")
        defer { ssd.close() }
        let controller = Controller(ssd)
        controller.waitGrace = .zero
        #expect(throws: NVMeError.resetInProgress) {
            try controller.initialise { (controller) throws in
                try controller.standardInitialisation()
                // Only now: the initialisation itself may take its time on a busy machine.
                controller.timeout = .milliseconds(5)
                try Threads.run(1) { _ in _ = try controller.makeAdminChannel().getFeatures(.arbitration).wait() }
            }
        }
    }

    @Test func resetInACompletionClosureThrowsBeforeItDoesAnything() throws {
        let device = try ScriptedDevice()
        let controller = try device.controller()
        let queue = try controller.smallQueuePair()
        var error: NVMeError?
        try queue.send(.anything) { _ in
            do { try controller.reset() } catch let thrown as NVMeError { error = thrown }
        }.wait()
        #expect(error == .reentrantWait)
        #expect(queue.isAlive)
        #expect(try controller.status.ready)
    }
}
