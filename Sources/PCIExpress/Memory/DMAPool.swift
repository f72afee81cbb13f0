import Glibc
import Synchronization

/// The DMA memory of one owner, a function or the script: pieces of the arena, handed out in pages.
///
/// Each region is followed by a spare page that belongs to nobody else: an access that runs past the end of a buffer harms only
/// itself. Freed pages stay with the pool, and reachable for its function, which may still be writing to them; pieces go back to the
/// arena when the pool, all its regions and every window through which a device sees them are gone.
public final class DMAPool: @unchecked Sendable {
    private struct State {
        var pages = PageAllocator(pages: 0..<0)
        var pieces: [Range<Int>] = []
        var allocatedPages = 0
    }

    public let arena: DMAArena
    /// Whose memory it is, for messages: the address of the function, or the script.
    public let owner: String
    /// Bytes that can be handed out at the same time, spare pages included.
    public let byteCount: Int
    /// What the function reaches whose pool this is; nil for memory that belongs to no function.
    public let window: DMAWindow?
    private let state = Mutex(State())

    private static let made = Mutex<DMAPool?>(nil)

    /// Memory of the script, which any device can be handed. Throws when the process can have no arena.
    public static func script() throws(PCIeError) -> DMAPool {
        let arena = try DMAArena.shared()
        return made.withLock { made in
            let pool = made ?? DMAPool(arena: arena, owner: "the script", byteCount: .max, window: nil)
            made = pool
            return pool
        }
    }

    /// The memory of a function, which opens its window for each piece that the pool takes.
    ///
    /// - Parameters:
    ///   - owner: the address of the function.
    ///   - byteCount: most bytes that are handed out at the same time, spare pages included.
    public convenience init(owner: String, byteCount: Int = .max, window: DMAWindow) {
        self.init(arena: window.arena, owner: owner, byteCount: byteCount, window: window)
    }

    private init(arena: DMAArena, owner: String, byteCount: Int, window: DMAWindow?) {
        self.arena = arena
        self.owner = owner
        self.byteCount = min(max(0, byteCount), arena.byteCount)
        self.window = window
    }

    deinit {
        for range in state.withLock({ $0.pieces }) { arena.giveBack(range) }
    }

    /// Allocates zeroed memory that is contiguous for the device.
    ///
    /// - Parameters:
    ///   - byteCount: 1 or more; rounded up to pages, plus one spare page behind.
    ///   - alignment: of the address that the device sees, a power of two; less than a page counts as a page.
    ///
    /// Throws `outOfRange`, `outOfMemory`, and what prevented the memory from being mapped for the function.
    public func allocate(_ byteCount: Int, alignment: Int = DMAArena.pageSize) throws(PCIeError) -> DMARegion {
        guard byteCount > 0 else { throw .outOfRange(what: "buffer size", value: 0, limit: 1) }
        guard alignment > 0, alignment & (alignment - 1) == 0 else {
            throw .outOfRange(what: "alignment", value: UInt64(bitPattern: Int64(alignment)), limit: 1 << 62)
        }
        let pageSize = DMAArena.pageSize
        guard byteCount <= self.byteCount else { throw .outOfMemory(requested: byteCount, available: availableBytes) }
        let count = (byteCount + pageSize - 1) / pageSize + 1
        let found = try state.withLock { state throws(PCIeError) -> (first: Int, used: Bool)? in
            guard count <= self.byteCount / pageSize - state.allocatedPages else { return nil }
            let found = try take(count, alignment: max(1, alignment / pageSize), of: &state)
            if found != nil { state.allocatedPages += count }
            return found
        }
        guard let found else { throw .outOfMemory(requested: byteCount, available: availableBytes) }
        let region = DMARegion(pool: self, pages: found.first..<found.first + count, byteCount: byteCount)
        // Fresh pages are zero already; touching them would only commit memory.
        if found.used { memset(region.pointer, 0, count * pageSize) }
        arena.note(region, firstPage: found.first)
        return region
    }

    /// Pages of the pieces at hand, or of more of them; nil when the arena has no more.
    private func take(_ count: Int, alignment: Int, of state: inout State) throws(PCIeError) -> (
        first: Int, used: Bool
    )? {
        let origin = Int(truncatingIfNeeded: arena.ioVirtualBase / UInt64(DMAArena.pageSize) & UInt64(alignment - 1))
        if let found = state.pages.allocate(count, alignment: alignment, origin: origin) { return found }
        let perPiece = DMAArena.pieceSize / DMAArena.pageSize
        guard let pieces = arena.take((count + perPiece - 1) / perPiece, alignment: max(1, alignment / perPiece)) else {
            return nil
        }
        do {
            try window?.open(pieces, of: self)
        } catch {
            // What was opened of them is out of bounds for everybody from now on.
            state.pieces.append(pieces)
            throw error
        }
        state.pieces.append(pieces)
        state.pages.add(pieces.lowerBound * perPiece..<pieces.upperBound * perPiece)
        return state.pages.allocate(count, alignment: alignment, origin: origin)
    }

    func free(_ pages: Range<Int>) {
        // In this order: nobody may get the pages before.
        arena.note(nil, firstPage: pages.lowerBound)
        // A large buffer that is gone costs no memory; it reads as zero afterwards.
        let isReturned = pages.count * DMAArena.pageSize >= DMAArena.pieceSize && arena.discard(pages)
        state.withLock { state in
            state.pages.free(pages, areZero: isReturned)
            state.allocatedPages -= pages.count
        }
    }

    /// Makes memory of another pool reachable for the function whose pool this is. Throws what prevents it from being mapped.
    public func reach(_ region: DMARegion) throws(PCIeError) {
        if region.pool !== self { try window?.open(region) }
    }

    /// Largest size that `allocate` could give now.
    public var availableBytes: Int {
        let (free, quota) = state.withLock { ($0.pages.largestFree, byteCount / DMAArena.pageSize - $0.allocatedPages) }
        let largest = max(free, arena.availableBytes / DMAArena.pageSize)
        return max(0, min(largest, quota) - 1) * DMAArena.pageSize
    }

    /// Bytes that are handed out at present, spare pages included.
    public var allocatedBytes: Int { state.withLock { $0.allocatedPages } * DMAArena.pageSize }

    /// Everything that the pool has of the arena, handed out or not.
    public var pieces: [UnsafeMutableRawBufferPointer] {
        state.withLock { $0.pieces }.map {
            UnsafeMutableRawBufferPointer(
                start: arena.base + $0.lowerBound * DMAArena.pieceSize, count: $0.count * DMAArena.pieceSize)
        }
    }
}
