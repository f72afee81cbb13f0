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
        while freeCount > 0 {
            if sent == given, !give() { break }
            if !pace.isFree {
                // Give slots as long as there are any, so that a late command is caught up after the limit too.
                while given &- sent < UInt64(truncatingIfNeeded: freeCount), give() {}
                guard due(of: sent &+ 1) <= now else { break }
            }
            guard now >= notBefore else { break }
            send(&queue)
        }
        return ring(&queue)
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
        if isIdle { endIdleTime() }
        freeCount &-= 1
        let slot = Int(free[freeCount])
        let index = nextTarget
        if targetCount > 1 { nextTarget = index &+ 1 == targetCount ? 0 : index &+ 1 }
        let command =
            sequence.isEmpty ? targets[index].generator.next() : sequence[Int(truncatingIfNeeded: sent)]
        sent &+= 1
        var entry = SubmissionQueueEntry(opcode: command.opcode, nsid: targets[index].nsid)
        entry.cdw0 |= UInt32(truncatingIfNeeded: slot) &<< 16
        describe(command, in: &entry, slot: slot, blockSize: targets[index].blockSize)
        slots[slot] = Slot(
            submitted: now, due: due(of: sent), lba: command.lba, blocks: command.blocks, opcode: command.opcode,
            target: UInt16(truncatingIfNeeded: index))
        if thinkTicks > 0 { think() }
        if nvme_load32(verifies) != 0, !admit(entry, slot: slot) { return }
        post(entry, slot: slot, &queue)
    }

    /// Puts a command into the ring.
    @inline(__always)
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
        _ command: GeneratedCommand, in entry: inout SubmissionQueueEntry, slot: Int, blockSize: Int
    ) {
        if command.opcode == Operation.flush.rawValue { return }
        if command.opcode == Operation.deallocate.rawValue {
            return describeRange(command, in: &entry, slot: slot)
        }
        entry.startingLBA = command.lba
        entry.cdw12 = command.blocks &- 1 & 0xFFFF
        let direction = command.opcode & 0b11
        guard direction != 0 else { return }
        memory.describe(
            &entry, slot: slot, byteCount: Int(truncatingIfNeeded: command.blocks) &* blockSize,
            isWrite: direction == 0b01)
    }

    /// Dataset Management takes its one range from a buffer: attributes 0, length, first block (NVM Command Set 1.0 §3.2.3).
    private func describeRange(_ command: GeneratedCommand, in entry: inout SubmissionQueueEntry, slot: Int) {
        let range = memory.pointer(slot: slot, isWrite: false)
        range.storeBytes(of: 0, as: UInt32.self)
        range.storeBytes(of: command.blocks, toByteOffset: 4, as: UInt32.self)
        range.storeBytes(of: command.lba, toByteOffset: 8, as: UInt64.self)
        entry.cdw11 = 1 << 2
        memory.describe(&entry, slot: slot, byteCount: 16, isWrite: false)
    }
}
