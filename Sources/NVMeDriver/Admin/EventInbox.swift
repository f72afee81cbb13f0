import NVMeSpec
import Synchronization

/// The asynchronous events of a controller: each is delivered once, by whichever wait of the script comes first.
///
/// Whoever sent the request that an event has completed, the event is the controller's. Requests are sent again where completions are
/// collected (`AdminQueue`), so that no wait that gives up can lose one.
final class EventInbox: Sendable {
    private struct State {
        /// Completed requests, in order.
        var reaped: [Reaped] = []
        var handler: CompletionHandler?
        /// Delivered, and not returned by `waitForEvent` yet; whether a closure of the script's has had it.
        var unclaimed: [(event: AsynchronousEvent, isHeard: Bool)] = []
        var lost = 0
    }

    /// Events that are kept for `waitForEvent`.
    static let limit = 1000
    private let state = Mutex(Unchecked(State()))
    private let count = Atomic<Int>(0)

    /// Whether something waits to be delivered; costs one load.
    var isEmpty: Bool { count.load(ordering: .relaxed) == 0 }

    /// Whether a script listens: its closure may submit commands.
    var hasHandler: Bool { state.withLock { $0.value.handler != nil } }

    func put(_ reaped: Reaped) {
        let reaped = Unchecked(reaped)
        state.withLock { state in
            state.value.reaped.append(reaped.value)
            count.store(state.value.reaped.count, ordering: .relaxed)
        }
    }

    /// What `take` hands over.
    struct Delivery {
        let reaped: Reaped
        let handler: CompletionHandler?
        /// What had to be dropped for it, and nobody has ever heard of.
        var lost: AsynchronousEvent?
    }

    /// Takes the next one to deliver.
    func take() -> Delivery? {
        state.withLock { state -> Unchecked<Delivery?> in
            guard !state.value.reaped.isEmpty else { return Unchecked(nil) }
            let first = state.value.reaped.removeFirst()
            count.store(state.value.reaped.count, ordering: .relaxed)
            var delivery = Delivery(reaped: first, handler: state.value.handler)
            guard first.completion.succeeded else { return Unchecked(delivery) }
            if state.value.unclaimed.count >= Self.limit {
                let oldest = state.value.unclaimed.removeFirst()
                if !oldest.isHeard {
                    delivery.lost = oldest.event
                    state.value.lost += 1
                }
            }
            let isHeard = state.value.handler != nil || first.handler != nil
            state.value.unclaimed.append((AsynchronousEvent(rawValue: first.completion.dw0), isHeard))
            return Unchecked(delivery)
        }.value
    }

    /// Events that were dropped, and that nobody has heard of.
    var lost: Int { state.withLock { state -> Int in state.value.lost } }

    /// Keeps a handler; nil keeps the one before.
    func remember(_ handler: CompletionHandler?) {
        guard let handler else { return }
        let box = Unchecked(handler)
        state.withLock { $0.value.handler = box.value }
    }

    /// Lets go of the listener, which may hold the controller itself, and of what nobody will deliver any more.
    func close() {
        let forgotten = state.withLock { state in
            defer {
                state.value.handler = nil
                state.value.reaped = []
                count.store(0, ordering: .relaxed)
            }
            return Unchecked((state.value.handler, state.value.reaped))
        }
        withExtendedLifetime(forgotten) {}
    }

    /// Takes the oldest event that is one of those; any when there are none.
    func claim(_ wanted: [AsynchronousEvent]) -> AsynchronousEvent? {
        state.withLock { state -> AsynchronousEvent? in
            let found = state.value.unclaimed.firstIndex { unclaimed in
                wanted.isEmpty || wanted.contains { $0.isSameKind(as: unclaimed.event) }
            }
            guard let found else { return nil }
            return state.value.unclaimed.remove(at: found).event
        }
    }

    /// Delivered, and not returned by `waitForEvent`.
    var unclaimed: [AsynchronousEvent] {
        state.withLock { state -> [AsynchronousEvent] in state.value.unclaimed.map(\.event) }
    }

    /// Takes all of them.
    func claimAll() -> [AsynchronousEvent] {
        state.withLock { state -> [AsynchronousEvent] in
            defer { state.value.unclaimed = [] }
            return state.value.unclaimed.map(\.event)
        }
    }
}

extension AsynchronousEvent {
    /// Type and information agree; the log page follows from them.
    func isSameKind(as other: AsynchronousEvent) -> Bool {
        self.type == other.type && self.information == other.information
    }
}
