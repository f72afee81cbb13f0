import PCIExpress

extension Namespace {
    /// What the namespace's blocks ought to hold; nil until `startVerification`.
    ///
    /// Shared by all handles of the namespace and all queues of the controller.
    public var integrity: IntegrityTable? { controller.integrity[id] }

    /// Stamps writes, and checks reads, from the next command on; or changes how much of that is done.
    ///
    /// Every write gets the LBA in the first and a token in the last 8 bytes of each block, in the script's own buffer. A read
    /// whose data is not what was written last completes with the status `StatusCode.dataMismatch` (07/81), and
    /// `IntegrityTable.mismatches` tells what was wrong. Commands of one queue that touch the same blocks are sent one after
    /// the other.
    ///
    /// - Parameters:
    ///   - blocks: how many are remembered, from LBA 0 on; nil for all. Only when verification begins.
    ///   - memory: bytes that it may take (8 for a block, in pages of 4 KiB); nil for no limit but that of all tables of the
    ///     process, a quarter of the machine's memory or `NVME_INTEGRITY_MEMORY`. Only when verification begins. Blocks for
    ///     which there is none are not verified; `IntegrityTable.statistics` counts them, and
    ///     `DriverWarning.integrityMemoryExhausted` tells of the first.
    ///
    /// Blocks that were written before may hold anything: they are verified from their next write on.
    ///
    /// Throws `pcie(.outOfMemory)` when there is no address space for the table, `pcie(.environment)` when there are no
    /// descriptors for it or the variable holds no amount of memory.
    @discardableResult
    public func startVerification(
        _ level: VerificationLevel = .checksums, blocks: UInt64? = nil, memory: Int? = nil
    ) throws(NVMeError) -> IntegrityTable {
        let table = integrity
        // Two threads may start at once: both get the table of the one that came first.
        let used =
            if let table { table } else {
                controller.integrity.claim(try makeIntegrityTable(blocks, memory), for: id)
            }
        used.level = level
        return used
    }

    /// Stops stamping and checking, and forgets what blocks hold.
    public func stopVerification() {
        let table = integrity
        controller.integrity.set(nil, for: id)
        // Queues may keep the table for a while; its memory they need not.
        table?.level = .off
        table?.forgetAll()
    }

    private func makeIntegrityTable(
        _ blocks: UInt64?, _ memory: Int?, found: MismatchList = MismatchList()
    ) throws(NVMeError) -> IntegrityTable {
        let layout = blockLayout
        let count = min(blockCount, blocks ?? .max)
        let (id, record) = (self.id, controller.ledger?.verification)
        let table = try onLink { () throws(PCIeError) in
            try IntegrityTable(
                namespaceID: id, blockCount: count, layout: layout, memoryLimit: memory, found: found, record: record)
        }
        table.onExhaustion { [warnings = controller.warnings, limit = table.memoryLimit] in
            warnings.add(.integrityMemoryExhausted(namespaceID: id, limit: limit))
        }
        return table
    }

    private var blockLayout: BlockLayout {
        BlockLayout(dataByteCount: blockSize, interleavedMetadata: transferSize - blockSize)
    }

    /// The geometry was read again: a table for blocks of another size, or for fewer blocks, is of no use.
    ///
    /// Throws what `startVerification` throws; then nothing is verified any more, which `integrity` shows too.
    func geometryChanged(from oldBlockCount: UInt64) throws(NVMeError) {
        guard let old = integrity else { return }
        let isWhole = old.blockCount == oldBlockCount
        guard old.layout != blockLayout || isWhole && blockCount != oldBlockCount else { return }
        let (level, tolerance) = (old.level, old.toleratesAnything)
        stopVerification()
        let new = try makeIntegrityTable(isWhole ? nil : old.blockCount, old.ownMemoryLimit, found: old.found)
        new.level = level
        new.toleratesAnything = tolerance
        controller.integrity.set(new, for: id)
    }
}
