import Synchronization

/// What was reaped for one submitter on the admin queue and waits to be delivered.
final class AdminInbox: Sendable {
    private struct State {
        /// In order of completion.
        var reaped: [Reaped] = []
        var latest = Completion.none
        /// Commands sent and not completed; events are not counted.
        var outstanding = 0
        /// The script knows of what it has sent until now.
        var isAcknowledged = false
    }

    /// Age at which its commands time out; nil for that of the controller.
    let timeout: Duration?
    private let state = Mutex(Unchecked(State()))

    /// Where it is written down when nobody has waited for a command; nil for the driver's own errands.
    private let ledger: Ledger?

    init(timeout: Duration? = nil, ledger: Ledger? = nil) {
        self.timeout = timeout
        self.ledger = ledger
    }

    deinit {
        guard let ledger, !isAcknowledged else { return }
        let commands = unseen
        if let first = commands.first { _ = ledger.note(.unwaited(unwaitedText(commands.count, first: first))) }
    }

    /// The completion delivered last.
    var latest: Completion {
        get { state.withLock { $0.value.latest } }
        set { state.withLock { $0.value.latest = newValue } }
    }

    /// Commands sent and not completed, those that timed out included; events are not counted.
    var outstanding: Int { state.withLock { $0.value.outstanding } }

    /// Commands that were answered in time and are still to be delivered.
    var answered: Int { state.withLock { $0.value.reaped.count { $0.kind == .command } } }

    /// Counts a command that was sent.
    func sent() {
        state.withLock { state in
            state.value.outstanding += 1
            state.value.isAcknowledged = false
        }
    }

    /// The script knows of what it has sent until now, and will not wait for it.
    func acknowledge() { state.withLock { $0.value.isAcknowledged = true } }

    var isAcknowledged: Bool { state.withLock { $0.value.isAcknowledged } }

    /// Commands of which nobody knows how they ended: answered, or timed out for another one's wait.
    var unseen: [Completion] {
        state.withLock { state in
            state.value.reaped.filter { $0.kind == .command || $0.kind == .timeout }.map(\.completion)
        }
    }

    func put(_ reaped: Reaped) {
        let reaped = Unchecked(reaped)
        state.withLock { state in
            state.value.reaped.append(reaped.value)
            if reaped.value.kind.countsAsCommand { state.value.outstanding -= 1 }
        }
    }

    var isEmpty: Bool { state.withLock { $0.value.reaped.isEmpty } }

    /// Takes the next completion to deliver: commands only while some are wanted, time-outs always.
    func take(commands: Bool) -> Reaped? {
        state.withLock { state in
            let index = state.value.reaped.firstIndex { commands || !$0.kind.countsAsCommand }
            return Unchecked(index.map { state.value.reaped.remove(at: $0) })
        }.value
    }

    /// Forgets everything.
    func forgetAll() {
        let forgotten = state.withLock { state in
            defer {
                state.value.reaped = []
                state.value.outstanding = 0
            }
            return Unchecked(state.value)
        }
        withExtendedLifetime(forgotten) {}
    }
}
