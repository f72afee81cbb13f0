import NVMe
import NVMeWorkload

/// Sizes of commands in bytes, which every drive shares, instead of in blocks, which it does not.
extension Namespace {
    /// Blocks of a command that moves so many bytes: at least one, and no more than the controller takes (MDTS).
    public func blocks(ofBytes bytes: Int) throws -> Int {
        let limit = try controller.maximumTransferSize() ?? bytes
        return max(1, min(bytes, limit) / max(1, transferSize))
    }

    /// So many commands in flight, or as many as a queue of the controller takes (CAP.MQES).
    public func queueDepth(for commands: Int) throws -> Int {
        max(1, min(commands, Int(try controller.capabilities.maximumQueueEntriesSupported)))
    }

    /// Sizes of a workload with their weights; those that come to the same number of blocks become one.
    ///
    /// ```swift
    /// try nvme0n1.ioSize(ofBytes: [512: 1, 4096: 8, 65536: 1])
    /// ```
    public func ioSize(ofBytes weights: KeyValuePairs<Int, Int>) throws -> IOSize {
        .weighted(
            Dictionary(
                try weights.map { (try blocks(ofBytes: $0.key), $0.value) }, uniquingKeysWith: IOSize.sumOfWeights))
    }
}
