/// What the blocks of a namespace are kept on.
public enum MediaKind: Sendable, Hashable {
    /// Memory that is committed as it is written.
    case sparse
    /// Nothing is kept: writes vanish, reads return whatever is quickest. For measuring everything else.
    case null
}

/// The blocks of one namespace, behind a volatile write cache.
///
/// Addressed in bytes; whoever calls has checked the range against the namespace. Used by one thread at a time.
final class Media {
    let kind: MediaKind
    /// What deallocated blocks read as, byte for byte: DLFEAT 2:0 is 001b for 00h, 010b for FFh, 000b for others.
    let deallocatedValue: UInt8
    /// What the media of a device share.
    let memory: MediaMemory
    /// In raw memory, so that an access costs no exclusivity check.
    private let store: UnsafeMutablePointer<SparseStore>
    private var blockByteCount = 512
    /// What goes wrong here; nil on a perfect device.
    var flaws: MediaFlaws? { didSet { isFlawed = flaws != nil && kind != .null } }
    private var isFlawed = false

    /// - Parameters:
    ///   - byteCapacity: up to 2^63; costs nothing until it is written.
    ///   - seed: reserved for media that behave by chance; power losses bring their own.
    ///   - cachePages: 4 KiB pages that may be volatile at a time; the oldest become durable.
    init(
        byteCapacity: UInt64, kind: MediaKind, memory: MediaMemory, seed: UInt64 = 0, cachePages: Int = 8192,
        deallocatedValue: UInt8 = 0
    ) {
        self.kind = kind
        self.deallocatedValue = deallocatedValue
        self.memory = memory
        store = .allocate(capacity: 1)
        store.initialize(
            to: SparseStore(
                byteCapacity: kind == .null ? 0 : min(byteCapacity, 1 << 63), vault: memory.vault,
                cachePages: cachePages, deallocatedValue: deallocatedValue))
    }

    deinit {
        store.pointee.leave()
        store.deinitialize(count: 1)
        store.deallocate()
    }

    /// Bytes that are allocated: written, or marked uncorrectable.
    var allocatedBytes: UInt64 { store.pointee.allocatedSectors << 9 }

    /// Whether a block reads as zeros once it was deallocated: not behind an overwrite by sanitize, whose pattern untouched blocks
    /// keep.
    var zeroesByDeallocating: Bool { deallocatedValue == 0 && store.pointee.background == nil }

    /// How the page at an offset is kept at the moment; nil when that does not read.
    func pageKind(at offset: UInt64) -> PageKind? { store.pointee.latest(offset >> PageArena.pageShift)?.kind }
}

// Every access to data passes here: the place for flaws of the media.
extension Media {
    /// Sends bytes to the host.
    @inline(__always)
    func read(_ range: MediaRange, into host: inout HostCursor) -> MediaResult {
        if isFlawed { return readWrongly(range, into: &host) }
        return kind == .null ? .success : store.pointee.read(range, into: &host)
    }

    /// Takes bytes from the host.
    ///
    /// - Parameter durable: the data survives a power loss as soon as this returns (Force Unit Access).
    @inline(__always)
    func write(_ range: MediaRange, from host: inout HostCursor, durable: Bool) -> MediaResult {
        if isFlawed { return noted(writeWrongly(range, from: &host, durable: durable)) }
        return kind == .null ? .success : noted(store.pointee.write(range, from: &host, durable: durable))
    }

    @inline(never)
    private func readWrongly(_ range: MediaRange, into host: inout HostCursor) -> MediaResult {
        flaws?.read(range, into: &host, of: &store.pointee, blockByteCount: blockByteCount) ?? .success
    }

    @inline(never)
    private func writeWrongly(_ range: MediaRange, from host: inout HostCursor, durable: Bool) -> MediaResult {
        flaws?.write(range, from: &host, durable: durable, to: &store.pointee, blockByteCount: blockByteCount)
            ?? .success
    }

    /// Compares with host memory.
    func compare(_ range: MediaRange, with host: inout HostCursor) -> MediaResult {
        kind == .null ? .success : store.pointee.compare(range, with: &host)
    }

    /// Looks whether a read would fail: at uncorrectable blocks, and at deallocated ones if those are errors (DULBE).
    func check(_ range: MediaRange, deallocatedIsError: Bool) -> MediaResult {
        kind == .null ? .success : store.pointee.check(range, deallocatedIsError: deallocatedIsError)
    }

    /// Zeroes, deallocates or spoils whole sectors.
    func apply(_ change: SectorChange, to range: MediaRange, durable: Bool) -> MediaResult {
        kind == .null ? .success : noted(store.pointee.apply(change, to: range, durable: durable))
    }

    /// Tells the user when there is no space any more.
    @inline(__always)
    private func noted(_ result: MediaResult) -> MediaResult {
        if result == .writeFault { memory.reportFull() }
        return result
    }
}

extension Media {
    /// Drops all data; from now on blocks have this size (a power of two, 512 to 65,536) and are all deallocated.
    func format(lbaByteCount: Int) {
        blockByteCount = max(512, lbaByteCount)
        store.pointee.setBlock(byteCount: blockByteCount)
    }

    /// Makes what was written to a range durable, as a Read with Force Unit Access asks for.
    func commit(_ range: MediaRange) { store.pointee.commit(range) }

    /// Makes everything written durable.
    func flush() {
        if flaws?.ignoresFlush() != true { store.pointee.flush() }
    }

    /// Feature 06h (VWC). Disabling makes everything durable.
    func setWriteCache(enabled: Bool) {
        store.pointee.cacheEnabled = enabled
        if !enabled { store.pointee.flush() }
    }

    /// Power was cut: of each block that was not durable, the seed decides whether the latest or the durable version is
    /// left. Blocks are never torn (AWUPF and NAWUPF of one block).
    func powerLoss(seed: UInt64) {
        store.pointee.losePower(seed: seed, blockShift: UInt64(blockByteCount.trailingZeroBitCount))
        guard let forgotten = flaws?.forgotten(), kind != .null else { return }
        let size = UInt64(blockByteCount)
        for blocks in forgotten {
            let end = min(blocks.upperBound, store.pointee.capacity / size)
            guard blocks.lowerBound < end else { continue }
            let range = MediaRange(offset: blocks.lowerBound &* size, byteCount: (end &- blocks.lowerBound) &* size)
            _ = store.pointee.apply(.deallocate, to: range, durable: true)
        }
    }

    /// Sanitize: everything is gone, also from the cache. `pattern` is what all blocks hold afterwards; nil leaves them
    /// deallocated.
    func sanitize(leaving pattern: UInt32?) { store.pointee.reset(pattern: pattern) }
}
