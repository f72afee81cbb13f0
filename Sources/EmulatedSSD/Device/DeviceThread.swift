import CNVMeHost
import Glibc

/// The device's own thread: executes what doorbells and time bring, and sleeps when there is nothing.
///
/// It spins for a few microseconds after the last command, because the next one usually comes soon; then it sleeps on the word
/// that `Doorbell` wakes.
final class DeviceThread: @unchecked Sendable {
    private let function: FunctionModel
    private let lock: DeviceLock
    /// Non-zero while the thread sleeps or is about to.
    let sleeper: UnsafeMutablePointer<UInt32>
    /// In a cache line of its own.
    private let stopping: UnsafeMutablePointer<UInt32>
    private var thread = pthread_t()
    private var isStarted = false
    /// Rounds without work before sleeping: some tens of microseconds.
    private static let spins = 400

    init(function: FunctionModel, lock: DeviceLock) {
        self.function = function
        self.lock = lock
        sleeper = function.controller.queues.doorbells.sleeper
        stopping = UnsafeMutableRawPointer.allocate(byteCount: 64, alignment: 64).bindMemory(
            to: UInt32.self, capacity: 16)
        stopping.initialize(repeating: 0, count: 16)
    }

    deinit { stopping.deallocate() }

    /// False when the system gives no thread.
    func start() -> Bool {
        let argument = Unmanaged.passRetained(self).toOpaque()
        let result = pthread_create(
            &thread, nil,
            { argument in
                if let argument { Unmanaged<DeviceThread>.fromOpaque(argument).takeRetainedValue().run() }
                return nil
            }, argument)
        isStarted = result == 0
        if !isStarted { Unmanaged<DeviceThread>.fromOpaque(argument).release() }
        return isStarted
    }

    /// Ends the thread and waits for it. Called once.
    func stop() {
        guard isStarted else { return }
        isStarted = false
        nvme_store_release32(stopping, 1)
        wake()
        pthread_join(thread, nil)
    }

    /// Makes the thread look around, if it sleeps.
    func wake() {
        nvme_full_fence()
        if nvme_load32(sleeper) == 0 { return }
        nvme_store_release32(sleeper, 0)
        nvme_futex_wake(sleeper)
    }

    private func run() {
        lock.lockForDevice()
        while nvme_load_acquire32(stopping) == 0 {
            busyPhase()
            if nvme_load_acquire32(stopping) != 0 { break }
            sleepPhase()
        }
        lock.unlockForDevice()
    }

    /// Works until nothing has come for a while. The lock is held, but given away whenever a host thread wants it.
    private func busyPhase() {
        let controller = function.controller
        var idle = 0
        var began: UInt64 = 0
        while idle < Self.spins {
            if controller.runBatch() > 0 {
                if began == 0 { began = controller.clock.now }
                idle = 0
            } else {
                idle += 1
                nvme_pause()
            }
            if lock.isWanted {
                lock.unlockForDevice()
                lock.lockForDevice()
                // Whatever the host has brought, it saw this thread awake and will not wake it.
                idle = 0
            }
        }
        if began != 0 { controller.statistics.pointee.busyNanoseconds &+= controller.clock.now &- began }
    }

    /// Announces the sleep, looks once more at all doorbells, and sleeps until one rings or an event is due.
    private func sleepPhase() {
        let controller = function.controller
        nvme_store32(sleeper, 1)
        // The announcement must be visible before the look, or a ring in between would wake nobody.
        nvme_full_fence()
        let now = controller.clock.now
        let due = controller.nextDue
        if controller.scanDoorbells() || due <= now || nvme_load_acquire32(stopping) != 0 {
            nvme_store_release32(sleeper, 0)
            return
        }
        lock.unlockForDevice()
        let wait = due == .max ? -1 : Int64(clamping: due - now)
        nvme_futex_wait(sleeper, 1, wait)
        nvme_store_release32(sleeper, 0)
        lock.lockForDevice()
    }
}
