import CNVMeHost
import Glibc

/// Who holds it owns the device's state: the device's thread while it is busy, host threads for register accesses.
///
/// Host threads come first: the device's thread lets go as soon as one waits, so that a register access takes as long as
/// the command that is being executed, and never starves behind a busy device.
final class DeviceLock: @unchecked Sendable {
    private let mutex: UnsafeMutablePointer<pthread_mutex_t>
    /// Host threads that want the lock.
    private let waiters: UnsafeMutablePointer<UInt32>

    init() {
        mutex = .allocate(capacity: 1)
        mutex.initialize(to: pthread_mutex_t())
        pthread_mutex_init(mutex, nil)
        // A cache line of its own: the device's thread looks at it all the time.
        waiters = UnsafeMutableRawPointer.allocate(byteCount: 64, alignment: 64).bindMemory(
            to: UInt32.self, capacity: 16)
        waiters.initialize(repeating: 0, count: 16)
    }

    deinit {
        pthread_mutex_destroy(mutex)
        mutex.deallocate()
        waiters.deallocate()
    }

    /// Runs a register access or the like in the calling host thread.
    func withHostAccess<Result, Failure: Error>(_ body: () throws(Failure) -> Result) throws(Failure) -> Result {
        _ = nvme_fetch_add32(waiters, 1)
        var attempts = 0
        while pthread_mutex_trylock(mutex) != 0 {
            attempts += 1
            if attempts == 2000 {
                pthread_mutex_lock(mutex)
                break
            }
            nvme_pause()
        }
        _ = nvme_fetch_add32(waiters, UInt32.max)
        defer { pthread_mutex_unlock(mutex) }
        return try body()
    }

    /// Takes the lock for the device's thread, after the host threads that want it; but hosts that never stop reading
    /// registers must not stop the device.
    func lockForDevice() {
        var yields = 0
        while nvme_load32(waiters) != 0, yields < 64 {
            sched_yield()
            yields += 1
        }
        pthread_mutex_lock(mutex)
    }

    func unlockForDevice() { pthread_mutex_unlock(mutex) }

    /// A host thread waits: the device's thread has to let go soon.
    @inline(__always) var isWanted: Bool { nvme_load32(waiters) != 0 }
}
