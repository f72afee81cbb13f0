import NVMeSpec

/// Commands that were sent while nothing was verified, and are outstanding when verification begins: the device may execute them behind
/// whatever comes now, so that later commands for the same blocks wait for them, as they would had they been watched.
extension QueueIntegrity {
    /// Whether the namespace is verified.
    @inline(__always)
    func isVerified(_ binding: UnsafeMutablePointer<Binding>) -> Bool {
        guard binding.pointee.check.map.level == .off else { return true }
        binding.pointee.mayMiss = true
        return false
    }

    /// Whether the next command of a namespace is the first that is verified: whoever keeps the queue's commands has to `adopt` those of
    /// the namespace that are outstanding and not watched. True once.
    @inline(__always)
    package mutating func misses(nsid: UInt32) -> Bool {
        guard let binding = binding(for: nsid), binding.pointee.mayMiss, binding.pointee.check.map.level != .off else {
            return false
        }
        binding.pointee.mayMiss = false
        return true
    }

    /// A command is outstanding that was sent unwatched.
    ///
    /// - Returns: true when `complete` wants to hear of it.
    package mutating func adopt(_ slot: UInt16, _ command: SubmissionQueueEntry) -> Bool {
        guard Int(slot) < capacity, slots[Int(slot)].binding == nil, let binding = binding(for: command.nsid) else {
            return false
        }
        let count = binding.pointee.check.map.count
        // Where its ranges are the driver does not know any more: then it may touch any block.
        let extent = BlockExtent(command, data: nil, byteCount: 0)
        let isAnywhere = extent.action == .forget
        guard isAnywhere || extent.isLockable(below: count) else { return false }
        slots[Int(slot)] = Slot(binding: binding, flags: .holdsLocks)
        locks.hold(
            slot, space: command.nsid, blocks: isAnywhere ? 0..<count : extent.first..<extent.end,
            writes: extent.action != .read && extent.action != .compare)
        return true
    }
}
