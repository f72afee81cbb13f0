import Glibc

/// Memory for media pages: one lazy reservation, so that memory is spent page by page and never beyond the budget.
///
/// Pages are named by number, which fits a table entry beside its flags. Number 0 means "no page".
struct PageArena: ~Copyable {
    static var pageSize: Int { 4096 }
    private static var hugePageSize: Int { 2 << 20 }
    static var pageShift: UInt64 { 12 }

    private let base: UnsafeMutableRawPointer?
    private let pageCount: UInt32
    /// Pages from here on have never been handed out and are zero.
    private var untouched: UInt32 = 1
    /// Head of the list of free pages; each free page begins with the number of the next one.
    private var firstFree: UInt32 = 0
    private var freeCount: UInt32 = 0

    /// Pages that are handed out.
    var usedPages: UInt32 { untouched &- 1 &- freeCount }

    /// - Parameter byteCount: the budget; when the reservation itself is refused there are no pages at all.
    init(byteCount: UInt64) {
        let limit = UInt64(UInt32.max) * UInt64(Self.pageSize)
        let pages = min(byteCount, limit) / UInt64(Self.pageSize)
        let memory = reserveZeroed(Int(pages) * Self.pageSize)
        // Small media stay small; what grows beyond gets its memory in big steps, as a page fault costs more than a page.
        if let memory, byteCount > UInt64(2 * Self.hugePageSize) {
            madvise(memory + Self.hugePageSize, Int(pages) * Self.pageSize - Self.hugePageSize, MADV_HUGEPAGE)
        }
        base = memory
        pageCount = memory == nil ? 0 : UInt32(pages)
    }

    deinit {
        if let base { munmap(base, Int(pageCount) * Self.pageSize) }
    }

    /// A page with undefined content, or 0 when the budget is spent.
    @inline(__always)
    mutating func allocate() -> UInt32 {
        if firstFree != 0, let base {
            let page = firstFree
            freeCount &-= 1
            firstFree = base.load(fromByteOffset: Int(page) << 12, as: UInt32.self)
            return page
        }
        guard untouched < pageCount else { return 0 }
        untouched &+= 1
        return untouched &- 1
    }

    /// A page full of zeros, or 0 when the budget is spent.
    mutating func allocateZeroed() -> UInt32 {
        let fresh = firstFree == 0
        let page = allocate()
        if page != 0, !fresh { memset(self[page], 0, Self.pageSize) }
        return page
    }

    @inline(__always)
    mutating func free(_ page: UInt32) {
        guard page != 0 else { return }
        self[page].storeBytes(of: firstFree, as: UInt32.self)
        firstFree = page
        freeCount &+= 1
    }

    /// First byte of a page that `allocate` has given.
    @inline(__always)
    subscript(page: UInt32) -> UnsafeMutableRawPointer {
        // Invariant: only numbers from `allocate` come here, and without a reservation there are none.
        base.unsafelyUnwrapped + Int(page) << 12
    }

    /// Takes all pages back and returns their memory to the system.
    mutating func reset() {
        if let base { madvise(base, Int(untouched) * Self.pageSize, MADV_DONTNEED) }
        untouched = 1
        firstFree = 0
        freeCount = 0
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
    let pages = sysconf(Int32(_SC_PHYS_PAGES))
    return pages > 0 ? UInt64(pages) * UInt64(sysconf(Int32(_SC_PAGESIZE))) / 4 : 1 << 30
}
