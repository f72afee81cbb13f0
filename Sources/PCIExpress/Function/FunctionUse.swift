import Glibc
import Synchronization

/// Who drives a function at present: one driver at a time, because each that sets it up makes it forget the queues of the one before.
///
/// What the former one had told the function of is quarantined by then, and soon somebody else's: not a doorbell may be rung by it.
public final class FunctionUse: Sendable {
    private struct State {
        weak var driver: (any FunctionDriver)?
        /// The thread that sets the function up, and how often it has begun to.
        var setUp: (thread: pthread_t, depth: Int)?
    }

    private let state = Mutex(State())

    init() {}

    /// Makes this the one that drives the function. Returns when the former one tells the function of nothing any more.
    package func take(_ driver: some FunctionDriver) {
        let former = state.withLock { state in
            defer { state.driver = driver }
            return state.driver
        }
        // Outside of the lock: it hands its memory over here.
        if let former, former !== driver { former.superseded(by: driver) }
    }

    /// Whether it is this one that drives the function.
    package func isTaken(by driver: some FunctionDriver) -> Bool {
        // Outside of the lock, which the end of a driver whose last reference this is needs.
        let current = state.withLock { $0.driver }
        return current === driver
    }

    /// Another thread than this one sets the function up.
    package var isSetUpElsewhere: Bool { state.withLock { Self.isElsewhere($0) } }

    /// False while another thread sets the function up. May be called again inside; `endSetUp` for each.
    package func beginSetUp() -> Bool {
        state.withLock { state in
            guard !Self.isElsewhere(state) else { return false }
            state.setUp = (pthread_self(), (state.setUp?.depth ?? 0) + 1)
            return true
        }
    }

    package func endSetUp() {
        state.withLock { state in
            guard let current = state.setUp else { return }
            state.setUp = current.depth > 1 ? (current.thread, current.depth - 1) : nil
        }
    }

    private static func isElsewhere(_ state: State) -> Bool { state.setUp.map { $0.thread != pthread_self() } ?? false }
}

/// What drives a function: sets it up, and tells it of memory.
package protocol FunctionDriver: AnyObject, Sendable {
    /// Another one has taken the function over: nothing may be told to it any more, from the moment on that this returns.
    func superseded(by successor: any FunctionDriver)
}
