import NVMeWorkload

extension WorkloadResult {
    /// This result and that of a worker which went on with the same workload, as one: times and counts add up.
    ///
    /// The outcome is the first that is no success; parameters are those of this result.
    public func followed(by later: WorkloadResult) -> WorkloadResult {
        let all = self, next = later
        let (first, later) = (unseen, later.unseen)
        var sum = first
        let busy = cpuUsage * duration.inSeconds + later.cpuUsage * later.duration.inSeconds
        sum.outcome = first.outcome.isSuccess ? later.outcome : first.outcome
        sum.duration += later.duration
        sum.completions.merge(later.completions, uniquingKeysWith: &+)
        sum.bytesRead &+= later.bytesRead
        sum.bytesWritten &+= later.bytesWritten
        sum.errors &+= later.errors
        sum.firstError = first.firstError ?? later.firstError
        sum.latency = .merged([latency, later.latency])
        if let scheduledLatency, let other = later.scheduledLatency {
            sum.scheduledLatency = .merged([scheduledLatency, other])
        }
        sum.cpuUsage = sum.duration > .zero ? busy / sum.duration.inSeconds : 0
        sum.seconds += later.seconds
        sum.lastCommands += later.lastCommands
        sum.standsAlso(for: all)
        sum.standsAlso(for: next)
        return sum
    }
}
