import CNVMeHost

/// Remembers blocks that are written.
extension BlockCheck {
    /// A write is about to be sent: until it completes, its blocks may be old or new.
    ///
    /// - Parameters:
    ///   - raw: the order of a write whose blocks carry no stamps; nil where they do.
    ///   - forced: it will be durable when it completes.
    func beginWrite(
        _ data: UnsafeRawPointer, lba: UInt64, count: Int, raw: UInt64?, forced: Bool, level: VerificationLevel
    ) {
        // Without a stamp there is only the checksum to know a block by.
        let computes = level == .checksums || raw != nil
        if raw != nil { map.hadForeignBlocks = true }
        var first = 0
        while first < count {
            let base = lba &+ UInt64(truncatingIfNeeded: first)
            let size = piece(base, count &- first)
            guard map.tracks(base) else {
                map.leaveOut(size)
                first &+= size
                continue
            }
            let blocks = data + first &* layout.stride
            if computes { nvme_crc32c_blocks(blocks, layout.stride, layout.dataByteCount, size, scratch) }
            for index in 0..<size {
                let place = first &+ index
                let block = blocks + index &* layout.stride
                let here = base &+ UInt64(truncatingIfNeeded: index)
                if let raw {
                    if layout.holdsMark(block) { map.marksMayBeWritten = true }
                    map.set(here, IntegrityEntry(inFlight: raw, crc: scratch[index], isForeign: true))
                } else {
                    remember(
                        block, here, crc: computes ? scratch[index] : nil, index: place,
                        following: count &- place &- 1, forced: forced)
                }
            }
            first &+= size
        }
    }

    /// The same for a stamped write whose checksums are known already.
    func beginWrite(
        _ data: UnsafeRawPointer, lba: UInt64, count: Int, pattern: borrowing PatternChecksums, forced: Bool
    ) {
        var first = 0
        while first < count {
            let base = lba &+ UInt64(truncatingIfNeeded: first)
            let end = first &+ min(count &- first, IntegrityMap.blocksLeft(base))
            if !map.tracks(base) {
                map.leaveOut(end &- first)
                first = end
            }
            while first < end {
                let block = data + first &* layout.stride
                let here = lba &+ UInt64(truncatingIfNeeded: first)
                let crc = pattern.crc(first, lba: here, token: layout.token(block))
                remember(block, here, crc: crc, index: first, following: count &- first &- 1, forced: forced)
                first &+= 1
            }
        }
    }

    @inline(__always)
    private func remember(
        _ block: UnsafeRawPointer, _ lba: UInt64, crc: UInt32?, index: Int, following: Int, forced: Bool
    ) {
        let token = layout.token(block)
        let old = map[lba]
        map.set(lba, IntegrityEntry(inFlight: token, crc: crc, isForeign: old.mayBeForeign))
        guard let crc else { return }
        history.record(
            block, byteCount: layout.dataByteCount, token: token, lba: lba, crc: crc, index: index,
            following: following, isForced: forced, previous: old.asPrevious)
    }

    /// A write has completed: its blocks are known from now on.
    @inline(__always)
    func finishWrite(lba: UInt64, count: Int, isRaw: Bool, forced: Bool) {
        for lba in lba..<lba &+ UInt64(truncatingIfNeeded: count) {
            let entry = map[lba]
            // Another queue may have changed the block meanwhile.
            guard entry.isOldOrNew else { continue }
            map.set(lba, entry.landed(forced: forced, isForeign: isRaw))
        }
    }
}
