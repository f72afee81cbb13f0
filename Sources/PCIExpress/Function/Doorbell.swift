import CNVMeHost

/// A 32-bit register of BAR 0 that is written on the hot path.
///
/// Real hardware: one volatile store. An embedded device: the same store into a cell that its thread watches, plus a wake-up
/// when that thread sleeps. Everything else (a device behind a socket): a call.
public struct Doorbell: @unchecked Sendable {
    @usableFromInline let cell: UnsafeMutableRawPointer?
    @usableFromInline let sleeper: UnsafeMutablePointer<UInt32>?
    @usableFromInline let slowPath: (any DoorbellSlowPath)?
    /// Keeps `cell` and `sleeper` alive.
    private let owner: AnyObject?

    /// A register that is mapped into this process.
    ///
    /// - Parameters:
    ///   - cell: the register.
    ///   - sleeper: a word that is non-zero while the device's thread sleeps on it (a futex), for embedded devices.
    ///   - owner: what both words live as long as; a doorbell that is kept beyond its device rings in vain.
    public init(cell: UnsafeMutableRawPointer, sleeper: UnsafeMutablePointer<UInt32>? = nil, owner: AnyObject?) {
        self.owner = owner
        self.cell = cell
        self.sleeper = sleeper
        self.slowPath = nil
    }

    public init(slowPath: any DoorbellSlowPath) {
        owner = nil
        self.cell = nil
        self.sleeper = nil
        self.slowPath = slowPath
    }

    /// Writes the register. Everything written to DMA memory before is visible to the device when it sees the value.
    @inlinable
    public func ring(_ value: UInt32) throws(PCIeError) {
        guard let cell else {
            try slowPath?.ring(value)
            return
        }
        nvme_store_release32(cell, value)
        guard let sleeper else { return }
        // The store must be visible before the look at the sleeper, or both sides could wait for each other.
        nvme_full_fence()
        if nvme_load32(sleeper) != 0 { wake(sleeper) }
    }

    @inline(never)
    @usableFromInline
    func wake(_ sleeper: UnsafeMutablePointer<UInt32>) {
        nvme_store_release32(sleeper, 0)
        nvme_futex_wake(sleeper)
    }
}

/// A doorbell that needs more than a store.
public protocol DoorbellSlowPath: AnyObject, Sendable {
    func ring(_ value: UInt32) throws(PCIeError)
}
