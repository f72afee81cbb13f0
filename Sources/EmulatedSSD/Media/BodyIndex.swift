import Glibc

/// Finds pages by the hash of their body: bodies that are shared, and pages that may become one.
///
/// Of fixed size: what finds no place is not shared. Whoever asks compares the bytes, as hashes collide and pages change.
struct BodyIndex: ~Copyable {
    struct Entry {
        var tag: UInt32 = 0
        /// The arena page; 0: no entry.
        var page: UInt32 = 0
    }

    private static var window: Int { 8 }
    private let entries: UnsafeMutablePointer<Entry>?
    private let mask: Int

    /// - Parameter pageCount: pages of the memory; of more than 2^20 bodies none is found.
    init(pageCount: UInt32) {
        var size = 256
        while size < pageCount, size < 1 << 20 { size <<= 1 }
        mask = size - 1
        entries = reserveZeroed(Self.byteCount(size))?.assumingMemoryBound(to: Entry.self)
    }

    deinit { if let entries { munmap(entries, Self.byteCount(mask + 1)) } }

    private static func byteCount(_ size: Int) -> Int { (size + window) * MemoryLayout<Entry>.stride }

    mutating func reset() {
        if let entries { madvise(entries, Self.byteCount(mask + 1), MADV_DONTNEED) }
    }

    /// The first page of this hash that `isSame` accepts.
    func first(_ hash: UInt64, where isSame: (UInt32) -> Bool) -> UInt32? {
        guard let entries else { return nil }
        let start = Int(truncatingIfNeeded: hash) & mask
        for index in start..<start &+ Self.window {
            let entry = entries[index]
            if entry.page != 0, entry.tag == tag(hash), isSame(entry.page) { return entry.page }
        }
        return nil
    }

    /// Remembers a page, in the place of one that `isKept` gives up if need be.
    mutating func insert(_ hash: UInt64, page: UInt32, isKept: (UInt32) -> Bool) {
        guard let entries else { return }
        let start = Int(truncatingIfNeeded: hash) & mask
        // Where a newcomer looks first differs, so that candidates live long enough to be met again.
        let turn = Int(truncatingIfNeeded: hash >> 56) &+ Int(page)
        var victim: Int?
        for step in 0..<Self.window {
            let index = start &+ (turn &+ step) & 7
            if entries[index].page == 0 {
                victim = index
                break
            }
            if victim == nil, !isKept(entries[index].page) { victim = index }
        }
        if let victim { entries[victim] = Entry(tag: tag(hash), page: page) }
    }

    mutating func remove(_ hash: UInt64, page: UInt32) {
        guard let entries else { return }
        let start = Int(truncatingIfNeeded: hash) & mask
        for index in start..<start &+ Self.window where entries[index].page == page { entries[index] = Entry() }
    }

    private func tag(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash >> 32) }
}
