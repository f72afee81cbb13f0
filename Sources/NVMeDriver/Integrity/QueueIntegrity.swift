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
    struct Slot {
        var extent = BlockExtent()
        var data: UnsafeMutableRawPointer?
        var byteCount = 0
        /// First token of a stamped write; what a flush makes durable.
        var token: UInt64 = 0
        var binding: Int32 = -1
        var isRaw = false
        var isForced = false
        var holdsLocks = false
        var isCounted = false
    }

    /// A namespace that the queue has commands for.
    struct Binding {
        let namespaceID: UInt32
        let generation: UInt32
        let table: Unmanaged<IntegrityTable>
        let check: BlockCheck
        /// Where the queue publishes its oldest outstanding write.
        let cell: UnsafeMutableRawPointer?
        var outstandingWrites = 0
        var sinceRefresh = 0
    }

    let capacity: Int
    let directory: IntegrityDirectory
    private(set) var locks: LBALocks
    let slots: UnsafeMutablePointer<Slot>
    let commands: UnsafeMutablePointer<SubmissionQueueEntry>
    private let scratch: UnsafeMutablePointer<UInt32>
    var bindings: [Binding] = []
    private var lastBinding = -1
    private var copies: [UInt16: CopyPieces] = [:]
    /// What all stamped writes carry between their stamps, if that is known.
    private var pattern: UnsafeMutablePointer<PatternChecksums>?

    /// - Parameters:
    ///   - capacity: command slots of the queue.
    ///   - chunk: blocks of the largest usual command.
    package init(capacity: Int, chunk: Int, directory: IntegrityDirectory) {
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
        for binding in bindings {
            if let cell = binding.cell { IntegrityMap.release(cell: cell) }
            binding.table.release()
        }
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
    package func watches(_ slot: UInt16) -> Bool { Int(slot) < capacity && slots[Int(slot)].binding >= 0 }

    /// A command is about to be sent.
    ///
    /// - Parameters:
    ///   - data: its buffer, nil where the host does not know it.
    ///   - stamps: put LBAs and tokens into the data of a write first.
    /// - Returns: false when the command has to wait; `nextReady` hands it over when its time has come.
    package mutating func admit(
        _ slot: UInt16, _ command: SubmissionQueueEntry, data: UnsafeMutableRawPointer?, byteCount: Int, stamps: Bool
    ) -> Bool {
        guard Int(slot) < capacity, let index = binding(for: command.nsid) else { return true }
        let check = bindings[index].check
        let level = check.map.level
        guard level != .off else { return true }
        var record = Slot(extent: BlockExtent(command, data: data, byteCount: byteCount))
        guard record.extent.action != .none, command.nsid != .max || record.extent.action == .flush else { return true }
        record.data = data
        record.byteCount = byteCount
        record.binding = Int32(truncatingIfNeeded: index)
        record.isForced = command.cdw12 & 1 << 30 != 0
        if record.extent.action == .write { stamp(&record, index, stamps: stamps) }
        if record.extent.action == .flush { record.token = flushReach(of: command.nsid, index) }
        record.holdsLocks = record.extent.isLockable(below: check.map.count) && command.fusedOperation == .normal
        slots[Int(slot)] = record
        if record.holdsLocks {
            let blocks = record.extent.first..<record.extent.end
            let writes = record.extent.action != .read && record.extent.action != .compare
            guard locks.acquire(slot, space: command.nsid, blocks: blocks, writes: writes) else {
                commands[Int(slot)] = command
                return false
            }
        }
        begin(slot, command)
        return true
    }

    /// A parked command that has to be sent now; nil when there is none.
    package mutating func nextReady() -> (slot: UInt16, command: SubmissionQueueEntry)? {
        guard let slot = locks.nextReady() else { return nil }
        let command = commands[Int(slot)]
        begin(slot, command)
        return (slot, command)
    }

    /// A command has completed.
    ///
    /// - Returns: false when it was a read whose data is not what was written: its status becomes
    ///   `StatusCode.dataMismatch`, and `IntegrityTable.mismatches` has the report.
    package mutating func complete(_ slot: UInt16, _ entry: CompletionQueueEntry) -> Bool {
        guard watches(slot) else { return true }
        let record = slots[Int(slot)]
        slots[Int(slot)] = Slot()
        let isWhole = finish(slot, record, entry)
        if record.holdsLocks { locks.release(slot) }
        return isWhole
    }

    /// Forgets all commands: nothing will complete any more. What they wrote may be old or new.
    package mutating func abandon() {
        locks.releaseAll()
        copies = [:]
        for slot in 0..<capacity { slots[slot] = Slot() }
        for index in bindings.indices {
            bindings[index].outstandingWrites = 0
            publishOldest(index)
        }
    }

    private mutating func binding(for namespaceID: UInt32) -> Int? {
        let generation = directory.generation
        if lastBinding >= 0, bindings[lastBinding].namespaceID == namespaceID,
            bindings[lastBinding].generation == generation
        {
            return lastBinding
        }
        return bind(namespaceID, generation)
    }

    @inline(never)
    private mutating func bind(_ namespaceID: UInt32, _ generation: UInt32) -> Int? {
        if let known = bindings.firstIndex(where: {
            $0.namespaceID == namespaceID && $0.generation == generation
        }) {
            lastBinding = known
            return known
        }
        let table = namespaceID == .max ? directory.all.first : directory[namespaceID]
        guard let table else { return nil }
        let check = BlockCheck(map: table.map, layout: table.layout, history: table.history, scratch: scratch)
        let cell = table.map.claimCell()
        bindings.append(
            Binding(
                namespaceID: namespaceID, generation: generation, table: .passRetained(table), check: check, cell: cell)
        )
        lastBinding = bindings.count - 1
        return lastBinding
    }
}

extension QueueIntegrity {
    /// Marks what a command may change, right before it is sent.
    @inline(__always)
    private mutating func begin(_ slot: UInt16, _ command: SubmissionQueueEntry) {
        let record = slots[Int(slot)]
        switch record.extent.action {
        case .read, .compare, .flush, .none, .zoneAppend: return
        case .write: beginWrite(record)
        default: beginUncommon(slot, record, command)
        }
    }

    private func beginWrite(_ record: Slot) {
        let check = bindings[Int(record.binding)].check
        let blocks = check.map.clip(record.extent.first..<record.extent.end)
        guard let data = record.data, record.byteCount >= check.layout.byteCount(record.extent.count) else {
            check.map.hadForeignBlocks = true
            return check.map.fill(blocks, .unknown)
        }
        if let pattern, !record.isRaw, check.map.level == .checksums, blocks.count <= pattern.pointee.count {
            return check.beginWrite(
                data, lba: blocks.lowerBound, count: blocks.count, pattern: pattern.pointee)
        }
        check.beginWrite(
            data, lba: blocks.lowerBound, count: blocks.count, isRaw: record.isRaw, level: check.map.level)
    }

    @inline(never)
    private mutating func beginUncommon(_ slot: UInt16, _ record: Slot, _ command: SubmissionQueueEntry) {
        let map = bindings[Int(record.binding)].check.map
        let blocks = record.extent.first..<record.extent.end
        switch record.extent.action {
        case .unmap:
            guard command.nvmOpcode == .datasetManagement,
                let ranges = DeallocatedRanges(command, data: record.data, byteCount: record.byteCount)
            else { return map.unmap(blocks) }
            for index in 0..<ranges.count { map.unmap(ranges[index]) }
        case .writeUncorrectable: map.fill(blocks, .perhapsUncorrectable)
        case .copy:
            guard let pieces = CopyPieces(command, data: record.data, byteCount: record.byteCount) else { return }
            map.fill(pieces.destinations, .unknown)
            map.hadForeignBlocks = true
            copies[slot] = pieces
        case .resetZone where command.cdw13 & 1 << 8 != 0:
            map.transform { $0.isWritten || $0.isInFlight ? .unmapped : $0 }
        case .resetZone: map.unmapRun(from: command.startingLBA)
        case .forget: map.unmap(0..<map.count)
        default: return
        }
    }

    private mutating func finish(_ slot: UInt16, _ record: Slot, _ entry: CompletionQueueEntry) -> Bool {
        let success = entry.status.isSuccess
        switch record.extent.action {
        case .read: return !success || verify(record)
        case .write:
            let map = bindings[Int(record.binding)].check.map
            let blocks = map.clip(record.extent.first..<record.extent.end)
            bindings[Int(record.binding)].check.finishWrite(
                lba: blocks.lowerBound, count: blocks.count, isRaw: record.isRaw, success: success,
                forced: record.isForced)
            if record.isCounted { writeEnded(Int(record.binding)) }
        default: finishUncommon(slot, record, entry, success: success)
        }
        return true
    }

    @inline(never)
    private mutating func finishUncommon(
        _ slot: UInt16, _ record: Slot, _ entry: CompletionQueueEntry, success: Bool
    ) {
        let map = bindings[Int(record.binding)].check.map
        let blocks = record.extent.first..<record.extent.end
        switch record.extent.action {
        case .writeUncorrectable: map.fill(blocks, .uncorrectable)
        case .copy:
            if let pieces = copies.removeValue(forKey: slot), success { map.copy(pieces) }
        case .flush where success: flushed(Int(record.binding), record.token)
        case .zoneAppend where success:
            let first = UInt64(entry.dw1) << 32 | UInt64(entry.dw0)
            map.fill(map.clip(first..<max(first, first &+ UInt64(record.byteCount / 16))), .unknown)
        default: return
        }
    }

    /// Checks a read; the verdict of its first mismatch decides.
    private func verify(_ record: Slot) -> Bool {
        let binding = bindings[Int(record.binding)]
        let layout = binding.check.layout
        guard let data = record.data, record.byteCount >= layout.byteCount(record.extent.count) else { return true }
        let mismatch = binding.check.firstMismatch(
            data, lba: record.extent.first, count: record.extent.count, level: binding.check.map.level)
        guard let mismatch else { return true }
        binding.table._withUnsafeGuaranteedRef {
            $0.report(data, record.extent, from: mismatch, binding.check)
        }
        return false
    }
}

/// Which writes a flush reaches.
extension QueueIntegrity {
    /// Completed writes of a queue after which it looks again which of its writes is the oldest.
    private static let refreshInterval = 1024

    private mutating func stamp(_ record: inout Slot, _ index: Int, stamps: Bool) {
        let check = bindings[index].check
        guard stamps, let data = record.data, record.byteCount >= check.layout.byteCount(record.extent.count) else {
            record.isRaw = true
            return
        }
        let tokens = bindings[index].table._withUnsafeGuaranteedRef { $0.tokens }
        // Published before the token is taken: a flush of another queue that does not see it gets only smaller tokens.
        if bindings[index].outstandingWrites == 0, let cell = bindings[index].cell { nvme_store64(cell, tokens.next) }
        bindings[index].outstandingWrites &+= 1
        record.isCounted = true
        record.token = tokens.take(record.extent.count)
        check.layout.stamp(data, lba: record.extent.first, token: record.token, count: record.extent.count)
    }

    @inline(__always)
    private mutating func writeEnded(_ index: Int) {
        bindings[index].outstandingWrites &-= 1
        bindings[index].sinceRefresh &+= 1
        if bindings[index].outstandingWrites <= 0 || bindings[index].sinceRefresh >= Self.refreshInterval {
            publishOldest(index)
        }
    }

    private mutating func publishOldest(_ index: Int) {
        bindings[index].sinceRefresh = 0
        guard let cell = bindings[index].cell else { return }
        var oldest = IntegrityMap.idle
        if bindings[index].outstandingWrites > 0 {
            for slot in 0..<capacity where slots[slot].binding == Int32(index) && slots[slot].isCounted {
                oldest = min(oldest, slots[slot].token)
            }
        }
        nvme_store64(cell, oldest)
    }

    /// Writes with tokens below the result were complete when the flush was submitted.
    @inline(never)
    private mutating func flushReach(of namespaceID: UInt32, _ index: Int) -> UInt64 {
        for index in bindings.indices { publishOldest(index) }
        let tables = namespaceID == .max ? directory.all : [bindings[index].table.takeUnretainedValue()]
        return tables.map { $0.map.oldestOutstanding(next: $0.tokens.next) }.min() ?? 0
    }

    private func flushed(_ index: Int, _ token: UInt64) {
        if bindings[index].namespaceID == .max {
            directory.all.forEach { $0.map.makeDurable(before: token) }
        } else {
            bindings[index].check.map.makeDurable(before: token)
        }
    }
}

extension BlockExtent {
    /// Whether other commands for the same blocks have to wait; blocks beyond the table are nobody's concern.
    func isLockable(below count: UInt64) -> Bool {
        switch action {
        case .read, .write, .compare, .unmap, .writeUncorrectable, .copy: first < count && first < end
        case .none, .flush, .resetZone, .zoneAppend, .forget: false
        }
    }
}

extension IntegrityMap {
    /// A Copy has succeeded: the destination holds what is known of the sources.
    func copy(_ pieces: CopyPieces) {
        let overlaps = pieces.sources.contains { $0.overlaps(pieces.destinations) }
        guard !overlaps else { return fill(pieces.destinations, .unknown) }
        var target = pieces.destination
        for source in pieces.sources {
            for lba in source {
                set(target, lba < count ? self[lba].copied : .unknown)
                target &+= 1
            }
        }
    }
}

extension StatusCode {
    /// What a read completes with whose data is not what was written: vendor specific 81h, set by the driver.
    public static var dataMismatch: StatusCode { StatusCode(type: .vendorSpecific, 0x81) }
}
