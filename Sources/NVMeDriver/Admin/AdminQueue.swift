import NVMeSpec
import PCIExpress
import Synchronization

/// The admin queue: one owner of the rings, any number of submitters, each of which gets back what it sent.
final class AdminQueue: Sendable {
    private struct State: ~Copyable {
        var core: CommandQueue
        /// Who sent the command of each identifier.
        var routes: [AdminInbox?]
    }

    private let state: Mutex<State>
    private let shut = Atomic<Bool>(false)

    init(_ core: consuming CommandQueue) {
        let count = core.slots.count
        state = Mutex(State(core: core, routes: Array(repeating: nil, count: count)))
    }

    /// True after a reset: nothing will complete here any more.
    var isShut: Bool { shut.load(ordering: .acquiring) }

    func submit(
        _ command: SubmissionQueueEntry, transfer: Transfer?, held: AnyObject?, handler: CompletionHandler?,
        flags: CommandSlots.Flags, from inbox: AdminInbox
    ) throws(NVMeError) -> UInt16 {
        // Two boxes, not one tuple: taking that apart inside the closure trips the optimiser of Swift 6.3.1.
        let held = Unchecked(held)
        let handler = Unchecked(handler)
        return try state.withLock { state throws(NVMeError) in
            let id = try state.core.submit(
                command, transfer: transfer, held: held.value, handler: handler.value, flags: flags)
            state.routes[Int(id)] = inbox
            return id
        }
    }

    /// Takes everything that has completed and puts it where it belongs.
    func collect() throws(NVMeError) {
        try state.withLock { state throws(NVMeError) in
            while let reaped = state.core.reapOne() { Self.route(reaped, in: &state) }
            try state.core.ringCompletion()
        }
    }

    /// Times out commands of all submitters; nil times out every one.
    func expire(olderThan limit: Duration?) {
        state.withLock { state in
            let expired = limit.map { state.core.expire(olderThan: $0) } ?? state.core.expireAll()
            for reaped in expired { state.routes[Int(reaped.completion.command.commandID)]?.put(reaped) }
        }
    }

    /// Drops every outstanding command.
    func forgetAll() {
        shut.store(true, ordering: .releasing)
        let forgotten = state.withLock { state in
            state.routes = state.routes.map { _ in nil }
            return Unchecked(state.core.forgetAll())
        }
        withExtendedLifetime(forgotten) {}
    }

    var latestLatency: Duration { state.withLock { $0.core.latestLatency } }
    var latestCommandID: UInt16 { state.withLock { $0.core.latestCommandID } }
    var outstanding: Int { state.withLock { $0.core.slots.outstanding } }

    private static func route(_ reaped: Reaped, in state: inout State) {
        let id = Int(reaped.completion.commandID)
        guard reaped.kind != .unexpected, id < state.routes.count else {
            // Nobody sent it: whoever waits next on the script's side shall hear of it.
            state.routes.lazy.compactMap { $0 }.first?.put(reaped)
            return
        }
        state.routes[id]?.put(reaped)
        state.routes[id] = nil
    }
}

/// Carries something through a lock that the compiler cannot follow; the lock is what makes it safe.
struct Unchecked<Value>: @unchecked Sendable {
    var value: Value
    init(_ value: Value) { self.value = value }
}
