import NVMeSpec

/// What changes blocks without moving them, and what makes them durable.
extension QueueIntegrity {
    /// Marks what a command may change, right before it is sent.
    mutating func begin(_ slot: UInt16, _ command: SubmissionQueueEntry) {
        let record = slots + Int(slot)
        guard let binding = record.pointee.binding else { return }
        switch record.pointee.extent.action {
        case .read, .compare, .flush, .none, .zoneAppend: return
        case .write: beginWrite(record, binding)
        default: beginUncommon(slot, record.pointee, binding.pointee.check.map, command)
        }
    }

    @inline(never)
    private mutating func beginUncommon(
        _ slot: UInt16, _ record: Slot, _ map: IntegrityMap, _ command: SubmissionQueueEntry
    ) {
        let blocks = record.extent.first..<record.extent.end
        switch record.extent.action {
        case .unmap:
            guard command.nvmOpcode == .datasetManagement,
                let ranges = DeallocatedRanges(command, data: record.data, byteCount: record.byteCount)
            else { return map.unmap(blocks) }
            for index in 0..<ranges.count { map.unmap(ranges[index]) }
        case .writeUncorrectable: map.fill(blocks, .perhapsUncorrectable)
        case .copy:
            guard let pieces = CopyPieces(command, data: record.data, byteCount: record.byteCount) else { return }
            map.fill(pieces.destinations, .unknown)
            map.hadForeignBlocks = true
            copies[slot] = pieces
        case .resetZone where command.cdw13 & 1 << 8 != 0:
            map.transform { $0.isWritten || $0.isInFlight ? .unmapped : $0 }
        case .resetZone: map.unmapRun(from: command.startingLBA)
        case .forget: map.unmap(0..<map.count)
        default: return
        }
    }

    /// - Parameter result: dwords 0 and 1 of the completion queue entry.
    @inline(never)
    mutating func finishUncommon(
        _ slot: UInt16, _ record: UnsafeMutablePointer<Slot>, _ binding: UnsafeMutablePointer<Binding>,
        _ result: UInt64,
        isSuccess: Bool
    ) {
        let map = binding.pointee.check.map
        let extent = record.pointee.extent
        switch extent.action {
        case .writeUncorrectable: map.fill(extent.first..<extent.end, .uncorrectable)
        case .copy:
            if let pieces = copies.removeValue(forKey: slot), isSuccess { map.copy(pieces) }
        case .flush where isSuccess: flushed(binding, record.pointee.token)
        case .zoneAppend where isSuccess:
            map.fill(map.clip(result..<max(result, result &+ UInt64(record.pointee.byteCount / 16))), .unknown)
        default: return
        }
    }
}

extension BlockExtent {
    /// Whether other commands for the same blocks have to wait; blocks beyond the table are nobody's concern.
    @inline(__always)
    func isLockable(below count: UInt64) -> Bool {
        switch action {
        case .read, .write, .compare, .unmap, .writeUncorrectable, .copy: first < count && first < end
        case .none, .flush, .resetZone, .zoneAppend, .forget: false
        }
    }
}

extension IntegrityMap {
    /// A Copy has succeeded: the destination holds what is known of the sources.
    func copy(_ pieces: CopyPieces) {
        let overlaps = pieces.sources.contains { $0.overlaps(pieces.destinations) }
        guard !overlaps else { return fill(pieces.destinations, .unknown) }
        var target = pieces.destination
        for source in pieces.sources {
            for lba in source {
                set(target, lba < count ? self[lba].copied : .unknown)
                target &+= 1
            }
        }
    }
}
