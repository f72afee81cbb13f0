import CNVMeHost

/// Compares blocks that were read with what the table knows of them.
///
/// Costs per block a look into the table and, with checksums, its CRC-32C.
///
/// Unsafe inside: `data` holds `count` blocks of `layout`; `scratch` has room for `chunk` checksums; `versions` lives as long as
/// the table.
struct BlockCheck: BitwiseCopyable, @unchecked Sendable {
    static let chunk = 64

    let map: IntegrityMap
    let layout: BlockLayout
    let history: WriteHistory
    let versions: Unmanaged<BlockVersions>
    let tokens: TokenCounter
    let scratch: UnsafeMutablePointer<UInt32>
    /// When the commands were sent whose data it checks.
    let epoch: UInt32

    /// Index of the first block that is not what it ought to be, from `start` on; nil when all are, as far as that is known.
    ///
    /// - Parameter line: where blocks are counted of which it is not; nil when they were counted before.
    func firstMismatch(
        _ data: UnsafeRawPointer, lba: UInt64, count: Int, from start: Int = 0, level: VerificationLevel,
        line: QueueLine? = nil
    ) -> Int? {
        guard level >= .stamps else { return nil }
        var first = start
        var unchecked = 0
        while first < count {
            let base = lba &+ UInt64(truncatingIfNeeded: first)
            let size = piece(base, count &- first)
            let blocks = data + first &* layout.stride
            let computes = level == .checksums && needsChecksums(base, size)
            if computes { nvme_crc32c_blocks(blocks, layout.stride, layout.dataByteCount, size, scratch) }
            var index = 0
            while true {
                index = firstUnusual(blocks, base, from: index, to: size, computes: computes)
                guard index < size else { break }
                let here = base &+ UInt64(truncatingIfNeeded: index)
                switch judge(blocks + index &* layout.stride, here, crc: computes ? scratch[index] : nil) {
                case .right: break
                case .wrong:
                    line?.addChecked(count &- start &- unchecked)
                    return first &+ index
                case .unchecked(let reason):
                    unchecked &+= 1
                    leaveUnchecked(reason, line)
                }
                index &+= 1
            }
            first &+= size
        }
        line?.addChecked(count &- start &- unchecked)
        return nil
    }

    /// Counts a block of which nothing is known. Apart from the loop, which allocates nothing.
    @inline(never)
    private func leaveUnchecked(_ reason: UncheckedReason, _ line: QueueLine?) {
        line?.add(1, reason)
        if reason == .noMemory { map.memory._withUnsafeGuaranteedRef { $0.warn() } }
    }

    /// Blocks from `lba` on that share a page of the table and whose checksums fit into `scratch`.
    @inline(__always)
    func piece(_ lba: UInt64, _ count: Int) -> Int { min(Self.chunk, count, IntegrityMap.blocksLeft(lba)) }

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
}

/// What a block that was read may be.
extension BlockCheck {
    enum Judgement {
        case right
        case wrong
        case unchecked(UncheckedReason)
    }

    @inline(never)
    private func judge(_ block: UnsafeRawPointer, _ lba: UInt64, crc: UInt32?) -> Judgement {
        let judgement = judgeEntry(block, lba, crc)
        guard case .wrong = judgement, !map.isSettled(since: epoch), layout.lba(block) != BlockLayout.poison(lba),
            isConceivable(block, lba, afterErase: true)
        else { return judgement }
        return .unchecked(.oldOrNew)
    }

    private func judgeEntry(_ block: UnsafeRawPointer, _ lba: UInt64, _ crc: UInt32?) -> Judgement {
        let entry = map[lba]
        // The driver's own mark: nothing was moved, whatever the block ought to hold. Unless it was written with that mark.
        if layout.lba(block) == BlockLayout.poison(lba), !mayHoldMark(block, entry, crc) { return .wrong }
        if entry.isWritten { return judgeWritten(block, lba, entry, crc) }
        if entry.isOldOrNew { return judgeOldOrNew(block, lba, entry) }
        if entry.isUncorrectable { return .wrong }
        if entry == .perhapsUncorrectable { return .unchecked(.oldOrNew) }
        if entry == .unknown {
            return .unchecked(
                lba >= map.count ? .beyondTable : map.isUntracked(lba) ? .noMemory : .unseenData)
        }
        return isConceivable(block, lba) ? .unchecked(.neverWritten) : .wrong
    }

    /// Whether the block may begin with the mark of a read because a script has written it so: a buffer whose read failed.
    private func mayHoldMark(_ block: UnsafeRawPointer, _ entry: IntegrityEntry, _ crc: UInt32?) -> Bool {
        guard map.marksMayBeWritten else { return false }
        return entry.isWritten ? entry.isForeign && entry.has(crc ?? checksum(block)) : !entry.isUncorrectable
    }

    private func judgeWritten(
        _ block: UnsafeRawPointer, _ lba: UInt64, _ entry: IntegrityEntry, _ crc: UInt32?
    ) -> Judgement {
        // A block without a stamp of its own is known by its checksum alone, at every level.
        if entry.isForeign { return entry.has(crc ?? checksum(block)) ? .right : .wrong }
        guard layout.lba(block) == lba, layout.token(block) & IntegrityEntry.tokenMask == entry.tokenBits else {
            return .wrong
        }
        guard let crc, entry.checksum != 0 else { return .right }
        return entry.has(crc) ? .right : .wrong
    }

    /// A write of the block failed, or was lost with the power: its data is legal, and so is what nothing has taken away before.
    private func judgeOldOrNew(_ block: UnsafeRawPointer, _ lba: UInt64, _ entry: IntegrityEntry) -> Judgement {
        let crc = checksum(block)
        if entry.isForeign { return entry.has(crc) ? .right : .unchecked(.oldOrNew) }
        let token = layout.token(block)
        let isStamped = layout.lba(block) == lba
        if isStamped, token & IntegrityEntry.tokenMask == entry.tokenBits, entry.checksum == 0 || entry.has(crc) {
            return .right
        }
        let next = tokens.next
        let past = versions._withUnsafeGuaranteedRef {
            $0.past(of: lba, before: entry.token(before: next), next: next, erased: map.erasedToken)
        }
        if isStamped, let version = evidence(token), version.lba == lba, version.crc == crc {
            return token >= past.floor ? .right : .wrong
        }
        // Looked up a moment ago; the history may have forgotten the oldest of these versions since.
        let isComplete = past.isComplete && tokens.next <= past.floor &+ UInt64(WriteHistory.capacity)
        return !isComplete && isConceivable(block, lba) ? .unchecked(.oldOrNew) : .wrong
    }

    /// Whether a block of which nothing is known may look like this.
    private func isConceivable(_ block: UnsafeRawPointer, _ lba: UInt64, afterErase: Bool = false) -> Bool {
        let stamp = layout.lba(block)
        if stamp == lba || stamp == 0 || stamp == .max { return true }
        guard map.toleratesAnything || afterErase else { return false }
        // What this process has written to another block, to the bit, has no business here.
        guard !map.hadForeignBlocks, let other = evidence(layout.token(block)), other.lba == stamp else { return true }
        return other.crc != checksum(block)
    }

    /// What the history knows of a token; nil where it knows nothing, or what it knows proves nothing.
    private func evidence(_ token: UInt64) -> WriteHistory.Record? { token < map.evidence ? nil : history[token] }

    func checksum(_ block: UnsafeRawPointer) -> UInt32 { nvme_crc32c(block, layout.dataByteCount) }
}
