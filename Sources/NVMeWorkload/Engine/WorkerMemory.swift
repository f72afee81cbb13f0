import NVMeDriver
import NVMeSpec
import PCIExpress

/// The data buffers of a worker: one for writes and one for everything else per slot, with PRP lists that never change.
///
/// Unsafe inside: slot `n` covers `stride` bytes of each region from `n * stride`; each buffer has one page of `lists`.
struct WorkerMemory: ~Copyable {
    /// Most pages that one command moves: PRP1, and a list of one page.
    static let maximumPages = 506

    private let writes: DMARegion?
    private let others: DMARegion
    private let lists: DMARegion?
    /// Where everything is.
    let pointers: SlotPointers
    private var stride: Int { pointers.stride }
    private var pageSize: Int { pointers.pageSize }

    /// - Parameters:
    ///   - slots: commands outstanding at most.
    ///   - largestTransfer: bytes of the largest command, at most `maximumPages` pages.
    ///   - withWrites: whether any command sends data.
    ///
    /// Throws `outOfMemory` when the arena has no room; nothing is kept then.
    init(
        in arena: DMAPool, slots: Int, largestTransfer: Int, pageSize: Int, withWrites: Bool
    ) throws(PCIeError) {
        let stride = max(1, (largestTransfer + pageSize - 1) / pageSize) * pageSize
        let others = try arena.allocate(stride * slots, alignment: pageSize)
        let writes = withWrites ? try arena.allocate(stride * slots, alignment: pageSize) : nil
        let lists = stride > 2 * pageSize ? try arena.allocate(pageSize * slots * 2, alignment: pageSize) : nil
        pointers = SlotPointers(
            writes: writes ?? others, others: others, lists: lists ?? others, stride: stride, pageSize: pageSize)
        self.others = others
        self.writes = writes
        self.lists = lists
        for slot in 0..<slots {
            fillList(slot * 2, of: others.ioVirtualAddress + UInt64(slot * stride))
            if let writes { fillList(slot * 2 + 1, of: writes.ioVirtualAddress + UInt64(slot * stride)) }
        }
    }

    /// Writes the PRP list of one buffer: all its pages but the first (NVMe Base 2.0 §4.1.1).
    private func fillList(_ list: Int, of buffer: UInt64) {
        guard let lists else { return }
        let entries = (lists.pointer + list * pageSize).assumingMemoryBound(to: UInt64.self)
        for page in 1..<min(stride / pageSize, Self.maximumPages) {
            entries[page - 1] = buffer + UInt64(page * pageSize)
        }
    }

    /// Has the memory kept as long as the device may know of it through this queue pair.
    func lend(to pair: QueuePair) {
        for region in [others, writes, lists] {
            if let region { pair.lend(region) }
        }
    }

    /// Whether there are write buffers.
    var hasWrites: Bool { writes != nil }

    /// Bytes that one slot can move.
    var capacity: Int { stride }

    /// Fills every write buffer with the workload's pattern, the same in all of them.
    func fill(_ pattern: WritePattern, slots: Int, seed: UInt64) {
        guard let writes else { return }
        fillFirst(pattern, of: writes, seed: seed)
        for slot in 1..<max(1, slots) {
            (writes.pointer + slot * stride).copyMemory(from: writes.pointer, byteCount: stride)
        }
    }

    private func fillFirst(_ pattern: WritePattern, of writes: DMARegion, seed: UInt64) {
        let words = writes.pointer.assumingMemoryBound(to: UInt64.self)
        let count = stride / 8
        switch pattern {
        case .zeros: break
        case .ones: for index in 0..<count { words[index] = .max }
        case .repeated(let dword):
            let word = UInt64(dword) << 32 | UInt64(dword)
            for index in 0..<count { words[index] = word }
        case .random(let percent):
            var random = WorkloadRandom(seed: seed)
            for index in 0..<stride * percent / 100 / 8 { words[index] = random.next() }
        }
    }
}

/// Where the data of each slot lies, for the host and for the device; no references.
///
/// Unsafe inside: the regions of a `WorkerMemory`, which is alive as long as this is used.
struct SlotPointers {
    private let writeBase: UInt64
    private let otherBase: UInt64
    private let listBase: UInt64
    private let hostWrites: UnsafeMutableRawPointer
    private let hostOthers: UnsafeMutableRawPointer
    let stride: Int
    let pageSize: Int

    init(writes: DMARegion, others: DMARegion, lists: DMARegion, stride: Int, pageSize: Int) {
        writeBase = writes.ioVirtualAddress
        otherBase = others.ioVirtualAddress
        listBase = lists.ioVirtualAddress
        hostWrites = writes.pointer
        hostOthers = others.pointer
        self.stride = stride
        self.pageSize = pageSize
    }

    /// Sets PRP1 and PRP2 for `byteCount` bytes of a slot.
    @inline(__always)
    func describe(_ prp1: inout UInt64, _ prp2: inout UInt64, slot: Int, byteCount: Int, isWrite: Bool) {
        prp1 = (isWrite ? writeBase : otherBase) &+ UInt64(truncatingIfNeeded: slot &* stride)
        guard byteCount > pageSize else { return }
        if byteCount <= 2 &* pageSize {
            prp2 = prp1 &+ UInt64(truncatingIfNeeded: pageSize)
        } else {
            let list = slot &* 2 &+ (isWrite ? 1 : 0)
            prp2 = listBase &+ UInt64(truncatingIfNeeded: list &* pageSize)
        }
    }

    /// First byte of a slot's buffer.
    @inline(__always)
    func host(slot: Int, isWrite: Bool) -> UnsafeMutableRawPointer {
        (isWrite ? hostWrites : hostOthers) + slot &* stride
    }
}
