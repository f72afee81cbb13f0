import CNVMeHost
import Glibc
import Synchronization

/// All memory of this process that devices can reach: one file, mapped here once, at the same I/O virtual address for every device.
///
/// Addresses are reserved once and memory is committed when it is touched. The arena is dealt out in pieces of 2 MiB, and a piece
/// belongs to one `DMAPool` at a time: a device reaches the pieces of its own pool, and those of which a script has handed it a
/// buffer (`DMAWindow`). So a buffer can be made before there is any device, be used with several, and outlive each of them; and a
/// device that strays reaches nothing that another owner was given.
public final class DMAArena: @unchecked Sendable {
    /// Page of the arena, and the alignment of every region.
    public static let pageSize = 4096
    /// What a pool takes from the arena, and what is mapped for a device at once.
    public static let pieceSize = 2 << 20

    /// First byte in this process. The mapping lives as long as the arena object.
    public let base: UnsafeMutableRawPointer
    /// First byte as every device sees it, a multiple of 2 MiB.
    public let ioVirtualBase: UInt64
    /// Bytes of the whole arena, committed only when touched.
    public let byteCount: Int
    /// The file behind the mapping, for a device in another process. Owned by the arena.
    public let fileDescriptor: CInt

    private let pieces: Mutex<PageAllocator>
    /// What is handed out, by first page.
    private let regions = Mutex<[Int: WeakRegion]>([:])
    private let exposed = Mutex<(pieces: Set<Int>, windows: [WeakWindow])>(([], []))

    /// Beyond 4 GiB, so that whoever cuts addresses off is found out, and within the 39 bits that every IOMMU translates.
    private static let sharedAddress: UInt64 = 0x10_0000_0000
    private static let sharedSizes = [64 << 30, 16 << 30, 4 << 30, 1 << 30]
    private static let made = Mutex<DMAArena?>(nil)

    /// The arena of this process. Throws what prevents it from being made; the next call tries again.
    public static func shared() throws(PCIeError) -> DMAArena {
        try made.withLock { made throws(PCIeError) in
            if let made { return made }
            let arena = try makeShared().get()
            made = arena
            return arena
        }
    }

    private static func makeShared() -> Result<DMAArena, PCIeError> {
        var result = Result<DMAArena, PCIeError>.failure(.outOfMemory(requested: 1 << 30, available: 0))
        for byteCount in sharedSizes {
            // Smaller where the addresses of a process are limited (ulimit -v).
            result = Result { () throws(PCIeError) in
                try DMAArena(byteCount: byteCount, ioVirtualBase: sharedAddress)
            }
            if case .success = result { return result }
        }
        return result
    }

    /// Creates an arena over a memory file of its own.
    ///
    /// - Parameters:
    ///   - byteCount: a multiple of 2 MiB.
    ///   - ioVirtualBase: where devices see the first byte, a multiple of 2 MiB.
    init(byteCount: Int, ioVirtualBase: UInt64) throws(PCIeError) {
        guard byteCount > 0, byteCount % Self.pieceSize == 0 else {
            throw .outOfRange(
                what: "arena size", value: UInt64(clamping: byteCount), limit: UInt64(Self.pieceSize))
        }
        guard ioVirtualBase % UInt64(Self.pieceSize) == 0 else {
            throw .outOfRange(what: "arena address", value: ioVirtualBase, limit: UInt64(Self.pieceSize))
        }
        let descriptor = nvme_memory_file("swift-nvme-dma")
        guard descriptor >= 0 else {
            throw .environment(
                problem: "cannot create a memory file (error \(-descriptor))", fix: "raise the limit of open files")
        }
        var mapping: UnsafeMutableRawPointer?
        if ftruncate(descriptor, byteCount) == 0 {
            mapping = mmap(nil, byteCount, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0)
        }
        guard let mapping, mapping != MAP_FAILED else {
            Glibc.close(descriptor)
            throw .outOfMemory(requested: byteCount, available: 0)
        }
        self.base = mapping
        self.ioVirtualBase = ioVirtualBase
        self.byteCount = byteCount
        self.fileDescriptor = descriptor
        self.pieces = Mutex(PageAllocator(pages: 0..<byteCount / Self.pieceSize))
    }

    deinit {
        munmap(base, byteCount)
        Glibc.close(fileDescriptor)
    }

    /// Pieces of the whole arena.
    public var pieceCount: Int { byteCount / Self.pieceSize }

    /// Bytes of the longest run of pieces that belong to nobody.
    var availableBytes: Int { pieces.withLock { $0.largestFree } * Self.pieceSize }

    /// Takes a run of pieces, zeroed; nil when there is none so long.
    func take(_ count: Int, alignment: Int) -> Range<Int>? {
        let origin = Int(truncatingIfNeeded: ioVirtualBase / UInt64(Self.pieceSize) & UInt64(alignment - 1))
        return pieces.withLock { pieces in
            pieces.allocate(count, alignment: alignment, origin: origin).map { $0.first..<$0.first + count }
        }
    }

    /// Gives the memory of pages back to the system, but not their addresses. False when the system does not take it.
    func discard(_ pages: Range<Int>) -> Bool {
        madvise(base + pages.lowerBound * Self.pageSize, pages.count * Self.pageSize, MADV_REMOVE) == 0
    }

    /// Gives pieces back that no device can reach any more; their memory goes back to the system, so that they read as zero.
    func giveBack(_ range: Range<Int>) {
        madvise(base + range.lowerBound * Self.pieceSize, range.count * Self.pieceSize, MADV_REMOVE)
        pieces.withLock { $0.free(range) }
    }

    /// The memory that an address of a device's lies in, spare page excluded; nil for one that is not handed out.
    public func region(at ioVirtualAddress: UInt64) -> DMARegion? {
        let held = regions.withLock { regions in regions.values.compactMap(\.region) }
        return held.first { region in
            ioVirtualAddress >= region.ioVirtualAddress
                && ioVirtualAddress - region.ioVirtualAddress < UInt64(region.byteCount)
        }
    }

    /// Has every function reach memory of the script, also those that are opened later: its address is out, and what the script does with
    /// it, in a list or a command of its own making, nobody here sees. Does nothing for memory of a function.
    func expose(_ region: DMARegion) {
        guard region.pool.window == nil else { return }
        let windows = exposed.withLock { exposed in
            exposed.pieces.formUnion(Self.pieces(ofPages: region.pages))
            return exposed.windows.compactMap(\.window)
        }
        // A function whose memory cannot be mapped fails the access, as a bus would.
        for window in windows { try? window.open(region) }
    }

    /// Makes a window known, and gives it what is exposed.
    func register(_ window: DMAWindow) throws(PCIeError) {
        let (pieces, living) = exposed.withLock { exposed in
            let living = exposed.windows.compactMap(\.window)
            exposed.windows = (living + [window]).map { WeakWindow(window: $0) }
            return (exposed.pieces, living)
        }
        withExtendedLifetime(living) {}
        for piece in pieces { try window.open(piece..<piece + 1, of: nil) }
    }

    /// Remembers what was handed out, and forgets it.
    func note(_ region: DMARegion?, firstPage: Int) {
        regions.withLock { $0[firstPage] = region.map { WeakRegion(region: $0) } }
    }

    /// The pieces in which a region of memory lies.
    static func pieces(ofPages pages: Range<Int>) -> Range<Int> {
        let perPiece = pieceSize / pageSize
        return pages.lowerBound / perPiece..<(pages.upperBound + perPiece - 1) / perPiece
    }
}

private struct WeakWindow {
    weak var window: DMAWindow?
}

private struct WeakRegion {
    weak var region: DMARegion?
}
