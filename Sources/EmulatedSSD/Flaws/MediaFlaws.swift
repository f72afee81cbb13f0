import Glibc

/// What goes wrong between a namespace and its media.
///
/// Block by block: whatever the size of an access, a flaw damages the blocks that it names and no other.
final class MediaFlaws {
    private var set: FlawSet
    /// The flaws that return earlier versions of blocks.
    private let stale: [Flaw]
    /// What each block held before its latest write: as much memory as the blocks themselves.
    private var earlier: [UInt64: [UInt8]] = [:]

    init?(_ flaws: [Flaw], seed: UInt64) {
        let own = flaws.filter { $0.effect.occasion != .completion }
        guard !own.isEmpty else { return nil }
        set = FlawSet(own, seed: seed)
        stale = own.filter { $0.effect == .staleRead }
    }

    func ignoresFlush() -> Bool { !set.strikes(.flush).isEmpty }

    /// The blocks that a power loss takes whatever the cache says.
    func forgotten() -> [Range<UInt64>] { set.strikes(.powerLoss).map { $0.blocks ?? 0..<UInt64.max } }

    func read(
        _ range: MediaRange, into host: inout HostCursor, of store: inout SparseStore, blockByteCount: Int
    ) -> MediaResult {
        let blocks = range.blocks(blockByteCount)
        let flaws = set.strikes(.read, blocks: blocks)
        guard !flaws.isEmpty else { return store.read(range, into: &host) }
        for lba in blocks {
            let own = flaws.filter { $0.hits(lba, of: blocks) }
            var data = [UInt8](repeating: 0, count: blockByteCount)
            var source = MediaRange(block: lba, blockByteCount)
            var isHidden = false
            for flaw in own {
                if case .misdirectedRead(let distance) = flaw.effect {
                    source = source.moved(by: distance, blockByteCount, in: store)
                }
                if flaw.effect == .hideUncorrectable { isHidden = true }
            }
            let result = store.read(source, into: &data)
            guard result == .success || isHidden && result == .unrecoveredRead else { return result }
            for flaw in own { spoil(&data, lba, flaw.effect) }
            data.withUnsafeBytes { if let base = $0.baseAddress { host.send(base, count: $0.count) } }
        }
        return .success
    }

    /// Changes what the host will see of a block.
    private func spoil(_ data: inout [UInt8], _ lba: UInt64, _ effect: Flaw.Effect) {
        let size = data.count
        switch effect {
        case .flipBit(let byte, let bit) where data.indices.contains(byte): data[byte] ^= 1 << UInt8(bit & 7)
        case .zeros: data = [UInt8](repeating: 0, count: size)
        case .ones: data = [UInt8](repeating: 0xFF, count: size)
        case .shift(let bytes):
            let distance = (bytes % size + size) % size
            data = Array(data[(size - distance)...] + data[..<(size - distance)])
        case .staleRead: if let old = earlier[lba], old.count == size { data = old }
        default: return
        }
    }

    func write(
        _ range: MediaRange, from host: inout HostCursor, durable: Bool, to store: inout SparseStore,
        blockByteCount: Int
    ) -> MediaResult {
        let blocks = range.blocks(blockByteCount)
        if !stale.isEmpty { remember(blocks, of: &store, blockByteCount) }
        let flaws = set.strikes(.write, blocks: blocks)
        guard !flaws.isEmpty else { return store.write(range, from: &host, durable: durable) }
        var data = [UInt8](repeating: 0, count: blocks.count * blockByteCount)
        data.withUnsafeMutableBytes { if let base = $0.baseAddress { host.receive(base, count: $0.count) } }
        // Astray comes last, so that it is seen even where the same command writes there.
        let places = blocks.map { place($0, of: blocks, flaws, store, blockByteCount) }
        let (straight, astray) = (
            places.indices.filter { !places[$0].isAstray }, places.indices.filter { places[$0].isAstray }
        )
        for index in straight + astray where places[index].kept > 0 {
            let start = index * blockByteCount
            let part = MediaRange(offset: places[index].offset, byteCount: UInt64(places[index].kept))
            let result = data.withUnsafeMutableBytes { bytes in
                var cursor = HostCursor(
                    UnsafeMutableRawBufferPointer(rebasing: bytes[start..<start + places[index].kept]))
                return store.write(part, from: &cursor, durable: durable)
            }
            guard result == .success else { return result }
        }
        return .success
    }

    /// Where a block of a write goes, and how many of its bytes.
    private struct Place {
        var offset: UInt64
        var kept: Int
        var isAstray = false
    }

    private func place(
        _ lba: UInt64, of access: Range<UInt64>, _ flaws: [Flaw], _ store: borrowing SparseStore, _ size: Int
    ) -> Place {
        let own = MediaRange(block: lba, size)
        var place = Place(offset: own.offset, kept: size)
        for flaw in flaws where flaw.hits(lba, of: access) {
            switch flaw.effect {
            case .loseWrite: place.kept = 0
            case .tornWrite(let count): if lba - access.lowerBound >= UInt64(max(0, count)) { place.kept = 0 }
            case .tornBlock(let sectors): place.kept = min(place.kept, min(max(0, sectors), size / 512) * 512)
            case .misdirectedWrite(let distance):
                place.offset = own.moved(by: distance, size, in: store).offset
                place.isAstray = true
            default: break
            }
        }
        return place
    }

    private func remember(_ blocks: Range<UInt64>, of store: inout SparseStore, _ size: Int) {
        for lba in blocks where stale.contains(where: { $0.hits(lba, of: blocks) }) {
            var old = [UInt8](repeating: 0, count: size)
            if store.read(MediaRange(block: lba, size), into: &old) == .success { earlier[lba] = old }
        }
    }
}

extension MediaRange {
    fileprivate init(block lba: UInt64, _ size: Int) {
        self.init(offset: lba &* UInt64(size), byteCount: UInt64(size))
    }

    /// The blocks of an access, which consists of whole ones.
    func blocks(_ size: Int) -> Range<UInt64> {
        let size = UInt64(max(1, size))
        return offset / size..<max(offset / size, (end &+ size &- 1) / size)
    }

    /// A block so many blocks further on; behind the last comes the first.
    fileprivate func moved(by blocks: Int, _ size: Int, in store: borrowing SparseStore) -> MediaRange {
        let count = Int(clamping: store.capacity / UInt64(max(1, size)))
        guard count > 0 else { return self }
        let place = (Int(clamping: offset / UInt64(max(1, size))) % count + blocks % count + count) % count
        return MediaRange(block: UInt64(place), size)
    }
}

extension SparseStore {
    /// Reads into an array of the range's size.
    fileprivate func read(_ range: MediaRange, into data: inout [UInt8]) -> MediaResult {
        data.withUnsafeMutableBytes { bytes in
            var cursor = HostCursor(bytes)
            return read(range, into: &cursor)
        }
    }
}
