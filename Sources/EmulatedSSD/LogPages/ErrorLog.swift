import NVMeSpec

/// The Error Information log page (NVMe Base 2.0 §5.16.1.2): the newest errors in a ring.
struct ErrorLog {
    private struct Entry {
        var count: UInt64 = 0
        var queue: UInt16 = 0
        var commandID: UInt16 = 0
        var opcode: UInt8 = 0
        var status: UInt16 = 0
        var location: UInt16 = 0
        var lba: UInt64 = 0
        var nsid: UInt32 = 0
    }

    /// Entries kept (ELPE + 1).
    static let capacity = 64
    private var entries = [Entry](repeating: Entry(), count: capacity)
    private var next = 0

    /// - Parameters:
    ///   - queue: FFFFh, as `commandID`, where the error is not that of a command.
    ///   - status: without phase tag.
    mutating func append(
        queue: UInt16, commandID: UInt16, opcode: UInt8, status: UInt16, location: UInt16, lba: UInt64, nsid: UInt32,
        _ statistics: UnsafeMutablePointer<Statistics>
    ) {
        statistics.pointee.errorLogEntries &+= 1
        entries[next] = Entry(
            count: statistics.pointee.errorLogEntries, queue: queue, commandID: commandID, opcode: opcode,
            status: status,
            location: location, lba: lba, nsid: nsid)
        next = (next + 1) % Self.capacity
    }

    mutating func removeAll() {
        for index in entries.indices { entries[index] = Entry() }
        next = 0
    }

    /// The log page, newest entry first.
    ///
    /// - Parameter namesBlocks: false leaves all LBAs 0, as during a sanitize operation.
    func bytes(namesBlocks: Bool) -> [UInt8] {
        var page: [UInt8] = []
        for place in 0..<Self.capacity {
            let entry = entries[(next + Self.capacity - 1 - place) % Self.capacity]
            guard entry.count > 0 else { break }
            var row = ErrorInformationEntry()
            row.errorCount = entry.count
            row.submissionQueueID = entry.queue
            row.commandID = entry.commandID
            row.statusField = entry.status << 1
            row.parameterErrorLocation = ParameterErrorLocation(rawValue: entry.location)
            row.lba = namesBlocks ? entry.lba : 0
            row.namespaceID = entry.nsid
            row.opcode = entry.opcode
            row.logPageVersion = 1
            page += row.bytes
        }
        return page.littleEndianBytes(count: Self.capacity * ErrorInformationEntry.byteCount)
    }
}
