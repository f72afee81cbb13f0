import NVMeSpec

/// The NVMe controller behind the function: owns everything below the bus.
///
/// Only touched by whoever holds the device's lock: its own thread, or a host thread in a register access.
final class EmulatedController {
    let map: DMAMap
    let statistics: UnsafeMutablePointer<Statistics>
    /// The memory page of CC.MPS.
    var memoryPage = MemoryPage(shift: 12)
    /// Bytes that one command may move (MDTS).
    let maximumTransfer: Int

    init(map: DMAMap) {
        self.map = map
        statistics = .allocate(capacity: 1)
        statistics.initialize(to: Statistics())
        maximumTransfer = 128 << 10
    }
}
