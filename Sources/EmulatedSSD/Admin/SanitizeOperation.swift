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
    private var passes: UInt16 = 0
    /// Global Data Erased: nothing was written since the last success.
    private(set) var isDataErased = false

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

    mutating func finish() {
        state = .succeeded
        isDataErased = true
        if cdw10 & 0b111 == 3 { passes = UInt16(cdw10 >> 4 & 0xF == 0 ? 16 : cdw10 >> 4 & 0xF) }
    }

    /// Exit Failure Mode.
    mutating func leaveFailure() {
        if state == .failed { state = .never }
    }

    /// The Sanitize Status log page.
    func logPage(now: UInt64, estimateSeconds: UInt32) -> [UInt8] {
        var page = ByteLayout(count: 512)
        let span = max(1, ends &- began)
        let progress = state == .inProgress ? min(65535, (now &- began) &* 65536 / span) : 65535
        page.put(UInt16(progress), at: 0)
        page.put(state.rawValue | passes << 3 | (isDataErased ? 1 << 8 : 0), at: 2)
        page.put(cdw10, at: 4)
        // Estimated times: overwrite, block erase, crypto erase, and the same without deallocation.
        for offset in stride(from: 8, to: 32, by: 4) { page.put(estimateSeconds, at: offset) }
        return page.bytes
    }
}

extension EmulatedController {
    /// The background operation has come to its end: data is restorable by nobody, and the host is told.
    func sanitizeEnded(_ event: TimedEvent) {
        guard event.subject == sanitize.number, sanitize.state == .inProgress else { return }
        sanitize.finish()
        engine.pointee.sanitizeRestricts = sanitize.restricts
        asynchronousEvents.post(type: .commandSetSpecific, information: 0x01, logPage: 0x81)
        deliverEvents()
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
