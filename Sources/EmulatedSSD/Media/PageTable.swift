import Glibc

/// Finds the slot of a page: three levels, of which the upper two are lazily committed reservations.
///
/// A leaf is one arena page of 512 slots and stands for 2 MiB of media; a directory has 2^19 leaves, for 1 TiB.
struct PageTable: ~Copyable {
    private static var directoryBytes: Int { 4 * PageSlots.leavesPerDirectory }

    /// For looking slots up, also by whoever does not own the table.
    let slots: PageSlots
    private let directoryCount: UInt64
    /// Pages of the media; slots exist below it only.
    var pageCount: UInt64 { slots.pageCount }

    /// - Parameter byteCount: the capacity, up to 2^63.
    init(byteCount: UInt64) {
        let pageCount = (byteCount &+ 4095) >> PageArena.pageShift
        directoryCount = pageCount >> PageSlots.directoryShift &+ 1
        let memory = reserveZeroed(Int(directoryCount) * MemoryLayout<UnsafeMutablePointer<UInt32>?>.stride)
        slots = PageSlots(
            directories: memory?.bindMemory(
                to: UnsafeMutablePointer<UInt32>?.self, capacity: Int(directoryCount)), pageCount: pageCount)
    }

    deinit {
        releaseDirectories()
        if let directories = slots.directories { munmap(directories, Int(directoryCount) * 8) }
    }

    /// The slot of a page, nil when nothing near it was ever touched.
    @inline(__always)
    func slot(_ page: UInt64, in arena: borrowing PageArena) -> UnsafeMutablePointer<PageState>? {
        slots.slot(page, in: arena)
    }

    /// The slot of a page, made if need be; nil when memory is short or the page lies behind the end.
    @inline(__always)
    func makeSlot(_ page: UInt64, in arena: inout PageArena) -> UnsafeMutablePointer<PageState>? {
        if let slot = slot(page, in: arena) { return slot }
        return addLeaf(page, in: &arena)
    }

    /// The first page after `page` that may have a slot: skips what was never touched, a leaf or a directory at a time.
    func nextCandidate(after page: UInt64) -> UInt64 {
        let missing = page < pageCount && slots.directories?[Int(page >> PageSlots.directoryShift)] == nil
        let shift = missing ? PageSlots.directoryShift : PageSlots.leafShift
        return (page >> shift &+ 1) << shift
    }

    /// Hands out the first page and the arena page of each leaf.
    func forEachLeaf(_ body: (UInt64, UInt32) -> Void) {
        guard let directories = slots.directories else { return }
        for index in 0..<Int(directoryCount) {
            guard let directory = directories[index] else { continue }
            for leaf in 0..<PageSlots.leavesPerDirectory where directory[leaf] != 0 {
                body(UInt64(index) << PageSlots.directoryShift | UInt64(leaf) << PageSlots.leafShift, directory[leaf])
            }
        }
    }

    /// Forgets all leaves, which live in the arena; whoever calls it takes them back there.
    mutating func reset() {
        releaseDirectories()
    }

    @inline(never)
    private func addLeaf(_ page: UInt64, in arena: inout PageArena) -> UnsafeMutablePointer<PageState>? {
        guard page < pageCount, let directories = slots.directories else { return nil }
        let index = Int(page >> PageSlots.directoryShift)
        if directories[index] == nil {
            let memory = reserveZeroed(Self.directoryBytes)
            directories[index] = memory?.bindMemory(to: UInt32.self, capacity: Self.directoryBytes / 4)
        }
        guard let directory = directories[index] else { return nil }
        let leaf = arena.allocateTable()
        guard leaf != 0 else { return nil }
        directory[PageSlots.leaf(of: page)] = leaf
        return slot(page, in: arena)
    }

    private func releaseDirectories() {
        guard let directories = slots.directories else { return }
        // 2^23 entries at most, and only the 8 bytes per TiB of the actual capacity.
        for index in 0..<Int(directoryCount) {
            guard let directory = directories[index] else { continue }
            munmap(directory, Self.directoryBytes)
            directories[index] = nil
        }
    }
}

/// The look-up in a page table: valid while the table is.
struct PageSlots {
    static var leafShift: UInt64 { 9 }
    static var directoryShift: UInt64 { 28 }
    static var leavesPerDirectory: Int { 1 << Int(directoryShift - leafShift) }

    fileprivate let directories: UnsafeMutablePointer<UnsafeMutablePointer<UInt32>?>?
    let pageCount: UInt64

    @inline(__always)
    static func leaf(of page: UInt64) -> Int { Int(page >> leafShift & UInt64(leavesPerDirectory - 1)) }

    @inline(__always)
    func slot(_ page: UInt64, in arena: borrowing PageArena) -> UnsafeMutablePointer<PageState>? {
        guard page < pageCount, let directory = directories?[Int(page >> Self.directoryShift)] else { return nil }
        let leaf = directory[Self.leaf(of: page)]
        guard leaf != 0 else { return nil }
        return (arena[leaf] + Int(page & (1 << Self.leafShift - 1)) << 3).assumingMemoryBound(to: PageState.self)
    }
}
