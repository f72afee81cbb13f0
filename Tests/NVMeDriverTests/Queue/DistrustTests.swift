import NVMe
import Testing

/// Whatever a device writes, the driver neither traps nor waits for ever.
@Suite("Devices that misbehave")
struct DistrustTests {
    private func pair(_ change: @escaping (inout CompletionQueueEntry) -> Void) throws -> QueuePair {
        let device = try ScriptedDevice { command, id, device in
            var wrong = device.success(command, id)
            guard id > 0 else { return [wrong] }
            change(&wrong)
            return [wrong, device.success(command, id)]
        }
        return try device.controller().smallQueuePair()
    }

    @Test(arguments: [0, 7, 8, 255, 0xFFFF] as [UInt16])
    func completionOfACommandThatIsNotOutstandingIsAnError(commandID: UInt16) throws {
        let queue = try pair { $0.commandID = commandID }
        try queue.send(.anything)
        let error = #expect(throws: NVMeError.self) { try queue.wait() }
        guard case .unexpectedCompletion(queue: 1, _) = error else { throw try #require(error) }
        #expect(queue.outstanding == 0)
    }

    /// Two writes of the same blocks under verification: the second is sent when the first has completed.
    @Test func completionOfACommandThatIsKeptBackIsAnError() throws {
        let ssd = try EmulatedSSD(address: "emu:small?clock=virtual")
        defer { ssd.close() }
        let controller = Controller(ssd)
        try controller.initialise()
        let namespace = try controller.namespace()
        try namespace.startVerification()
        let queue = try controller.makeQueuePair(depth: 8)
        try ssd.setFlaws([Flaw(.wrongCommandIdentifier(offset: -1), nth: 1)])
        for _ in 0..<2 { try namespace.write(queue, controller.makeBuffer(512), lba: 0) }
        #expect(throws: NVMeError.self) { try queue.completions(2) }
        #expect(queue.outstanding == 2)
        let isReported = controller.warnings.take().contains { warning in
            if case .unexpectedCompletion = warning { true } else { false }
        }
        #expect(isReported)
    }

    enum End: CaseIterable { case delete, drop, close, reset }

    /// Nobody waits any more: whoever closes the queue looks once more.
    @Test(arguments: End.allCases)
    func secondAnswerToTheLastCommandIsReported(end: End) throws {
        let ssd = try EmulatedSSD(address: "emu:small?clock=virtual&flaws=answer-twice:op=0")
        defer { ssd.close() }
        let controller = Controller(ssd)
        try controller.initialise()
        let namespace = try controller.namespace()
        var queue: QueuePair? = try controller.makeQueuePair(depth: 8)
        try queue.map { _ = try namespace.flush($0).wait() }
        #expect(controller.warnings.take().isEmpty)
        switch end {
        case .delete: try queue?.delete()
        case .drop: queue = nil
        case .close: try controller.close()
        case .reset: try controller.reset()
        }
        let warnings = controller.warnings.take()
        let unexpected = warnings.filter { if case .unexpectedCompletion(queue: 1, _) = $0 { true } else { false } }
        #expect(unexpected.count == 1 && warnings.count == 1)
        withExtendedLifetime(queue) {}
    }

    @Test func answersThatNobodyWaitedForAreNotUnexpected() throws {
        let ssd = try EmulatedSSD(address: "emu:small?clock=virtual")
        defer { ssd.close() }
        let controller = Controller(ssd)
        try controller.initialise()
        let namespace = try controller.namespace()
        let queue = try controller.makeQueuePair(depth: 8)
        for _ in 0..<3 { try namespace.flush(queue) }
        try namespace.flush(queue).wait()
        try queue.delete()
        #expect(controller.warnings.take().isEmpty)
    }

    @Test(arguments: [0, 2, 0xFFFF] as [UInt16])
    func completionOfAnotherSubmissionQueueIsAnError(sqID: UInt16) throws {
        let queue = try pair { $0.sqID = sqID }
        try queue.send(.anything)
        let error = #expect(throws: NVMeError.self) { try queue.wait() }
        guard case .unexpectedCompletion = error else { throw try #require(error) }
    }

    @Test func commandAnsweredTwiceIsReportedAsAWarning() throws {
        let queue = try pair { _ in }
        for _ in 0..<2 { try queue.send(.anything) }
        _ = try queue.completions(2)
        let warnings = queue.controller.warnings.take()
        guard case .unexpectedCompletion(queue: 1, _) = warnings.first else {
            Issue.record("no warning about the second answer: \(warnings)")
            return
        }
    }

    @Test(arguments: [8, 0xFFFF] as [UInt16])
    func wildSubmissionHeadIsIgnored(head: UInt16) throws {
        let device = try ScriptedDevice { command, id, device in
            var entry = device.success(command, id)
            entry.sqHead = head
            return [entry]
        }
        let queue = try device.controller().smallQueuePair()
        for _ in 0..<20 { try queue.send(.anything).wait() }
        #expect(queue.outstanding == 0)
    }

    @Test func unexpectedAdminCompletionIsAWarning() throws {
        let device = try ScriptedDevice { command, id, device in
            var wrong = device.success(command, id)
            wrong.commandID = 3
            return [wrong, device.success(command, id)]
        }
        let controller = try device.controller()
        try controller.abort(0)
        _ = try controller.completion()
        guard case .unexpectedCompletion(queue: 0, _) = controller.warnings.take().first else {
            Issue.record("no warning")
            return
        }
    }

    @Test func waitOnAVanishedDeviceEndsWithRemoved() throws {
        let device = try ScriptedDevice(idleNanoseconds: 1_000_000) { command, id, device in
            if id > 0 { device.vanish() }
            return id > 0 ? [] : [device.success(command, id)]
        }
        let queue = try device.controller().smallQueuePair()
        try queue.send(.anything)
        #expect(throws: NVMeError.removed(address: "scripted")) { try queue.wait() }
    }

    @Test func waitOnAFailedControllerEndsWithControllerFatal() throws {
        let device = try ScriptedDevice(idleNanoseconds: 1_000_000) { command, id, device in
            if id > 0 { device.set(RegisterOffset.csts, to: 0b11) }
            return id > 0 ? [] : [device.success(command, id)]
        }
        let queue = try device.controller().smallQueuePair()
        try queue.send(.anything)
        #expect(throws: NVMeError.controllerFatal(ControllerStatus(rawValue: 0b11))) { try queue.wait() }
    }

    /// CAP.MQES is at least 1 (NVMe Base 2.0 §3.1.3.1): two entries.
    @Test func controllerThatClaimsQueuesOfOneEntryIsRefused() throws {
        let device = try ScriptedDevice()
        let controller = try device.controller()
        device.set(RegisterOffset.cap, to: 1 << 16 | 2 << 24 | 1 << 37)
        let error = #expect(throws: NVMeError.self) { try controller.makeQueuePair(depth: 2) }
        guard case .invalidDeviceData(what: "CAP.MQES, maximum queue entries", value: 0, _) = error else {
            throw try #require(error)
        }
    }

    @Test func shutdownThatIsNeverCompleteEndsWithShutdownTimeout() throws {
        let device = try ScriptedDevice(idleNanoseconds: 1_000_000)
        let controller = try device.controller()
        device.neverShutDown()
        let error = #expect(throws: NVMeError.self) { try controller.shutdown(limit: .milliseconds(50)) }
        guard case .shutdownTimeout = error else { throw try #require(error) }
    }

    @Test func registerOfAVanishedDeviceThrowsRemoved() throws {
        let device = try ScriptedDevice()
        device.vanish()
        #expect(throws: NVMeError.removed(address: "scripted")) { try Controller(device).status }
    }

    @Test func registerThatHoldsAllOnesIsNoRemoval() throws {
        let device = try ScriptedDevice()
        device.set(RegisterOffset.bprsel, to: 0xFFFF_FFFF)
        #expect(try Controller(device).readRegister(RegisterOffset.bprsel) == 0xFFFF_FFFF)
    }

    @Test func controllerThatNeverGetsReadyEndsWithReadyTimeout() throws {
        let device = try ScriptedDevice(idleNanoseconds: 1_000_000)
        device.neverGetReady()
        let error = #expect(throws: NVMeError.self) { try device.controller() }
        guard case .readyTimeout(expected: true, limit: .seconds(1), _) = error else { throw try #require(error) }
    }

    /// NVMe Base 2.0 §3.5.1, §9.5: a controller that fails while it is enabled sets CSTS.CFS, and CSTS.RDY need not come.
    @Test func controllerThatFailsWhileItIsEnabledIsNotWaitedFor() throws {
        let device = try ScriptedDevice(idleNanoseconds: 1_000_000)
        device.failToStart()
        #expect(throws: NVMeError.controllerFatal(ControllerStatus(rawValue: 0b10))) { try device.controller() }
    }

    /// NVMe Base 2.0 §5.17.2.2: identifiers greater than the one asked from, ascending. This device starts again with each page.
    @Test func namespaceListThatNeverEndsIsRefused() throws {
        let device = try ScriptedDevice { command, queue, device in
            device.store(namespaces: (1...1024).map { $0 }, for: command)
            return [device.success(command, queue)]
        }
        let controller = try device.controller()
        #expect(
            throws: NVMeError.invalidDeviceData(
                what: "active namespace list", value: 1, limit: "ascending identifiers")
        ) { try controller.activeNamespaces() }
    }

    @Test func namespaceListOfOneIdentifierOverAndOverIsRefused() throws {
        let device = try ScriptedDevice { command, queue, device in
            device.store(namespaces: [UInt32](repeating: 7, count: 1024), for: command)
            return [device.success(command, queue)]
        }
        #expect(throws: NVMeError.self) { try device.controller().activeNamespaces() }
    }

    @Test func namespaceListOfSeveralPagesIsReadToItsEnd() throws {
        let device = try ScriptedDevice { command, queue, device in
            let first = command.nsid + 1
            device.store(namespaces: (first..<min(first + 1024, 1501)).map { $0 }, for: command)
            return [device.success(command, queue)]
        }
        #expect(try device.controller().activeNamespaces() == (1...1500).map { $0 })
    }
}

extension ScriptedDevice {
    /// Answers an Identify command with a list of namespaces, in the first page of its buffer.
    fileprivate func store(namespaces: [UInt32], for command: SubmissionQueueEntry) {
        guard command.adminOpcode == .identify else { return }
        let place = memory.arena.base + Int(command.prp1 - memory.arena.ioVirtualBase)
        for (index, identifier) in namespaces.enumerated() {
            place.storeBytes(of: identifier.littleEndian, toByteOffset: 4 * index, as: UInt32.self)
        }
    }
}
