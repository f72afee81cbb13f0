import CNVMeHost
import NVMeSpec
import PCIExpress

/// A submission queue, its completion queue, and the commands between them. One thread at a time.
///
/// This is the hot path: no allocation, no lock, no closure call. What a command needs beside its 64 bytes lies in its slot.
/// Sendable because its owner (a gate or a lock) lets one thread at a time touch it.
package struct CommandQueue: ~Copyable, @unchecked Sendable {
    package let id: UInt16
    package var submission: SubmissionRing
    package var completion: CompletionRing
    private(set) var slots: CommandSlots
    private var pointers: DataPointers
    package var log: LogWriter
    /// Covers rings, PRP lists, and the buffers of commands that end without a completion.
    let lease: DMALease
    private let clock: DriverClock
    private var integrity: IntegrityHook
    /// The first half of a fused pair is in the ring and not told of: both halves go out with one doorbell.
    private(set) var holdsBack = false
    /// First halves of fused pairs, by the second half that waits for other commands: they go out together.
    private var firstHalves: [UInt16: UInt16] = [:]
    /// Identifier of the command submitted last.
    private(set) var latestCommandID: UInt16 = 0
    /// What was reaped last.
    private(set) var latest = CompletionQueueEntry()
    private(set) var latestSlot = CommandSlots.Slot()
    private var latestCommand = SubmissionQueueEntry()
    private(set) var latestReaped: UInt64 = 0

    init(
        id: UInt16, submission: consuming SubmissionRing, completion: consuming CompletionRing,
        pointers: consuming DataPointers, lease: DMALease, log: CommandLog, clock: DriverClock,
        integrity: IntegrityDirectory
    ) {
        self.id = id
        self.lease = lease
        self.slots = CommandSlots(count: submission.count - 1, lease: lease)
        self.submission = submission
        self.completion = completion
        self.pointers = pointers
        self.log = LogWriter(log)
        self.clock = clock
        self.integrity = IntegrityHook(integrity, slotCount: slots.count, isAdmin: id == 0)
    }

    /// Sends a command; it holds `held` and `handler` until its completion. Returns its identifier.
    @inline(__always)
    mutating func submit(
        _ command: SubmissionQueueEntry, transfer: Transfer?, held: (any DMAHolder)?, handler: CompletionHandler?,
        flags: CommandSlots.Flags = [], stamps: Bool = false
    ) throws(NVMeError) -> UInt16 {
        guard let slot = slots.take() else { throw .queueFull(queue: id, outstanding: slots.outstanding) }
        var entry = command
        entry.cdw0 = entry.cdw0 & 0xFFFF | UInt32(slot) << 16
        if let transfer {
            do {
                try pointers.describe(transfer, in: &entry, slot: slot)
            } catch {
                slots.giveBack(slot)
                throw error
            }
        }
        var admission = IntegrityHook.Admission.unwatched
        if integrity.isActive {
            if integrity.misses(nsid: entry.nsid) { adoptUnwatched(nsid: entry.nsid) }
            let data: UnsafeMutableRawPointer? = if let transfer { pointers.hostAddress(transfer) } else { nil }
            admission = integrity.admit(
                slot, entry, data: data, byteCount: transfer?.byteCount ?? 0, stamps: stamps)
        }
        let now = clock.stamp()
        let sequence = log.begin(entry, at: now)
        let integrityFlags: CommandSlots.Flags =
            switch admission {
            case .unwatched: []
            case .sent: .watched
            case .parked: [.watched, .parked]
            }
        slots.occupy(
            slot, entry, submitted: now, logSequence: sequence, held: held, handler: handler,
            flags: flags.union(integrityFlags))
        let previous = latestCommandID
        latestCommandID = slot
        // A parked command is sent when those before it have completed.
        if admission == .parked {
            if holdsBack, entry.cdw0 & 0x300 == 0x200 { park(previous, with: slot) }
            return slot
        }
        submission.push(entry)
        // FUSE = 01b: the controller must not meet the first half without the second (NVMe Base 2.0 §3.4.2).
        if entry.cdw0 & 0x300 == 0x100 {
            holdsBack = true
            return slot
        }
        holdsBack = false
        do {
            try submission.ring()
        } catch {
            submission.withdraw()
            _ = slots.release(slot)
            integrity.cancel(slot)
            throw .pcie(error)
        }
        return slot
    }

    /// Verification has begun: what is outstanding was sent without it, and later commands for the same blocks wait for it.
    @inline(never)
    private mutating func adoptUnwatched(nsid: UInt32) {
        for slot in slots.unwatched(nsid: nsid) where integrity.adopt(slot, slots.command(slot)) { slots.watch(slot) }
    }

    /// Sends a fused pair with one doorbell, or nothing: both halves need a slot, and data that can be described.
    mutating func submitFused(_ first: FusedHalf, _ second: FusedHalf) throws(NVMeError) {
        guard slots.count - slots.outstanding >= 2 else { throw .queueFull(queue: id, outstanding: slots.outstanding) }
        // Before the first is on its way: one that waits for other commands cannot be taken back.
        try check(second)
        let slot = try submit(first.command, transfer: first.transfer, held: first.held, handler: first.handler)
        do {
            _ = try submit(second.command, transfer: second.transfer, held: second.held, handler: second.handler)
        } catch {
            // The doorbell could not be rung, so neither waits for other commands.
            if slots.isSent(slot) { withdrawHeldBack(slot) }
            throw error
        }
    }

    /// Throws what the data pointers of a command would.
    private mutating func check(_ half: FusedHalf) throws(NVMeError) {
        guard let transfer = half.transfer, let slot = slots.take() else { return }
        defer { slots.giveBack(slot) }
        var entry = half.command
        try pointers.describe(transfer, in: &entry, slot: slot)
    }

    /// The first half of a fused pair is in the ring, but the second has to wait: so does the first.
    @inline(never)
    private mutating func park(_ first: UInt16, with second: UInt16) {
        holdsBack = false
        submission.withdraw()
        slots.park(first)
        firstHalves[second] = first
    }

    private mutating func withdrawHeldBack(_ slot: UInt16) {
        holdsBack = false
        submission.withdraw()
        _ = slots.release(slot)
        integrity.cancel(slot)
    }

    /// Sends the first half of a fused pair on its own: the script waits, so no second half comes.
    @inline(never)
    mutating func sendHeldBack() throws(NVMeError) {
        holdsBack = false
        do { try submission.ring() } catch { throw .pcie(error) }
    }

    /// Tells integrity of a completion, and sends the commands that have waited for it.
    ///
    /// - Returns: the entry as the script shall see it.
    private mutating func judge(_ entry: CompletionQueueEntry) -> CompletionQueueEntry {
        var judged = entry
        if !integrity.complete(entry.commandID, entry) { judged.status = Status(.dataMismatch) }
        var isAny = false
        while let next = integrity.nextReady() {
            if !firstHalves.isEmpty, let first = firstHalves.removeValue(forKey: next.commandID) {
                slots.unpark(first)
                submission.push(slots.command(first))
            }
            slots.unpark(next.commandID)
            submission.push(next)
            isAny = true
        }
        // Without a device nothing is reaped, so that a doorbell that cannot be rung shows there.
        if isAny, !holdsBack { try? submission.ring() }
        return judged
    }

    /// Reaps at most `limit` successful completions that nobody wants to see one by one; stops at any other.
    @inline(__always)
    mutating func reapPlain(_ limit: Int) -> Int {
        var reaped = 0
        while reaped < limit, let entry = completion.peek() {
            let slot = entry.commandID
            guard entry.statusAndPhase & ~1 == 0, entry.sqID == id, slots.isPlain(slot) else { break }
            // One time stamp for the whole batch.
            if reaped == 0 { latestReaped = clock.stamp() }
            completion.advance()
            latest = entry
            latestSlot = slots[slot]
            log.finish(latestSlot.logSequence, with: entry, at: latestReaped)
            slots.releasePlain(slot)
            reaped += 1
        }
        if reaped > 0 { latestCommand = slots.command(latest.commandID) }
        return reaped
    }

    /// Reaps the next completion, whatever it is.
    mutating func reapOne() -> Reaped? {
        guard let entry = completion.peek() else { return nil }
        completion.advance()
        guard entry.sqID == id, slots.isSent(entry.commandID) else {
            return Reaped(
                kind: .unexpected, slot: nil,
                completion: Completion(
                    entry: entry, command: SubmissionQueueEntry(), queueID: id, latency: .zero))
        }
        latestReaped = clock.stamp()
        latestSlot = slots[entry.commandID]
        // Before the slot is free: what runs next may use it again.
        latestCommand = slots.command(entry.commandID)
        latest = latestSlot.flags.contains(.watched) ? judge(entry) : entry
        let completion = latestCompletion
        integrity.adminCompleted(completion)
        log.finish(latestSlot.logSequence, with: entry, at: latestReaped)
        let (held, handler) = slots.release(entry.commandID)
        let kind: Reaped.Kind =
            latestSlot.flags.contains(.timedOut) ? .late : latestSlot.flags.contains(.event) ? .event : .command
        return Reaped(kind: kind, slot: entry.commandID, completion: completion, handler: handler, held: held)
    }

    /// Gives consumed completion entries back to the controller.
    @inline(__always)
    mutating func ringCompletion() throws(NVMeError) {
        do { try completion.ring() } catch { throw .pcie(error) }
    }
}

/// One command of a fused pair, FUSE and all.
struct FusedHalf {
    let command: SubmissionQueueEntry
    let transfer: Transfer?
    let held: (any DMAHolder)?
    let handler: CompletionHandler?
}

/// A completion on its way from the ring to the script.
struct Reaped {
    enum Kind {
        /// An ordinary command.
        case command
        /// An Asynchronous Event Request: not counted by waits.
        case event
        /// Stands in for a command that timed out: not counted, the true completion is.
        case timeout
        /// The true completion of a command that timed out: counted, nothing else.
        case late
        /// Names a command that is not outstanding: not counted.
        case unexpected

        /// The completion of a command, whenever it came.
        var countsAsCommand: Bool { self == .command || self == .late }
    }

    let kind: Kind
    /// The command's slot; nil for a completion that names none that is outstanding.
    let slot: UInt16?
    let completion: Completion
    var handler: CompletionHandler?
    /// Keeps the buffer alive until the handler has run.
    var held: AnyObject?
}

extension CommandQueue {
    /// The completion reaped last; blank before the first.
    var latestCompletion: Completion {
        guard latestReaped != 0 else { return .none }
        return Completion(entry: latest, command: latestCommand, queueID: id, latency: latestLatency)
    }

    /// Time from submission to reaping of the command reaped last.
    var latestLatency: Duration {
        latestReaped == 0 ? .zero : clock.duration(from: latestSlot.submitted, to: latestReaped)
    }

    /// Times out every command that is older than `limit`; each is reported once and keeps its slot.
    mutating func expire(olderThan limit: Duration, where isMeant: (UInt16) -> Bool = { _ in true }) -> [Reaped] {
        let now = clock.stamp()
        let age = clock.stamps(in: limit)
        return now > age ? expire(submittedBefore: now - age, where: isMeant) : []
    }

    /// Times out every outstanding command: nothing will ever complete them.
    mutating func expireAll() -> [Reaped] { expire(submittedBefore: .max) }

    private mutating func expire(
        submittedBefore stamp: UInt64, where isMeant: (UInt16) -> Bool = { _ in true }
    ) -> [Reaped] {
        var expired: [Reaped] = []
        var start = 0
        while let slot = slots.firstExpired(from: start, submittedBefore: stamp) {
            start = Int(slot) + 1
            guard isMeant(slot) else { continue }
            expired.append(Reaped(kind: .timeout, slot: slot, completion: standIn(slot), handler: slots.expire(slot)))
        }
        return expired
    }

    /// What a script sees of a command that has not been answered.
    func standIn(_ slot: UInt16) -> Completion {
        Completion(
            entry: .allOnes, command: slots.command(slot), queueID: id,
            latency: clock.duration(from: slots[slot].submitted, to: clock.stamp()), isTimeout: true)
    }

    /// Completions in the ring that name no outstanding command, or one a second time. For who looks for the last time: the ring is
    /// empty afterwards.
    mutating func takeUnexpected() -> [CompletionQueueEntry] {
        var unexpected: [CompletionQueueEntry] = []
        var answered: Set<UInt16> = []
        // A device that never stops has lost after one round.
        for _ in 0...slots.count {
            guard let entry = completion.peek() else { break }
            completion.advance()
            let isAnswer = entry.sqID == id && slots.isSent(entry.commandID)
            if !isAnswer || !answered.insert(entry.commandID).inserted { unexpected.append(entry) }
        }
        return unexpected
    }

    /// Forgets every outstanding command; its memory stays leased. The caller drops what is returned outside of any lock.
    mutating func forgetAll() -> [CompletionHandler?] {
        integrity.abandon()
        firstHalves = [:]
        return slots.takeAll()
    }
}

extension CompletionQueueEntry {
    /// What a script sees of a command that timed out.
    static var allOnes: Self {
        var entry = Self()
        entry.dw0 = .max
        entry.dw1 = .max
        entry.sqHead = .max
        entry.sqID = .max
        entry.commandID = .max
        entry.statusAndPhase = .max
        return entry
    }
}
