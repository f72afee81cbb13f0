import Glibc

/// What became of an access to the media.
enum MediaResult {
    case success
    /// No memory is left for the data.
    case writeFault
    /// A sector was marked uncorrectable.
    case unrecoveredRead
    /// A sector is deallocated, and the caller wanted to know.
    case deallocated
    case miscompare
}

/// A run of bytes of the media.
struct MediaRange {
    var offset: UInt64
    var byteCount: UInt64

    var end: UInt64 { offset &+ byteCount }
}

/// A sparse byte store behind a volatile write cache.
///
/// Each page has its latest version and, while that is volatile, the one a power loss would fall back to. To make a page
/// volatile costs no copy when it is overwritten as a whole: the old memory becomes the durable version as it is.
struct SparseStore: ~Copyable {
    var arena: PageArena
    var table: PageTable
    /// Volatile pages, oldest first. May name pages that have become durable meanwhile.
    var cache: CacheQueue
    /// What untouched pages hold; nil: they are deallocated.
    var background: UInt32?
    /// 512-byte sectors that are allocated in the latest version.
    var allocatedSectors: UInt64 = 0
    var cacheEnabled = true
    /// Pages that a power loss has to treat alike: those of one logical block. A power of two.
    var pagesPerBlock: UInt64 = 1
    let capacity: UInt64

    /// Pages with the content of everything that has no memory of its own.
    let patterns: UnsafeMutableRawPointer

    init(byteCapacity: UInt64, memoryBudget: UInt64, cachePages: Int, deallocatedValue: UInt8) {
        capacity = byteCapacity
        arena = PageArena(byteCount: memoryBudget)
        table = PageTable(byteCount: byteCapacity)
        cache = CacheQueue(capacity: cachePages)
        patterns = .allocate(byteCount: 3 * PageArena.pageSize, alignment: PageArena.pageSize)
        memset(patterns, 0, 3 * PageArena.pageSize)
        memset(patterns + PageArena.pageSize, Int32(deallocatedValue), PageArena.pageSize)
    }

    deinit { patterns.deallocate() }

    var zeros: UnsafeMutableRawPointer { patterns }
    var deallocatedPattern: UnsafeMutableRawPointer { patterns + PageArena.pageSize }
    var backgroundPattern: UnsafeMutableRawPointer { patterns + 2 * PageArena.pageSize }

    /// Forgets everything. `pattern` is what every byte reads as afterwards; nil leaves all deallocated.
    mutating func reset(pattern: UInt32?) {
        cache.removeAll()
        table.reset()
        arena.reset()
        background = pattern
        allocatedSectors = pattern == nil ? 0 : (capacity &+ 511) >> 9
        if let pattern {
            backgroundPattern.bindMemory(to: UInt32.self, capacity: 1024)
                .initialize(repeating: pattern.littleEndian, count: 1024)
        }
    }

    /// Makes all pages durable.
    mutating func flush() {
        while let page = cache.removeFirst() { harden(page) }
    }

    /// Makes all pages that the range touches durable.
    mutating func commit(_ range: MediaRange) {
        guard range.byteCount > 0, range.end > range.offset else { return }
        for page in range.offset >> PageArena.pageShift...(range.end &- 1) >> PageArena.pageShift { harden(page) }
    }

    /// Makes the latest version of a page the durable one.
    @inline(__always)
    mutating func harden(_ page: UInt64) {
        guard let slot = table.slot(page, in: arena), slot.pointee.latest.isVolatile else { return }
        arena.free(slot.pointee.durable.page)
        slot.pointee.latest.isVolatile = false
    }

    /// Keeps a page's durable version aside before the page changes; its memory stays with the durable version.
    @inline(__always)
    mutating func makeVolatile(_ slot: UnsafeMutablePointer<PageSlot>, _ page: UInt64) {
        if cache.room == 0 { makeRoom() }
        cache.append(page)
        slot.pointee.durable = slot.pointee.latest
        slot.pointee.latest.isVolatile = true
        slot.pointee.latest.page = 0
        slot.pointee.latest.written = writtenSectors(slot.pointee.durable)
    }

    /// Hardens the oldest pages until another logical block fits into the cache.
    ///
    /// Blocks of several pages come and go as a whole, because nothing writes a part of one and the cache has room for a
    /// whole number of them: none is left half durable.
    @inline(__always)
    private mutating func makeRoom() {
        while cache.room < pagesPerBlock, let oldest = cache.removeFirst() { harden(oldest) }
    }

    /// The sectors of a page that count as allocated.
    @inline(__always)
    func writtenSectors(_ state: PageState) -> UInt8 {
        state.isUntouched ? (background == nil ? 0 : 0xFF) : state.written
    }

    /// Where to read `count` bytes from `start` on; nil when the sectors are not of one kind.
    @inline(__always)
    func source(_ state: PageState, start: Int, count: Int) -> UnsafeRawPointer? {
        if state.page != 0 { return UnsafeRawPointer(arena[state.page] + start) }
        if state.isUntouched {
            return UnsafeRawPointer((background == nil ? deallocatedPattern : backgroundPattern) + start)
        }
        let mask = sectorMask(start: start, count: count)
        if state.written & mask == 0 { return UnsafeRawPointer(deallocatedPattern + start) }
        return state.written & mask == mask ? UnsafeRawPointer(zeros + start) : nil
    }

    /// Copies a page's bytes, whatever they are made of.
    func copyPage(_ state: PageState, to target: UnsafeMutableRawPointer) {
        for sector in 0..<8 {
            let start = sector << 9
            // One sector is always of one kind.
            if let source = source(state, start: start, count: 512) { memcpy(target + start, source, 512) }
        }
    }

    /// Changes the count of allocated sectors by what a page's mask has become.
    @inline(__always)
    mutating func account(from old: UInt8, to new: UInt8) {
        guard old != new else { return }
        allocatedSectors =
            allocatedSectors &- UInt64(old.nonzeroBitCount) &+ UInt64(new.nonzeroBitCount)
    }
}

/// Page numbers in the order in which they became volatile: a ring in raw memory.
struct CacheQueue: ~Copyable {
    private let pages: UnsafeMutablePointer<UInt64>
    private let capacity: UInt64
    private var head: UInt64 = 0
    private var tail: UInt64 = 0

    /// - Parameter capacity: rounded up to a power of two, 64 at least: more than the largest logical block has pages.
    init(capacity: Int) {
        var size = 64
        while size < capacity, size < 1 << 30 { size <<= 1 }
        self.capacity = UInt64(size)
        pages = .allocate(capacity: size)
    }

    deinit { pages.deallocate() }

    var room: UInt64 { capacity &- (tail &- head) }

    @inline(__always)
    mutating func append(_ page: UInt64) {
        guard room > 0 else { return }
        pages[Int(tail & (capacity &- 1))] = page
        tail &+= 1
    }

    @inline(__always)
    mutating func removeFirst() -> UInt64? {
        guard head != tail else { return nil }
        defer { head &+= 1 }
        return pages[Int(head & (capacity &- 1))]
    }

    mutating func removeAll() { head = tail }
}
