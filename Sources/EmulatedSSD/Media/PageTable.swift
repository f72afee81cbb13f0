import Glibc

/// Finds the slot of a page: three levels, of which the upper two are lazily committed reservations.
///
/// A leaf is one arena page of 256 slots and stands for 1 MiB of media; a directory has 2^20 leaves, for 1 TiB.
struct PageTable: ~Copyable {
    private static var leafShift: UInt64 { 8 }
    private static var directoryShift: UInt64 { 28 }
    private static var directoryBytes: Int { 4 << 20 }

    private let directories: UnsafeMutablePointer<UnsafeMutablePointer<UInt32>?>?
    private let directoryCount: UInt64
    /// Pages of the media; slots exist below it only.
    let pageCount: UInt64

    /// - Parameter byteCount: the capacity, up to 2^63.
    init(byteCount: UInt64) {
        pageCount = (byteCount &+ 4095) >> PageArena.pageShift
        directoryCount = pageCount >> Self.directoryShift &+ 1
        let memory = reserveZeroed(Int(directoryCount) * MemoryLayout<UnsafeMutablePointer<UInt32>?>.stride)
        directories = memory?.bindMemory(to: UnsafeMutablePointer<UInt32>?.self, capacity: Int(directoryCount))
    }

    deinit {
        releaseDirectories()
        if let directories { munmap(directories, Int(directoryCount) * 8) }
    }

    /// The slot of a page, nil when nothing near it was ever touched.
    @inline(__always)
    func slot(_ page: UInt64, in arena: borrowing PageArena) -> UnsafeMutablePointer<PageSlot>? {
        guard page < pageCount, let directory = directories?[Int(page >> Self.directoryShift)] else { return nil }
        let leaf = directory[Int(page >> Self.leafShift & 0xF_FFFF)]
        guard leaf != 0 else { return nil }
        return (arena[leaf] + Int(page & 0xFF) << 4).assumingMemoryBound(to: PageSlot.self)
    }

    /// The slot of a page, made if need be; nil when memory is short or the page lies behind the end.
    @inline(__always)
    func makeSlot(_ page: UInt64, in arena: inout PageArena) -> UnsafeMutablePointer<PageSlot>? {
        if let slot = slot(page, in: arena) { return slot }
        return addLeaf(page, in: &arena)
    }

    /// The first page after `page` that may have a slot: skips what was never touched, a leaf or a directory at a time.
    func nextCandidate(after page: UInt64) -> UInt64 {
        let missing = page < pageCount && directories?[Int(page >> Self.directoryShift)] == nil
        let shift = missing ? Self.directoryShift : Self.leafShift
        return (page >> shift &+ 1) << shift
    }

    /// Forgets all leaves, which live in the arena; whoever calls it resets the arena too.
    mutating func reset() {
        releaseDirectories()
    }

    @inline(never)
    private func addLeaf(_ page: UInt64, in arena: inout PageArena) -> UnsafeMutablePointer<PageSlot>? {
        guard page < pageCount, let directories else { return nil }
        let index = Int(page >> Self.directoryShift)
        if directories[index] == nil {
            let memory = reserveZeroed(Self.directoryBytes)
            directories[index] = memory?.bindMemory(to: UInt32.self, capacity: Self.directoryBytes / 4)
        }
        guard let directory = directories[index] else { return nil }
        let leaf = arena.allocateZeroed()
        guard leaf != 0 else { return nil }
        directory[Int(page >> Self.leafShift & 0xF_FFFF)] = leaf
        return slot(page, in: arena)
    }

    private func releaseDirectories() {
        guard let directories else { return }
        // 2^23 entries at most, and only the 8 bytes per TiB of the actual capacity.
        for index in 0..<Int(directoryCount) {
            guard let directory = directories[index] else { continue }
            munmap(directory, Self.directoryBytes)
            directories[index] = nil
        }
    }
}
