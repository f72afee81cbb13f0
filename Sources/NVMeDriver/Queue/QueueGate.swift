import Synchronization

/// Lets one thread at a time use a queue pair, and lets a reset shut it for good.
///
/// Entering costs one compare-and-exchange; what it buys is a typed error where two threads would corrupt a ring, and a
/// safe moment for a reset to take the outstanding commands away.
final class QueueGate: Sendable {
    private let occupied = Atomic<Bool>(false)
    private let shut = Atomic<Bool>(false)

    var isShut: Bool { shut.load(ordering: .acquiring) }

    /// Closes the gate: everybody who enters from now on must look at `isShut`.
    func close() { shut.store(true, ordering: .sequentiallyConsistent) }

    @inline(__always)
    func enter() -> Bool {
        occupied.compareExchange(expected: false, desired: true, ordering: .sequentiallyConsistent).exchanged
    }

    @inline(__always)
    func leave() { occupied.store(false, ordering: .releasing) }
}
