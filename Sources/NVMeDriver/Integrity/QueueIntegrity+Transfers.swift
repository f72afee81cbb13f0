import CNVMeHost
import NVMeSpec

/// Reads and writes: what nearly all commands are.
extension QueueIntegrity {
    /// `admit` for a read or a write whose LBAs are in the namespace, for loops that count instructions.
    ///
    /// - Returns: false when the command has to wait; `park` takes it then.
    package mutating func admitTransfer(
        _ slot: UInt16, nsid: UInt32, lba: UInt64, blockCount: UInt32, isWrite: Bool, data: UnsafeMutableRawPointer,
        byteCount: Int
    ) -> Bool {
        guard Int(slot) < capacity, let binding = binding(for: nsid), binding.pointee.check.map.level != .off else {
            return true
        }
        let record = slots + Int(slot)
        record.pointee.binding = binding
        record.pointee.extent.action = isWrite ? .write : .read
        record.pointee.extent.first = lba
        record.pointee.extent.end = lba &+ UInt64(blockCount)
        record.pointee.data = data
        record.pointee.byteCount = byteCount
        record.pointee.isRaw = false
        record.pointee.isForced = false
        record.pointee.isCounted = false
        if isWrite { stamp(record, stamps: true) }
        guard lock(record, slot, space: nsid) else { return false }
        if isWrite { beginWrite(record, binding) }
        return true
    }

    /// Brings near what is known of the blocks of a command that will be admitted soon.
    package mutating func prefetch(nsid: UInt32, lba: UInt64) {
        binding(for: nsid)?.pointee.check.map.prefetch(lba)
    }

    /// Keeps a command that `admitTransfer` has refused until `nextReady` hands it over.
    package mutating func park(_ slot: UInt16, _ command: SubmissionQueueEntry) { commands[Int(slot)] = command }

    /// Takes the blocks of a command that others have to wait for; false when it has to wait itself.
    @inline(__always)
    mutating func lock(_ record: UnsafeMutablePointer<Slot>, _ slot: UInt16, space: UInt32) -> Bool {
        let extent = record.pointee.extent
        guard let count = record.pointee.binding?.pointee.check.map.count, extent.isLockable(below: count) else {
            record.pointee.holdsLocks = false
            return true
        }
        record.pointee.holdsLocks = true
        let writes = extent.action != .read && extent.action != .compare
        return locks.acquire(slot, space: space, blocks: extent.first..<extent.end, writes: writes)
    }

    /// A write is about to be sent.
    @inline(__always)
    mutating func beginWrite(_ record: UnsafeMutablePointer<Slot>, _ binding: UnsafeMutablePointer<Binding>) {
        let check = binding.pointee.check
        let blocks = check.map.clip(record.pointee.extent.first..<record.pointee.extent.end)
        guard let data = record.pointee.data,
            record.pointee.byteCount >= check.layout.byteCount(record.pointee.extent.count)
        else {
            check.map.hadForeignBlocks = true
            return check.map.fill(blocks, .unknown)
        }
        let level = check.map.level
        if let pattern, !record.pointee.isRaw, level == .checksums, blocks.count <= pattern.pointee.count {
            return check.beginWrite(data, lba: blocks.lowerBound, count: blocks.count, pattern: pattern.pointee)
        }
        check.beginWrite(
            data, lba: blocks.lowerBound, count: blocks.count, isRaw: record.pointee.isRaw, level: level)
    }

    @inline(__always)
    mutating func finishWrite(
        _ record: UnsafeMutablePointer<Slot>, _ binding: UnsafeMutablePointer<Binding>, isSuccess: Bool
    ) {
        let check = binding.pointee.check
        let blocks = check.map.clip(record.pointee.extent.first..<record.pointee.extent.end)
        check.finishWrite(
            lba: blocks.lowerBound, count: blocks.count, isRaw: record.pointee.isRaw, success: isSuccess,
            forced: record.pointee.isForced)
        if record.pointee.isCounted { writeEnded(binding) }
    }

    /// Checks a read; the verdict of its first mismatch decides.
    @inline(__always)
    mutating func isRight(_ record: UnsafeMutablePointer<Slot>, _ binding: UnsafeMutablePointer<Binding>) -> Bool {
        let check = binding.pointee.check
        let extent = record.pointee.extent
        guard let data = record.pointee.data, record.pointee.byteCount >= check.layout.byteCount(extent.count) else {
            return true
        }
        let mismatch = check.firstMismatch(data, lba: extent.first, count: extent.count, level: check.map.level)
        guard let mismatch else { return true }
        binding.pointee.table._withUnsafeGuaranteedRef { $0.report(data, extent, from: mismatch, check) }
        return false
    }
}

/// Which writes a flush reaches.
extension QueueIntegrity {
    /// Completed writes of a queue after which it looks again which of its writes is the oldest.
    private static let refreshInterval = 1024

    @inline(__always)
    mutating func stamp(_ record: UnsafeMutablePointer<Slot>, stamps: Bool) {
        guard let binding = record.pointee.binding else { return }
        let layout = binding.pointee.check.layout
        let count = record.pointee.extent.count
        guard stamps, let data = record.pointee.data, record.pointee.byteCount >= layout.byteCount(count) else {
            record.pointee.isRaw = true
            return
        }
        let tokens = binding.pointee.tokens
        // Published before the token is taken: a flush of another queue that does not see it gets only smaller tokens.
        if binding.pointee.outstandingWrites == 0, let cell = binding.pointee.cell { nvme_store64(cell, tokens.next) }
        binding.pointee.outstandingWrites &+= 1
        record.pointee.isCounted = true
        record.pointee.token = tokens.take(count)
        layout.stamp(data, lba: record.pointee.extent.first, token: record.pointee.token, count: count)
    }

    @inline(__always)
    private mutating func writeEnded(_ binding: UnsafeMutablePointer<Binding>) {
        binding.pointee.outstandingWrites &-= 1
        binding.pointee.sinceRefresh &+= 1
        if binding.pointee.outstandingWrites <= 0 || binding.pointee.sinceRefresh >= Self.refreshInterval {
            publishOldest(binding)
        }
    }

    mutating func publishOldest(_ binding: UnsafeMutablePointer<Binding>) {
        binding.pointee.sinceRefresh = 0
        guard let cell = binding.pointee.cell else { return }
        var oldest = IntegrityMap.idle
        if binding.pointee.outstandingWrites > 0 {
            for slot in 0..<capacity where slots[slot].binding == binding && slots[slot].isCounted {
                oldest = min(oldest, slots[slot].token)
            }
        }
        nvme_store64(cell, oldest)
    }

    /// Writes with tokens below the result were complete when the flush was submitted.
    @inline(never)
    mutating func flushReach(of namespaceID: UInt32, _ binding: UnsafeMutablePointer<Binding>) -> UInt64 {
        for binding in bindings { publishOldest(binding) }
        let tables = namespaceID == .max ? directory.all : [binding.pointee.table.takeUnretainedValue()]
        return tables.map { $0.map.oldestOutstanding(next: $0.tokens.next) }.min() ?? 0
    }

    mutating func flushed(_ binding: UnsafeMutablePointer<Binding>, _ token: UInt64) {
        if binding.pointee.namespaceID == .max {
            directory.all.forEach { $0.map.makeDurable(before: token) }
        } else {
            binding.pointee.check.map.makeDurable(before: token)
        }
    }
}
