import NVMe
import NVMeWorkload

/// What one job is to do, in the units of people: bytes and percentages, because the block size is not known yet.
struct JobSettings: Sendable, Equatable {
    var name = "perf"
    var workers = 1
    var namespaceID: UInt32 = 1
    var sizes: Sizes = .weighted([4096: 1])
    var access = AccessMode.named["randread"] ?? AccessMode()
    var readPercent: Int?
    /// Replaces the operations of `access`.
    var mix: [Operation: Int]?
    var randomPercent: Int?
    /// Commands in flight.
    var outstanding = 32
    var offset = Amount.bytes(0)
    /// nil reaches to the end of the namespace.
    var size: Amount?
    var alignment: UInt64 = 0
    var verification = VerificationLevel.off
    /// Ends when a sequential pass has reached the end of the region, instead of after ten seconds.
    var endsWithRegion = false
    /// What needs no conversion.
    var workload = Workload()
    /// Remarks for the report.
    var notes: [String] = []

    enum Sizes: Sendable, Equatable {
        /// Bytes and weights.
        case weighted([UInt64: Int])
        case range(ClosedRange<UInt64>)
    }

    enum Amount: Sendable, Equatable {
        case bytes(UInt64)
        case percent(UInt64)
    }
}

/// Direction and order of the commands: what fio calls `rw`.
struct AccessMode: Sendable, Equatable {
    var isRandom = true
    var operations: [Operation: Int] = [.read: 100]

    static let named: [String: AccessMode] = {
        let directions: [(String, [Operation: Int])] = [
            ("read", [.read: 100]), ("write", [.write: 100]), ("trim", [.deallocate: 100]),
            ("writezeroes", [.writeZeroes: 100]), ("verify", [.verify: 100]),
        ]
        var modes: [String: AccessMode] = [:]
        for (name, operations) in directions {
            modes[name] = AccessMode(isRandom: false, operations: operations)
            modes["rand" + name] = AccessMode(isRandom: true, operations: operations)
        }
        let both: [Operation: Int] = [.read: 50, .write: 50]
        for name in ["rw", "readwrite"] { modes[name] = AccessMode(isRandom: false, operations: both) }
        modes["randrw"] = AccessMode(isRandom: true, operations: both)
        return modes
    }()
}

extension JobSettings {
    /// The workload for a namespace. Throws `UsageError` for what does not fit its blocks.
    func workload(on namespace: Namespace) throws -> Workload {
        try workload(blockSize: UInt64(clamping: namespace.blockSize), blockCount: namespace.blockCount)
    }

    func workload(blockSize: UInt64, blockCount: UInt64) throws -> Workload {
        guard blockSize > 0 else { throw UsageError("the namespace has no blocks; format it first") }
        var workload = workload
        workload.ioSize = try ioSize(blockSize: blockSize)
        workload.operations = operations
        workload.lbaRandom = RandomShare(percent: randomPercent ?? (access.isRandom ? 100 : 0))
        workload.queueDepth = outstanding + 1
        if alignment > 0 { workload.lbaAlignment = [Int(clamping: try blocks(alignment, blockSize, "align"))] }
        let total = blockCount.multipliedReportingOverflow(by: blockSize)
        let bytes = total.overflow ? UInt64.max : total.partialValue
        let start = try blocks(inBytes(offset, of: bytes), blockSize, "offset")
        if let size {
            let length = try blocks(inBytes(size, of: bytes), blockSize, "size")
            guard length > 0 else { throw UsageError("the region is empty; give it at least one block") }
            let (end, overflow) = start.addingReportingOverflow(length)
            workload.region = start..<(overflow ? .max : end)
        } else if start > 0 {
            guard start < blockCount else {
                throw UsageError("the region begins at block \(start), behind the namespace's \(blockCount) blocks")
            }
            workload.region = start..<blockCount
        }
        if workload.time == nil, workload.ioCount == nil, !endsWithRegion { workload.time = .seconds(10) }
        return workload
    }

    /// Percentages of operations, with the share of reads where there are both directions.
    private var operations: [Operation: Int] {
        if let mix { return mix }
        guard let readPercent, access.operations.count == 2 else { return access.operations }
        return [.read: readPercent, .write: 100 - readPercent].filter { $0.value != 0 }
    }

    private func inBytes(_ amount: Amount, of bytes: UInt64) -> UInt64 {
        switch amount {
        case .bytes(let count): count
        // Down to 4 KiB, so that every block size fits.
        case .percent(let percent): bytes / 100 * percent / 4096 * 4096
        }
    }

    private func ioSize(blockSize: UInt64) throws -> IOSize {
        switch sizes {
        case .weighted(let weights):
            var blocks: [Int: Int] = [:]
            for (bytes, weight) in weights {
                blocks[Int(clamping: try self.blocks(bytes, blockSize, "io-size"))] = weight
            }
            return blocks.count == 1 ? .fixed(blocks.keys.first ?? 0) : .weighted(blocks)
        case .range(let range):
            let low = try blocks(range.lowerBound, blockSize, "io-size")
            let high = try blocks(range.upperBound, blockSize, "io-size")
            guard low <= high, high - low < 10_000 else { throw UsageError("io-size has more than 10000 sizes") }
            return .range(Int(low)...Int(high))
        }
    }

    private func blocks(_ bytes: UInt64, _ blockSize: UInt64, _ name: String) throws -> UInt64 {
        guard bytes.isMultiple(of: blockSize) else {
            throw UsageError("\(name) of \(bytes) bytes is no multiple of the namespace's \(blockSize)-byte blocks")
        }
        return bytes / blockSize
    }

    /// Whether the job changes what the namespace holds.
    var isDestructive: Bool {
        let harmless: Set<Operation> = [.read, .compare, .verify, .flush]
        return operations.contains { $0.value > 0 && !harmless.contains($0.key) }
    }
}
