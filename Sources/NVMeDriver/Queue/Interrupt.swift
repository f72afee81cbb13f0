import PCIExpress

/// One interrupt vector, for tests that look at it; completions are always found by polling.
public struct Interrupt: Sendable {
    /// Number of the vector.
    public let vector: Int
    private let vectors: any InterruptVectors

    init(vector: Int, vectors: any InterruptVectors) {
        self.vector = vector
        self.vectors = vectors
    }

    /// True when a message has arrived since the last `clear()`; reaping completions does not clear it.
    public var isSet: Bool {
        get throws(NVMeError) { try onLink { () throws(PCIeError) in try vectors.isSet(vector) } }
    }

    /// The vector's bit of the pending bit array.
    public var isPending: Bool {
        get throws(NVMeError) { try onLink { () throws(PCIeError) in try vectors.isPending(vector) } }
    }

    /// Forgets what has arrived.
    public func clear() throws(NVMeError) { try onLink { () throws(PCIeError) in try vectors.clear(vector) } }

    /// Masks the vector: nothing arrives, the device remembers it as pending.
    public func mask() throws(NVMeError) { try onLink { () throws(PCIeError) in try vectors.mask(vector) } }

    /// Unmasks the vector: the device delivers what is pending.
    public func unmask() throws(NVMeError) { try onLink { () throws(PCIeError) in try vectors.unmask(vector) } }
}
