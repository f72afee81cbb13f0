import NVMeSpec

extension IntegrityTable {
    /// Reports of one command at most.
    private static var reportsPerCommand: Int { 8 }

    /// Describes the blocks of a read that are wrong, from the first one on.
    func report(_ data: UnsafeRawPointer, _ extent: BlockExtent, from first: Int, _ check: BlockCheck) {
        var index: Int? = first
        for _ in 0..<Self.reportsPerCommand {
            guard let wrong = index else { return }
            found.add(report(data, extent, wrong, check))
            index = check.firstMismatch(
                data, lba: extent.first, count: extent.count, from: wrong + 1, level: map.level)
        }
    }

    private func report(
        _ data: UnsafeRawPointer, _ extent: BlockExtent, _ index: Int, _ check: BlockCheck
    ) -> MismatchReport {
        let block = data + index * layout.stride
        let lba = extent.first + UInt64(index)
        let diagnosis = MismatchDiagnosis(
            block: block, lba: lba, check: check, nextToken: tokens.next, blockCount: blockCount
        ) { record in
            let before = record.index > 0 && self.isNew(data, extent, index - 1, check, token: record.token &- 1)
            return before
                || record.following > 0 && self.isNew(data, extent, index + 1, check, token: record.token &+ 1)
        }
        let (kind, differing) = diagnosis.result()
        let checksum = diagnosis.entry.isWritten ? diagnosis.entry.checksum : 0
        return MismatchReport(
            namespaceID: namespaceID, lba: lba, kind: kind, expectedToken: diagnosis.expectedToken,
            gotToken: diagnosis.gotToken, gotLBA: diagnosis.gotLBA,
            expectedChecksum: checksum == 0 ? nil : checksum,
            gotChecksum: IntegrityEntry.checksum(diagnosis.gotCRC), firstDifferingByte: differing,
            excerpts: excerpts(block, around: differing))
    }

    /// Whether a block of the read is right and has this token.
    private func isNew(
        _ data: UnsafeRawPointer, _ extent: BlockExtent, _ index: Int, _ check: BlockCheck, token: UInt64
    ) -> Bool {
        guard index >= 0, index < extent.count, layout.token(data + index * layout.stride) == token else {
            return false
        }
        let lba = extent.first + UInt64(index)
        return check.map[lba].isWritten
            && check.firstMismatch(
                data + index * layout.stride, lba: lba, count: 1, level: .checksums) == nil
    }

    private func excerpts(_ block: UnsafeRawPointer, around differing: Int?) -> [MismatchReport.Excerpt] {
        let last = layout.dataByteCount - 16
        var places = [0, last]
        if let differing { places.append(min(last, max(0, differing & ~15))) }
        return Set(places).sorted().map { offset in
            MismatchReport.Excerpt(
                offset: offset, bytes: Array(UnsafeRawBufferPointer(start: block + offset, count: 16)))
        }
    }
}
