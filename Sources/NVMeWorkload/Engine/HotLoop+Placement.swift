import CNVMeHost
import NVMeDriver
import NVMeSpec
import PCIExpress

/// From a free identifier to an entry in the ring, in two passes over a batch.
///
/// Each pass keeps what it changes in locals, and those of one pass fit into registers: after a store to memory that is shared with the
/// device or with a reader of the log, a field of the loop would have to be written back and read again.
extension HotLoop {
    /// Gives the next `count` free identifiers their commands.
    ///
    /// Not inlined, or its values and those of `place` would compete for registers.
    @inline(never)
    mutating func draw(_ count: Int) {
        if !sequence.isEmpty { return replay(count) }
        if targetCount == 1 { return draw(freeCount &- count..<freeCount, for: targets) }
        for place in stride(from: freeCount &- 1, through: freeCount &- count, by: -1) {
            draw(place..<place &+ 1, for: targets + nextTarget)
            nextTarget = nextTarget &+ 1 == targetCount ? 0 : nextTarget &+ 1
        }
    }

    /// - Parameter places: in the list of free identifiers, of which the last is used first.
    @inline(__always)
    private mutating func draw(_ places: Range<Int>, for target: UnsafeMutablePointer<Target>) {
        let plan = target.pointee.generator.plan
        let nsid = target.pointee.nsid
        let blockSize = target.pointee.blockSize
        let slots = slots
        let free = free
        var state = target.pointee.generator.state
        var place = places.upperBound
        while place > places.lowerBound {
            place &-= 1
            let id = Int(free[place])
            slots[id].set(plan.next(&state), id: id, nsid: nsid, blockSize: blockSize)
        }
        target.pointee.generator.state = state
    }

    @inline(never)
    private mutating func replay(_ count: Int) {
        for number in 0..<count {
            let id = Int(free[freeCount &- 1 &- number])
            let command = sequence[Int(truncatingIfNeeded: sent) &+ number]
            slots[id].set(
                command, id: id, nsid: targets[nextTarget].nsid, blockSize: targets[nextTarget].blockSize)
            if targetCount > 1 { nextTarget = nextTarget &+ 1 == targetCount ? 0 : nextTarget &+ 1 }
        }
    }

    /// Puts the commands of the next `count` free identifiers into the ring, or lets them wait for others.
    @inline(__always)
    mutating func place(_ count: Int, _ queue: inout CommandQueue) {
        if nvme_load32(verifies) == 0 {
            place(count, &queue, isVerified: false)
        } else {
            placeVerified(count, &queue)
        }
    }

    @inline(never)
    private mutating func placeVerified(_ count: Int, _ queue: inout CommandQueue) {
        prefetch(count)
        place(count, &queue, isVerified: true)
    }

    @inline(__always)
    private mutating func place(_ count: Int, _ queue: inout CommandQueue, isVerified: Bool) {
        let slots = slots
        let free = free
        let now = now
        let pointers = memory.pointers
        var tail = queue.submission.tail
        var log = queue.log.cursor
        var parked = 0
        var index = freeCount
        let last = index &- count
        while index > last {
            index &-= 1
            let id = Int(free[index])
            let slot = slots + id
            let words = EntryWords(slot, id: id, pointers)
            if isVerified, !admit(words, slot: id, pointers) {
                parked &+= 1
                continue
            }
            words.store(to: tail.place)
            tail.advance()
            let record = log.open()
            // Stored a second time rather than copied: reading back what was just written in pieces would stall.
            words.store(to: record)
            slot.pointee.logSequence = log.commit(record, at: now)
            slot.pointee.submitted = now
            slot.pointee.isBusy = 1
        }
        queue.submission.tail = tail
        queue.log.cursor = log
        freeCount = last
        sent &+= UInt64(truncatingIfNeeded: count)
        unrung &+= count &- parked
    }
}

extension HotLoop.Slot {
    @inline(__always)
    mutating func set(_ command: GeneratedCommand, id: Int, nsid: UInt32, blockSize: UInt32) {
        lba = command.lba
        blocks = command.blocks
        head = UInt64(nsid) &<< 32 | UInt64(truncatingIfNeeded: id) &<< 16 | UInt64(command.opcode)
        let movesNoBlocks = command.opcode & 0b11 == 0 || command.opcode == Operation.deallocate.rawValue
        byteCount = movesNoBlocks ? 0 : command.blocks &* blockSize
    }
}
