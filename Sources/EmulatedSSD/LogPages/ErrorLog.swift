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
        var page = ByteLayout(count: Self.capacity * 64)
        for place in 0..<Self.capacity {
            let entry = entries[(next + Self.capacity - 1 - place) % Self.capacity]
            guard entry.count > 0 else { break }
            let base = place * 64
            page.put(entry.count, at: base)
            page.put(entry.queue, at: base + 8)
            page.put(entry.commandID, at: base + 10)
            page.put(entry.status << 1, at: base + 12)
            page.put(entry.location, at: base + 14)
            if namesBlocks { page.put(entry.lba, at: base + 16) }
            page.put(entry.nsid, at: base + 24)
            // The command set (30) is NVM, 0; the version of the page (63) is 1.
            page.put(entry.opcode, at: base + 31)
            page.put(UInt8(1), at: base + 63)
        }
        return page.bytes
    }
}
