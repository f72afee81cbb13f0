import Glibc

/// What a page has that its body has not: the first and last 8 bytes of each block.
struct StampRecord {
    /// Arena page of the body.
    var body: UInt32
    /// Added to the last word from block to block.
    var step: Int32
    /// Last word of the first block.
    var token: UInt64

    static var shortBytes: Int { 16 }
    /// Body, padding, and two words for each of eight blocks.
    static var longBytes: Int { 8 + 8 * 16 }

    /// The short form: first words count LBAs, last words grow evenly. Nil where they do not.
    init?(stampsOf page: UnsafeMutableRawPointer, _ layout: StampLayout, _ mediaPage: UInt64, body: UInt32) {
        func word(_ at: UnsafeMutableRawPointer) -> UInt64 { UInt64(littleEndian: at.load(as: UInt64.self)) }
        let lba = layout.firstLBA(of: mediaPage)
        token = word(layout.last(0, of: page))
        let distance = layout.count > 1 ? word(layout.last(1, of: page)) &- token : 0
        guard let step = Int32(exactly: Int64(bitPattern: distance)) else { return nil }
        for block in 0..<layout.count {
            guard word(layout.first(block, of: page)) == lba &+ UInt64(block),
                word(layout.last(block, of: page)) == token &+ UInt64(block) &* distance
            else { return nil }
        }
        self.step = step
        self.body = body
    }

    /// Puts the stamps of the short form into a page.
    func stamp(_ page: UnsafeMutableRawPointer, _ layout: StampLayout, _ mediaPage: UInt64) {
        let lba = layout.firstLBA(of: mediaPage)
        let distance = UInt64(bitPattern: Int64(step))
        for block in 0..<layout.count {
            let first = lba &+ UInt64(block)
            let last = token &+ UInt64(block) &* distance
            layout.first(block, of: page).storeBytes(of: first.littleEndian, as: UInt64.self)
            layout.last(block, of: page).storeBytes(of: last.littleEndian, as: UInt64.self)
        }
    }
}

/// Places for stamp records, many to a page, in memory or in the spill file.
///
/// A record's number is that of its group (23:0 above 7:0, its place there), and stays when the group moves.
struct StampRecords: ~Copyable {
    /// The records of one page.
    struct Group {
        var page: UInt32 = 0
        /// Neighbours in the list of groups in memory that have room; `next` also chains unused groups.
        var next: UInt32 = 0
        var previous: UInt32 = 0
        var live: UInt16 = 0
        var isLong = false
        var isSpilled = false
        var isListed = false
        var used: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

        var recordBytes: Int { isLong ? StampRecord.longBytes : StampRecord.shortBytes }
        var capacity: UInt16 { UInt16(PageArena.pageSize / recordBytes) }
    }

    /// 2^22 groups of 256 short records.
    private static var groupLimit: UInt32 { 1 << 22 }

    private let groups: UnsafeMutablePointer<Group>?
    private var made: UInt32 = 1
    private var firstUnused: UInt32 = 0
    /// Groups with room, of short and of long records.
    private var withRoom: (short: UInt32, long: UInt32) = (0, 0)

    private static var reservedBytes: Int { Int(groupLimit) * MemoryLayout<Group>.stride }

    init() { groups = reserveZeroed(Self.reservedBytes)?.assumingMemoryBound(to: Group.self) }

    deinit { if let groups { munmap(groups, Self.reservedBytes) } }

    mutating func reset() {
        if let groups { madvise(groups, Self.reservedBytes, MADV_DONTNEED) }
        made = 1
        firstUnused = 0
        withRoom = (0, 0)
    }

    /// The group of a record, or of an arena page's note.
    func group(_ index: UInt32) -> UnsafeMutablePointer<Group>? {
        index != 0 && index < made ? groups.map { $0 + Int(index) } : nil
    }

    /// Room for a record: its number, and where to write it. Nil when memory is short.
    mutating func allocate(isLong: Bool, in arena: inout PageArena) -> (number: UInt32, bytes: UnsafeMutableRawPointer)?
    {
        var index = isLong ? withRoom.long : withRoom.short
        if index == 0 { index = makeGroup(isLong: isLong, in: &arena) }
        guard index != 0, let group = group(index) else { return nil }
        let place = withUnsafeMutableBytes(of: &group.pointee.used) { bytes in
            let words = bytes.bindMemory(to: UInt64.self)
            var word = 0
            while word < 3, words[word] == .max { word &+= 1 }
            let bit = min(63, (~words[word]).trailingZeroBitCount)
            words[word] |= 1 << UInt64(bit)
            return word &* 64 &+ bit
        }
        group.pointee.live &+= 1
        if group.pointee.live == group.pointee.capacity { unlist(index, group) }
        return (index << 8 | UInt32(place), arena[group.pointee.page] + place &* group.pointee.recordBytes)
    }

    /// Gives a record's place back. Nothing may read it any more.
    mutating func free(_ number: UInt32, in arena: inout PageArena, _ spill: inout SpillFile) {
        let index = number >> 8
        guard let group = group(index) else { return }
        withUnsafeMutableBytes(of: &group.pointee.used) { bytes in
            let words = bytes.bindMemory(to: UInt64.self)
            words[Int(number >> 6 & 3)] &= ~(1 << UInt64(number & 63))
        }
        group.pointee.live &-= 1
        if group.pointee.live == 0 {
            release(index, group, in: &arena, &spill)
        } else if !group.pointee.isSpilled {
            if !group.pointee.isListed { list(index, group) }
        } else if group.pointee.live < group.pointee.capacity / 2 {
            fetch(index, group, in: &arena, &spill)
        }
    }

    /// Copies a record's bytes. False when the disk fails.
    func read(
        _ number: UInt32, into target: UnsafeMutableRawPointer, in arena: borrowing PageArena,
        _ spill: borrowing SpillFile
    ) -> (succeeded: Bool, isLong: Bool) {
        guard let group = group(number >> 8) else { return (false, false) }
        let size = group.pointee.recordBytes
        let offset = Int(number & 0xFF) &* size
        if group.pointee.isSpilled {
            return (spill.read(group.pointee.page, offset: offset, count: size, into: target), group.pointee.isLong)
        }
        memcpy(target, arena[group.pointee.page] + offset, size)
        return (true, group.pointee.isLong)
    }

    private mutating func makeGroup(isLong: Bool, in arena: inout PageArena) -> UInt32 {
        let index = firstUnused != 0 ? firstUnused : made
        guard index < Self.groupLimit, let groups else { return 0 }
        let page = arena.take(.records(index: index))
        guard page != 0 else { return 0 }
        if index == made { made &+= 1 } else { firstUnused = groups[Int(index)].next }
        groups[Int(index)] = Group(page: page, isLong: isLong)
        list(index, groups + Int(index))
        return index
    }

    private mutating func release(
        _ index: UInt32, _ group: UnsafeMutablePointer<Group>, in arena: inout PageArena, _ spill: inout SpillFile
    ) {
        unlist(index, group)
        if group.pointee.isSpilled { spill.free(group.pointee.page) } else { arena.free(group.pointee.page) }
        group.pointee = Group(next: firstUnused)
        firstUnused = index
    }

    /// Brings a group with much room back, so that the room is used. Without memory it stays where it is.
    private mutating func fetch(
        _ index: UInt32, _ group: UnsafeMutablePointer<Group>, in arena: inout PageArena, _ spill: inout SpillFile
    ) {
        let page = arena.allocate(.records(index: index))
        guard page != 0 else { return }
        guard spill.read(group.pointee.page, count: PageArena.pageSize, into: arena[page]) else {
            arena.free(page)
            return
        }
        spill.free(group.pointee.page)
        group.pointee.page = page
        group.pointee.isSpilled = false
        list(index, group)
    }

    private mutating func list(_ index: UInt32, _ group: UnsafeMutablePointer<Group>) {
        let head = group.pointee.isLong ? withRoom.long : withRoom.short
        group.pointee.next = head
        group.pointee.previous = 0
        group.pointee.isListed = true
        if let second = self.group(head) { second.pointee.previous = index }
        setHead(index, isLong: group.pointee.isLong)
    }

    private mutating func unlist(_ index: UInt32, _ group: UnsafeMutablePointer<Group>) {
        guard group.pointee.isListed else { return }
        group.pointee.isListed = false
        let next = group.pointee.next
        let previous = group.pointee.previous
        if let after = self.group(next) { after.pointee.previous = previous }
        if let before = self.group(previous) {
            before.pointee.next = next
        } else {
            setHead(next, isLong: group.pointee.isLong)
        }
    }

    private mutating func setHead(_ index: UInt32, isLong: Bool) {
        if isLong { withRoom.long = index } else { withRoom.short = index }
    }
}
