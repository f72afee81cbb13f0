import CNVMeHost
import Glibc
import Synchronization

/// One thread at a time brings the controller up. The others wait, because its commands come first: once there is an I/O queue, the
/// controller refuses to set the number of them (NVMe Base 2.0 §5.27.1.5).
extension Controller {
    /// Takes the controller down and brings it up, alone. May be called again inside.
    ///
    /// Throws `reentrantWait` inside a completion closure, before anything has happened; `resetInProgress` when another thread takes too
    /// long.
    func bringUp(_ body: () throws -> Void) throws {
        guard !CallbackScope.isInside else { throw NVMeError.reentrantWait }
        var wait = BringUpWait(self)
        while !state.withLock({ $0.beginBringUp() }) { try wait.turn() }
        defer { state.withLock { $0.endBringUp() } }
        try body()
    }

    /// The admin queue; while another thread brings the controller up, the one that comes of it.
    func openAdminQueue() throws(NVMeError) -> AdminQueue {
        var wait = BringUpWait(self)
        while true {
            let (isBusy, admin, isClosed) = state.withLock { ($0.isBroughtUpElsewhere, $0.admin, $0.isClosed) }
            guard !isClosed else { throw .closed }
            if isBusy {
                try wait.turn()
                continue
            }
            guard let admin else { throw .notInitialised(missing: "admin queue") }
            return admin
        }
    }
}

extension Controller.State {
    /// Another thread than this one is at it.
    var isBroughtUpElsewhere: Bool { bringUp.map { $0.thread != pthread_self() } ?? false }

    /// False while another thread is at it.
    mutating func beginBringUp() -> Bool {
        guard !isBroughtUpElsewhere else { return false }
        bringUp = (pthread_self(), (bringUp?.depth ?? 0) + 1)
        return true
    }

    mutating func endBringUp() {
        guard let current = bringUp else { return }
        bringUp = current.depth > 1 ? (current.thread, current.depth - 1) : nil
    }
}

/// Waits for another thread, in real time, up to the hard deadline of a wait.
private struct BringUpWait {
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
