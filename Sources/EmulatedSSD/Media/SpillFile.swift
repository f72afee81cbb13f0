import Glibc

/// A file without a name that takes the pages that memory has no room for.
///
/// It is made when the first page comes, and is gone with its descriptor, however the process ends. It grows up to its
/// budget; what the disk refuses counts as full.
struct SpillFile: ~Copyable {
    /// Pages of one system call at most.
    static var batch: Int { 32 }

    /// The budget in pages; nil until the first page comes, when it is a share of what the disk has free.
    private var limit: UInt32?
    private var descriptor: Int32 = -1
    /// One bit per page of the file.
    private var bitmap: UnsafeMutablePointer<UInt64>?
    private var bitmapBytes = 0
    private var cursor: UInt32 = 0
    /// Pages that the file has room for on the disk.
    private var grown: UInt32 = 0
    private(set) var usedPages: UInt32 = 0
    /// What the system said when it last refused something; 0: nothing.
    private(set) var lastError: Int32 = 0
    /// Requests to let pass before the disk is asked again.
    private var patience: UInt32 = 0
    private let vectors: UnsafeMutablePointer<iovec>
    private let open: () -> Int32

    /// - Parameters:
    ///   - byteCount: the budget, 0 for no file at all; nil: a quarter of the free disk space, 64 GiB at most.
    ///   - open: gives a file for reading and writing that nobody else has, or a negative number.
    init(byteCount: UInt64?, open: @escaping () -> Int32 = SpillFile.openNameless) {
        self.open = open
        limit = byteCount.map { UInt32(clamping: min($0 >> PageArena.pageShift, 1 << 31)) }
        vectors = .allocate(capacity: Self.batch)
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
        if let bitmap { munmap(bitmap, bitmapBytes) }
        vectors.deallocate()
    }

    /// Bytes that the file may have; 0 while that is not known.
    var budget: UInt64 { UInt64(limit ?? 0) << PageArena.pageShift }

    private var mayHaveRoom: Bool { limit.map { usedPages < $0 } ?? true }

    /// Whether it makes sense to ask for pages. After a refusal by the disk that is so again a while later.
    mutating func isWilling() -> Bool {
        guard mayHaveRoom else { return false }
        if patience > 0 { patience &-= 1 }
        return patience == 0
    }

    /// Reserves a page of the file; nil when it is full.
    mutating func take() -> UInt32? {
        guard isWilling(), let bitmap = opened(), let limit, limit > 0 else { return nil }
        // What is free inside is used before the file grows, unless it would take long to find.
        let isRoomy = usedPages < grown &- grown >> 2
        let words = ((isRoomy ? grown : limit) &+ 63) >> 6
        for _ in 0...words {
            let word = cursor < words ? cursor : 0
            let free = ~bitmap[Int(word)]
            let page = word << 6 &+ UInt32(free.trailingZeroBitCount)
            if free != 0, page < limit {
                bitmap[Int(word)] |= free & (0 &- free)
                usedPages &+= 1
                grown = max(grown, page &+ 1)
                cursor = word
                return page
            }
            cursor = word &+ 1
        }
        return nil
    }

    mutating func free(_ page: UInt32) {
        bitmap?[Int(page >> 6)] &= ~(1 << UInt64(page & 63))
        usedPages &-= 1
    }

    /// Writes pages of memory to consecutive pages of the file. False when the disk refuses; nothing is kept then.
    mutating func write(_ filePage: UInt32, count: Int, from pages: (Int) -> UnsafeMutableRawPointer) -> Bool {
        let count = min(count, Self.batch)
        for index in 0..<count { vectors[index] = iovec(iov_base: pages(index), iov_len: PageArena.pageSize) }
        errno = 0
        let written = pwritev(descriptor, vectors, Int32(count), off_t(filePage) << off_t(PageArena.pageShift))
        guard written == count << Int(PageArena.pageShift) else {
            refuse()
            return false
        }
        return true
    }

    /// Reads bytes of a page. False when the disk fails.
    func read(_ page: UInt32, offset: Int = 0, count: Int, into target: UnsafeMutableRawPointer) -> Bool {
        pread(descriptor, target, count, off_t(page) << off_t(PageArena.pageShift) + off_t(offset)) == count
    }

    mutating func reset() {
        if let bitmap { madvise(bitmap, bitmapBytes, MADV_DONTNEED) }
        if descriptor >= 0 { ftruncate(descriptor, 0) }
        usedPages = 0
        grown = 0
        cursor = 0
        patience = 0
    }

    private mutating func refuse() {
        lastError = errno == 0 ? ENOSPC : errno
        patience = 4096
    }

    private mutating func opened() -> UnsafeMutablePointer<UInt64>? {
        if let bitmap { return bitmap }
        descriptor = open()
        guard descriptor >= 0 else {
            refuse()
            return nil
        }
        let pages = limit ?? defaultLimit()
        limit = pages
        bitmapBytes = (Int(pages) &+ 63) / 64 * 8
        bitmap = reserveZeroed(bitmapBytes)?.assumingMemoryBound(to: UInt64.self)
        return bitmap
    }

    private func defaultLimit() -> UInt32 {
        var disk = statvfs()
        guard fstatvfs(descriptor, &disk) == 0 else { return 0 }
        let free = UInt64(disk.f_bavail).multipliedReportingOverflow(by: UInt64(disk.f_frsize))
        return UInt32(clamping: min(free.overflow ? .max : free.partialValue / 4, 64 << 30) >> PageArena.pageShift)
    }

    /// TMPDIR decides; without it /var/tmp, as /tmp may be the very memory that is short.
    static func openNameless() -> Int32 {
        var places = ["/var/tmp", "/tmp"]
        if let wanted = getenv("TMPDIR"), wanted.pointee != 0 { places = [String(cString: wanted)] }
        for place in places {
            let file = Glibc.open(place, O_TMPFILE | O_RDWR | O_CLOEXEC | O_EXCL, 0o600)
            if file >= 0 { return file }
            // A file system without nameless files: the name goes as soon as it is there.
            var path = Array("\(place)/emulated-ssd-XXXXXX".utf8CString)
            let named = mkstemp(&path)
            guard named >= 0 else { continue }
            unlink(path)
            _ = fcntl(named, F_SETFD, FD_CLOEXEC)
            return named
        }
        return -1
    }
}

private let O_TMPFILE: Int32 = 0o20000000 | O_DIRECTORY
