import NVMeWorkload

/// The region of a job in as many parts as it has workers.
extension JobSettings {
    /// Several workers, and at least one of them changes what the others may read.
    var writesTogether: Bool { workers > 1 && isDestructive }

    /// Parts that touch each other and begin at multiples of the alignment and the largest command.
    ///
    /// Throws `UsageError` where the region is too small, or its addresses are not distributed over a region.
    func parts(of workload: Workload, blockCount: UInt64) throws -> [Range<UInt64>] {
        if case .sections = workload.distribution {
            throw refusal(
                ["distribution"], "a distribution of sections",
                "to be verified, each of the \(workers) workers needs a part of the namespace of its own",
                fix: "use one worker, or do not verify")
        }
        let region = (workload.region ?? 0..<blockCount).clamped(to: 0..<blockCount)
        let blocks = region.upperBound - region.lowerBound
        let unit = UInt64(max(1, workload.ioSize.largest)).multipliedReportingOverflow(
            by: UInt64(max(1, workload.lbaAlignment.max() ?? 1)))
        let size = unit.overflow ? UInt64.max : unit.partialValue
        let length = blocks / UInt64(max(1, workers)) / size * size
        guard length > 0 else {
            throw refusal(
                ["jobs"], "\(workers) workers",
                "to be verified, each needs a part of the region of its own, and the region has only \(blocks) blocks",
                fix: "use a larger region or fewer workers")
        }
        return (0..<workers).map { index in
            let start = region.lowerBound + UInt64(index) * length
            return start..<(index == workers - 1 ? region.upperBound : start + length)
        }
    }
}
