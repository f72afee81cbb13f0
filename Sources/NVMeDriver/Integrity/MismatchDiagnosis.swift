import CNVMeHost

/// Finds out what happened to a block. Runs only when something has gone wrong, and may take its time.
struct MismatchDiagnosis {
    let block: UnsafeRawPointer
    let lba: UInt64
    let layout: BlockLayout
    let entry: IntegrityEntry
    let history: WriteHistory
    /// The token that will be taken next: no block can carry it or a later one.
    let nextToken: UInt64
    /// Blocks of the namespace.
    let blockCount: UInt64
    /// Whether the block before, or behind, is of the same write and read correctly.
    let neighbourIsNew: (WriteHistory.Record) -> Bool

    let gotLBA: UInt64
    let gotToken: UInt64
    let gotCRC: UInt32
    let expectedToken: UInt64?

    init(
        block: UnsafeRawPointer, lba: UInt64, check: BlockCheck, nextToken: UInt64, blockCount: UInt64,
        neighbourIsNew: @escaping (WriteHistory.Record) -> Bool
    ) {
        self.block = block
        self.lba = lba
        layout = check.layout
        entry = check.map[lba]
        history = check.history
        self.nextToken = nextToken
        self.blockCount = blockCount
        self.neighbourIsNew = neighbourIsNew
        gotLBA = layout.lba(block)
        gotToken = layout.token(block)
        gotCRC = nvme_crc32c(block, layout.dataByteCount)
        expectedToken = entry.isWritten && !entry.isForeign ? entry.token(before: nextToken) : nil
    }

    /// What happened, and the first byte that is wrong.
    func result() -> (kind: MismatchKind, firstDifferingByte: Int?) {
        if gotLBA == BlockLayout.poison(lba) { return (.notTransferred, 0) }
        if entry.isUncorrectable { return (.uncorrectable, nil) }
        if isFilled(with: 0) { return (.allZeros, lba == 0 ? nil : lba.trailingZeroBitCount / 8) }
        if isFilled(with: 0xFF) { return (.allOnes, 0) }
        return flippedBit() ?? shift() ?? (gotLBA == lba ? ownBlock() : foreignBlock())
    }

    private func isFilled(with value: UInt8) -> Bool {
        UnsafeRawBufferPointer(start: block, count: layout.dataByteCount).allSatisfy { $0 == value }
    }

    /// Whether a write with this token and LBA has been, for all that is known.
    private func isPlausible(token: UInt64, lba: UInt64) -> Bool {
        guard token > 0, token < nextToken, lba < blockCount else { return false }
        if let record = history[token] { return record.lba == lba }
        // Recent tokens would be in the history; older ones can only be believed.
        return nextToken &- token > UInt64(WriteHistory.capacity) || !entry.isWritten || entry.checksum == 0
    }

    private func flippedBit() -> (MismatchKind, Int?)? {
        guard entry.isWritten, entry.checksum != 0 else { return nil }
        let difference = entry.checksum ^ IntegrityEntry.checksum(gotCRC)
        guard let (byte, bit) = BitFlipSearch.place(byteCount: layout.dataByteCount, difference: difference) else {
            return nil
        }
        let isInLBA = byte < 8
        let isInToken = byte >= layout.dataByteCount - 8
        // A place inside a stamp must explain the stamp; one outside leaves both alone.
        if !entry.isForeign, isInLBA != (gotLBA != lba) { return nil }
        if let expectedToken, isInToken != (gotToken != expectedToken) { return nil }
        // Tokens that differ in one bit are more likely two writes than an accident.
        if isInToken, isPlausible(token: gotToken, lba: lba) { return nil }
        return (.bitFlip(byte: byte, bit: bit), byte)
    }

    /// Looks for the LBA stamp behind its place, and for the token before its place.
    private func shift() -> (MismatchKind, Int?)? {
        guard let expectedToken, gotLBA != lba || gotToken != expectedToken else { return nil }
        let size = layout.dataByteCount
        for distance in 1..<size - 8 {
            let token = UInt64(littleEndian: block.loadUnaligned(fromByteOffset: size - 8 - distance, as: UInt64.self))
            if token == expectedToken, gotToken != expectedToken { return (.shifted(bytes: -distance), 0) }
            let stamp = UInt64(littleEndian: block.loadUnaligned(fromByteOffset: distance, as: UInt64.self))
            if lba != 0, stamp == lba, gotLBA != lba { return (.shifted(bytes: distance), 0) }
        }
        return nil
    }

    /// The block carries its own LBA, or a mark of nothing.
    private func ownBlock() -> (MismatchKind, Int?) {
        let tokenPlace = layout.dataByteCount - 8
        guard let expectedToken else { return (.unrecognised, nil) }
        if gotToken == expectedToken { return tornOrCorrupted() }
        if isPlausible(token: gotToken, lba: lba) {
            if let older = history[gotToken], older.crc != gotCRC, let torn = torn() { return torn }
            if let record = history[expectedToken], neighbourIsNew(record) { return (.tornBetweenBlocks, tokenPlace) }
            return (.stale(token: gotToken), tokenPlace)
        }
        return torn() ?? (.unrecognised, tokenPlace)
    }

    private func tornOrCorrupted() -> (MismatchKind, Int?) { torn() ?? (.corrupted, nil) }

    private func foreignBlock() -> (MismatchKind, Int?) {
        if gotLBA == 0 || gotLBA == .max, let torn = torn() { return torn }
        if isPlausible(token: gotToken, lba: gotLBA) { return (.otherBlock(lba: gotLBA), 0) }
        // A block that nobody has written to since the run began carries a token of an earlier run.
        if !entry.isWritten, gotLBA < blockCount { return (.otherBlock(lba: gotLBA), 0) }
        return torn() ?? (
            gotLBA < blockCount && gotToken != expectedToken ? .otherBlock(lba: gotLBA) : .unrecognised, 0
        )
    }

    /// Which sectors are of the latest write: all before one place, or all behind it.
    private func torn() -> (MismatchKind, Int?)? {
        guard let expectedToken, let latest = history[expectedToken] else { return nil }
        let got = WriteHistory.samples(block, byteCount: layout.dataByteCount)
        guard got.count > 1 else { return nil }
        var isNew = zip(got, latest.samples).map { $0 == $1 }
        // The stamps lie in the first and the last sector.
        isNew[0] = isNew[0] && gotLBA == lba
        isNew[got.count - 1] = isNew[got.count - 1] && gotToken == expectedToken
        guard let first = isNew.first, let last = isNew.last, first != last else { return nil }
        guard let sector = isNew.firstIndex(of: last), isNew[sector...].allSatisfy({ $0 == last }) else { return nil }
        let distance = WriteHistory.sampleDistance(layout.dataByteCount)
        let place = sector * distance
        return (.torn(sector: place / 512, newerFirst: first), first ? place : 0)
    }
}
