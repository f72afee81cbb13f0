import NVMeDriver
import NVMeSpec

/// A worker's share in data integrity: stamps on writes, checks on reads, order between commands for the same blocks.
extension HotLoop {
    /// Lets the memory that a batch of commands will be judged by come near while others are placed.
    mutating func prefetch(_ count: Int) {
        let queue = integrity ?? makeIntegrity()
        for target in 0..<targetCount where queue.pointee.misses(nsid: targets[target].nsid) {
            adoptUnwatched(nsid: targets[target].nsid)
        }
        for place in freeCount &- count..<freeCount {
            let slot = slots + Int(free[place])
            queue.pointee.prefetch(nsid: UInt32(truncatingIfNeeded: slot.pointee.head &>> 32), lba: slot.pointee.lba)
        }
    }

    /// Verification has begun in the middle of the run: later commands for the blocks of those that are outstanding wait for them.
    @inline(never)
    private mutating func adoptUnwatched(nsid: UInt32) {
        let pointers = memory.pointers
        for id in 0..<depth where slots[id].isBusy != 0 {
            let words = EntryWords(slots + id, id: id, pointers)
            guard UInt32(truncatingIfNeeded: words.head &>> 32) == nsid else { continue }
            _ = integrity?.pointee.adopt(UInt16(truncatingIfNeeded: id), words.entry)
        }
    }

    /// Asks integrity before a command is sent; false when it has to wait for another one.
    @inline(__always)
    mutating func admit(_ words: EntryWords, slot id: Int, _ pointers: SlotPointers) -> Bool {
        let queue = integrity ?? makeIntegrity()
        let slot = slots + id
        let isWrite = slot.pointee.opcode == Operation.write.rawValue
        let identifier = UInt16(truncatingIfNeeded: id)
        guard isWrite || slot.pointee.opcode == Operation.read.rawValue else {
            return admitUncommon(words, slot: id, pointers)
        }
        let isSent = queue.pointee.admitTransfer(
            identifier, nsid: UInt32(truncatingIfNeeded: words.head &>> 32), lba: slot.pointee.lba,
            blockCount: slot.pointee.blocks, isWrite: isWrite, data: pointers.host(slot: id, isWrite: isWrite),
            byteCount: Int(slot.pointee.byteCount))
        if !isSent { queue.pointee.park(identifier, words.entry) }
        return isSent
    }

    @inline(never)
    private mutating func admitUncommon(_ words: EntryWords, slot id: Int, _ pointers: SlotPointers) -> Bool {
        let queue = integrity ?? makeIntegrity()
        let opcode = slots[id].opcode
        let isRange = opcode == Operation.deallocate.rawValue
        let byteCount = isRange ? 16 : Int(slots[id].byteCount)
        let data = byteCount > 0 ? pointers.host(slot: id, isWrite: opcode & 0b11 == 0b01 && !isRange) : nil
        return queue.pointee.admit(
            UInt16(truncatingIfNeeded: id), words.entry, data: data, byteCount: byteCount, stamps: false)
    }

    /// Tells integrity of a completion, and sends what has waited for it.
    @inline(__always)
    mutating func check(
        _ entry: (low: UInt64, high: UInt64), _ slot: UnsafeMutablePointer<Slot>, _ queue: inout CommandQueue
    ) {
        guard let integrity else { return }
        let verdict = integrity.pointee.complete(UInt16(truncatingIfNeeded: entry.high &>> 32), entry)
        if !verdict.isEmpty { follow(verdict, slot, &queue) }
    }

    @inline(never)
    private mutating func follow(
        _ verdict: QueueIntegrity.Verdict, _ slot: UnsafeMutablePointer<Slot>, _ queue: inout CommandQueue
    ) {
        if verdict.contains(.mismatch) {
            // Wrong data is no data that was read.
            words[WorkerControl.Counter.bytesRead] &-= UInt64(slot.pointee.byteCount)
            words[WorkerControl.Counter.errors] &+= 1
            if recorder.firstError == nil { recorder.firstError = Status(.dataMismatch) }
            drain(.dataMismatch)
        }
        while let next = integrity?.pointee.nextReady() { post(next.command, slot: Int(next.slot), &queue) }
    }

    /// Once per worker, when its first command meets a namespace that is verified.
    private mutating func makeIntegrity() -> UnsafeMutablePointer<QueueIntegrity> {
        let made = UnsafeMutablePointer<QueueIntegrity>.allocate(capacity: 1)
        let chunk = max(1, memory.capacity / max(1, Int(targets[0].blockSize)))
        made.initialize(
            to: QueueIntegrity(capacity: depth, chunk: chunk, directory: controller.integrity))
        let layouts = (0..<targetCount).compactMap { controller.integrity[targets[$0].nsid]?.layout }
        if let layout = layouts.first, layouts.allSatisfy({ $0 == layout }), memory.hasWrites {
            // All slots hold the same pattern, so its checksums are known but for the stamps.
            let count = memory.capacity / max(1, layout.byteCount(1))
            made.pointee.usePattern(
                PatternChecksums(memory.pointers.host(slot: 0, isWrite: true), layout: layout, count: count))
        }
        integrity = made
        return made
    }
}
