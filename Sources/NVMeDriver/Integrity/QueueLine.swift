import CNVMeHost
import PCIExpress

/// What one queue tells all others of its writes and reads of a table: its oldest outstanding write, and how many blocks it has
/// checked.
///
/// | byte | |
/// |---|---|
/// | 0 | token of the oldest outstanding write that is stamped |
/// | 8 | order of the oldest that is not |
/// | 16 | blocks that were checked |
/// | 24 on | blocks that were not, one word for each `UncheckedReason` |
///
/// Unsafe inside: sixteen words that live as long as the queue's binding; written by the queue, read by anybody.
struct QueueLine: BitwiseCopyable {
    static let byteCount = 128
    /// Nothing is outstanding.
    static let idle = UInt64.max

    let base: UnsafeMutableRawPointer

    @inline(__always)
    func publish(token: UInt64) { nvme_store64(base, token) }

    func publish(order: UInt64) { nvme_store64(base + 8, order) }

    @inline(__always)
    func addChecked(_ count: Int) { add(count, at: Self.checkedPlace) }

    func add(_ count: Int, _ reason: UncheckedReason) { add(count, at: Self.place(reason)) }

    @inline(__always)
    private func add(_ count: Int, at offset: Int) {
        nvme_store64(base + offset, nvme_load64(base + offset) &+ UInt64(truncatingIfNeeded: count))
    }

    static let checkedPlace = 16

    static func place(_ reason: UncheckedReason) -> Int { 24 + reason.rawValue * 8 }
}

/// The lines of all queues.
extension IntegrityMap {
    private static let unused: UInt64 = 0
    /// Queues of all processes that may use a table at a time and have a line of their own.
    static let lineCount = 1024
    /// Where the counts of queues that are gone are added up, laid out as a line.
    private static let totals = 128

    private func line(_ index: Int) -> UnsafeMutableRawPointer {
        header + SharedMemory.pageSize + index * QueueLine.byteCount
    }

    /// Lines from here on were never claimed: looking at them would commit memory.
    private var claimed: Int { min(Self.lineCount, Int(truncatingIfNeeded: nvme_load64(header + 40))) }

    /// A line for a queue; one that nobody else can see when there are too many queues. Then no flush makes anything durable,
    /// because nobody knows what that queue has outstanding.
    func claimLine() -> QueueLine {
        for index in 0..<Self.lineCount {
            var known = nvme_load64(header + 40)
            while known <= UInt64(index) {
                known = nvme_compare_exchange64(header + 40, known, UInt64(index) + 1)
            }
            if nvme_compare_exchange64(line(index), Self.unused, QueueLine.idle) == Self.unused {
                nvme_store64(line(index) + 8, QueueLine.idle)
                return QueueLine(base: line(index))
            }
        }
        _ = nvme_fetch_add64(header + 48, 1)
        let own = UnsafeMutableRawPointer.allocate(byteCount: QueueLine.byteCount, alignment: QueueLine.byteCount)
        own.initializeMemory(as: UInt64.self, repeating: 0, count: QueueLine.byteCount / 8)
        return QueueLine(base: own)
    }

    func release(_ queueLine: QueueLine) {
        for offset in stride(from: QueueLine.checkedPlace, to: QueueLine.byteCount, by: 8) {
            _ = nvme_fetch_add64(header + Self.totals + offset, nvme_load64(queueLine.base + offset))
            nvme_store64(queueLine.base + offset, 0)
        }
        let isOurs = queueLine.base >= line(0) && queueLine.base < line(Self.lineCount)
        guard !isOurs else { return nvme_store64(queueLine.base, Self.unused) }
        _ = nvme_fetch_add64(header + 48, UInt64.max)
        queueLine.base.deallocate()
    }

    /// The oldest writes that are outstanding anywhere; `next` when there are none.
    func oldestOutstanding(next: WriteNumbers) -> WriteNumbers {
        guard nvme_load64(header + 48) == 0 else { return WriteNumbers(token: 0, order: 0) }
        var oldest = next
        for index in 0..<claimed {
            let token = nvme_load64(line(index))
            guard token != Self.unused else { continue }
            oldest.token = min(oldest.token, token)
            oldest.order = min(oldest.order, nvme_load64(line(index) + 8))
        }
        return oldest
    }

    /// A count of all queues, those that are gone included.
    func sum(at offset: Int) -> UInt64 {
        (0..<claimed).reduce(nvme_load64(header + Self.totals + offset)) { $0 &+ nvme_load64(line($1) + offset) }
    }
}
