import CNVMeHost
import NVMeSpec

/// Integrity of one queue: stamps its writes, keeps commands apart that touch the same blocks, checks what it reads.
///
/// Three calls per command, nothing per byte but checksums:
///
/// ```swift
/// if !integrity.admit(slot, command, data: bytes, byteCount: count, stamps: true) { return }   // parked
/// send(command)
/// …
/// let isWhole = integrity.complete(slot, entry)
/// while let (slot, command) = integrity.nextReady() { send(command) }
/// ```
///
/// Unsafe inside: slots are below `capacity`; `data` of a command stays valid until its completion.
package struct QueueIntegrity: ~Copyable {
    /// What is known of a command: one cache line.
    struct Slot {
        /// Nil while nobody wants to hear of the slot's completion.
        var binding: UnsafeMutablePointer<Binding>?
        var extent = BlockExtent()
        var data: UnsafeMutableRawPointer?
        var byteCount = 0
        /// First token of a write with stamps, order of one without; what a flush makes durable.
        var token: UInt64 = 0
        var flags: Flags = []
        /// Its place among the commands whose buffers are watched.
        var place: UInt16 = 0
        /// The second command of a fused pair, while it waits for this one.
        var follower: UInt16 = .max
    }

    struct Flags: OptionSet {
        let rawValue: UInt16
        /// The driver puts stamps into the data of a write.
        static let stamps = Flags(rawValue: 1)
        /// Other commands may use the same buffer: it is a script's.
        static let isScripts = Flags(rawValue: 2)
        /// Another outstanding command has used the same buffer: nobody knows what was moved.
        static let isShared = Flags(rawValue: 4)
        /// Durable when it completes.
        static let isForced = Flags(rawValue: 8)
        static let holdsLocks = Flags(rawValue: 16)
        /// Among the outstanding writes that are stamped.
        static let hasToken = Flags(rawValue: 32)
        /// Among those that are not.
        static let hasOrder = Flags(rawValue: 256)
        /// Among the commands whose buffers are watched.
        static let isWatched = Flags(rawValue: 64)
        /// Waits for others.
        static let isParked = Flags(rawValue: 128)
    }

    /// A namespace that the queue has commands for.
    struct Binding {
        let namespaceID: UInt32
        var generation: UInt32
        let table: Unmanaged<IntegrityTable>
        let check: BlockCheck
        /// Where the queue publishes its oldest outstanding write, and counts what it has checked.
        let line: QueueLine
        /// Writes that are outstanding, with stamps and without.
        var stamped = 0
        var unstamped = 0
        var sinceRefresh = 0
        /// Commands may be outstanding that were sent while nothing was verified: see `misses`.
        var mayMiss = true
    }

    let capacity: Int
    let directory: IntegrityDirectory
    var locks: LBALocks
    let slots: UnsafeMutablePointer<Slot>
    let commands: UnsafeMutablePointer<SubmissionQueueEntry>
    let scratch: UnsafeMutablePointer<UInt32>
    var bindings: [UnsafeMutablePointer<Binding>] = []
    var latest: UnsafeMutablePointer<Binding>?
    /// A namespace that had no table when it was looked for last.
    var unverified: (namespaceID: UInt32, generation: UInt32) = (0, 0)
    var copies: [UInt16: CopyPieces] = [:]
    /// Commands that were sent and whose buffers others may use.
    var watched: [UInt16] = []
    /// The first command of a fused pair whose second is still to come.
    var fusedFirst: UInt16?
    /// The second command of a pair, which has to follow the first at once.
    var nextFollower: UInt16?
    /// Completed writes after which the queue looks again which of its writes is the oldest: a Flush of another queue covers what
    /// came before that one.
    let refreshInterval: Int
    /// What all stamped writes carry between their stamps, if that is known.
    private(set) var pattern: UnsafeMutablePointer<PatternChecksums>?

    /// - Parameters:
    ///   - capacity: command slots of the queue.
    ///   - chunk: blocks of the largest usual command.
    ///   - refreshInterval: completed writes after which it looks which of its writes is the oldest: at `capacity` slots.
    package init(capacity: Int, chunk: Int, directory: IntegrityDirectory, refreshInterval: Int = 1024) {
        self.refreshInterval = refreshInterval
        self.capacity = max(1, min(capacity, 65536))
        self.directory = directory
        locks = LBALocks(capacity: self.capacity, chunk: chunk)
        slots = .allocate(capacity: self.capacity)
        slots.initialize(repeating: Slot(), count: self.capacity)
        commands = .allocate(capacity: self.capacity)
        commands.initialize(repeating: SubmissionQueueEntry(), count: self.capacity)
        scratch = .allocate(capacity: BlockCheck.chunk)
    }

    deinit {
        // What is still outstanding nobody will hear of.
        for slot in 0..<capacity {
            if let binding = slots[slot].binding { mayBeGone(slots + slot, binding) }
        }
        for binding in bindings { Self.discard(binding) }
        slots.deallocate()
        commands.deallocate()
        scratch.deallocate()
        pattern?.deinitialize(count: 1)
        pattern?.deallocate()
    }

    /// From now on, every stamped write sends these blocks, from the first one on: their checksums cost next to nothing.
    package mutating func usePattern(_ checksums: consuming PatternChecksums) {
        pattern?.deinitialize(count: 1)
        let place = pattern ?? .allocate(capacity: 1)
        place.initialize(to: checksums)
        pattern = place
    }

    /// Whether any namespace has a table: without one, nobody needs to call the rest.
    @inline(__always)
    package var isActive: Bool { directory.generation != 0 }

    /// Commands that wait for others.
    package var parkedCount: Int { locks.parkedCount }

    /// Whether `complete` wants to hear of this slot.
    @inline(__always)
    package func watches(_ slot: UInt16) -> Bool { Int(slot) < capacity && slots[Int(slot)].binding != nil }

    /// A command is about to be sent.
    ///
    /// - Parameters:
    ///   - data: its buffer, nil where the host does not know it.
    ///   - stamps: put LBAs and tokens into the data of a write, when it is sent.
    /// - Returns: false when the command has to wait; `nextReady` hands it over when its time has come.
    package mutating func admit(
        _ slot: UInt16, _ command: SubmissionQueueEntry, data: UnsafeMutableRawPointer?, byteCount: Int, stamps: Bool
    ) -> Bool {
        guard Int(slot) < capacity, let binding = binding(for: command.nsid), isVerified(binding) else { return true }
        let extent = BlockExtent(command, data: data, byteCount: byteCount)
        guard extent.action != .none, command.nsid != .max || extent.action == .flush else { return true }
        let record = slots + Int(slot)
        var flags: Flags = stamps ? [.stamps, .isScripts] : .isScripts
        if command.cdw12[as: ReadWriteDword12.self].forceUnitAccess { flags.insert(.isForced) }
        record.pointee = Slot(binding: binding, extent: extent, data: data, byteCount: byteCount, flags: flags)
        if extent.action == .flush { setFlushReach(record, binding) }
        let isFree =
            command.fusedOperation == .normal
            ? lock(record, slot, space: command.nsid) : lockFused(record, slot, command)
        guard isFree else {
            commands[Int(slot)] = command
            record.pointee.flags.insert(.isParked)
            return false
        }
        begin(slot, command)
        return true
    }

    /// A parked command that has to be sent now; nil when there is none.
    package mutating func nextReady() -> (slot: UInt16, command: SubmissionQueueEntry)? {
        let follower = nextFollower
        nextFollower = nil
        guard let slot = follower ?? locks.nextReady() else { return nil }
        let record = slots + Int(slot)
        record.pointee.flags.remove(.isParked)
        if record.pointee.follower != .max { nextFollower = record.pointee.follower }
        let command = commands[Int(slot)]
        begin(slot, command)
        return (slot, command)
    }

    /// What `complete` has found.
    package struct Verdict: OptionSet {
        package let rawValue: UInt8
        package init(rawValue: UInt8) { self.rawValue = rawValue }
        /// It was a read whose data is not what was written: its status becomes `StatusCode.dataMismatch`, and
        /// `IntegrityTable.mismatches` has the report.
        package static let mismatch = Verdict(rawValue: 1)
        /// `nextReady` has commands that have waited for this one.
        package static let ready = Verdict(rawValue: 2)
    }

    /// A command has completed.
    ///
    /// - Parameter entry: dwords 0 and 1, and dwords 2 and 3 of its completion queue entry.
    package mutating func complete(_ slot: UInt16, _ entry: (low: UInt64, high: UInt64)) -> Verdict {
        guard Int(slot) < capacity, let binding = slots[Int(slot)].binding else { return [] }
        let record = slots + Int(slot)
        // The rest is set anew by whoever takes the slot next.
        record.pointee.binding = nil
        if record.pointee.flags.contains(.isScripts) { unwatch(slot, record) }
        let isSuccess = entry.high & CompletionHead.statusMask == 0
        var verdict: Verdict = []
        switch record.pointee.extent.action {
        case .read: if isSuccess, !isRight(record, binding) { verdict = .mismatch }
        case .write: finishWrite(record, binding, isSuccess: isSuccess)
        default: finishUncommon(slot, record, binding, entry.low, isSuccess: isSuccess)
        }
        if record.pointee.flags.contains(.holdsLocks) {
            locks.release(slot)
            if locks.hasReady { verdict.insert(.ready) }
        }
        return verdict
    }

    /// The same where nobody counts instructions; false for a read whose data is not what was written.
    package mutating func complete(_ slot: UInt16, _ entry: CompletionQueueEntry) -> Bool {
        let words = unsafeBitCast(entry, to: (low: UInt64, high: UInt64).self)
        return !complete(slot, words).contains(.mismatch)
    }

    /// Forgets all commands: nothing will complete any more. What they wrote may be old or new.
    package mutating func abandon() {
        locks.releaseAll()
        copies = [:]
        watched = []
        fusedFirst = nil
        nextFollower = nil
        for slot in 0..<capacity {
            if let binding = slots[slot].binding { mayBeGone(slots + slot, binding) }
            slots[slot] = Slot()
        }
        for binding in bindings {
            binding.pointee.stamped = 0
            binding.pointee.unstamped = 0
            publishOldest(binding)
        }
    }
}
