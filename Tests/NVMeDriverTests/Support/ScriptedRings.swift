import NVMe

/// The device's side of a queue pair.
struct ScriptedQueue {
    var submission: UInt64
    var completion: UInt64
    var entries: Int
    var head = 0
    var tail = 0
    var completionTail = 0
    var phase: UInt16 = 1

    mutating func fetch(_ memory: DMAPool) -> SubmissionQueueEntry? {
        let place = memory.arena.base + Int(submission - memory.arena.ioVirtualBase) + head * 64
        head = (head + 1) % entries
        return place.load(as: SubmissionQueueEntry.self)
    }

    mutating func post(_ entry: CompletionQueueEntry, _ memory: DMAPool) {
        var entry = entry
        entry.statusAndPhase = entry.statusAndPhase & ~1 | phase
        let place = memory.arena.base + Int(completion - memory.arena.ioVirtualBase) + completionTail * 16
        place.storeBytes(of: entry, as: CompletionQueueEntry.self)
        completionTail += 1
        if completionTail == entries {
            completionTail = 0
            phase ^= 1
        }
    }
}

/// Registers that hold what was written, and a CSTS.RDY that follows CC.EN at once.
struct ScriptedRegisters {
    /// MQES 1023, contiguous queues, 1 s time-out, NVM subsystem reset, NVM command set.
    var values: [Int: UInt64] = [
        RegisterOffset.cap: 1023 | 1 << 16 | 2 << 24 | 1 << 36 | 1 << 37, RegisterOffset.vs: 0x0002_0000,
    ]
    var isGone = false
    /// CSTS.RDY stays 0.
    var isNeverReady = false
    /// Enabling ends with CSTS.CFS.
    var failsToStart = false
    /// CSTS.SHST stays at 01b.
    var isNeverShutDown = false
    var isAlwaysReady = false
    var isConfigurationGone = false

    func read(_ offset: Int, _ width: AccessWidth) -> UInt64 {
        if isGone { return width.allOnes }
        return values[offset] ?? 0
    }

    mutating func write(_ offset: Int, _ value: UInt64) {
        values[offset] = value
        guard offset == RegisterOffset.cc else { return }
        var status = ControllerStatus(rawValue: UInt32(truncatingIfNeeded: values[RegisterOffset.csts] ?? 0))
        let configuration = ControllerConfiguration(rawValue: UInt32(truncatingIfNeeded: value))
        status.ready = configuration.enable && !isNeverReady || isAlwaysReady
        status.controllerFatal = configuration.enable && (failsToStart || status.controllerFatal)
        if configuration.shutdownNotification != 0 { status.shutdownStatus = isNeverShutDown ? .occurring : .complete }
        values[RegisterOffset.csts] = UInt64(status.rawValue)
    }
}
