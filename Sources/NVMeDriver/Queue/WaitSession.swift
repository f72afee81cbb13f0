import NVMeSpec

/// What one wait has seen: counts completions, runs their handlers, remembers the first thing that went wrong.
struct WaitSession {
    /// True when error statuses are errors of the wait (`wait`), false when they are data (`completions`).
    let judges: Bool
    let limit: Duration
    let place: ScriptLine
    let warnings: WarningLog
    /// The stand-in of the first command that timed out during this wait.
    private(set) var firstTimeout: Completion?
    private(set) var failure: (any Error)?
    /// What the script learns of when the wait throws an error that tells of it.
    private var notes: [(entry: LedgerEntry, subject: Subject)] = []
    /// Slots of the commands that timed out during this wait.
    private var expired: Set<UInt16> = []

    init(judges: Bool, limit: Duration, place: ScriptLine, warnings: WarningLog) {
        self.judges = judges
        self.limit = limit
        self.place = place
        self.warnings = warnings
    }

    /// Delivers a completion to the script. Returns it when it is one of those waited for.
    ///
    /// - Parameter lateCounts: whether the wait is for a command that timed out in an earlier one: nothing else can be meant.
    mutating func deliver(_ reaped: Reaped, lateCounts: Bool) -> Completion? {
        let completion = reaped.completion
        switch reaped.kind {
        case .late:
            let isWanted = reaped.slot.map { expired.contains($0) } ?? false
            guard isWanted || lateCounts else {
                warn(.lateCompletion(queue: completion.queueID, commandID: completion.command.commandID))
                if !completion.succeeded { _ = completion.noted(in: warnings.ledger, at: place) }
                return nil
            }
            let shown = noted(completion)
            if !completion.isSuccess { note(.status(completion)) }
            return shown
        case .unexpected:
            warn(.unexpectedCompletion(queue: completion.queueID, completion.entry), about: .unexpected)
            note(.unexpectedCompletion(queue: completion.queueID, completion.entry))
            return nil
        case .timeout:
            if firstTimeout == nil { firstTimeout = completion }
            if let slot = reaped.slot { expired.insert(slot) }
            warn(.commandTimeout(queue: completion.queueID, commandID: completion.command.commandID), about: .timeout)
            call(reaped.handler, completion)
            note(timeoutError(completion))
            return nil
        case .event:
            deliver(event: reaped, also: nil)
            return nil
        case .command:
            // Its identifier is another command's from now on.
            if let slot = reaped.slot { expired.remove(slot) }
            let shown = noted(completion)
            call(reaped.handler, shown)
            if !completion.isSuccess { note(.status(completion)) }
            return shown
        }
    }

    /// Delivers an asynchronous event to the closure of its own request, if that had one, and to the script's listener.
    mutating func deliver(event reaped: Reaped, also listener: CompletionHandler?) {
        let completion = reaped.completion
        // What a deleted or reset queue says about its event requests is no news.
        guard completion.code != .abortedSQDeleted else { return }
        guard !completion.succeeded else {
            warn(.event(dword0: completion.dw0))
            call(reaped.handler, completion)
            return call(listener, completion)
        }
        // Who waits for something else, and does not judge, hears of it from the warning, or from the closure.
        let entry = warnings.add(.eventRequestFailed(completion), at: place)
        let shown = completion.noted(as: entry)
        call(reaped.handler, shown)
        call(listener, shown)
        if judges, failure == nil {
            entry?.acknowledge()
            failure = NVMeError.status(completion)
        }
    }

    /// The completion, written down as unseen where it is an error.
    private mutating func noted(_ completion: Completion) -> Completion {
        guard !completion.succeeded, let entry = warnings.ledger?.note(.completion(completion), at: place) else {
            return completion
        }
        if judges { notes.append((entry, .status(completion.code))) }
        return completion.noted(as: entry)
    }

    func timeoutError(_ completion: Completion) -> NVMeError { .commandTimeout(completion, limit: limit, at: place) }

    private mutating func warn(_ warning: DriverWarning, about subject: Subject = .other) {
        if let note = warnings.add(warning, at: place) { notes.append((note, subject)) }
    }

    private mutating func call(_ handler: CompletionHandler?, _ completion: Completion) {
        guard let handler else { return }
        do {
            try CallbackScope.run(handler, completion)
        } catch {
            if failure == nil { failure = error }
        }
    }

    private mutating func note(_ error: NVMeError) {
        if judges, failure == nil { failure = error }
    }

    /// Throws the first thing that went wrong.
    func finish() throws {
        if let failure { throw told(failure) }
    }

    /// The error that the wait is about to throw: with it the script knows of what it tells, and of nothing else.
    ///
    /// A script that expects LBA Out of Range has not heard of the Data Mismatch behind it, nor of an answer that came twice.
    func told<Failure: Error>(_ error: Failure) -> Failure {
        let subject = Subject(of: error)
        for note in notes where note.subject == subject { note.entry.acknowledge() }
        return error
    }

    /// What an entry in the book is about.
    private enum Subject: Equatable {
        case status(StatusCode)
        case timeout
        case unexpected
        case other

        /// What an error tells of; nil for one that tells of nothing that was written down.
        init?(of error: any Error) {
            switch error as? NVMeError {
            case .status(let completion): self = .status(completion.code)
            case .commandTimeout: self = .timeout
            case .unexpectedCompletion: self = .unexpected
            default: return nil
            }
        }
    }
}

extension LedgerEntry: Acknowledgeable {}

/// The end of a wait for commands: it gives up only after another look at the queue.
struct GivingUp {
    enum Step {
        /// Time out what is too old, deliver that, then look again.
        case expire(all: Bool)
        /// Nothing came.
        case giveUp
    }

    private var stage = 0
    private var all = false

    /// Whether the time is over and only the last looks are left.
    var isGoingOn: Bool { stage > 0 }

    /// The time is over; `all` when nothing can arrive any more.
    mutating func begin(all: Bool) {
        stage = 1
        self.all = all
    }

    /// Something came: it was too early.
    mutating func cancel() { stage = 0 }

    mutating func next() -> Step {
        stage += 1
        return stage == 2 ? .expire(all: all) : .giveUp
    }
}
