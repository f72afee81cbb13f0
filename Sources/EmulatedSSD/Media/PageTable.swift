import Glibc

/// Finds the slot of a page: three levels, of which the upper two are lazily committed reservations.
///
/// A leaf stands for 1 MiB of media: an arena page of 256 slots and, behind them, a token for each; or, where nothing is to be
/// found in a hurry, a record (see `PackedLeaf`). A directory has 2^20 leaves, for 1 TiB.
struct PageTable: ~Copyable {
    /// For looking slots up, also by whoever does not own the table.
    let slots: PageSlots
    private let directoryCount: UInt64
    /// Pages of the media; slots exist below it only.
    var pageCount: UInt64 { slots.pageCount }

    /// - Parameter byteCount: the capacity, up to 2^63.
    init(byteCount: UInt64) {
        let pageCount = (byteCount &+ 4095) >> PageArena.pageShift
        directoryCount = pageCount >> PageSlots.directoryShift &+ 1
        let memory = reserveZeroed(Int(directoryCount) * MemoryLayout<LeafDirectory?>.stride)
        slots = PageSlots(
            directories: memory?.bindMemory(to: LeafDirectory?.self, capacity: Int(directoryCount)),
            pageCount: pageCount)
    }

    deinit {
        takeDirectories { $0.deallocate() }
        if let directories = slots.directories { munmap(directories, Int(directoryCount) * 8) }
    }

    /// The first page after `page` that may have a slot: skips what was never touched, a leaf or a directory at a time.
    func nextCandidate(after page: UInt64) -> UInt64 {
        let missing = page < pageCount && slots.directories?[Int(page >> PageSlots.directoryShift)] == nil
        let shift = missing ? PageSlots.directoryShift : PageSlots.leafShift
        return (page >> shift &+ 1) << shift
    }

    /// Whether the entry of a page's leaf will be the first one in its piece of memory. Nil when it has no place: the
    /// page lies behind the end, or the system has no address space left.
    func commits(_ page: UInt64) -> Bool? {
        guard page < pageCount, let directories = slots.directories else { return nil }
        let index = Int(page >> PageSlots.directoryShift)
        if directories[index] == nil { directories[index] = LeafDirectory() }
        guard let directory = directories[index] else { return nil }
        let leaf = PageSlots.leaf(of: page)
        return directory[leaf] == .none && !directory.isCommitted(around: leaf)
    }

    /// Forgets all leaves, and hands their directories to whoever takes them back.
    func takeDirectories(_ body: (LeafDirectory) -> Void) {
        guard let directories = slots.directories else { return }
        // 2^23 entries at most, and only the 8 bytes per TiB of the actual capacity.
        for index in 0..<Int(directoryCount) {
            guard let directory = directories[index] else { continue }
            body(directory)
            directories[index] = nil
        }
    }
}

/// Where a leaf is: nowhere (all its pages are untouched), in an arena page, or packed in a record.
struct LeafEntry: Equatable {
    private let bits: Int32

    static var none: Self { Self(bits: 0) }

    private init(bits: Int32) { self.bits = bits }

    init(page: UInt32) { bits = Int32(bitPattern: page) }
    init(record: UInt32) { bits = Int32(bitPattern: record) | .min }

    /// The arena page, if it is one.
    @inline(__always)
    var page: UInt32? { bits > 0 ? UInt32(bitPattern: bits) : nil }

    /// The record, if it is one.
    var record: UInt32? { bits < 0 ? UInt32(bitPattern: bits & .max) : nil }
}

/// The entries of 2^20 leaves, committed 4 KiB at a time.
struct LeafDirectory {
    static var leafCount: Int { 1 << Int(PageSlots.directoryShift - PageSlots.leafShift) }
    private static var byteCount: Int { leafCount * MemoryLayout<LeafEntry>.stride }
    /// Entries that are committed together.
    private static var entriesPerPage: Int { PageArena.pageSize / MemoryLayout<LeafEntry>.stride }

    private let entries: UnsafeMutablePointer<LeafEntry>

    /// Nil when the system has no address space left.
    init?() {
        guard let memory = reserveZeroed(Self.byteCount) else { return nil }
        entries = memory.bindMemory(to: LeafEntry.self, capacity: Self.leafCount)
    }

    func deallocate() { munmap(entries, Self.byteCount) }

    /// Invariant: `leaf` is below `leafCount`.
    @inline(__always)
    subscript(leaf: Int) -> LeafEntry {
        get { entries[leaf] }
        nonmutating set { entries[leaf] = newValue }
    }

    /// Whether the memory of an entry has been committed for a neighbour.
    func isCommitted(around leaf: Int) -> Bool {
        let first = leaf & ~(Self.entriesPerPage - 1)
        return (first..<first &+ Self.entriesPerPage).contains { entries[$0] != .none }
    }

    /// Pages of memory that the entries take.
    var committedPages: UInt32 {
        UInt32(stride(from: 0, to: Self.leafCount, by: Self.entriesPerPage).count { isCommitted(around: $0) })
    }
}

/// The look-up in a page table: valid while the table is.
struct PageSlots {
    static var leafShift: UInt64 { 8 }
    static var directoryShift: UInt64 { 28 }
    static var slotsPerLeaf: Int { 1 << Int(leafShift) }

    fileprivate let directories: UnsafeMutablePointer<LeafDirectory?>?
    let pageCount: UInt64

    @inline(__always)
    static func leaf(of page: UInt64) -> Int { Int(page >> leafShift & UInt64(LeafDirectory.leafCount - 1)) }

    @inline(__always)
    static func index(of page: UInt64) -> Int { Int(page & UInt64(slotsPerLeaf - 1)) }

    @inline(__always)
    func directory(_ page: UInt64) -> LeafDirectory? {
        page < pageCount ? directories?[Int(page >> Self.directoryShift)] : nil
    }

    @inline(__always)
    func entry(_ page: UInt64) -> LeafEntry { directory(page)?[Self.leaf(of: page)] ?? .none }

    /// The slot of a page, if its leaf is in an arena page.
    @inline(__always)
    func slot(_ page: UInt64, in arena: borrowing PageArena) -> UnsafeMutablePointer<PageState>? {
        guard let leaf = entry(page).page else { return nil }
        return (arena[leaf] + Self.index(of: page) << 3).assumingMemoryBound(to: PageState.self)
    }

    /// The token beside a slot.
    static func token(beside slot: UnsafeMutablePointer<PageState>) -> UnsafeMutablePointer<UInt64> {
        UnsafeMutableRawPointer(slot + slotsPerLeaf).assumingMemoryBound(to: UInt64.self)
    }
}
