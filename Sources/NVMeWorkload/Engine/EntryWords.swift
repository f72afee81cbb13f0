import NVMeSpec

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

    /// Address, length and data pointers of a command (NVM Command Set 1.0 §3.2).
    @inline(__always)
    init(_ slot: UnsafePointer<HotLoop.Slot>, id: Int, _ pointers: SlotPointers) {
        head = slot.pointee.head
        guard slot.pointee.byteCount != 0 else {
            // By value: an address of this value would keep it out of the registers.
            self = Self.withoutBlocks(slot, id: id, pointers)
            return
        }
        address = slot.pointee.lba
        length = UInt64(slot.pointee.blocks &- 1 & 0xFFFF)
        pointers.describe(
            &prp1, &prp2, slot: id, byteCount: Int(slot.pointee.byteCount), isWrite: head & 0b11 == 0b01)
    }

    private init(head: UInt64) { self.head = head }

    /// Commands that move no blocks: flush, the ones with an address only, and Dataset Management, which takes its one range from a
    /// buffer: attributes 0, length, first block (NVM Command Set 1.0 §3.2.3).
    @inline(never)
    private static func withoutBlocks(
        _ slot: UnsafePointer<HotLoop.Slot>, id: Int, _ pointers: SlotPointers
    ) -> EntryWords {
        var words = EntryWords(head: slot.pointee.head)
        let opcode = slot.pointee.opcode
        if opcode == Operation.flush.rawValue { return words }
        guard opcode == Operation.deallocate.rawValue else {
            words.address = slot.pointee.lba
            words.length = UInt64(slot.pointee.blocks &- 1 & 0xFFFF)
            return words
        }
        let range = pointers.host(slot: id, isWrite: false)
        range.storeBytes(of: 0, as: UInt32.self)
        range.storeBytes(of: slot.pointee.blocks, toByteOffset: 4, as: UInt32.self)
        range.storeBytes(of: slot.pointee.lba, toByteOffset: 8, as: UInt64.self)
        // One range (0's based 0 in CDW10), Attribute Deallocate in CDW11.
        words.address = 1 << (32 + 2)
        pointers.describe(&words.prp1, &words.prp2, slot: id, byteCount: 16, isWrite: false)
        return words
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

    /// The same as a value.
    @inline(__always)
    var entry: SubmissionQueueEntry {
        unsafeBitCast((head, 0, 0, prp1, prp2, address, length, 0) as Words, to: SubmissionQueueEntry.self)
    }

    private typealias Words = (UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64)
}
