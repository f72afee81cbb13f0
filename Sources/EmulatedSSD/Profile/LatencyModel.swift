/// How long commands take, in nanoseconds of the device's clock. All zero: as fast as the machine goes.
public struct LatencyModel: Sendable, Hashable {
    public var read: UInt64 = 0
    public var write: UInt64 = 0
    /// Commands of I/O queues that are neither read nor write.
    public var other: UInt64 = 0
    public var admin: UInt64 = 0
    /// Added for each KiB that a command moves to or from media.
    public var perKiB: UInt64 = 0
    /// Each latency varies by up to so many percent both ways, 0 to 100, evenly, as the seed decides.
    public var jitterPercent: UInt64 = 0

    /// Format NVM of one namespace.
    public var format: UInt64 = 30_000_000
    public var sanitize: UInt64 = 200_000_000
    public var shortSelfTest: UInt64 = 200_000_000
    public var extendedSelfTest: UInt64 = 1_000_000_000

    public init() {}

    /// True when no ordinary command is ever delayed: no clock has to be read for them.
    var isZero: Bool { read | write | other | admin | perKiB == 0 }

    /// A base latency with the transfer's share and jitter.
    func latency(base: UInt64, bytes: Int, random: inout SplitMix) -> UInt64 {
        let whole = base &+ perKiB &* (UInt64(max(0, bytes)) >> 10)
        guard jitterPercent > 0, whole > 0 else { return whole }
        let span = whole &* min(jitterPercent, 100) / 100
        guard span > 0 else { return whole }
        return whole &- span &+ random.next() % (2 &* span &+ 1)
    }
}

/// A small, fast generator: the same seed gives the same numbers everywhere.
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
        return word ^ word >> 31
    }
}
