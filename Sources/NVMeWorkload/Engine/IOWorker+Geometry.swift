import NVMeDriver

extension IOWorker {
    /// Bytes of a block of each namespace, read again, because buffers and addresses follow from them.
    ///
    /// Throws `WorkloadError` when the namespaces are no longer those that the workload was checked against: with larger blocks, its
    /// commands would move more than its buffers hold, and with others it would measure something else than was asked for.
    func blockSizes() throws -> [Int] {
        for namespace in namespaces { try namespace.refresh() }
        let targets = try namespaces.map { try $0.workloadTarget }
        guard let now = WorkloadTarget(common: targets) else { throw NVMeError.closed }
        guard now == target else {
            throw WorkloadError(
                parameter: "namespaces", value: "of \(now)", limit: "the worker was made for \(target)",
                fix: "make the worker after what changed them")
        }
        return targets.map(\.blockSize)
    }
}

extension WorkloadTarget: CustomStringConvertible {
    /// `16384 blocks of 4096 bytes, 131072 bytes a command, 1023 commands in flight`.
    public var description: String {
        "\(blocks) blocks of \(blockSize) bytes, \(maximumTransfer) bytes a command, \(maximumQueueDepth) commands in flight"
    }
}
