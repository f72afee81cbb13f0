import Glibc
import NVMe

/// Host memory of its own that a device may reach, between two pages that nobody may touch: who leaves it dies at once.
///
/// Unsafe inside: `base` is the first of `pageCount` pages, with one forbidden page before and one behind; never unmapped by
/// anybody else.
final class GuardedMemory: @unchecked Sendable {
    static let pageSize = 4096
    let base: UnsafeMutableRawPointer
    let pageCount: Int
    /// Where the device sees it.
    private(set) var address: UInt64?

    init?(pageCount: Int) {
        let whole = mmap(
            nil, (pageCount + 2) * Self.pageSize, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0)
        guard let whole, whole != MAP_FAILED else { return nil }
        base = whole + Self.pageSize
        self.pageCount = pageCount
        mprotect(base, pageCount * Self.pageSize, PROT_READ | PROT_WRITE)
    }

    deinit { munmap(base - Self.pageSize, (pageCount + 2) * Self.pageSize) }

    func map(_ ssd: EmulatedSSD) throws { address = try ssd.map(base, byteCount: pageCount * Self.pageSize) }

    /// Takes it away from the device. From here on nobody may touch it.
    func unmap(_ ssd: EmulatedSSD) throws {
        guard let address else { return }
        try ssd.unmap(ioVirtualAddress: address)
        self.address = nil
        mprotect(base, pageCount * Self.pageSize, PROT_NONE)
    }
}
