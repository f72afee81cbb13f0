import CNVMeHost
import Glibc
import PCIExpress

/// How a thread waits for a device: spins, then yields, then naps, and looks at the clock and the device only now and then.
///
/// Before it gives up it asks for one more look. The last look may have been long ago, when the thread was not scheduled; and on a
/// virtual clock the device may have answered meanwhile in the step of another thread, which leaves nothing for a step of our own.
struct Patience: ~Copyable {
    enum Turn: Equatable {
        /// Look at the queue again.
        case again
        /// Look again, and at time-outs; `atDevice` once in a while, when its registers deserve a look too.
        case look(atDevice: Bool)
        /// The time is up.
        case expired
        /// The device model has nothing left to do: nothing will ever arrive.
        case exhausted
    }

    private static let spins = 200
    private static let lookInterval: UInt64 = 1_000_000
    private static let deviceInterval: UInt64 = 20_000_000
    /// A wait that has lasted this long is not disturbed by naps of `nap` nanoseconds.
    private static let napAfter: UInt64 = 20_000_000
    private static let nap = 100_000

    private let function: any PCIeFunction
    private let stepper: (any DeviceStepper)?
    private let limit: UInt64
    private var turns = 0
    private var start: UInt64?
    private var nextLook: UInt64 = 0
    private var nextDeviceLook: UInt64 = 0
    /// What the last look was asked for.
    private var reason: Turn?

    /// - Parameter limit: nanoseconds of the device's clock.
    init(function: any PCIeFunction, stepper: (any DeviceStepper)?, limit: UInt64) {
        self.function = function
        self.stepper = stepper
        self.limit = limit
    }

    /// Spends a moment. Called whenever there was nothing to do.
    mutating func turn() -> Turn {
        turns &+= 1
        if let stepper {
            guard stepper.step() else { return afterALastLook(.exhausted) }
            if reason == .exhausted { reason = nil }
            return turns & 63 == 0 ? lookAtClock() : .again
        }
        guard turns > Self.spins else {
            nvme_pause()
            return .again
        }
        sched_yield()
        return lookAtClock()
    }

    private mutating func afterALastLook(_ turn: Turn) -> Turn {
        guard reason == turn else {
            reason = turn
            return .again
        }
        return turn
    }

    /// Something came: the time begins anew.
    mutating func restart() {
        reason = nil
        guard start != nil else { return }
        start = nil
        nextLook = 0
        nextDeviceLook = Self.deviceInterval
    }

    private mutating func lookAtClock() -> Turn {
        let now = function.nanoseconds
        let start = self.start ?? now
        self.start = start
        let elapsed = now > start ? now - start : 0
        if elapsed >= limit { return afterALastLook(.expired) }
        if elapsed > Self.napAfter, stepper == nil { usleep(useconds_t(Self.nap / 1000)) }
        guard elapsed >= nextLook else { return .again }
        nextLook = elapsed + Self.lookInterval
        guard elapsed >= nextDeviceLook else { return .look(atDevice: false) }
        defer { nextDeviceLook = elapsed + Self.deviceInterval }
        return .look(atDevice: elapsed > 0)
    }
}
