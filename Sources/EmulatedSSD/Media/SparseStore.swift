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
    /// Where the pages are. Shared by all namespaces of a device, one of which is at work at a time.
    let vault: UnsafeMutablePointer<PageVault>
    /// The number of this store there.
    let client: UInt8
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

    /// - Parameter vault: lives longer than the store; whoever owns both calls `leave` in between.
    init(byteCapacity: UInt64, vault: UnsafeMutablePointer<PageVault>, cachePages: Int, deallocatedValue: UInt8) {
        capacity = byteCapacity
        self.vault = vault
        table = PageTable(byteCount: byteCapacity)
        client = vault.pointee.add(table.slots)
        cache = CacheQueue(capacity: cachePages)
        patterns = .allocate(byteCount: 3 * PageArena.pageSize, alignment: PageArena.pageSize)
        memset(patterns, 0, 3 * PageArena.pageSize)
        memset(patterns + PageArena.pageSize, Int32(deallocatedValue), PageArena.pageSize)
    }

    deinit { patterns.deallocate() }

    var zeros: UnsafeMutableRawPointer { patterns }
    var deallocatedPattern: UnsafeMutableRawPointer { patterns + PageArena.pageSize }
    var backgroundPattern: UnsafeMutableRawPointer { patterns + 2 * PageArena.pageSize }

    /// Sets the size of a logical block, which decides what is lost together and where stamps are. Only before `reset`.
    mutating func setBlock(byteCount: Int) {
        let shift = UInt64(byteCount.trailingZeroBitCount)
        pagesPerBlock = max(1, UInt64(byteCount) >> PageArena.pageShift)
        reset(pattern: nil)
        vault.pointee.setLayout(StampLayout(blockShift: shift), of: client)
    }

    /// Forgets everything. `pattern` is what every byte reads as afterwards; nil leaves all deallocated.
    mutating func reset(pattern: UInt32?) {
        cache.removeAll()
        // Alone, it forgets at once; beside others, leaf by leaf.
        if vault.pointee.clientCount == 1 {
            vault.pointee.reset()
            table.takeDirectories { $0.deallocate() }
        } else {
            vault.pointee.bury(table)
        }
        background = pattern
        allocatedSectors = pattern == nil ? 0 : (capacity &+ 511) >> 9
        if let pattern {
            backgroundPattern.bindMemory(to: UInt32.self, capacity: 1024)
                .initialize(repeating: pattern.littleEndian, count: 1024)
        }
    }

    /// Gives everything back for good.
    mutating func leave() {
        reset(pattern: nil)
        vault.pointee.remove(client)
    }

    /// The slot of a page, made if need be; nil when memory is short, the disk fails, or the page lies behind the end.
    @inline(__always)
    func makeSlot(_ page: UInt64) -> UnsafeMutablePointer<PageState>? {
        table.slots.slot(page, in: vault.pointee.arena) ?? openLeaf(page)
    }

    @inline(never)
    private func openLeaf(_ page: UInt64) -> UnsafeMutablePointer<PageState>? {
        guard let commits = table.commits(page), !commits || vault.pointee.arena.charge() else { return nil }
        let slot = vault.pointee.openLeaf(page, of: table.slots, client)
        if slot == nil, commits { vault.pointee.arena.refund(1) }
        return slot
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
        // Leaves with a volatile page are in arena pages.
        guard let slot = table.slots.slot(page, in: vault.pointee.arena), slot.pointee.isVolatile else { return }
        settle(slot)
    }

    /// Forgets the durable version of a volatile page in favour of the latest.
    @inline(__always)
    func settle(_ slot: UnsafeMutablePointer<PageState>) {
        vault.pointee.discard(durableVersion(of: slot.pointee))
        slot.pointee.isVolatile = false
        if slot.pointee.memoryPage == 0 {
            vault.pointee.arena.free(slot.pointee.number)
            slot.pointee.move(to: .plain, 0)
        }
    }

    /// What a power loss leaves of a volatile page.
    @inline(__always)
    func durableVersion(of state: PageState) -> PageState {
        PageState(word: vault.pointee.arena.notes[Int(state.number)].detail)
    }

    /// Keeps a page's durable version aside before the page changes; `number` is the arena page of the changed one.
    @inline(__always)
    mutating func remember(_ durable: PageState, beside number: UInt32, _ page: UInt64) {
        if cache.room == 0 { makeRoom() }
        cache.append(page)
        vault.pointee.arena.notes[Int(number)].detail = durable.word
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

    /// Where to read `count` bytes from `start` on; nil when they have to be put together by `copyPage`.
    @inline(__always)
    func source(_ state: PageState, start: Int, count: Int) -> UnsafeRawPointer? {
        if state.memoryPage != 0 { return UnsafeRawPointer(vault.pointee.arena[state.memoryPage] + start) }
        if state.isUntouched {
            return UnsafeRawPointer((background == nil ? deallocatedPattern : backgroundPattern) + start)
        }
        if state.isPacked { return nil }
        let mask = sectorMask(start: start, count: count)
        if state.written & mask == 0 { return UnsafeRawPointer(deallocatedPattern + start) }
        return state.written & mask == mask ? UnsafeRawPointer(zeros + start) : nil
    }

    /// Copies a page's bytes, whatever they are made of. False when the spill file does not read.
    func copyPage(_ state: PageState, _ page: UInt64, to target: UnsafeMutableRawPointer) -> Bool {
        if state.isPacked { return vault.pointee.unpack(state, page, client, to: target) }
        for sector in 0..<8 {
            let start = sector << 9
            // One sector is always of one kind.
            if let source = source(state, start: start, count: 512) { memcpy(target + start, source, 512) }
        }
        return true
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
    var isEmpty: Bool { head == tail }

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
