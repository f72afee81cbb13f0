import CNVMeHost
import Glibc
import PCIExpress
import Synchronization

/// One thread at a time brings the controller up, whichever object of the function it uses. The others wait, because its commands come first: once there is an I/O queue, the
/// controller refuses to set the number of them (NVMe Base 2.0 §5.27.1.5).
extension Controller {
    /// Takes the controller down and brings it up, alone. May be called again inside.
    ///
    /// Throws `reentrantWait` inside a completion closure, before anything has happened; `resetInProgress` when another thread takes too
    /// long.
    func bringUp(_ body: () throws -> Void) throws {
        guard !CallbackScope.isInside else { throw NVMeError.reentrantWait }
        var wait = BringUpWait(self)
        let use = function.leases.use
        while !use.beginSetUp() { try wait.turn() }
        defer { use.endSetUp() }
        try body()
    }

    /// The admin queue; while another thread brings the controller up, the one that comes of it.
    func openAdminQueue() throws(NVMeError) -> AdminQueue {
        var wait = BringUpWait(self)
        while true {
            try requireUse()
            if function.leases.use.isSetUpElsewhere {
                try wait.turn()
                continue
            }
            if let admin = openState.admin { return admin }
            try requireUse()
            throw .notInitialised(missing: "admin queue")
        }
    }
}

extension Controller: FunctionDriver {
    /// Drives the function from now on, and forgets all queues: the device is about to forget them, or has.
    ///
    /// Another `Controller` that has driven it until now gets `superseded` from all that it sends.
    func takeOver() {
        function.leases.use.take(self)
        state.withLock { $0.successor = nil }
        forgetQueues()
    }

    package func superseded(by successor: any FunctionDriver) {
        state.withLock { $0.successor = (successor as? Controller)?.madeAt ?? ScriptLine(fileID: "", line: 0) }
        forgetQueues()
        // What the other one writes, nobody here sees.
        integrity.becomesUnknown()
    }

    /// Throws unless this object still drives the function, and is open.
    func requireUse() throws(NVMeError) {
        let (isClosed, successor) = state.withLock { ($0.isClosed, $0.successor) }
        guard !isClosed else { throw .closed }
        if let successor { throw .superseded(address: address, by: successor) }
    }

    /// What became of a queue that is shut: the function was taken over, or it was deleted, or reset.
    func staleQueue(_ id: UInt16) -> NVMeError {
        state.withLock { $0.successor }.map { .superseded(address: address, by: $0) } ?? .staleQueue(queue: id)
    }
}

/// Waits for another thread, in real time, up to the hard deadline of a wait.
struct BringUpWait {
    private let limit: UInt64
    private var start: UInt64?

    init(_ controller: Controller) {
        limit = controller.timeout.wholeNanoseconds.addingSaturating(controller.waitGrace.wholeNanoseconds)
    }

    mutating func turn() throws(NVMeError) {
        let now = nvme_monotonic_nanoseconds()
        let start = self.start ?? now
        self.start = start
        guard now - start < limit else { throw .resetInProgress }
        usleep(50)
    }
}
