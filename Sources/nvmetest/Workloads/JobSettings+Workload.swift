import NVMe
import NVMeWorkload

extension JobSettings {
    /// The workload for a namespace. Throws `UsageError` for what does not fit its blocks or the device.
    func workload(on namespace: Namespace) throws -> Workload {
        var workload = try workload(
            blockSize: UInt64(clamping: namespace.blockSize), blockCount: namespace.blockCount)
        let target = try namespace.workloadTarget
        if outstanding == nil { workload.queueDepth = min(workload.queueDepth, target.maximumQueueDepth) }
        try check(workload, target: target)
        return workload
    }

    func workload(blockSize: UInt64, blockCount: UInt64) throws -> Workload {
        guard blockSize > 0 else { throw UsageError("the namespace has no blocks; format it first") }
        var workload = workload
        workload.ioSize = try ioSize(blockSize: blockSize)
        workload.operations = operations
        workload.lbaRandom = RandomShare(percent: randomPercent ?? (access.isRandom ? 100 : 0))
        workload.queueDepth = outstanding ?? defaultOutstanding
        if alignment > 0 { workload.lbaAlignment = [Int(clamping: try blocks(alignment, blockSize, "align"))] }
        let total = blockCount.multipliedReportingOverflow(by: blockSize)
        let bytes = total.overflow ? UInt64.max : total.partialValue
        let unit = bytes < 1 << 20 ? blockSize : max(4096, blockSize)
        let start = try blocks(offset.inBytes(of: bytes, unit: unit), blockSize, "offset")
        guard start < blockCount else {
            throw refusal(
                ["offset", "region"], "the region", "the namespace has only \(bytes) bytes",
                fix: "begin before its end")
        }
        if let size {
            let length = try blocks(extent(size, of: bytes, unit: unit), blockSize, "size")
            guard length > 0 else {
                throw refusal(
                    ["size", "region"], "the region", "it is empty",
                    fix: "give it at least one block of \(blockSize) bytes")
            }
            let (end, overflow) = start.addingReportingOverflow(length)
            workload.region = start..<(overflow ? .max : end)
        } else if start > 0 {
            workload.region = start..<blockCount
        }
        if let step {
            let count = Int(clamping: try blocks(step.magnitude, blockSize, "step"))
            workload.lbaStep = step < 0 ? -count : count
        }
        if let first = self.start {
            workload.lbaStart = try blocks(first.inBytes(of: bytes, unit: unit), blockSize, "start")
        }
        // As in fio: a size without a time is one pass.
        if workload.time == nil, workload.ioCount == nil, size == nil { workload.time = .seconds(10) }
        return workload
    }

    private var defaultOutstanding: Int { min(32, workload.iops ?? 32) }

    /// Percentages of operations, with the share of reads where there are both directions.
    private var operations: [Operation: Int] {
        if let mix { return mix }
        guard let readPercent, access.operations.count == 2 else { return access.operations }
        return [.read: readPercent, .write: 100 - readPercent].filter { $0.value != 0 }
    }

    /// Bytes of a region. One that begins and ends at a percentage touches the next one, whatever was rounded off its start.
    private func extent(_ size: Amount, of bytes: UInt64, unit: UInt64) -> UInt64 {
        guard case .percent(let first) = offset, case .percent(let count) = size else {
            return size.inBytes(of: bytes, unit: unit)
        }
        let end = Amount.percent(min(100, first + count)).inBytes(of: bytes, unit: unit)
        return end - min(end, offset.inBytes(of: bytes, unit: unit))
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
            guard low <= high, high - low < 10_000 else {
                throw refusal(["io-size"], "the range", "it has more than 10000 sizes", fix: "use a smaller range")
            }
            return .range(Int(low)...Int(high))
        }
    }

    private func blocks(_ bytes: UInt64, _ blockSize: UInt64, _ name: String) throws -> UInt64 {
        guard bytes.isMultiple(of: blockSize) else {
            throw refusal(
                [name, "region"], "\(name) of \(bytes) bytes",
                "\(bytes) bytes are no multiple of the namespace's \(blockSize)-byte blocks", fix: "use such a multiple"
            )
        }
        return bytes / blockSize
    }

    /// Whether the job changes what the namespace holds.
    var isDestructive: Bool {
        let harmless: Set<Operation> = [.read, .compare, .verify, .flush]
        return operations.contains { $0.value > 0 && !harmless.contains($0.key) }
    }
}
