import NVMeSpec
import Synchronization

extension Controller {
    @discardableResult
    public func send(
        _ command: SubmissionQueueEntry, _ buffer: Buffer? = nil, completion handler: CompletionHandler? = nil
    ) throws(NVMeError) -> Controller {
        try adminChannel.send(command, buffer, completion: handler)
        return self
    }

    /// Waits for that many of the script's admin commands; see `QueuePair.wait`. Asynchronous events are delivered, not counted.
    @discardableResult
    public func wait(_ count: Int = 1, fileID: String = #fileID, line: Int = #line) throws -> Completion {
        try adminChannel.wait(count, fileID: fileID, line: line)
    }

    /// Waits for one of the script's admin commands and hands over its completion unjudged.
    public func completion(fileID: String = #fileID, line: Int = #line) throws -> Completion {
        try adminChannel.completion(fileID: fileID, line: line)
    }

    /// Waits for that many of the script's admin commands and hands over their completions unjudged.
    public func completions(_ count: Int, fileID: String = #fileID, line: Int = #line) throws -> [Completion] {
        try adminChannel.completions(count, fileID: fileID, line: line)
    }

    /// Identifier of the admin command submitted last; 0 before the first.
    public var latestCommandID: UInt16 { openState.admin?.latestCommandID ?? 0 }

    /// Time from submission to reaping of the admin command reaped last.
    public var latestLatency: Duration { openState.admin?.latestLatency ?? .zero }

    /// Admin commands submitted and not yet reaped, event requests included.
    public var outstanding: Int { openState.admin?.outstanding ?? 0 }

    var openState: (admin: AdminQueue?, isClosed: Bool) { state.withLock { ($0.admin, $0.isClosed) } }

    func waitSession(judges: Bool, limit: Duration? = nil, at place: ScriptLine) -> WaitSession {
        WaitSession(judges: judges, limit: limit ?? timeout, place: place, warnings: warnings)
    }

    /// Patience up to the deadline of a wait in which nothing comes.
    ///
    /// - Parameter timeout: that of the commands waited for; nil for that of the controller.
    func patience(timeout: Duration? = nil) -> Patience {
        let limit = state.withLock {
            (timeout ?? $0.timeout).wholeNanoseconds.addingSaturating($0.waitGrace.wholeNanoseconds)
        }
        return Patience(function: function, stepper: stepper, limit: limit)
    }

    func patience(limit: Duration) -> Patience {
        Patience(function: function, stepper: stepper, limit: limit.wholeNanoseconds)
    }
}
