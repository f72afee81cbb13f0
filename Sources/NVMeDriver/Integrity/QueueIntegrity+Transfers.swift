import CNVMeHost
import NVMeSpec

/// Reads and writes: what nearly all commands are.
extension QueueIntegrity {
    /// `admit` for a read or a write whose LBAs are in the namespace and whose buffer no other command uses, for loops that count
    /// instructions.
    ///
    /// - Returns: false when the command has to wait; `park` takes it then.
    package mutating func admitTransfer(
        _ slot: UInt16, nsid: UInt32, lba: UInt64, blockCount: UInt32, isWrite: Bool, data: UnsafeMutableRawPointer,
        byteCount: Int
    ) -> Bool {
        guard Int(slot) < capacity, let binding = binding(for: nsid), isVerified(binding) else { return true }
        let record = slots + Int(slot)
        record.pointee.binding = binding
        record.pointee.extent.action = isWrite ? .write : .read
        record.pointee.extent.first = lba
        record.pointee.extent.end = lba &+ UInt64(blockCount)
        record.pointee.data = data
        record.pointee.byteCount = byteCount
        record.pointee.flags = .stamps
        record.pointee.follower = .max
        guard lock(record, slot, space: nsid) else { return false }
        if isWrite { beginWrite(record, binding) } else { beginRead(record, binding) }
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
            return true
        }
        record.pointee.flags.insert(.holdsLocks)
        let writes = extent.action != .read && extent.action != .compare
        return locks.acquire(slot, space: space, blocks: extent.first..<extent.end, writes: writes)
    }

    /// A read is about to be sent: what it does not move shall not look as if it had.
    @inline(__always)
    mutating func beginRead(_ record: UnsafeMutablePointer<Slot>, _ binding: UnsafeMutablePointer<Binding>) {
        let layout = binding.pointee.check.layout
        let count = record.pointee.extent.count
        guard let data = record.pointee.data, record.pointee.byteCount >= layout.byteCount(count),
            !record.pointee.flags.contains(.isShared), binding.pointee.check.map.level >= .stamps
        else { return }
        layout.poison(data, lba: record.pointee.extent.first, count: count)
    }

    /// A write is about to be sent.
    @inline(__always)
    mutating func beginWrite(_ record: UnsafeMutablePointer<Slot>, _ binding: UnsafeMutablePointer<Binding>) {
        let check = binding.pointee.check
        let count = record.pointee.extent.count
        let blocks = check.map.clip(record.pointee.extent.first..<record.pointee.extent.end)
        guard let data = record.pointee.data, record.pointee.byteCount >= check.layout.byteCount(count),
            !record.pointee.flags.contains(.isShared)
        else {
            takeOrder(record, binding)
            check.map.hadForeignBlocks = true
            check.map.marksMayBeWritten = true
            return check.map.fill(blocks, .unknown)
        }
        if check.map.writesAreDurable { record.pointee.flags.insert(.isForced) }
        let forced = record.pointee.flags.contains(.isForced)
        let level = check.map.level
        guard record.pointee.flags.contains(.stamps) else {
            takeOrder(record, binding)
            return check.beginWrite(
                data, lba: blocks.lowerBound, count: blocks.count, raw: record.pointee.token, forced: forced,
                level: level)
        }
        takeTokens(record, binding)
        check.layout.stamp(data, lba: record.pointee.extent.first, token: record.pointee.token, count: count)
        if let pattern, level == .checksums, blocks.count <= pattern.pointee.count {
            return check.beginWrite(
                data, lba: blocks.lowerBound, count: blocks.count, pattern: pattern.pointee, forced: forced)
        }
        check.beginWrite(data, lba: blocks.lowerBound, count: blocks.count, raw: nil, forced: forced, level: level)
    }

    @inline(__always)
    mutating func finishWrite(
        _ record: UnsafeMutablePointer<Slot>, _ binding: UnsafeMutablePointer<Binding>, isSuccess: Bool
    ) {
        let map = binding.pointee.check.map
        let blocks = map.clip(record.pointee.extent.first..<record.pointee.extent.end)
        let flags = record.pointee.flags
        if flags.contains(.isShared) {
            map.fill(blocks, .unknown)
        } else if isSuccess, isKnown(record, map) {
            binding.pointee.check.finishWrite(
                lba: blocks.lowerBound, count: blocks.count, isRaw: !flags.contains(.stamps),
                forced: flags.contains(.isForced))
        } else if !isSuccess {
            mayBeGone(record, binding)
        }
        if !flags.isDisjoint(with: [.hasToken, .hasOrder]) { writeEnded(flags, binding) }
    }

    /// Whether a write that has completed is there: not when the power was lost since, or everything erased.
    @inline(__always)
    func isKnown(_ record: UnsafeMutablePointer<Slot>, _ map: IntegrityMap) -> Bool {
        let loss = record.pointee.flags.contains(.hasToken) ? map.lossToken : map.lossOrder
        return record.pointee.token >= loss || survives(record, map)
    }

    /// Whether a write from before a power loss is there all the same.
    @inline(never)
    private func survives(_ record: UnsafeMutablePointer<Slot>, _ map: IntegrityMap) -> Bool {
        let erased = map.afterErase
        return record.pointee.flags.contains(.isForced)
            && record.pointee.token >= (record.pointee.flags.contains(.hasToken) ? erased.token : erased.order)
    }

    /// A write failed, or nobody will ever know: its blocks are old or new.
    @inline(never)
    func mayBeGone(_ record: UnsafeMutablePointer<Slot>, _ binding: UnsafeMutablePointer<Binding>) {
        guard record.pointee.flags.contains(.hasToken) else { return }
        let token = record.pointee.token
        let end = token &+ UInt64(max(0, record.pointee.extent.count))
        binding.pointee.check.versions._withUnsafeGuaranteedRef { $0.mayBeGone(token..<end) }
    }

    /// Checks a read; the verdict of its first mismatch decides.
    @inline(__always)
    mutating func isRight(_ record: UnsafeMutablePointer<Slot>, _ binding: UnsafeMutablePointer<Binding>) -> Bool {
        let check = binding.pointee.check
        let extent = record.pointee.extent
        let level = check.map.level
        guard level >= .stamps else { return true }
        guard let data = record.pointee.data, record.pointee.byteCount >= check.layout.byteCount(extent.count),
            !record.pointee.flags.contains(.isShared)
        else {
            binding.pointee.line.add(extent.count, .noBuffer)
            return true
        }
        let mismatch = check.firstMismatch(
            data, lba: extent.first, count: extent.count, level: level, line: binding.pointee.line)
        guard let mismatch else { return true }
        binding.pointee.table._withUnsafeGuaranteedRef { $0.report(data, extent, from: mismatch, check) }
        return false
    }
}

/// Which writes a flush reaches.
extension QueueIntegrity {
    /// Gives a write its tokens, one for each block.
    @inline(__always)
    mutating func takeTokens(_ record: UnsafeMutablePointer<Slot>, _ binding: UnsafeMutablePointer<Binding>) {
        let tokens = binding.pointee.check.tokens
        // Published before the token is taken: a flush of another queue that does not see it gets only smaller tokens.
        if binding.pointee.stamped == 0 { binding.pointee.line.publish(token: tokens.next) }
        binding.pointee.stamped &+= 1
        record.pointee.flags.insert(.hasToken)
        record.pointee.token = tokens.take(record.pointee.extent.count)
    }

    /// Gives a write that the driver does not stamp its place among others of that kind.
    mutating func takeOrder(_ record: UnsafeMutablePointer<Slot>, _ binding: UnsafeMutablePointer<Binding>) {
        let map = binding.pointee.check.map
        if binding.pointee.unstamped == 0 { binding.pointee.line.publish(order: map.nextOrder) }
        binding.pointee.unstamped &+= 1
        record.pointee.flags.insert(.hasOrder)
        record.pointee.token = map.takeOrder()
    }

    @inline(__always)
    mutating func writeEnded(_ flags: Flags, _ binding: UnsafeMutablePointer<Binding>) {
        if flags.contains(.hasToken) { binding.pointee.stamped &-= 1 } else { binding.pointee.unstamped &-= 1 }
        binding.pointee.sinceRefresh &+= 1
        if binding.pointee.stamped &+ binding.pointee.unstamped <= 0
            || binding.pointee.sinceRefresh >= refreshInterval
        {
            publishOldest(binding)
        }
    }

    mutating func publishOldest(_ binding: UnsafeMutablePointer<Binding>) {
        binding.pointee.sinceRefresh = 0
        var oldest = WriteNumbers(token: QueueLine.idle, order: QueueLine.idle)
        if binding.pointee.stamped &+ binding.pointee.unstamped > 0 {
            for slot in 0..<capacity where slots[slot].binding == binding {
                let flags = slots[slot].flags
                if flags.contains(.hasToken) { oldest.token = min(oldest.token, slots[slot].token) }
                if flags.contains(.hasOrder) { oldest.order = min(oldest.order, slots[slot].token) }
            }
        }
        binding.pointee.line.publish(token: oldest.token)
        binding.pointee.line.publish(order: oldest.order)
    }

    /// Writes before these numbers were complete when the flush was submitted.
    @inline(never)
    mutating func setFlushReach(_ record: UnsafeMutablePointer<Slot>, _ binding: UnsafeMutablePointer<Binding>) {
        for binding in bindings { publishOldest(binding) }
        let reach = tables(binding).map { $0.map.oldestOutstanding(next: $0.next) }
        record.pointee.token = reach.map(\.token).min() ?? 0
        // Each namespace counts for itself: a flush of several says nothing of what is not stamped.
        record.pointee.extent.first = reach.count == 1 ? reach[0].order : 0
    }

    mutating func flushed(_ binding: UnsafeMutablePointer<Binding>, _ reach: WriteNumbers) {
        tables(binding).forEach { $0.map.makeDurable(before: reach) }
    }

    private func tables(_ binding: UnsafeMutablePointer<Binding>) -> [IntegrityTable] {
        binding.pointee.namespaceID == .max ? directory.all : [binding.pointee.table.takeUnretainedValue()]
    }
}
