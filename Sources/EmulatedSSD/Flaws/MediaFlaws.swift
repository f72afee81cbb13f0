import Glibc

/// What goes wrong between a namespace and its media.
final class MediaFlaws {
    private var set: FlawSet
    /// Keeps earlier versions of blocks, for reads that return them.
    private let remembers: Bool
    private var earlier: [UInt64: [UInt8]] = [:]
    /// Earlier versions that are kept at most.
    private static let memory = 4096

    init?(_ flaws: [Flaw], seed: UInt64) {
        let own = flaws.filter { $0.effect.occasion != .completion }
        guard !own.isEmpty else { return nil }
        set = FlawSet(own, seed: seed)
        remembers = own.contains { $0.effect == .staleRead }
    }

    func ignoresFlush() -> Bool { set.strike(.flush) != nil }

    /// The blocks that a power loss takes whatever the cache says.
    func forgotten() -> Range<UInt64>? {
        guard let flaw = set.strike(.powerLoss) else { return nil }
        return flaw.blocks ?? 0..<UInt64.max
    }

    func read(
        _ range: MediaRange, into host: inout HostCursor, of store: inout SparseStore, blockByteCount: Int
    ) -> MediaResult {
        guard let flaw = set.strike(.read, blocks: range.blocks(blockByteCount)) else {
            return store.read(range, into: &host)
        }
        var data = [UInt8](repeating: 0, count: Int(range.byteCount))
        var source = range
        if case .misdirectedRead(let blocks) = flaw.effect {
            source = range.moved(by: blocks, blockByteCount, in: store)
        }
        let result = store.read(source, into: &data)
        if result == .unrecoveredRead, flaw.effect != .hideUncorrectable { return result }
        spoil(&data, range, flaw, blockByteCount)
        data.withUnsafeBytes { if let base = $0.baseAddress { host.send(base, count: $0.count) } }
        return .success
    }

    /// Changes what the host will see of the first block that the flaw is about.
    private func spoil(_ data: inout [UInt8], _ range: MediaRange, _ flaw: Flaw, _ size: Int) {
        let blocks = range.blocks(size)
        let lba = max(blocks.lowerBound, flaw.blocks?.lowerBound ?? 0)
        let start = Int((lba - blocks.lowerBound)) * size
        guard start + size <= data.count else { return }
        let block = start..<start + size
        switch flaw.effect {
        case .flipBit(let byte, let bit) where (0..<size).contains(byte): data[start + byte] ^= 1 << UInt8(bit & 7)
        case .zeros: data.replaceSubrange(block, with: repeatElement(0, count: size))
        case .ones: data.replaceSubrange(block, with: repeatElement(0xFF, count: size))
        case .shift(let bytes):
            let old = Array(data[block])
            for index in 0..<size { data[start + ((index + bytes) % size + size) % size] = old[index] }
        case .staleRead:
            for number in blocks {
                guard let old = earlier[number], old.count == size else { continue }
                let place = Int(number - blocks.lowerBound) * size
                data.replaceSubrange(place..<place + size, with: old)
            }
        default: return
        }
    }

    func write(
        _ range: MediaRange, from host: inout HostCursor, durable: Bool, to store: inout SparseStore,
        blockByteCount: Int
    ) -> MediaResult {
        let blocks = range.blocks(blockByteCount)
        if remembers { remember(blocks, of: &store, blockByteCount) }
        guard let flaw = set.strike(.write, blocks: blocks) else {
            return store.write(range, from: &host, durable: durable)
        }
        var target = range
        switch flaw.effect {
        case .loseWrite: return .success
        case .misdirectedWrite(let distance): target = range.moved(by: distance, blockByteCount, in: store)
        case .tornWrite(let count): target.byteCount = min(range.byteCount, UInt64(max(0, count) * blockByteCount))
        case .tornBlock(let sectors):
            return tear(range, from: &host, durable, &store, kept: max(0, sectors) * 512, blockByteCount)
        default: break
        }
        return target.byteCount == 0 ? .success : store.write(target, from: &host, durable: durable)
    }

    /// Writes all but the end of the first block.
    private func tear(
        _ range: MediaRange, from host: inout HostCursor, _ durable: Bool, _ store: inout SparseStore, kept: Int,
        _ size: Int
    ) -> MediaResult {
        var data = [UInt8](repeating: 0, count: Int(range.byteCount))
        data.withUnsafeMutableBytes { if let base = $0.baseAddress { host.receive(base, count: $0.count) } }
        let kept = min(kept, size)
        for part in [0..<kept, size..<data.count] where !part.isEmpty {
            let result = data.withUnsafeMutableBytes { bytes in
                var cursor = HostCursor(UnsafeMutableRawBufferPointer(rebasing: bytes[part]))
                let place = MediaRange(
                    offset: range.offset &+ UInt64(part.lowerBound), byteCount: UInt64(part.count))
                return store.write(place, from: &cursor, durable: durable)
            }
            guard result == .success else { return result }
        }
        return .success
    }

    private func remember(_ blocks: Range<UInt64>, of store: inout SparseStore, _ size: Int) {
        if earlier.count > Self.memory { earlier = [:] }
        for lba in blocks {
            var old = [UInt8](repeating: 0, count: size)
            let place = MediaRange(offset: lba &* UInt64(size), byteCount: UInt64(size))
            if store.read(place, into: &old) == .success { earlier[lba] = old }
        }
    }
}

extension MediaRange {
    func blocks(_ size: Int) -> Range<UInt64> {
        let size = UInt64(max(1, size))
        return offset / size..<max(offset / size, (end &+ size &- 1) / size)
    }

    /// So many blocks further on, wherever that is inside the media.
    func moved(by blocks: Int, _ size: Int, in store: borrowing SparseStore) -> MediaRange {
        let target = offset &+ UInt64(bitPattern: Int64(blocks &* size))
        let limit = store.capacity
        guard byteCount <= limit, target <= limit &- byteCount else { return self }
        return MediaRange(offset: target, byteCount: byteCount)
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
