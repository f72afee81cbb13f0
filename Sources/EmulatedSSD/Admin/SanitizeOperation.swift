import NVMeSpec

/// A sanitize operation and what is known of the last one (NVMe Base 2.0 §5.24, §5.16.1.25, §8.21).
struct SanitizeOperation {
    private(set) var state = SanitizeState.neverSanitized
    /// Dword 10 of the command that began it.
    private(set) var dword10 = SanitizeDword10()
    private var began: UInt64 = 0
    private var ends: UInt64 = 0
    /// Tells the end of this operation from the end of one before.
    private(set) var number: UInt32 = 0
    /// Changes to user data until the last success; until there is one, those of the factory.
    private var changesAtSuccess: UInt64 = 0

    /// What commands are refused with meanwhile.
    var refusal: StatusCode { state == .failed ? .sanitizeFailed : .sanitizeInProgress }

    var restricts: Bool { state == .inProgress || state == .failed }

    mutating func start(_ dword10: SanitizeDword10, at now: UInt64, duration: UInt64) {
        state = .inProgress
        self.dword10 = dword10
        began = now
        ends = now &+ duration
        number &+= 1
    }

    /// Power was lost in the middle: it begins again.
    mutating func restart(at now: UInt64) {
        let duration = ends &- began
        start(dword10, at: now, duration: duration)
    }

    var dueTime: UInt64 { ends }

    /// - Parameter changes: to user data, until now.
    mutating func finish(changes: UInt64) {
        state = .completed
        changesAtSuccess = changes
    }

    /// Passes that dword 10 asks for: 0 where it asks for no Overwrite.
    private var passes: UInt64 {
        guard dword10.action == .overwrite else { return 0 }
        return dword10.overwritePassCount == 0 ? 16 : UInt64(dword10.overwritePassCount)
    }

    /// What has been done of 65,536 parts.
    private func progress(now: UInt64) -> UInt64 {
        guard state == .inProgress else { return 65536 }
        return min(65535, (now &- began) &* 65536 / max(1, ends &- began))
    }

    /// Exit Failure Mode.
    mutating func leaveFailure() {
        if state == .failed { state = .neverSanitized }
    }

    /// The Sanitize Status log page.
    ///
    /// - Parameter changes: to user data, until now.
    func logPage(now: UInt64, estimateSeconds: UInt32, changes: UInt64) -> [UInt8] {
        var log = SanitizeStatusLog()
        let progress = progress(now: now)
        log.progress = UInt16(min(65535, progress))
        log.status.state = state
        log.status.completedOverwritePasses = UInt8(passes &* progress / 65536)
        // Nothing was written since the last success.
        log.status.globalDataErased = changes == changesAtSuccess
        log.commandDword10 = dword10
        log.estimatedOverwriteTime = estimateSeconds
        log.estimatedBlockEraseTime = estimateSeconds
        log.estimatedCryptoEraseTime = estimateSeconds
        // The same with additional media modification, which NODMMAS says there is never: not reported.
        log.estimatedOverwriteTimeNoDeallocate = .max
        log.estimatedBlockEraseTimeNoDeallocate = .max
        log.estimatedCryptoEraseTimeNoDeallocate = .max
        return log.bytes
    }
}

extension EmulatedController {
    /// The background operation has come to its end: data is restorable by nobody, and the host is told.
    func sanitizeEnded(_ event: TimedEvent) {
        guard event.subject == sanitize.number, sanitize.state == .inProgress else { return }
        sanitize.finish(changes: statistics.pointee.userDataChanges)
        engine.pointee.sanitizeRestricts = sanitize.restricts
        asynchronousEvents.post(.sanitizeCompleted)
        deliverEvents()
    }

    /// Commands in progress that are not allowed during a sanitize operation (NVMe Base 2.2 §8.1.24.4): those of the I/O queues.
    func abortForSanitize() {
        // Each is taken once: a completion that finds no room comes back as an event with its new status.
        let status = Status(.sanitizeInProgress).rawValue
        while let event = takeDelayed(where: { $0.sqID != 0 && $0.status != status }) {
            complete(event.sqID, event.commandID, status, 0, 0)
        }
    }

    func scheduleSanitizeEnd() {
        engine.pointee.sanitizeRestricts = sanitize.restricts
        timedEvents.removeAll { $0.kind == .sanitizeEnd }
        timedEvents.insert(
            TimedEvent(
                due: sanitize.dueTime, generation: engine.pointee.generation, kind: .sanitizeEnd,
                subject: sanitize.number))
    }

    /// After power on: an operation that was interrupted starts again.
    func resumeSanitize() {
        guard sanitize.state == .inProgress else { return }
        sanitize.restart(at: clock.now)
        scheduleSanitizeEnd()
    }
}
