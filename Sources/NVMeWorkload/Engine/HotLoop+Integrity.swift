import NVMeDriver
import NVMeSpec

/// A worker's share in data integrity: stamps on writes, checks on reads, order between commands for the same blocks.
extension HotLoop {
    /// Asks integrity before a command is sent; false when it has to wait for another one.
    @inline(never)
    mutating func admit(_ entry: SubmissionQueueEntry, slot: Int) -> Bool {
        let queue = integrity ?? makeIntegrity()
        let direction = entry.opcode & 0b11
        let isRange = entry.opcode == Operation.deallocate.rawValue
        let byteCount = isRange ? 16 : Int(slots[slot].byteCount)
        let data = byteCount > 0 ? memory.pointers.host(slot: slot, isWrite: direction == 0b01 && !isRange) : nil
        return queue.pointee.admit(
            UInt16(truncatingIfNeeded: slot), entry, data: data, byteCount: byteCount,
            stamps: entry.opcode == Operation.write.rawValue)
    }

    /// Tells integrity of a completion, and sends what has waited for it.
    @inline(never)
    mutating func check(_ words: (low: UInt64, high: UInt64), _ queue: inout CommandQueue) {
        guard let integrity else { return }
        let entry = CompletionQueueEntry(words)
        if !integrity.pointee.complete(entry.commandID, entry) {
            self.words[WorkerControl.Counter.errors] &+= 1
            if recorder.firstError == nil { recorder.firstError = Status(.dataMismatch) }
            drain(.dataMismatch)
        }
        while let next = integrity.pointee.nextReady() {
            post(next.command, slot: Int(next.slot), &queue)
        }
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
