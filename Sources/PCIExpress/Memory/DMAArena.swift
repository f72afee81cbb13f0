import CNVMeHost
import Glibc
import Synchronization

/// All memory of one controller that the device can reach: one file-backed mapping, handed out in 4 KiB pages.
///
/// The mapping is made for the device once, so a buffer costs no map or unmap, another process can map the same file, and
/// freed pages stay reachable for the device, which may still be writing to them. Each region is followed by a spare page
/// that belongs to nobody else: an access that runs past the end of a buffer harms only itself.
public final class DMAArena: @unchecked Sendable {
    /// Page of the arena, and the alignment of every region.
    public static let pageSize = 4096

    /// First byte in this process. The mapping lives as long as the arena object.
    public let base: UnsafeMutableRawPointer
    /// First byte as the device sees it.
    public let ioVirtualBase: UInt64
    /// Bytes of the whole arena, committed only when touched.
    public let byteCount: Int
    /// The file behind the mapping, for a device in another process. Owned by the arena.
    public let fileDescriptor: CInt

    /// Whose memory it is, for messages: the address of the function.
    public let owner: String

    private let pages: Mutex<PageAllocator>
    /// What is handed out, by first page.
    private let regions = Mutex<[Int: WeakRegion]>([:])

    /// Creates the arena over a memory file of its own.
    ///
    /// - Parameters:
    ///   - byteCount: a multiple of 4096; committed lazily.
    ///   - ioVirtualBase: where the device sees the first byte, a multiple of 4096.
    ///   - reserved: bytes at the start that are never handed out.
    ///   - owner: the address of the function, for messages.
    public convenience init(
        byteCount: Int, ioVirtualBase: UInt64, reserved: Int = 0, owner: String = "a device"
    ) throws(PCIeError) {
        let descriptor = nvme_memory_file("swift-nvme-dma")
        guard descriptor >= 0 else {
            throw .environment(
                problem: "cannot create a memory file (error \(-descriptor))", fix: "raise the limit of open files")
        }
        guard ftruncate(descriptor, byteCount) == 0 else {
            Glibc.close(descriptor)
            throw .outOfMemory(requested: byteCount, available: 0)
        }
        try self.init(
            fileDescriptor: descriptor, byteCount: byteCount, ioVirtualBase: ioVirtualBase, reserved: reserved,
            owner: owner)
    }

    /// Creates the arena over an open file that the device maps too, and takes ownership of the descriptor, also when it throws.
    ///
    /// - Parameter reserved: bytes at the start that are never handed out.
    public init(
        fileDescriptor: CInt, byteCount: Int, ioVirtualBase: UInt64, reserved: Int, owner: String = "a device"
    ) throws(PCIeError) {
        let mapping = mmap(nil, byteCount, PROT_READ | PROT_WRITE, MAP_SHARED, fileDescriptor, 0)
        guard let mapping, mapping != MAP_FAILED else {
            Glibc.close(fileDescriptor)
            throw .outOfMemory(requested: byteCount, available: 0)
        }
        self.base = mapping
        self.ioVirtualBase = ioVirtualBase
        self.byteCount = byteCount
        self.fileDescriptor = fileDescriptor
        self.owner = owner
        let count = byteCount / Self.pageSize
        let first = min(count, max(0, reserved) / Self.pageSize + (max(0, reserved) % Self.pageSize == 0 ? 0 : 1))
        self.pages = Mutex(PageAllocator(pages: first..<count))
    }

    deinit {
        munmap(base, byteCount)
        Glibc.close(fileDescriptor)
    }

    /// Allocates zeroed memory that is contiguous for the device.
    ///
    /// - Parameters:
    ///   - byteCount: 1 or more; rounded up to pages, plus one spare page behind.
    ///   - alignment: of the address that the device sees, a power of two; less than a page counts as a page.
    public func allocate(_ byteCount: Int, alignment: Int = pageSize) throws(PCIeError) -> DMARegion {
        guard byteCount > 0 else { throw .outOfRange(what: "buffer size", value: 0, limit: 1) }
        guard alignment > 0, alignment & (alignment - 1) == 0 else {
            throw .outOfRange(what: "alignment", value: UInt64(bitPattern: Int64(alignment)), limit: 1 << 62)
        }
        guard byteCount <= self.byteCount else { throw .outOfMemory(requested: byteCount, available: availableBytes) }
        let pageCount = (byteCount + Self.pageSize - 1) / Self.pageSize + 1
        let alignedPages = max(1, alignment / Self.pageSize)
        let basePage = Int(truncatingIfNeeded: ioVirtualBase / UInt64(Self.pageSize) & UInt64(alignedPages - 1))
        let allocation = pages.withLock { $0.allocate(pageCount, alignment: alignedPages, origin: basePage) }
        guard let allocation else { throw .outOfMemory(requested: byteCount, available: availableBytes) }
        let offset = allocation.first * Self.pageSize
        // Fresh pages of the file are zero already; touching them would only commit memory.
        if allocation.used { memset(base + offset, 0, pageCount * Self.pageSize) }
        let region = DMARegion(
            arena: self, pages: allocation.first..<allocation.first + pageCount,
            pointer: base + offset, byteCount: byteCount, ioVirtualAddress: ioVirtualBase + UInt64(offset))
        regions.withLock { $0[allocation.first] = WeakRegion(region: region) }
        return region
    }

    /// The memory that an address of the device's lies in, spare page excluded; nil for one that is not handed out.
    public func region(at ioVirtualAddress: UInt64) -> DMARegion? {
        let held = regions.withLock { regions in regions.values.compactMap(\.region) }
        return held.first { region in
            ioVirtualAddress >= region.ioVirtualAddress
                && ioVirtualAddress - region.ioVirtualAddress < UInt64(region.byteCount)
        }
    }

    /// Largest size that `allocate` could give now.
    public var availableBytes: Int {
        max(0, pages.withLock { $0.largestFree } - 1) * Self.pageSize
    }

    /// Bytes that are handed out at present, spare and reserved pages included.
    public var allocatedBytes: Int {
        byteCount - pages.withLock { $0.free } * Self.pageSize
    }

    fileprivate func free(_ range: Range<Int>) {
        // In this order: nobody may get the pages before.
        regions.withLock { $0[range.lowerBound] = nil }
        pages.withLock { $0.free(range) }
    }
}

private struct WeakRegion {
    weak var region: DMARegion?
}

/// A piece of DMA memory; freed with its last reference, readable as long as it is held.
///
/// Who tells a function of it holds a `DMALease` for it beside that: see `DMALeases`.
public final class DMARegion: @unchecked Sendable {
    /// Where it comes from; only functions of this arena can reach it.
    public let arena: DMAArena
    private let pages: Range<Int>
    public let pointer: UnsafeMutableRawPointer
    public let byteCount: Int
    /// Address of the first byte as the device sees it; a multiple of 4096.
    public let ioVirtualAddress: UInt64

    fileprivate init(
        arena: DMAArena, pages: Range<Int>, pointer: UnsafeMutableRawPointer, byteCount: Int, ioVirtualAddress: UInt64
    ) {
        self.arena = arena
        self.pages = pages
        self.pointer = pointer
        self.byteCount = byteCount
        self.ioVirtualAddress = ioVirtualAddress
    }

    deinit { arena.free(pages) }
}
