import Glibc

/// Places for records of 32 to 4096 bytes, many to a page, in memory or in the spill file: packed leaves of the page tables,
/// and stamps of unusual sorts.
///
/// A record's number is that of its group (29:8) and its place there (7:0), and stays when the group moves.
struct RecordStore: ~Copyable {
    /// The records of one page, all of one size.
    struct Group {
        /// An arena page or a page of the file.
        var page: UInt32 = 0
        /// Neighbours in the list of groups in memory that have room; `next` also chains unused groups.
        var next: UInt32 = 0
        var previous: UInt32 = 0
        var live: UInt8 = 0
        var sizeClass: UInt8 = 0
        var isSpilled = false
        var isListed = false
        var used: (UInt64, UInt64) = (0, 0)
    }

    /// Records of a size, and how many fit a page: 128 at most.
    private struct SizeClass {
        var byteCount: UInt16
        var places: UInt8
        /// The first group of the list of those with room.
        var withRoom: UInt32 = 0
    }

    /// Record numbers have 30 bits. 16 GiB of records.
    private static var groupLimit: UInt32 { 1 << 22 }
    private static var groupsPerPage: UInt32 { UInt32(PageArena.pageSize / MemoryLayout<Group>.stride) }
    private static var reservedBytes: Int { Int(groupLimit) * MemoryLayout<Group>.stride }
    static var mostBytes: Int { PageArena.pageSize }
    private static var placesPerPage: [UInt8] {
        [128, 85, 64, 51, 42, 36, 32, 28, 25, 23, 21, 18, 16, 14, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]
    }

    private let groups: UnsafeMutablePointer<Group>?
    private let classes: UnsafeMutablePointer<SizeClass>
    private let classCount: Int
    /// The class of a record, by its size in units of 8 bytes.
    private let classOfSize: UnsafeMutablePointer<UInt8>
    private var made: UInt32 = 1
    private var firstUnused: UInt32 = 0

    init() {
        groups = reserveZeroed(Self.reservedBytes)?.assumingMemoryBound(to: Group.self)
        let places = Self.placesPerPage
        classCount = places.count
        classes = .allocate(capacity: places.count)
        classOfSize = .allocate(capacity: Self.mostBytes / 8 + 1)
        var size = 0
        for (index, count) in places.enumerated() {
            let bytes = PageArena.pageSize / Int(count) & ~7
            (classes + index).initialize(to: SizeClass(byteCount: UInt16(bytes), places: count))
            while size <= bytes / 8 {
                (classOfSize + size).initialize(to: UInt8(index))
                size += 1
            }
        }
    }

    deinit {
        if let groups { munmap(groups, Self.reservedBytes) }
        classes.deallocate()
        classOfSize.deallocate()
    }

    mutating func reset() {
        if let groups { madvise(groups, Self.reservedBytes, MADV_DONTNEED) }
        made = 1
        firstUnused = 0
        for index in 0..<classCount { classes[index].withRoom = 0 }
    }

    /// The group of a record, or of an arena page's note.
    @inline(__always)
    func group(_ index: UInt32) -> UnsafeMutablePointer<Group>? {
        index != 0 && index < made ? groups.map { $0 + Int(index) } : nil
    }

    /// Room for a record of up to `mostBytes`: its number, and where to write it. Nil when memory is short.
    mutating func allocate(_ byteCount: Int, in arena: inout PageArena) -> (
        number: UInt32, bytes: UnsafeMutableRawPointer
    )? {
        guard byteCount <= Self.mostBytes else { return nil }
        let kind = classOfSize[(byteCount &+ 7) >> 3]
        var index = classes[Int(kind)].withRoom
        if index == 0 { index = makeGroup(kind, in: &arena) }
        guard let group = group(index) else { return nil }
        let isLow = group.pointee.used.0 != .max
        let free = isLow ? ~group.pointee.used.0 : ~group.pointee.used.1
        if isLow { group.pointee.used.0 |= free & (0 &- free) } else { group.pointee.used.1 |= free & (0 &- free) }
        let place = free.trailingZeroBitCount & 63 &+ (isLow ? 0 : 64)
        group.pointee.live &+= 1
        if group.pointee.live == classes[Int(kind)].places { unlist(index, group) }
        let offset = place &* Int(classes[Int(kind)].byteCount)
        return (index << 8 | UInt32(place), arena[group.pointee.page] + offset)
    }

    /// Gives a record's place back. Nothing may read it any more.
    mutating func free(_ number: UInt32, in arena: inout PageArena, _ spill: inout SpillFile) {
        let index = number >> 8
        guard let group = group(index) else { return }
        let bit = UInt64(1) << UInt64(number & 63)
        if number & 64 == 0 { group.pointee.used.0 &= ~bit } else { group.pointee.used.1 &= ~bit }
        group.pointee.live &-= 1
        if group.pointee.live == 0 {
            release(index, group, in: &arena, &spill)
        } else if !group.pointee.isSpilled {
            if !group.pointee.isListed { list(index, group) }
        } else if group.pointee.live < classes[Int(group.pointee.sizeClass)].places / 2 {
            fetch(index, group, in: &arena, &spill)
        }
    }

    /// A record's bytes: where they are in memory, or copied to `buffer` from the file. Nil when the disk fails.
    ///
    /// - Parameter buffer: of `mostBytes` bytes.
    func bytes(
        _ number: UInt32, in arena: borrowing PageArena, _ spill: borrowing SpillFile, buffer: UnsafeMutableRawPointer
    ) -> UnsafeRawPointer? {
        guard let group = group(number >> 8) else { return nil }
        let size = Int(classes[Int(group.pointee.sizeClass)].byteCount)
        let offset = Int(number & 0xFF) &* size
        if !group.pointee.isSpilled { return UnsafeRawPointer(arena[group.pointee.page] + offset) }
        guard spill.read(group.pointee.page, offset: offset, count: size, into: buffer) else { return nil }
        return UnsafeRawPointer(buffer)
    }

    private mutating func makeGroup(_ kind: UInt8, in arena: inout PageArena) -> UInt32 {
        let index = firstUnused != 0 ? firstUnused : made
        guard index < Self.groupLimit, let groups else { return 0 }
        // What describes the groups is memory too.
        if index == made, index % Self.groupsPerPage == 0, !arena.charge() { return 0 }
        let page = arena.take(.records(index: index))
        guard page != 0 else { return 0 }
        if index == made { made &+= 1 } else { firstUnused = groups[Int(index)].next }
        var group = Group(page: page, sizeClass: kind)
        // Places that the page does not have are never free.
        let places = UInt64(classes[Int(kind)].places)
        group.used = (
            places >= 64 ? 0 : .max << places, places >= 128 ? 0 : places <= 64 ? .max : .max << (places & 63)
        )
        groups[Int(index)] = group
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
        let head = classes[Int(group.pointee.sizeClass)].withRoom
        group.pointee.next = head
        group.pointee.previous = 0
        group.pointee.isListed = true
        if let second = self.group(head) { second.pointee.previous = index }
        classes[Int(group.pointee.sizeClass)].withRoom = index
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
            classes[Int(group.pointee.sizeClass)].withRoom = next
        }
    }
}
