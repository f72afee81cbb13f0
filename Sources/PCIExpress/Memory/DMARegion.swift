import Synchronization

/// A piece of DMA memory; freed with its last reference, readable as long as it is held.
///
/// Who tells a function of it holds a `DMALease` for it beside that: see `DMALeases`.
public final class DMARegion: @unchecked Sendable {
    /// Whose memory it is.
    public let pool: DMAPool
    let pages: Range<Int>
    public let pointer: UnsafeMutableRawPointer
    public let byteCount: Int
    /// Address of the first byte as every device sees it; a multiple of 4096.
    public let ioVirtualAddress: UInt64
    /// Bytes up to the end of the spare page behind it.
    public var reservedByteCount: Int { pages.count * DMAArena.pageSize }
    private let isExposed = Atomic<Bool>(false)

    init(pool: DMAPool, pages: Range<Int>, byteCount: Int) {
        self.pool = pool
        self.pages = pages
        self.byteCount = byteCount
        let offset = pages.lowerBound * DMAArena.pageSize
        pointer = pool.arena.base + offset
        ioVirtualAddress = pool.arena.ioVirtualBase + UInt64(offset)
    }

    /// Has every function reach it when it is memory of the script, because its address becomes known to the script.
    public func expose() {
        guard !isExposed.load(ordering: .relaxed) else { return }
        pool.arena.expose(self)
        isExposed.store(true, ordering: .relaxed)
    }

    deinit { pool.free(pages) }
}
