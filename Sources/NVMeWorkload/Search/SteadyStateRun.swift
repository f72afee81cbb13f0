import NVMeDriver

/// Rounds of a workload that were repeated until they were steady, or until there had been enough of them.
public struct SteadyStateRun<Round> {
    /// All rounds in the order they were run.
    public let rounds: [Round]
    /// What was looked at in each round.
    public let values: [Double]
    /// What the last window of rounds shows; nil when there were fewer rounds than the window has.
    public let finding: SteadyState.Finding?

    /// Whether the last window of rounds is steady; otherwise the maximum was reached before.
    public var isSteady: Bool { finding?.isSteady == true }

    /// The rounds that the finding is about; empty unless steady.
    public func steadyRounds(window: Int) -> ArraySlice<Round> { isSteady ? rounds.suffix(window) : [] }
}

extension SteadyStateRun: Sendable where Round: Sendable {}

extension SteadyState {
    /// Most rounds of the SNIA Solid State Storage Performance Test Specification.
    public static var maximumRounds: Int { 25 }

    /// Repeats a round until its last `window` values are steady, `maximum` rounds at most.
    ///
    /// - Parameters:
    ///   - maximum: rounds to give up after; below 1 counts as 1.
    ///   - value: what to look at in a round.
    ///   - run: runs a round; rounds count from 1.
    ///
    /// Rethrows what `run` throws.
    public func repeatRounds<Round, Failure: Error>(
        maximum: Int = Self.maximumRounds, of value: (Round) -> Double, _ run: (Int) throws(Failure) -> Round
    ) throws(Failure) -> SteadyStateRun<Round> {
        var rounds: [Round] = []
        var values: [Double] = []
        var finding: Finding?
        repeat {
            let round = try run(rounds.count + 1)
            rounds.append(round)
            values.append(value(round))
            finding = look(at: values)
        } while finding?.isSteady != true && rounds.count < maximum
        return SteadyStateRun(rounds: rounds, values: values, finding: finding)
    }

    /// Repeats a workload on a namespace until its IOPS, or another figure, is steady.
    ///
    /// A seeded workload gets another seed in each round, so that rounds do not touch the same addresses. Throws
    /// `WorkloadError` for a parameter that cannot be used, `RoundFailure` for a round that did not finish, and what starting
    /// a worker throws.
    public func repeatRounds(
        of namespace: Namespace, _ workload: Workload, maximum: Int = Self.maximumRounds,
        value: (WorkloadResult) -> Double = { $0.iops }
    ) throws -> SteadyStateRun<WorkloadResult> {
        try repeatRounds(maximum: maximum, of: value) { number in
            var round = workload
            round.seed = workload.seed.map { $0 &+ UInt64(number - 1) }
            return try RoundFailure.finished(IOWorker([namespace], round).run(), round: number)
        }
    }
}
