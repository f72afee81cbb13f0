import NVMeSpec

/// Buffers that several outstanding commands of a queue use at once.
///
/// Stamps of a second write would spoil the first one's data, which the device may not have fetched yet: it goes out as it is, and
/// is known by its checksum. Where one of the commands is a read, nobody knows what the other has moved: neither is verified.
/// Workers have a buffer for each command and come with `admitTransfer`: they pay nothing for this.
extension QueueIntegrity {
    /// A command of a script is about to be sent.
    mutating func watch(_ slot: UInt16, _ record: UnsafeMutablePointer<Slot>) {
        guard let data = record.pointee.data, record.pointee.byteCount > 0 else { return }
        let end = data + record.pointee.byteCount
        let isRead = record.pointee.extent.action == .read
        for other in watched {
            let holder = slots + Int(other)
            guard let start = holder.pointee.data, start < end, data < start + holder.pointee.byteCount else {
                continue
            }
            record.pointee.flags.remove(.stamps)
            guard isRead || holder.pointee.extent.action == .read else { continue }
            record.pointee.flags.insert(.isShared)
            holder.pointee.flags.insert(.isShared)
        }
        record.pointee.place = UInt16(truncatingIfNeeded: watched.count)
        record.pointee.flags.insert(.isWatched)
        watched.append(slot)
    }

    mutating func unwatch(_ slot: UInt16, _ record: UnsafeMutablePointer<Slot>) {
        if fusedFirst == slot { fusedFirst = nil }
        guard record.pointee.flags.contains(.isWatched), let last = watched.popLast(), last != slot else { return }
        let place = record.pointee.place
        watched[Int(place)] = last
        slots[Int(last)].place = place
    }
}

/// The two commands of a fused operation.
extension QueueIntegrity {
    /// Takes the blocks of half a fused pair: of the first for both, because between them nothing may come; the second follows
    /// wherever the first is.
    ///
    /// - Returns: false when the command has to wait.
    mutating func lockFused(
        _ record: UnsafeMutablePointer<Slot>, _ slot: UInt16, _ command: SubmissionQueueEntry
    ) -> Bool {
        let first = fusedFirst
        fusedFirst = nil
        guard let count = record.pointee.binding?.pointee.check.map.count,
            record.pointee.extent.isLockable(below: count)
        else { return true }
        record.pointee.flags.insert(.holdsLocks)
        let blocks = record.pointee.extent.first..<record.pointee.extent.end
        guard command.fusedOperation == .second, let first, slots[Int(first)].flags.contains(.holdsLocks) else {
            if command.fusedOperation == .first { fusedFirst = slot }
            return locks.acquire(slot, space: command.nsid, blocks: blocks, writes: true)
        }
        locks.join(slot, first, space: command.nsid, blocks: blocks)
        guard slots[Int(first)].flags.contains(.isParked) else { return true }
        slots[Int(first)].follower = slot
        return false
    }
}
