/// What the stamps of a log mean: the clock that makes them, or what a file says of the clock that made them.
enum LogTime: Sendable {
    case live(DriverClock)
    case recorded(ClockRecord)

    func wallNanoseconds(at stamp: UInt64) -> UInt64 {
        switch self {
        case .live(let clock): clock.wallNanoseconds(at: stamp)
        case .recorded(let record): record.wall &+ record.nanoseconds(from: record.stamp, to: stamp)
        }
    }

    func duration(from earlier: UInt64, to later: UInt64) -> Duration {
        switch self {
        case .live(let clock): clock.duration(from: earlier, to: later)
        case .recorded(let record): .nanoseconds(Int64(clamping: record.nanoseconds(from: earlier, to: later)))
        }
    }
}

/// A clock at one moment, and its rate.
struct ClockRecord: Sendable {
    /// Nanoseconds since 1970 (UTC), or of the virtual clock.
    let wall: UInt64
    let stamp: UInt64
    let nanosecondsPerStamp: Double

    /// 0 where `later` is the earlier one.
    func nanoseconds(from earlier: UInt64, to later: UInt64) -> UInt64 {
        guard later > earlier else { return 0 }
        return UInt64(exactly: (Double(later - earlier) * nanosecondsPerStamp).rounded(.down)) ?? .max
    }
}
