import NVMeSpec

/// What one wait has seen: counts completions, runs their handlers, remembers the first thing that went wrong.
struct WaitSession {
    /// True when error statuses are errors of the wait (`wait`), false when they are data (`completions`).
    let judges: Bool
    let limit: Duration
    let warnings: WarningLog
    private(set) var failure: (any Error)?

    init(judges: Bool, limit: Duration, warnings: WarningLog) {
        self.judges = judges
        self.limit = limit
        self.warnings = warnings
    }

    /// Delivers a completion to the script. Returns whether it is one of those waited for.
    mutating func deliver(_ reaped: Reaped) -> Bool {
        switch reaped.kind {
        case .late:
            return true
        case .unexpected:
            warnings.add(.unexpectedCompletion(queue: reaped.completion.queueID, reaped.completion.entry))
            note(.unexpectedCompletion(queue: reaped.completion.queueID, reaped.completion.entry))
            return false
        case .timeout:
            let completion = reaped.completion
            warnings.add(.commandTimeout(queue: completion.queueID, commandID: completion.command.commandID))
            call(reaped)
            note(.commandTimeout(completion, limit: limit))
            return false
        case .event:
            deliverEvent(reaped)
            return false
        case .command:
            call(reaped)
            if !reaped.completion.isSuccess { note(.status(reaped.completion)) }
            return true
        }
    }

    private mutating func deliverEvent(_ reaped: Reaped) {
        // What a deleted or reset queue says about its event requests is no news.
        guard reaped.completion.code != .abortedSQDeleted else { return }
        if reaped.completion.isSuccess { warnings.add(.event(dword0: reaped.completion.dw0)) }
        call(reaped)
        if !reaped.completion.isSuccess { note(.status(reaped.completion)) }
    }

    private mutating func call(_ reaped: Reaped) {
        guard let handler = reaped.handler else { return }
        do {
            try CallbackScope.run(handler, reaped.completion)
        } catch {
            if failure == nil { failure = error }
        }
    }

    private mutating func note(_ error: NVMeError) {
        if judges, failure == nil { failure = error }
    }

    func finish() throws {
        if let failure { throw failure }
    }
}
