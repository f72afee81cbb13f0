import CNVMeHost
import Synchronization

/// MSI-X vectors aimed at words of DMA memory, for devices whose messages are plain memory writes.
///
/// Each vector has one 32-bit word of the arena: zero until its message arrives. Observing costs one load and disturbs nothing.
/// The function is held weakly, so that it can own its interrupts.
public final class MessageInterrupts: InterruptVectors, Sendable {
    public let count: Int
    private let capability: MSIXCapability?
    private let words: DMARegion?
    private let function: WeakFunction
    private let enabled = Mutex(false)

    /// Reads the MSI-X capability and reserves the words; a function without the capability has no vectors.
    ///
    /// - Throws: `outOfRange` when the table or the pending bits lie outside of their BAR; `outOfMemory`.
    public init(function: any FunctionAccess, memory: DMAPool) throws(PCIeError) {
        self.function = WeakFunction(function)
        capability = try function.msixCapability()
        guard let capability else {
            count = 0
            words = nil
            return
        }
        try Self.check("MSI-X table", capability.tableOffset, capability.tableByteCount, capability.tableBAR, function)
        try Self.check(
            "MSI-X pending bits", capability.pendingOffset, capability.pendingByteCount, capability.pendingBAR, function
        )
        count = capability.vectorCount
        words = try memory.allocate(count * 4)
    }

    private static func check(
        _ what: String, _ offset: Int, _ byteCount: Int, _ bar: Int, _ function: any FunctionAccess
    ) throws(PCIeError) {
        let size = bar < 6 ? function.size(ofBAR: bar) : 0
        guard offset <= size - byteCount else {
            throw .outOfRange(what: what, value: UInt64(offset), limit: UInt64(max(0, size - byteCount)))
        }
    }

    /// True between `enable` and `disable`: what a reset has to bring back.
    public var isEnabled: Bool { enabled.withLock { $0 } }

    public func enable() throws(PCIeError) {
        guard let capability, let words else { return }
        let function = try function.get()
        for vector in 0..<count {
            let address = words.ioVirtualAddress + UInt64(vector * 4)
            nvme_store32(words.pointer + vector * 4, 0)
            try writeEntry(vector, 0, UInt32(truncatingIfNeeded: address))
            try writeEntry(vector, 4, UInt32(truncatingIfNeeded: address >> 32))
            // Any value but zero will do; this one tells which vector it was.
            try writeEntry(vector, 8, UInt32(vector + 1))
            try writeEntry(vector, 12, 0)
        }
        try function.updateConfiguration16(
            at: capability.offset + 2, mask: MSIXCapability.enableBit | MSIXCapability.functionMaskBit,
            value: MSIXCapability.enableBit)
        enabled.withLock { $0 = true }
    }

    public func disable() throws(PCIeError) {
        guard let capability else { return }
        enabled.withLock { $0 = false }
        try function.get().updateConfiguration16(
            at: capability.offset + 2, mask: MSIXCapability.enableBit, value: 0)
    }

    public func isSet(_ vector: Int) throws(PCIeError) -> Bool {
        nvme_load_acquire32(try word(vector)) != 0
    }

    public func clear(_ vector: Int) throws(PCIeError) {
        nvme_store_release32(try word(vector), 0)
    }

    public func mask(_ vector: Int) throws(PCIeError) {
        try setMask(vector, 1)
    }

    public func unmask(_ vector: Int) throws(PCIeError) {
        try setMask(vector, 0)
    }

    public func isPending(_ vector: Int) throws(PCIeError) -> Bool {
        let capability = try require(vector)
        let bits = try function.get().readRegister(
            bar: capability.pendingBAR, at: capability.pendingOffset + vector / 32 * 4, width: .dword)
        return bits >> UInt64(vector % 32) & 1 != 0
    }

    /// Replaces bit 0 of Vector Control and keeps the reserved bits.
    private func setMask(_ vector: Int, _ bit: UInt32) throws(PCIeError) {
        let old = try vectorControl(vector)
        try writeEntry(vector, 12, old & ~1 | bit)
        // Writes are posted: reading the bit back makes sure that the device has seen it.
        _ = try vectorControl(vector)
    }

    private func vectorControl(_ vector: Int) throws(PCIeError) -> UInt32 {
        let capability = try require(vector)
        let value = try function.get().readRegister(
            bar: capability.tableBAR, at: capability.tableOffset + vector * 16 + 12, width: .dword)
        return UInt32(truncatingIfNeeded: value)
    }

    private func writeEntry(_ vector: Int, _ field: Int, _ value: UInt32) throws(PCIeError) {
        let capability = try require(vector)
        try function.get().writeRegister(
            UInt64(value), bar: capability.tableBAR, at: capability.tableOffset + vector * 16 + field, width: .dword)
    }

    private func require(_ vector: Int) throws(PCIeError) -> MSIXCapability {
        guard let capability, vector >= 0, vector < count else {
            throw .outOfRange(
                what: "interrupt vector", value: UInt64(bitPattern: Int64(vector)), limit: UInt64(max(0, count - 1)))
        }
        return capability
    }

    private func word(_ vector: Int) throws(PCIeError) -> UnsafeMutableRawPointer {
        _ = try require(vector)
        guard let words else { throw .outOfRange(what: "interrupt vector", value: UInt64(vector), limit: 0) }
        return words.pointer + vector * 4
    }
}

/// A function that may have gone.
struct WeakFunction: Sendable {
    private weak let function: (any FunctionAccess)?

    init(_ function: any FunctionAccess) {
        self.function = function
    }

    /// Throws `closed` when nobody holds the function any more.
    func get() throws(PCIeError) -> any FunctionAccess {
        guard let function else { throw .closed(address: "a function that nobody holds") }
        return function
    }
}
