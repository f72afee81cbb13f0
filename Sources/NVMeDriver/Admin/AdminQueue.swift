import NVMeSpec
import PCIExpress
import Synchronization

/// The admin queue: one owner of the rings, any number of submitters, each of which gets back what it sent.
///
/// Each bring-up makes another one, so that whatever was made with this one (queue pairs, their identifiers) knows by it whether a
/// reset has come between.
final class AdminQueue: Sendable {
    private struct State: ~Copyable {
        var core: CommandQueue
        /// Who sent the command of each identifier.
        var routes: [AdminInbox?]
        /// What commands have told the device of for longer than they last.
        var lasting = LastingMemory()
    }

    private let state: Mutex<State>
    private let shut = Atomic<Bool>(false)

    /// Where the rings lie for the device: what ASQ reads as while the controller is ours.
    let address: UInt64
    /// CC.MPS in bytes that rings and data pointers are made for.
    let pageSize: Int
    private let events: EventInbox

    init(_ core: consuming CommandQueue, address: UInt64, pageSize: Int, events: EventInbox) {
        self.events = events
        self.address = address
        self.pageSize = pageSize
        let count = core.slots.count
        state = Mutex(State(core: core, routes: Array(repeating: nil, count: count)))
    }

    /// True after a reset: nothing will complete here any more.
    var isShut: Bool { shut.load(ordering: .acquiring) }

    func submit(
        _ command: SubmissionQueueEntry, transfer: Transfer?, held: (any DMAHolder)?, handler: CompletionHandler?,
        flags: CommandSlots.Flags, lasting: LastingMemory.Told? = nil, from inbox: AdminInbox
    ) throws(NVMeError) -> UInt16 {
        // Two boxes, not one tuple: taking that apart inside the closure trips the optimiser of Swift 6.3.1.
        let held = Unchecked(held)
        let handler = Unchecked(handler)
        return try state.withLock { state throws(NVMeError) in
            // The doorbell may be the next admin queue's by now.
            guard !isShut else { throw .staleQueue(queue: 0) }
            let id = try state.core.submit(
                command, transfer: transfer, held: held.value, handler: handler.value, flags: flags)
            state.routes[Int(id)] = inbox
            state.lasting.sent(id, lasting)
            if !flags.contains(.event) { inbox.sent() }
            return id
        }
    }

    /// Takes everything that has completed and puts it where it belongs; an event that was reported is asked for again.
    func collect() throws(NVMeError) {
        try state.withLock { state throws(NVMeError) in
            guard !isShut else { throw .staleQueue(queue: 0) }
            if state.core.holdsBack { try state.core.sendHeldBack() }
            var reported = 0
            while let reaped = state.core.reapOne() {
                if reaped.kind == .event, reaped.completion.succeeded { reported += 1 }
                state.lasting.completed(reaped)
                route(reaped, in: &state)
            }
            try state.core.ringCompletion()
            for _ in 0..<reported {
                _ = try state.core.submit(
                    SubmissionQueueEntry(AdminOpcode.asynchronousEventRequest), transfer: nil, held: nil, handler: nil,
                    flags: .event)
            }
        }
    }

    /// Whether something has completed that nobody has collected; false while another thread is busy here.
    var hasNews: Bool { state.withLockIfAvailable { !isShut && $0.core.completion.peek() != nil } ?? false }

    /// Commands of one submitter that can still complete in time.
    func inTime(from inbox: AdminInbox) -> Int {
        state.withLock { state in
            state.core.slots.awaited(inTime: true) { state.routes[Int($0)] === inbox }.count
        }
    }

    /// The stand-in of one submitter's oldest command; nil when nothing is outstanding.
    func oldest(from inbox: AdminInbox) -> Completion? {
        state.withLock { state in
            state.core.slots.awaited { state.routes[Int($0)] === inbox }.map { state.core.standIn($0) }
                .max { $0.latency < $1.latency }
        }
    }

    /// Commands of one submitter that nobody has waited for, as stand-ins.
    func unanswered(from inbox: AdminInbox) -> [Completion] {
        state.withLock { state in
            state.core.slots.awaited(inTime: true) { state.routes[Int($0)] === inbox }.map { state.core.standIn($0) }
        }
    }

    /// Whether the device knows a submission queue that a script made.
    func knowsSubmissionQueue(_ id: UInt16) -> Bool { state.withLock { $0.lasting.isUsed(.submissionQueue(id)) } }

    /// Asynchronous Event Requests outstanding.
    var outstandingEvents: Int { state.withLock { $0.core.slots.eventCount } }

    /// Times out commands of all submitters, each at its submitter's own limit if it has one; nil times out every one.
    func expire(olderThan limit: Duration?) {
        state.withLock { state in
            guard let limit else {
                for reaped in state.core.expireAll() { Self.inbox(of: reaped, in: state)?.put(reaped) }
                return
            }
            let routes = state.routes
            var limits = Set(routes.compactMap { $0?.timeout })
            limits.insert(limit)
            for age in limits {
                let expired = state.core.expire(olderThan: age) { (routes[Int($0)]?.timeout ?? limit) == age }
                for reaped in expired { Self.inbox(of: reaped, in: state)?.put(reaped) }
            }
        }
    }

    /// Drops every outstanding command; its memory goes into quarantine, and nothing is sent any more.
    func forgetAll() {
        shut.store(true, ordering: .releasing)
        let forgotten = state.withLock { state in
            // No more than the ring holds: a device that invents completions must not keep this from ending.
            for _ in 0..<state.core.completion.count {
                guard let reaped = state.core.reapOne() else { break }
                state.lasting.completed(reaped)
                if reaped.kind == .event { events.put(reaped) }
            }
            state.routes = state.routes.map { _ in nil }
            state.lasting = LastingMemory()
            defer { state.core.lease.surrender() }
            return Unchecked(state.core.forgetAll())
        }
        withExtendedLifetime(forgotten) {}
    }

    var latestLatency: Duration { state.withLock { $0.core.latestLatency } }
    var latestCommandID: UInt16 { state.withLock { $0.core.latestCommandID } }
    var outstanding: Int { state.withLock { $0.core.slots.outstanding } }

    private func route(_ reaped: Reaped, in state: inout State) {
        if reaped.kind == .event {
            events.put(reaped)
        } else {
            guard let inbox = Self.inbox(of: reaped, in: state) else { return }
            inbox.put(reaped)
        }
        if let slot = reaped.slot { state.routes[Int(slot)] = nil }
    }

    /// Who sent the command. What nobody sent, whoever waits next on the script's side shall hear of.
    private static func inbox(of reaped: Reaped, in state: borrowing State) -> AdminInbox? {
        guard let slot = reaped.slot else { return state.routes.lazy.compactMap { $0 }.first }
        return state.routes[Int(slot)]
    }
}

/// Carries something through a lock that the compiler cannot follow; the lock is what makes it safe.
struct Unchecked<Value>: @unchecked Sendable {
    var value: Value
    init(_ value: Value) { self.value = value }
}
