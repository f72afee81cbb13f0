import NVMeSpec

/// How far a reset reaches.
enum ResetLevel: Int, Comparable {
    /// CC.EN was cleared: AQA, ASQ and ACQ keep their values.
    case controller
    /// Hot reset, function level reset, NVM subsystem reset: all registers.
    case function
    /// Main power came back.
    case power

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// The resets of NVMe Base 2.0 §3.7.
extension EmulatedController {
    /// A controller level reset. All queues and outstanding commands are gone; media and saved features stay.
    func reset(_ level: ResetLevel) {
        engine.pointee.generation &+= 1
        engine.pointee.turn = 0
        engine.pointee.touchedCount = 0
        timedEvents.removeAll {
            $0.kind == .completion || $0.kind == .interruptCoalescing || $0.kind == .formatEnd
        }
        // What was to end the format has just been forgotten, and the data was gone when it began.
        for namespace in namespaces { namespace.formatInProgress = false }
        queues.removeAll()
        asynchronousEvents.reset()
        interrupts.clearPending()
        selfTest.controllerReset(self)
        registers.state = .disabled
        registers.shutdown = .none
        if level >= .function {
            registers.configuration.rawValue = 0
            registers.adminQueueAttributes.rawValue = 0
            registers.adminSubmissionQueueBase = 0
            registers.adminCompletionQueueBase = 0
        }
        interrupts.registerMask = 0
        resetFeatures(level)
        firmware.activatePending()
        updateRunning()
    }

    /// NSSR was written with its signature. The link goes down with the NVM subsystem: the function around the controller resets both.
    func resetSubsystem() {
        guard registers.capabilities.subsystemResetSupported else { return }
        // NSSRO is 0 after a reset that activates firmware.
        registers.subsystemResetOccurred = !firmware.isActivationPending
        isLinkDown = true
    }

    /// The controller cannot go on: its queues are out of reach.
    @inline(never)
    func fail() {
        registers.state = .fatal(wasReady: registers.state == .ready)
        updateRunning()
    }

    /// Commands are fetched only when nothing at all speaks against it.
    func updateRunning() {
        engine.pointee.isRunning = canMaster && registers.state == .ready && registers.shutdown == .none
    }
}
