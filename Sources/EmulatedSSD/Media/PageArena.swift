import CNVMeHost
import Glibc

/// Memory for media pages: one lazy reservation, so that memory is spent page by page and never beyond the budget.
///
/// Pages are named by number, which fits a table entry beside its flags. Number 0 means "no page".
struct PageArena: ~Copyable {
    static var pageSize: Int { 4096 }
    private static var hugePageSize: Int { 2 << 20 }
    static var pageShift: UInt64 { 12 }
    /// Pages that only the packing of others may take: without them a full memory could not be packed.
    static var reserve: UInt32 { 4 }

    private let base: UnsafeMutableRawPointer?
    /// What each page is used for.
    let notes: UnsafeMutablePointer<PageNote>
    private let noteBytes: Int
    let pageCount: UInt32
    /// Pages from here on have never been handed out and are zero.
    private(set) var untouched: UInt32 = 1
    /// Pages that are not handed out, in favour of memory elsewhere.
    private var charged: UInt32 = 0
    /// Head of the list of free pages; each free page begins with the number of the next one.
    private var firstFree: UInt32 = 0
    /// Pages that can still be handed out.
    private(set) var freePages: UInt32

    /// Pages that are handed out.
    var usedPages: UInt32 { pageCount &- min(1, pageCount) &- freePages }

    /// Bytes of a page, its note, and its place in the index of bodies.
    static var bytesPerPage: UInt64 { UInt64(pageSize + MemoryLayout<PageNote>.stride + 8) }

    /// - Parameter byteCount: the budget; when the reservation itself is refused there are no pages at all.
    init(byteCount: UInt64) {
        // Numbers have 31 bits in the page tables.
        let pages = min(byteCount / Self.bytesPerPage, UInt64(Int32.max))
        let noteBytes = Int(pages) * MemoryLayout<PageNote>.stride
        let noteMemory = reserveZeroed(noteBytes)
        let memory = noteMemory == nil ? nil : reserveZeroed(Int(pages + 1) * Self.pageSize)
        // One page more than there are: loads may reach a little behind the last one.
        // Small media stay small; what grows beyond gets its memory in big steps, as a page fault costs more than a page.
        if let memory, byteCount > UInt64(2 * Self.hugePageSize) {
            madvise(memory + Self.hugePageSize, Int(pages) * Self.pageSize - Self.hugePageSize, MADV_HUGEPAGE)
        }
        base = memory
        self.noteBytes = noteMemory == nil ? 0 : noteBytes
        notes = (noteMemory ?? UnsafeMutableRawPointer.allocate(byteCount: 16, alignment: 16))
            .assumingMemoryBound(to: PageNote.self)
        pageCount = memory == nil ? 0 : UInt32(pages)
        freePages = pageCount &- min(1, pageCount)
    }

    deinit {
        if let base { munmap(base, (Int(pageCount) + 1) * Self.pageSize) }
        if noteBytes > 0 { munmap(notes, noteBytes) } else { notes.deallocate() }
    }

    /// A page with undefined content, or 0 when the budget is spent.
    @inline(__always)
    mutating func allocate(_ note: PageNote) -> UInt32 {
        freePages > Self.reserve ? take(note) : 0
    }

    /// A page for packing others, or 0 when not even the reserve has one.
    @inline(__always)
    mutating func take(_ note: PageNote) -> UInt32 {
        guard freePages > 0 else { return 0 }
        var page = firstFree
        if page != 0, let base {
            firstFree = base.load(fromByteOffset: Int(page) << 12, as: UInt32.self)
        } else {
            guard untouched < pageCount else { return 0 }
            page = untouched
            untouched &+= 1
        }
        freePages &-= 1
        notes[Int(page)] = note
        return page
    }

    /// Counts a page of memory that lives elsewhere. False when the budget is spent.
    mutating func charge() -> Bool {
        guard freePages > Self.reserve else { return false }
        freePages &-= 1
        charged &+= 1
        return true
    }

    /// Such pages are gone.
    mutating func refund(_ pages: UInt32) {
        freePages &+= pages
        charged &-= pages
    }

    @inline(__always)
    mutating func free(_ page: UInt32) {
        guard page != 0 else { return }
        self[page].storeBytes(of: firstFree, as: UInt32.self)
        notes[Int(page)] = .none
        firstFree = page
        freePages &+= 1
    }

    /// First byte of a page that `allocate` has given.
    @inline(__always)
    subscript(page: UInt32) -> UnsafeMutableRawPointer {
        // Invariant: only numbers from `allocate` come here, and without a reservation there are none.
        base.unsafelyUnwrapped + Int(page) << 12
    }

    /// Takes all pages back and returns their memory to the system.
    mutating func reset() {
        if let base {
            madvise(base, Int(untouched) * Self.pageSize, MADV_DONTNEED)
            madvise(notes, noteBytes, MADV_DONTNEED)
        }
        untouched = 1
        charged = 0
        firstFree = 0
        freePages = pageCount &- min(1, pageCount)
    }
}

/// Zero memory that costs address space until it is touched; nil when refused or when `byteCount` is not positive.
func reserveZeroed(_ byteCount: Int) -> UnsafeMutableRawPointer? {
    guard byteCount > 0 else { return nil }
    let flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE
    let memory = mmap(nil, byteCount, PROT_READ | PROT_WRITE, flags, -1, 0)
    return memory == MAP_FAILED ? nil : memory
}

/// A quarter of the machine's memory in bytes: the default budget of a sparse medium.
func defaultMediaMemoryBudget() -> UInt64 {
    let bytes = nvme_physical_memory()
    return bytes > 0 ? bytes / 4 : 1 << 30
}
