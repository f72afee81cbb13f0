import CNVMeHost
import Synchronization

/// What of the arena one function reaches: pieces of 2 MiB, mapped when they are first used, until the function is closed.
///
/// A device behind an IOMMU has the pieces mapped by `map`. An embedded one reads `words` whenever it translates an address, and so
/// keeps what an IOMMU would forbid.
public final class DMAWindow: @unchecked Sendable {
    private struct State {
        /// Pools of others that the function was handed memory of: they keep their pieces as long as it can reach them.
        var lenders: [ObjectIdentifier: DMAPool] = [:]
        var isClosed = false
    }

    public let arena: DMAArena
    /// A bit for each piece of the arena, set while the function reaches it.
    public let words: UnsafeMutablePointer<UInt32>
    private let map: @Sendable (Range<Int>) throws(PCIeError) -> Void
    private let state = Mutex(State())

    /// A window on the arena of this process, closed everywhere.
    ///
    /// - Parameter map: makes pieces, by their number, reachable for the function; called once for each.
    ///
    /// Throws when the process can have no arena.
    public convenience init(
        map: @escaping @Sendable (_ pieces: Range<Int>) throws(PCIeError) -> Void = { _ in }
    ) throws(PCIeError) {
        try self.init(arena: try DMAArena.shared(), map: map)
    }

    init(
        arena: DMAArena, map: @escaping @Sendable (_ pieces: Range<Int>) throws(PCIeError) -> Void = { _ in }
    ) throws(PCIeError) {
        self.arena = arena
        self.map = map
        words = .allocate(capacity: (arena.pieceCount + 31) / 32)
        words.initialize(repeating: 0, count: (arena.pieceCount + 31) / 32)
        try arena.register(self)
    }

    deinit { words.deallocate() }

    /// Whether the function reaches a piece.
    @inline(__always)
    public func isOpen(_ piece: Int) -> Bool { nvme_load32(words + piece >> 5) >> UInt32(piece & 31) & 1 != 0 }

    /// Makes memory of the script, or of another function, reachable. It stays so until `close`.
    public func open(_ region: DMARegion) throws(PCIeError) {
        let pieces = DMAArena.pieces(ofPages: region.pages)
        guard !pieces.allSatisfy(isOpen) else { return }
        try open(pieces, of: region.pool)
    }

    func open(_ pieces: Range<Int>, of pool: DMAPool?) throws(PCIeError) {
        try state.withLock { state throws(PCIeError) in
            guard !state.isClosed else { return }
            for piece in pieces where !isOpen(piece) {
                try map(piece..<piece + 1)
                nvme_store_release32(words + piece >> 5, nvme_load32(words + piece >> 5) | 1 << UInt32(piece & 31))
            }
            if let pool, pool.window !== self { state.lenders[ObjectIdentifier(pool)] = pool }
        }
    }

    /// The function has been closed and reaches nothing any more.
    public func close() {
        let lenders = state.withLock { state in
            state.isClosed = true
            for index in 0..<(arena.pieceCount + 31) / 32 { nvme_store_release32(words + index, 0) }
            defer { state.lenders = [:] }
            return state.lenders
        }
        withExtendedLifetime(lenders) {}
    }
}
