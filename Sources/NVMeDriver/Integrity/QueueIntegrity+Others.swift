import NVMeSpec

/// What changes blocks without moving them, and what makes them durable.
extension QueueIntegrity {
    /// Marks what a command may change, right before it is sent.
    mutating func begin(_ slot: UInt16, _ command: SubmissionQueueEntry) {
        let record = slots + Int(slot)
        guard let binding = record.pointee.binding else { return }
        if record.pointee.flags.contains(.isScripts) { watch(slot, record) }
        switch record.pointee.extent.action {
        case .compare, .flush, .none, .zoneAppend: return
        case .read: beginRead(record, binding)
        case .write: beginWrite(record, binding)
        default: beginUncommon(slot, record, binding, command)
        }
    }

    @inline(never)
    private mutating func beginUncommon(
        _ slot: UInt16, _ record: UnsafeMutablePointer<Slot>, _ binding: UnsafeMutablePointer<Binding>,
        _ command: SubmissionQueueEntry
    ) {
        let map = binding.pointee.check.map
        let (data, byteCount) = (record.pointee.data, record.pointee.byteCount)
        let blocks = record.pointee.extent.first..<record.pointee.extent.end
        if map.writesAreDurable { record.pointee.flags.insert(.isForced) }
        switch record.pointee.extent.action {
        case .unmap:
            guard command.nvmOpcode == .datasetManagement,
                let ranges = DeallocatedRanges(command, data: data, byteCount: byteCount)
            else { return map.unmap(blocks) }
            for index in 0..<ranges.count { map.unmap(ranges[index]) }
        // Until it has succeeded, a successful read has to bring what was there before.
        case .writeUncorrectable: takeOrder(record, binding)
        case .copy:
            guard let pieces = CopyPieces(command, data: data, byteCount: byteCount) else { return }
            takeOrder(record, binding)
            map.fill(pieces.destinations, .unknown)
            map.hadForeignBlocks = true
            copies[slot] = pieces
        case .resetZone where command.cdw13[as: ZoneManagementSendDword13.self].selectAll:
            map.transform { $0.isWritten || $0.isOldOrNew ? .unmapped : $0 }
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
        let forced = record.pointee.flags.contains(.isForced)
        let isKnown = isSuccess && isKnown(record, map)
        switch extent.action {
        case .writeUncorrectable where isSuccess:
            map.fill(
                extent.first..<extent.end,
                isKnown
                    ? IntegrityEntry(uncorrectable: record.pointee.token, isDurable: forced) : .perhapsUncorrectable)
        // One that was refused has changed nothing; but where nothing is known, scripts mark holes with it.
        case .writeUncorrectable:
            for lba in map.clip(extent.first..<extent.end) where map[lba] == .unmapped {
                map.set(lba, .perhapsUncorrectable)
            }
        case .copy:
            if let pieces = copies.removeValue(forKey: slot), isKnown {
                map.copy(pieces, order: record.pointee.token, forced: forced)
            }
        case .flush where isSuccess:
            flushed(binding, WriteNumbers(token: record.pointee.token, order: extent.first))
        case .zoneAppend where isSuccess:
            map.fill(map.clip(result..<max(result, result &+ UInt64(record.pointee.byteCount / 16))), .unknown)
        default: break
        }
        if record.pointee.flags.contains(.hasOrder) { writeEnded(record.pointee.flags, binding) }
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
    ///
    /// - Parameter order: that of the command.
    func copy(_ pieces: CopyPieces, order: UInt64, forced: Bool) {
        let overlaps = pieces.sources.contains { $0.overlaps(pieces.destinations) }
        guard !overlaps else { return fill(pieces.destinations, .unknown) }
        var target = pieces.destination
        for source in pieces.sources {
            for lba in source {
                set(target, lba < count ? self[lba].copied(order: order, forced: forced) : .unknown)
                target &+= 1
            }
        }
    }
}
