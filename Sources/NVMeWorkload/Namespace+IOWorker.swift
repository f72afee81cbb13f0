import NVMeDriver
import NVMeSpec
import PCIExpress

extension Namespace {
    /// What workloads for this namespace are checked against. Throws what Identify and register reads throw.
    public var workloadTarget: WorkloadTarget {
        get throws {
            let limit = WorkerMemory.maximumPages * DMAArena.pageSize
            return WorkloadTarget(
                blocks: blockCount, blockSize: transferSize,
                maximumTransfer: min(try controller.maximumTransferSize() ?? limit, limit),
                maximumQueueDepth: max(1, Int(try controller.capabilities.maximumQueueEntriesSupported)))
        }
    }

    /// A load generator for this namespace, not started yet.
    ///
    /// ```swift
    /// let result = try nvme0n1.ioworker(ioSize: 8, lbaRandom: true, readPercentage: 70, queueDepth: 128, time: .seconds(10)).run()
    /// ```
    ///
    /// Parameters are those of `Workload`; `configure` sets the ones that have no name here.
    /// `readPercentage` is short for a mix of reads and writes and gives way to `operations`.
    /// Throws `WorkloadError` for a parameter that cannot be used: the value, its limit and the fix.
    public func ioworker(
        ioSize: IOSize = 8, lbaStep: Int? = nil, lbaAlignment: [Int] = [], lbaRandom: RandomShare = true,
        readPercentage: Int = 100, operations: [Operation: Int]? = nil, queueDepth: Int = 64, time: Duration? = nil,
        ioCount: Int? = nil, region: Range<UInt64>? = nil, iops: Int? = nil, lbaStart: UInt64 = 0, priority: Int = 0,
        distribution: AddressDistribution = .uniform, pattern: WritePattern = .random(percent: 100),
        sequence: [TimedCommand]? = nil, lastCommands: Int = 0, seed: UInt64? = nil,
        configure: (inout Workload) -> Void = { _ in }
    ) throws -> IOWorker {
        var workload = Workload()
        workload.ioSize = ioSize
        workload.lbaStep = lbaStep
        workload.lbaAlignment = lbaAlignment
        workload.lbaRandom = lbaRandom
        workload.operations = operations ?? [.read: readPercentage, .write: 100 - readPercentage]
        workload.queueDepth = queueDepth
        workload.time = time
        workload.ioCount = ioCount
        workload.region = region
        workload.iops = iops
        workload.lbaStart = lbaStart
        workload.priority = priority
        workload.distribution = distribution
        workload.pattern = pattern
        workload.sequence = sequence
        workload.lastCommands = lastCommands
        workload.seed = seed
        configure(&workload)
        return try IOWorker([self], workload)
    }
}
