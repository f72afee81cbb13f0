import NVMeSpec
import PCIExpress

/// The piece of DMA memory that a command moves: contiguous for the device.
struct Transfer {
    let address: UInt64
    let byteCount: Int
}

/// Builds the data pointers of commands; owns one page for a PRP list per command slot.
///
/// Unsafe inside: slot `n` writes only inside page `n` of `region`, at most `maximumPages` entries of 8 bytes.
struct DataPointers: ~Copyable {
    /// Pages that one command reaches through PRPs: what one list page holds, less what other drivers keep for themselves.
    static let maximumPages = 506

    private let memory: DMAPool
    private let lease: DMALease
    private let slotCount: Int
    /// Memory page of the controller, CC.MPS.
    private let pageSize: UInt64
    /// Made when the first command needs a list: small transfers never do.
    private var lists: DMARegion?

    init(memory: DMAPool, lease: DMALease, slotCount: Int, pageSize: Int) {
        self.memory = memory
        self.lease = lease
        self.slotCount = slotCount
        self.pageSize = UInt64(pageSize)
    }

    /// Writes DPTR: an SGL data block where PSDT asks for one, PRPs otherwise (NVMe Base 2.0 §4.1.1, §4.1.2).
    @inline(__always)
    mutating func describe(
        _ transfer: Transfer, in command: inout SubmissionQueueEntry, slot: UInt16
    ) throws(NVMeError) {
        guard transfer.address & 0b11 == 0 else { throw Self.misaligned(transfer.address) }
        guard command.cdw0 & 0xC000 == 0 else { return try describeSGL(transfer, in: &command) }
        command.prp1 = transfer.address
        command.prp2 = 0
        let inFirstPage = pageSize &- transfer.address & (pageSize &- 1)
        let byteCount = UInt64(truncatingIfNeeded: transfer.byteCount)
        guard byteCount > inFirstPage else { return }
        let secondPage = transfer.address &+ inFirstPage
        if byteCount &- inFirstPage <= pageSize {
            command.prp2 = secondPage
        } else {
            command.prp2 = try list(from: secondPage, byteCount: byteCount &- inFirstPage, of: transfer, slot: slot)
        }
    }

    /// Where a transfer lies in this process; nil when any of it is outside the arena.
    @inline(__always)
    func hostAddress(_ transfer: Transfer) -> UnsafeMutableRawPointer? {
        let arena = memory.arena
        let offset = transfer.address &- arena.ioVirtualBase
        guard offset <= UInt64(arena.byteCount), transfer.byteCount >= 0,
            transfer.byteCount <= arena.byteCount &- Int(offset)
        else { return nil }
        return arena.base + Int(offset)
    }

    /// Fills the slot's list page and returns its address.
    private mutating func list(
        from address: UInt64, byteCount: UInt64, of transfer: Transfer, slot: UInt16
    ) throws(NVMeError) -> UInt64 {
        let pages = Int(clamping: (byteCount &+ pageSize &- 1) / pageSize)
        guard pages < Self.maximumPages else {
            throw .transferTooLarge(byteCount: transfer.byteCount, limit: Self.maximumPages * Int(pageSize))
        }
        let region = try listRegion()
        let offset = Int(slot) * DMAArena.pageSize
        let entries = (region.pointer + offset).assumingMemoryBound(to: UInt64.self)
        for page in 0..<pages { entries[page] = address &+ UInt64(page) &* pageSize }
        return region.ioVirtualAddress &+ UInt64(offset)
    }

    private mutating func listRegion() throws(NVMeError) -> DMARegion {
        if let lists { return lists }
        let memory = self.memory
        let byteCount = slotCount * DMAArena.pageSize
        let region = try onLink { () throws(PCIeError) in try memory.allocate(byteCount) }
        lease.add(region)
        lists = region
        return region
    }

    /// One SGL data block descriptor for the whole transfer (NVMe Base 2.0 §4.1.2.1).
    private func describeSGL(_ transfer: Transfer, in command: inout SubmissionQueueEntry) throws(NVMeError) {
        guard let length = UInt32(exactly: transfer.byteCount) else {
            throw .transferTooLarge(byteCount: transfer.byteCount, limit: Int(UInt32.max))
        }
        command.prp1 = transfer.address
        command.prp2 = UInt64(length)
    }

    static func misaligned(_ address: UInt64) -> NVMeError {
        .invalidArgument(
            name: "buffer address", value: hex(address), limit: "dword alignment", fix: "use an offset divisible by 4")
    }
}
