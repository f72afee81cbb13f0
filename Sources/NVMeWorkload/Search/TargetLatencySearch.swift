/// Finds the highest rate of commands whose latency stays within a limit: "the most IOPS with p99 under 200 µs".
///
/// A binary search over short throttled rounds. Rates are halved by ratio, so that a search over four decades takes no more
/// rounds near its lower end than near its upper one.
public struct TargetLatencySearch: Sendable, Hashable {
    /// Percentile that has to keep the limit, above 0 and below 100.
    public let percentile: Double
    /// The latency that the percentile must not exceed.
    public let limit: Duration
    /// Lowest rate to try, in commands per second.
    public let lowestRate: Int
    /// Highest rate to try; nil where a first free round finds it.
    public let highestRate: Int?
    /// The search ends when the highest rate that kept the limit and the lowest that did not are that close, as a fraction.
    public let precision: Double
    /// Most rounds to run, the free one included.
    public let maximumRounds: Int

    /// Throws `WorkloadError` for a parameter that cannot be used.
    public init(
        percentile: Double = 99, limit: Duration, rates: ClosedRange<Int>, precision: Double = 0.02,
        maximumRounds: Int = 16
    ) throws(WorkloadError) {
        try self.init(
            percentile: percentile, limit: limit, lowest: rates.lowerBound, highest: rates.upperBound,
            precision: precision, maximumRounds: maximumRounds)
    }

    /// Searches between `lowest` and what a free round reaches.
    ///
    /// Throws `WorkloadError` for a parameter that cannot be used.
    public init(
        percentile: Double = 99, limit: Duration, lowest: Int = 100, precision: Double = 0.02, maximumRounds: Int = 16
    ) throws(WorkloadError) {
        try self.init(
            percentile: percentile, limit: limit, lowest: lowest, highest: nil, precision: precision,
            maximumRounds: maximumRounds)
    }

    private init(
        percentile: Double, limit: Duration, lowest: Int, highest: Int?, precision: Double, maximumRounds: Int
    ) throws(WorkloadError) {
        try Self.check("percentile", percentile, percentile > 0 && percentile < 100, "it is above 0 and below 100")
        try Self.check("limit", limit, limit > .zero, "a latency is above zero")
        try Self.check(
            "rates", lowest, lowest >= 1 && highest ?? lowest <= Self.utmostRate, "they are in 1...\(Self.utmostRate)")
        try Self.check("precision", precision, precision > 0 && precision < 1, "it is a fraction above 0 and below 1")
        try Self.check("maximumRounds", maximumRounds, (2...1000).contains(maximumRounds), "it is in 2...1000")
        self.percentile = percentile
        self.limit = limit
        lowestRate = lowest
        highestRate = highest
        self.precision = precision
        self.maximumRounds = maximumRounds
    }

    private static var utmostRate: Int { 1_000_000_000 }

    private static func check(
        _ parameter: String, _ value: some CustomStringConvertible, _ isUsable: Bool, _ limit: String
    ) throws(WorkloadError) {
        guard !isUsable else { return }
        throw WorkloadError(
            parameter: parameter, value: value.description, limit: limit, fix: "use a value in that range")
    }
}

extension TargetLatencySearch {
    /// What one round measured.
    public struct Sample: Sendable, Hashable {
        /// Commands per second that completed.
        public var iops: Double
        /// Latency at the percentile of the search.
        public var latency: Duration

        public init(iops: Double, latency: Duration) {
            self.iops = iops
            self.latency = latency
        }
    }

    /// One round of the search.
    public struct Round: Sendable, Hashable {
        /// Commands per second asked for; nil for a free run.
        public let rate: Int?
        public let sample: Sample
        /// Whether the latency kept the limit and the device kept the rate.
        public let keepsLimit: Bool
    }

    /// Why the search ended.
    public enum End: Sendable, Hashable {
        /// The border is known as closely as asked for.
        case found
        /// Even the highest rate, or the free run, keeps the limit.
        case alwaysMet
        /// Not even the lowest rate keeps the limit.
        case neverMet
        /// The rounds were used up; `best` keeps the limit, but the border may be further up.
        case roundsUsedUp
    }

    /// The outcome of a search.
    public struct Finding: Sendable, Hashable {
        /// All rounds in the order they were run.
        public let rounds: [Round]
        public let end: End
        /// The round with the most commands per second among those that kept the limit; nil if none did.
        public var best: Round? { rounds.filter(\.keepsLimit).max { $0.sample.iops < $1.sample.iops } }
    }

    /// Rates that a device does not reach by more than this are not kept, whatever the latency.
    private static let shortfall = 0.05

    /// Runs the search; `run` measures one round at a rate, or freely where that is nil.
    ///
    /// Rethrows what `run` throws.
    public func search<Failure: Error>(_ run: (Int?) throws(Failure) -> Sample) throws(Failure) -> Finding {
        var rounds = [judge(highestRate, try run(highestRate))]
        if rounds[0].keepsLimit { return Finding(rounds: rounds, end: .alwaysMet) }
        rounds.append(judge(lowestRate, try run(lowestRate)))
        guard rounds[1].keepsLimit else { return Finding(rounds: rounds, end: .neverMet) }
        var low = Double(lowestRate)
        var high = highestRate.map(Double.init) ?? min(rounds[0].sample.iops, Double(Self.utmostRate))
        while high > low * (1 + precision) {
            let rate = Int((low * high).squareRoot().rounded())
            guard Double(rate) > low, Double(rate) < high else { break }
            guard rounds.count < maximumRounds else { return Finding(rounds: rounds, end: .roundsUsedUp) }
            let round = judge(rate, try run(rate))
            rounds.append(round)
            if round.keepsLimit { low = Double(rate) } else { high = Double(rate) }
        }
        return Finding(rounds: rounds, end: .found)
    }

    private func judge(_ rate: Int?, _ sample: Sample) -> Round {
        let keepsRate = rate.map { sample.iops >= Double($0) * (1 - Self.shortfall) } ?? true
        return Round(rate: rate, sample: sample, keepsLimit: sample.latency <= limit && keepsRate)
    }
}
