import PCIExpress

/// The doorbell registers of a device, and the word that its thread sleeps on, in memory that another process can map and ring as well.
///
/// Unsafe inside: the pointers lie in `memory`, which lives as long as this object.
public final class DoorbellMemory: Sendable {
    /// The doorbells as they lie in BAR 0, and behind them `sleeper`.
    public let memory: SharedMemory
    /// Bytes of the doorbell area, whole pages.
    public let byteCount: Int

    /// - Parameter byteCount: of the doorbell area; rounded up to pages.
    ///
    /// Throws `environment` or `outOfMemory` when the process has no memory file or address space to give.
    init(byteCount: Int) throws(PCIeError) {
        let page = SharedMemory.pageSize
        self.byteCount = (max(1, byteCount) + page - 1) / page * page
        memory = try SharedMemory(byteCount: self.byteCount + page, name: "swift-nvme-doorbells")
    }

    /// The doorbell registers, written by the host at any time.
    var cells: UnsafeMutableRawPointer { memory.base }

    /// The byte of `memory` where the word begins that is non-zero while the device's thread sleeps on it, or is about to. Who has rung a
    /// doorbell and finds it so clears the word and wakes the thread (a futex that is not private).
    public var sleeperOffset: Int { byteCount }

    var sleeper: UnsafeMutablePointer<UInt32> {
        (memory.base + sleeperOffset).assumingMemoryBound(to: UInt32.self)
    }
}
