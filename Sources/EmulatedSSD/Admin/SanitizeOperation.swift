import NVMeSpec

/// A sanitize operation and what is known of the last one (NVMe Base 2.0 §5.24, §5.16.1.25, §8.21).
struct SanitizeOperation {
    /// Sanitize Status (SSTAT 2:0).
    enum State: UInt16 {
        case never = 0
        case succeeded = 1
        case inProgress = 2
        case failed = 3
    }

    private(set) var state = State.never
    /// Dword 10 of the command that began it.
    private(set) var cdw10: UInt32 = 0
    private var began: UInt64 = 0
    private var ends: UInt64 = 0
    /// Tells the end of this operation from the end of one before.
    private(set) var number: UInt32 = 0
    /// Changes to user data until the last success; until there is one, those of the factory.
    private var changesAtSuccess: UInt64 = 0

    /// What commands are refused with meanwhile.
    var refusal: StatusCode { state == .failed ? .sanitizeFailed : .sanitizeInProgress }

    var restricts: Bool { state == .inProgress || state == .failed }

    mutating func start(cdw10: UInt32, at now: UInt64, duration: UInt64) {
        state = .inProgress
        self.cdw10 = cdw10
        began = now
        ends = now &+ duration
        number &+= 1
    }

    /// Power was lost in the middle: it begins again.
    mutating func restart(at now: UInt64) {
        let duration = ends &- began
        start(cdw10: cdw10, at: now, duration: duration)
    }

    var dueTime: UInt64 { ends }

    /// - Parameter changes: to user data, until now.
    mutating func finish(changes: UInt64) {
        state = .succeeded
        changesAtSuccess = changes
    }

    /// Passes that dword 10 asks for: 0 where it asks for no Overwrite.
    static func passes(_ cdw10: UInt32) -> UInt64 {
        guard cdw10 & 0b111 == 3 else { return 0 }
        return cdw10 >> 4 & 0xF == 0 ? 16 : UInt64(cdw10 >> 4 & 0xF)
    }

    /// What has been done of 65,536 parts.
    private func progress(now: UInt64) -> UInt64 {
        guard state == .inProgress else { return 65536 }
        return min(65535, (now &- began) &* 65536 / max(1, ends &- began))
    }

    /// Exit Failure Mode.
    mutating func leaveFailure() {
        if state == .failed { state = .never }
    }

    /// The Sanitize Status log page.
    ///
    /// - Parameter changes: to user data, until now.
    func logPage(now: UInt64, estimateSeconds: UInt32, changes: UInt64) -> [UInt8] {
        var page = ByteLayout(count: 512)
        let progress = progress(now: now)
        page.put(UInt16(min(65535, progress)), at: 0)
        let passes = UInt16(Self.passes(cdw10) &* progress / 65536)
        // Global Data Erased (8): nothing was written since the last success.
        page.put(state.rawValue | passes << 3 | (changes == changesAtSuccess ? 1 << 8 : 0), at: 2)
        page.put(cdw10, at: 4)
        // Estimated times: overwrite, block erase, crypto erase.
        for offset in [8, 12, 16] { page.put(estimateSeconds, at: offset) }
        // The same with additional media modification, which NODMMAS says there is never: not reported.
        for offset in [20, 24, 28] { page.put(UInt32.max, at: offset) }
        return page.bytes
    }
}

extension EmulatedController {
    /// The background operation has come to its end: data is restorable by nobody, and the host is told.
    func sanitizeEnded(_ event: TimedEvent) {
        guard event.subject == sanitize.number, sanitize.state == .inProgress else { return }
        sanitize.finish(changes: statistics.pointee.userDataChanges)
        engine.pointee.sanitizeRestricts = sanitize.restricts
        asynchronousEvents.post(type: .commandSetSpecific, information: 0x01, logPage: 0x81)
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
