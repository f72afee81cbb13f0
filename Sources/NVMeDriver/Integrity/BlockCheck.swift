import CNVMeHost

/// Compares blocks that were read with what the table knows of them, and remembers blocks that are written.
///
/// Costs per block a look into the table and, with checksums, its CRC-32C.
///
/// Unsafe inside: `data` holds `count` blocks of `layout`; `scratch` has room for `chunk` checksums.
struct BlockCheck: BitwiseCopyable, @unchecked Sendable {
    static let chunk = 64

    let map: IntegrityMap
    let layout: BlockLayout
    let history: WriteHistory
    let scratch: UnsafeMutablePointer<UInt32>

    /// Index of the first block that is not what it ought to be, from `start` on; nil when all are.
    func firstMismatch(
        _ data: UnsafeRawPointer, lba: UInt64, count: Int, from start: Int = 0, level: VerificationLevel
    ) -> Int? {
        guard level >= .stamps else { return nil }
        var first = start
        while first < count {
            let base = lba &+ UInt64(truncatingIfNeeded: first)
            let size = piece(base, count &- first)
            if map.isUntracked(base) {
                map.leaveOut(size, .unchecked)
                first &+= size
                continue
            }
            let blocks = data + first &* layout.stride
            let computes = level == .checksums && needsChecksums(base, size)
            if computes { nvme_crc32c_blocks(blocks, layout.stride, layout.dataByteCount, size, scratch) }
            var index = 0
            while true {
                index = firstUnusual(blocks, base, from: index, to: size, computes: computes)
                guard index < size else { break }
                let here = base &+ UInt64(truncatingIfNeeded: index)
                let isRight = isRight(blocks + index &* layout.stride, here, crc: computes ? scratch[index] : nil)
                guard isRight else { return first &+ index }
                index &+= 1
            }
            first &+= size
        }
        return nil
    }

    /// Blocks from `lba` on that share a page of the table and whose checksums fit into `scratch`.
    @inline(__always)
    private func piece(_ lba: UInt64, _ count: Int) -> Int { min(Self.chunk, count, IntegrityMap.blocksLeft(lba)) }

    /// Index of the first block that is not just what was written; nearly all are, and the others get the whole judgement.
    @inline(__always)
    private func firstUnusual(
        _ blocks: UnsafeRawPointer, _ lba: UInt64, from start: Int, to count: Int, computes: Bool
    ) -> Int {
        guard let row = map.row(lba, count) else { return start }
        return computes
            ? firstUnusual(blocks, row, lba, from: start, to: count) { scratch[$0] }
            : firstUnusual(blocks, row, lba, from: start, to: count) { _ in nil }
    }

    @inline(__always)
    private func firstUnusual(
        _ blocks: UnsafeRawPointer, _ row: UnsafeRawPointer, _ lba: UInt64, from start: Int, to count: Int,
        crc: (Int) -> UInt32?
    ) -> Int {
        let stride = layout.stride
        let last = layout.dataByteCount &- 8
        var index = start
        var block = blocks + start &* stride
        while index < count {
            let token = UInt64(littleEndian: (block + last).loadUnaligned(as: UInt64.self))
            let entry = IntegrityEntry(rawValue: nvme_load64(row + index &* 8))
            guard layout.lba(block) == lba &+ UInt64(truncatingIfNeeded: index),
                entry.isWritten(token, crc: crc(index))
            else { break }
            index &+= 1
            block += stride
        }
        return index
    }

    @inline(__always)
    private func needsChecksums(_ lba: UInt64, _ count: Int) -> Bool {
        for index in 0..<UInt64(truncatingIfNeeded: count) where map[lba &+ index].isWritten { return true }
        return false
    }

    @inline(never)
    private func isRight(_ block: UnsafeRawPointer, _ lba: UInt64, crc: UInt32?) -> Bool {
        let entry = map[lba]
        let stamp = layout.lba(block)
        // Deallocated blocks read as zeros or ones. Where data ought to be, token and checksum catch those.
        let isStamped = stamp == lba || stamp == 0 || stamp == .max
        guard entry.isWritten else {
            if entry == .unmapped { return isStamped || map.toleratesAnything }
            if entry.isInFlight { return isStamped || entry.isForeign || map.toleratesAnything }
            return entry != .uncorrectable
        }
        guard isStamped || entry.isForeign else { return false }
        guard layout.token(block) & IntegrityEntry.tokenMask == entry.tokenBits else { return false }
        guard let crc, entry.checksum != 0 else { return true }
        return IntegrityEntry.checksum(crc) == entry.checksum
    }

    /// A write is about to be sent: until it completes, its blocks may be old or new.
    ///
    /// - Parameter isRaw: nobody has stamped the blocks, which are all in the table.
    func beginWrite(_ data: UnsafeRawPointer, lba: UInt64, count: Int, isRaw: Bool, level: VerificationLevel) {
        let computes = level == .checksums
        if isRaw { map.hadForeignBlocks = true }
        var first = 0
        while first < count {
            let base = lba &+ UInt64(truncatingIfNeeded: first)
            let size = piece(base, count &- first)
            guard map.tracks(base) else {
                map.leaveOut(size, .unremembered)
                first &+= size
                continue
            }
            let blocks = data + first &* layout.stride
            if computes { nvme_crc32c_blocks(blocks, layout.stride, layout.dataByteCount, size, scratch) }
            for index in 0..<size {
                let place = first &+ index
                remember(
                    blocks + index &* layout.stride, base &+ UInt64(truncatingIfNeeded: index),
                    crc: computes ? scratch[index] : nil, isRaw: isRaw, index: place, following: count &- place &- 1)
            }
            first &+= size
        }
    }

    /// The same for a stamped write whose checksums are known already.
    func beginWrite(
        _ data: UnsafeRawPointer, lba: UInt64, count: Int, pattern: borrowing PatternChecksums
    ) {
        var first = 0
        while first < count {
            let base = lba &+ UInt64(truncatingIfNeeded: first)
            let end = first &+ min(count &- first, IntegrityMap.blocksLeft(base))
            if !map.tracks(base) {
                map.leaveOut(end &- first, .unremembered)
                first = end
            }
            while first < end {
                let block = data + first &* layout.stride
                let here = lba &+ UInt64(truncatingIfNeeded: first)
                let crc = pattern.crc(first, lba: here, token: layout.token(block))
                remember(block, here, crc: crc, isRaw: false, index: first, following: count &- first &- 1)
                first &+= 1
            }
        }
    }

    @inline(__always)
    private func remember(
        _ block: UnsafeRawPointer, _ lba: UInt64, crc: UInt32?, isRaw: Bool, index: Int, following: Int
    ) {
        let token = layout.token(block)
        map.set(lba, IntegrityEntry(inFlight: token, crc: crc, isForeign: isRaw || map[lba].mayBeForeign))
        guard let crc, !isRaw else { return }
        history.record(
            block, byteCount: layout.dataByteCount, token: token, lba: lba, crc: crc, index: index,
            following: following)
    }

    /// A write has completed: its blocks are known from now on, or it failed and they are not.
    @inline(__always)
    func finishWrite(lba: UInt64, count: Int, isRaw: Bool, success: Bool, forced: Bool) {
        for lba in lba..<lba &+ UInt64(truncatingIfNeeded: count) {
            let entry = map[lba]
            // Another queue may have changed the block meanwhile.
            guard entry.isInFlight else { continue }
            map.set(lba, success ? entry.landed(forced: forced, isForeign: isRaw) : entry.forgotten)
        }
    }
}
