import CNVMeHost
import Glibc
import PCIExpress

/// Time stamps of commands: the processor's tick counter, or the device's own clock when that is a virtual one.
package struct DriverClock: Sendable {
    /// Set when the device lives by a virtual clock; stamps are then its nanoseconds.
    private let virtual: (any PCIeFunction)?

    /// Whether stamps are the processor's ticks, which a loop may read without asking.
    package var usesTicks: Bool { virtual == nil }

    init(_ function: any PCIeFunction) {
        virtual = function.stepper == nil ? nil : function
        _ = TickRate.start
    }

    @inline(__always)
    package func stamp() -> UInt64 {
        guard let virtual else { return nvme_ticks() }
        return virtual.nanoseconds
    }

    package func nanoseconds(from earlier: UInt64, to later: UInt64) -> UInt64 {
        let difference = later > earlier ? later - earlier : 0
        return virtual == nil ? UInt64(Double(difference) * TickRate.nanosecondsPerTick()) : difference
    }

    package func duration(from earlier: UInt64, to later: UInt64) -> Duration {
        .nanoseconds(Int64(clamping: nanoseconds(from: earlier, to: later)))
    }

    /// How far two stamps lie apart after that time.
    package func stamps(in duration: Duration) -> UInt64 {
        let nanoseconds = duration.wholeNanoseconds
        guard virtual == nil else { return nanoseconds }
        let ticks = Double(nanoseconds) / TickRate.nanosecondsPerTick()
        return ticks < 9e18 ? UInt64(ticks) : .max
    }

    /// Nanoseconds since 1970 (UTC), or of the virtual clock.
    func wallNanoseconds(at stamp: UInt64) -> UInt64 {
        guard virtual == nil else { return stamp }
        let start = TickRate.start
        return start.wall &+ nanoseconds(from: start.ticks, to: stamp)
    }

    /// What a reader in another process needs in order to understand stamps; rate good to 0.01 %.
    var record: ClockRecord {
        guard virtual == nil else { return ClockRecord(wall: 0, stamp: 0, nanosecondsPerStamp: 1) }
        let rate = TickRate.nanosecondsPerTick()
        return ClockRecord(wall: TickRate.start.wall, stamp: TickRate.start.ticks, nanosecondsPerStamp: rate)
    }
}

/// How fast the tick counter runs, measured over the life of the process.
private enum TickRate {
    struct Point {
        let ticks = nvme_ticks()
        let monotonic = nvme_monotonic_nanoseconds()
        let wall: UInt64 = {
            var now = timespec()
            clock_gettime(CLOCK_REALTIME, &now)
            return UInt64(clamping: now.tv_sec) &* 1_000_000_000 &+ UInt64(clamping: now.tv_nsec)
        }()
    }

    static let start = Point()

    /// Nothing shorter gives a rate good to 0.01 %.
    private static let leastNanoseconds: UInt64 = 2_000_000

    static func nanosecondsPerTick() -> Double {
        while true {
            let ticks = nvme_ticks()
            let elapsed = nvme_monotonic_nanoseconds() &- start.monotonic
            if elapsed >= leastNanoseconds, ticks > start.ticks {
                return Double(elapsed) / Double(ticks - start.ticks)
            }
            nvme_pause()
        }
    }
}

extension Duration {
    /// Nanoseconds, 0 for negative durations, capped at what 64 bits hold.
    var wholeNanoseconds: UInt64 {
        let (seconds, attoseconds) = components
        guard seconds >= 0, attoseconds >= 0 else { return 0 }
        let (whole, overflow) = UInt64(seconds).multipliedReportingOverflow(by: 1_000_000_000)
        return overflow ? .max : whole.addingSaturating(UInt64(attoseconds / 1_000_000_000))
    }
}

extension UInt64 {
    func addingSaturating(_ other: UInt64) -> UInt64 {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? .max : sum
    }
}
