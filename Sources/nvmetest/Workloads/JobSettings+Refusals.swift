import NVMe
import NVMeReport
import NVMeWorkload

/// Says what cannot be used in the words of the user: the option as it was typed, in bytes and commands in flight.
extension JobSettings {
    /// An error about the first of the parameters that the user wrote; about `otherwise` where it follows from none.
    func refusal(_ parameters: [String], _ otherwise: String, _ limit: String, fix: String) -> UsageError {
        guard let origin = parameters.lazy.compactMap({ origins[$0] }).first else {
            return UsageError("job '\(name)': \(otherwise) cannot be used: \(limit); \(fix)")
        }
        return UsageError("\(origin.place)'\(origin.name)' cannot be '\(origin.text)': \(limit); \(fix)")
    }

    /// The same for what a workload was refused for.
    func refusal(_ error: WorkloadError) -> UsageError {
        let isMemory = error.parameter == "bufferMemory"
        return refusal(
            Self.parameters[error.parameter] ?? [], "\(error.parameter) \(error.value)",
            isMemory ? "a worker needs buffers \(error.value), and \(error.limit)" : error.limit, fix: error.fix)
    }

    /// The parameters that each part of a workload is made of.
    private static let parameters: [String: [String]] = [
        "queueDepth": ["qd"], "priority": ["priority"], "processors": ["cpus"], "lbaRandom": ["random", "rw"],
        "operations": ["mix", "rw"],
        "pattern": ["pattern"], "region": ["region", "size", "offset", "align"], "ioSize": ["io-size"],
        "lbaStep": ["step"], "lbaAlignment": ["align"], "distribution": ["distribution"], "time": ["time"],
        "overrun": ["overrun"], "ioCount": ["count"], "iops": ["iops"], "rateSteps": ["rate-steps"],
        "burst": ["burst"], "rampUp": ["ramp-up"], "thinkTime": ["think-time"],
        "bufferMemory": ["qd", "io-size", "jobs"],
    ]

    /// What is limited in other units than the user's, blocks instead of bytes, or by parameters that have other names.
    func check(_ workload: Workload, target: WorkloadTarget) throws {
        try checkQueue(workload, target)
        try checkSizes(workload, target)
        let end = workload.region?.upperBound ?? target.blocks
        guard end <= target.blocks else {
            let bytes = target.blocks.multipliedReportingOverflow(by: UInt64(clamping: target.blockSize))
            throw refusal(
                ["size", "region", "offset"], "the region",
                "the namespace has only \(bytes.overflow ? .max : bytes.partialValue) bytes",
                fix: "end the region there, or at 100%")
        }
        guard start == nil || workload.lbaStart < end else {
            throw refusal(
                ["start"], "the start", "the region ends before it, at byte \(end &* UInt64(target.blockSize))",
                fix: "begin inside of the region")
        }
        guard case .sections = workload.distribution else { return }
        guard workload.region == nil, workload.lbaRandom.percent == 100 else {
            throw refusal(
                ["distribution"], "a distribution of sections", "it covers the whole namespace at random",
                fix: "leave out the region, and use a random mode")
        }
    }

    private func checkQueue(_ workload: Workload, _ target: WorkloadTarget) throws {
        let deepest = target.maximumQueueDepth
        guard workload.queueDepth <= deepest else {
            throw refusal(
                ["qd"], "a depth of \(workload.queueDepth)",
                "the device takes at most \(deepest) commands in flight on a queue (CAP.MQES)",
                fix: "use \(deepest > 1 ? "1...\(deepest)" : "1"), and more workers with 'jobs'")
        }
        guard let iops = workload.iops, workload.queueDepth > iops else { return }
        throw refusal(
            ["qd"], "a depth of \(workload.queueDepth)",
            "a rate of \(iops) commands a second allows at most \(iops) in flight",
            fix: "use \(iops), or a higher rate")
    }

    private func checkSizes(_ workload: Workload, _ target: WorkloadTarget) throws {
        let largest = workload.ioSize.largest.multipliedReportingOverflow(by: max(1, target.blockSize))
        guard !largest.overflow, largest.partialValue <= target.maximumTransfer else {
            throw refusal(
                ["io-size"], "the I/O size",
                "the device takes at most \(Figures.bytes(UInt64(clamping: target.maximumTransfer))) a command (MDTS)",
                fix: "use smaller commands")
        }
        guard abs(workload.lbaStep ?? 0) <= 0x7FFF else {
            throw refusal(
                ["step"], "the step", "it is at most 32767 blocks of \(target.blockSize) bytes either way",
                fix: "use a smaller step")
        }
    }
}
