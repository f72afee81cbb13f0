import CNVMeHost
import NVMeSpec
import PCIExpress
import Synchronization

/// How the memory of a hand-made queue is laid out.
public enum QueueLayout: Sendable {
    /// One piece (PC = 1).
    case contiguous
    /// Single pages found through a PRP list (PC = 0), for controllers without CAP.CQR.
    case scattered
}

/// The memory of a hand-made queue, and its entries by index.
///
/// Leased to the device from the moment on that a create command with its address exists, until the queue is deleted.
///
/// Unsafe inside: an entry lies wholly in one page, because sizes are powers of two; every index is checked.
final class QueueMemory: Sendable {
    let layout: QueueLayout
    let entries: Int
    private let entrySize: Int
    private let pages: [Buffer]
    private let list: PRPList?
    private let lease: DMALease
    private let progress = Mutex(Progress())

    private struct Progress {
        /// Where the tail doorbell stands.
        var tail = 0
        /// Phase tag that each entry carried when the script looked last.
        var phases: [Bool] = []
    }

    init(_ controller: Controller, entries: Int, entrySize: Int, layout: QueueLayout) throws(NVMeError) {
        try require("queue entries", entries, in: 1...65_536)
        self.layout = layout
        self.entries = entries
        self.entrySize = entrySize
        lease = controller.function.leases.begin()
        switch layout {
        case .contiguous:
            pages = [try controller.makeBuffer(entries * entrySize, name: "queue")]
            list = nil
        case .scattered:
            let pageCount = (entries * entrySize + DMAArena.pageSize - 1) / DMAArena.pageSize
            var pages: [Buffer] = []
            for _ in 0..<pageCount { pages.append(try controller.makeBuffer(DMAArena.pageSize, name: "queue page")) }
            self.pages = pages
            list = try PRPList(controller, pages.map(\.ioVirtualAddress), capacity: max(pageCount, 512))
        }
    }

    /// What PRP1 of the create command holds: the queue, or its PRP list. The device is about to be told of it.
    func lend() -> UInt64 {
        progress.withLock { $0 = Progress() }
        for page in pages { page.lend(to: lease) }
        list?.buffer.lend(to: lease)
        return list?.ioVirtualAddress ?? pages[0].ioVirtualAddress
    }

    /// The tail doorbell was rung. Returns how many commands the device has been told of by it; 0 for a value that cannot be.
    func rung(tail: UInt32) -> Int {
        guard tail < entries else { return 0 }
        return progress.withLock { progress in
            defer { progress.tail = Int(tail) }
            return (Int(tail) - progress.tail + entries) % entries
        }
    }

    /// The script looks at a completion. True when it is one that it has not seen.
    func isNews(_ index: Int, phase: Bool) -> Bool {
        progress.withLock { progress in
            if progress.phases.isEmpty { progress.phases = Array(repeating: false, count: entries) }
            defer { progress.phases[index] = phase }
            return progress.phases[index] != phase
        }
    }

    /// The device has deleted the queue.
    func takeBack() { lease.end() }

    func place(_ index: Int) throws(NVMeError) -> UnsafeMutableRawPointer {
        try require("queue entry index", index, in: 0...entries - 1)
        guard layout == .scattered else { return pages[0].region.pointer + index * entrySize }
        let position = index * entrySize
        return pages[position / DMAArena.pageSize].region.pointer + position % DMAArena.pageSize
    }
}
