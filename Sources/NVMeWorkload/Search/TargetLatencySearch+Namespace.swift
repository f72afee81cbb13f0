import NVMeDriver

extension TargetLatencySearch {
    /// Runs the search with `workload` on a namespace; its rate is the search's, its time or count that of one round.
    ///
    /// Throttled rounds are judged by the latency from the due time, so that a device which falls behind its schedule cannot
    /// hide it. Throws `WorkloadError` for a parameter that cannot be used, `RoundFailure` for a round that did not finish, and
    /// what starting a worker throws.
    public func search(_ namespace: Namespace, _ workload: Workload) throws -> Finding {
        var number = 0
        return try search { rate in
            number += 1
            var round = workload
            round.iops = rate
            // A queue may not be deeper than one second's commands.
            if let rate { round.queueDepth = min(workload.queueDepth, max(1, rate)) }
            let result = try RoundFailure.finished(IOWorker([namespace], round).run(), round: number)
            let latency = result.scheduledLatency ?? result.latency
            return Sample(
                iops: result.iops, latency: .nanoseconds(Int64(clamping: latency.percentile(percentile))))
        }
    }
}

/// A round of a search or of a steady-state run that did not come to its own end.
public struct RoundFailure: Error, Sendable, CustomStringConvertible {
    /// Counted from 1.
    public let round: Int
    /// What the round measured, and why it ended.
    public let result: WorkloadResult

    public var description: String { "round \(round) ended early: \(result.outcome)" }

    static func finished(_ result: WorkloadResult, round: Int) throws(RoundFailure) -> WorkloadResult {
        guard result.outcome == .finished else { throw RoundFailure(round: round, result: result) }
        return result
    }
}
