import CNVMeHost
import NVMeDriver
import NVMeSpec
import PCIExpress

extension HotLoop {
    /// Sends every command that has a slot and is due, and rings once.
    @inline(__always)
    mutating func submit(_ queue: inout CommandQueue) -> Int {
        guard freeCount > 0 else { return ring(&queue) }
        let request = nvme_load32(self.request)
        if request != 0 {
            if request == WorkerControl.Request.stop.rawValue { drain(.stopped) }
            return ring(&queue)
        }
        if isFreeRun { fill(&queue) } else { fillInTime(&queue) }
        return ring(&queue)
    }

    /// Fills every free slot, unless the end has come.
    @inline(__always)
    private mutating func fill(_ queue: inout CommandQueue) {
        guard !isDraining else { return }
        if end != .max {
            if isIdle { now = readClock() }
            guard now <= end else { return drain(.finished) }
        }
        var count = UInt64(truncatingIfNeeded: freeCount)
        if commandLimit &- sent <= count {
            count = commandLimit &- sent
            if count == 0 { return drain(.finished) }
        }
        if isIdle { endIdleTime() }
        while count > 0 {
            send(&queue)
            count &-= 1
        }
        given = sent
    }

    /// Sends what is due.
    private mutating func fillInTime(_ queue: inout CommandQueue) {
        while freeCount > 0 {
            if sent == given, !give() { break }
            if !pace.isFree {
                // Give slots as long as there are any, so that a late command is caught up after the limit too.
                while given &- sent < UInt64(truncatingIfNeeded: freeCount), give() {}
                guard due(of: sent &+ 1) <= now else { break }
            }
            guard now >= notBefore else { break }
            if isIdle { endIdleTime() }
            send(&queue)
            if thinkTicks > 0 { think() }
        }
    }

    /// Tells the device of everything that was put into the ring. Returns how much that was.
    @inline(__always)
    private mutating func ring(_ queue: inout CommandQueue) -> Int {
        guard unrung > 0 else { return 0 }
        let count = unrung
        unrung = 0
        isIdle = false
        do { try queue.submission.ring() } catch { drain(.failed(error.description)) }
        return count
    }

    /// Takes the next command of the schedule in hand, if it belongs to this run at all.
    @inline(__always)
    private mutating func give() -> Bool {
        guard !isDraining else { return false }
        guard given < commandLimit else {
            drain(.finished)
            return false
        }
        if end != .max {
            if pace.isFree, isIdle || now == 0 { now = readClock() }
            guard now <= end, nextDue <= end else {
                drain(.finished)
                return false
            }
        }
        given &+= 1
        if !pace.isFree {
            dues[Int(truncatingIfNeeded: given % UInt64(truncatingIfNeeded: depth))] = nextDue
            let due = pace.due(given &+ 1)
            nextDue = due == .max ? .max : start &+ due
        }
        return true
    }

    @inline(__always)
    func due(of number: UInt64) -> UInt64 {
        pace.isFree ? 0 : dues[Int(truncatingIfNeeded: number % UInt64(truncatingIfNeeded: depth))]
    }

    /// Starts no more commands; the first reason counts.
    mutating func drain(_ reason: WorkloadOutcome) {
        guard !isDraining else { return }
        isDraining = true
        outcome = reason
        if reason != .finished || pace.isFree { given = sent }
    }

    @inline(__always)
    private mutating func send(_ queue: inout CommandQueue) {
        freeCount &-= 1
        let slot = Int(free[freeCount])
        let index = nextTarget
        if targetCount > 1 { nextTarget = index &+ 1 == targetCount ? 0 : index &+ 1 }
        let target = targets + index
        let command = sequence.isEmpty ? target.pointee.generator.next() : sequence[Int(truncatingIfNeeded: sent)]
        sent &+= 1

        let record = slots + slot
        record.pointee.lba = command.lba
        record.pointee.blocks = command.blocks
        record.pointee.opcode = command.opcode
        record.pointee.target = UInt16(truncatingIfNeeded: index)
        if !pace.isFree { record.pointee.due = due(of: sent) }
        var words = EntryWords(
            opcode: command.opcode, slot: slot, nsid: target.pointee.nsid)
        describe(command, in: &words, record, slot: slot, blockSize: target.pointee.blockSize)
        words.store(to: queue.submission.place)
        if nvme_load32(verifies) != 0, !admit(queue.submission.place.load(as: SubmissionQueueEntry.self), slot: slot) {
            return
        }
        queue.submission.advance()
        let place = queue.log.open()
        // Stored a second time rather than copied: reading back what was just written in pieces would stall.
        words.store(to: place)
        record.pointee.logSequence = queue.log.commit(place, at: now)
        record.pointee.submitted = now
        record.pointee.isBusy = true
        unrung &+= 1
    }

    /// Puts a command that had to wait into the ring.
    mutating func post(_ entry: SubmissionQueueEntry, slot: Int, _ queue: inout CommandQueue) {
        slots[slot].logSequence = queue.log.begin(entry, at: now)
        slots[slot].submitted = now
        slots[slot].isBusy = true
        queue.submission.push(entry)
        unrung &+= 1
    }

    @inline(__always)
    private mutating func endIdleTime() {
        now = readClock()
        isIdle = false
        if now > idleSince { idleTicks &+= now &- idleSince }
    }

    private mutating func think() {
        burstLeft &-= 1
        guard burstLeft == 0 else { return }
        burstLeft = burst
        notBefore = now &+ thinkTicks
    }

    /// Address, length and data pointers of a command (NVM Command Set 1.0 §3.2).
    @inline(__always)
    private func describe(
        _ command: GeneratedCommand, in words: inout EntryWords, _ record: UnsafeMutablePointer<Slot>, slot: Int,
        blockSize: UInt32
    ) {
        let direction = command.opcode & 0b11
        guard direction != 0, command.opcode != Operation.deallocate.rawValue else {
            record.pointee.byteCount = 0
            return describeWithoutBlocks(command, in: &words, slot: slot)
        }
        words.address = command.lba
        words.length = UInt64(command.blocks &- 1 & 0xFFFF)
        let byteCount = command.blocks &* blockSize
        record.pointee.byteCount = byteCount
        memory.describe(
            &words.prp1, &words.prp2, slot: slot, byteCount: Int(truncatingIfNeeded: byteCount),
            isWrite: direction == 0b01)
    }

    /// Commands that move no blocks: flush, the ones with an address only, and Dataset Management, which takes its one range from a
    /// buffer: attributes 0, length, first block (NVM Command Set 1.0 §3.2.3).
    @inline(never)
    private func describeWithoutBlocks(_ command: GeneratedCommand, in words: inout EntryWords, slot: Int) {
        if command.opcode == Operation.flush.rawValue { return }
        guard command.opcode == Operation.deallocate.rawValue else {
            words.address = command.lba
            words.length = UInt64(command.blocks &- 1 & 0xFFFF)
            return
        }
        let range = memory.pointer(slot: slot, isWrite: false)
        range.storeBytes(of: 0, as: UInt32.self)
        range.storeBytes(of: command.blocks, toByteOffset: 4, as: UInt32.self)
        range.storeBytes(of: command.lba, toByteOffset: 8, as: UInt64.self)
        // One range (0's based 0 in CDW10), Attribute Deallocate in CDW11.
        words.address = 1 << (32 + 2)
        memory.describe(&words.prp1, &words.prp2, slot: slot, byteCount: 16, isWrite: false)
    }
}

/// A submission queue entry as the words that differ between a worker's commands; all others are zero.
struct EntryWords {
    /// CDW0 and NSID.
    var head: UInt64
    var prp1: UInt64 = 0
    var prp2: UInt64 = 0
    /// CDW10 and CDW11.
    var address: UInt64 = 0
    /// CDW12 and CDW13.
    var length: UInt64 = 0

    @inline(__always)
    init(opcode: UInt8, slot: Int, nsid: UInt32) {
        head = UInt64(nsid) &<< 32 | UInt64(truncatingIfNeeded: slot) &<< 16 | UInt64(opcode)
    }

    /// Writes all 64 bytes.
    @inline(__always)
    func store(to place: UnsafeMutableRawPointer) {
        let words = place.assumingMemoryBound(to: UInt64.self)
        words[0] = head
        words[1] = 0
        words[2] = 0
        words[3] = prp1
        words[4] = prp2
        words[5] = address
        words[6] = length
        words[7] = 0
    }
}
