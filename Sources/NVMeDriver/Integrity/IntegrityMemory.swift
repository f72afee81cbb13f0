import CNVMeHost
import Synchronization
import PCIExpress

/// The memory of one table, as far as this process is concerned: opens its pages, and says once when there are no more.
final class IntegrityMemory: Sendable {
    let budget: IntegrityBudget
    private let hasWarned = Atomic(false)
    private let handler = Mutex<(@Sendable () -> Void)?>(nil)

    init(_ budget: IntegrityBudget) { self.budget = budget }

    /// Called once, on the thread that sends or reaps the first command with blocks that are not tracked.
    func onExhaustion(_ body: (@Sendable () -> Void)?) { handler.withLock { $0 = body } }

    /// - Parameter page: the byte of an empty page of `map`.
    /// - Returns: whether the page takes entries now.
    func open(_ page: UnsafeMutableRawPointer, of map: IntegrityMap) -> Bool {
        budget.tables.withLock { tables in
            let limit = map[.limit]
            let fits =
                (limit == 0 || map[.open] < limit)
                && tables.reduce(0) { $0 + $1[.open] } < budget.byteLimit / SharedMemory.pageSize
            // Counted first: whoever gives the page back at once must not find less than there is.
            if fits { map.add(1, to: .open) }
            let state = fits ? IntegrityMap.tracked : IntegrityMap.untracked
            let found = nvme_compare_exchange8(page, IntegrityMap.empty, state)
            guard found != IntegrityMap.empty else { return fits }
            // Another process, or another queue before the lock was taken, was faster.
            if fits { map.add(-1, to: .open) }
            return found == IntegrityMap.tracked
        }
    }

    func warn() {
        guard !hasWarned.load(ordering: .relaxed), !hasWarned.exchange(true, ordering: .relaxed) else { return }
        handler.withLock(\.self)?()
    }
}
