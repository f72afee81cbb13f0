/// What a function says about its MSI-X vectors (PCIe Base 5.0 §7.7.2).
public struct MSIXCapability: Sendable, Equatable {
    /// Offset of the capability in configuration space.
    public var offset: Int
    /// Vectors in the table, 1...2048.
    public var vectorCount: Int
    public var isEnabled: Bool
    /// All vectors are masked, whatever their own mask bit says.
    public var isFunctionMasked: Bool
    /// BAR and byte offset of the table: 16 bytes for each vector.
    public var tableBAR: Int
    public var tableOffset: Int
    /// BAR and byte offset of the pending bit array: one bit for each vector, in whole 64-bit words.
    public var pendingBAR: Int
    public var pendingOffset: Int

    /// Bytes of the table.
    public var tableByteCount: Int { vectorCount * 16 }
    /// Bytes of the pending bit array.
    public var pendingByteCount: Int { (vectorCount + 63) / 64 * 8 }

    /// Message Control as the function has it at `offset + 2`.
    static let enableBit: UInt16 = 1 << 15
    static let functionMaskBit: UInt16 = 1 << 14
}

/// What a function says about its MSI messages (PCIe Base 5.0 §7.7.1).
public struct MSICapability: Sendable, Equatable {
    public var offset: Int
    /// Messages that the function could use: 1, 2, 4 ... 32.
    public var vectorCount: Int
    public var isEnabled: Bool
    public var has64BitAddress: Bool
    public var hasVectorMasks: Bool

    /// Offset of Message Data in configuration space.
    public var dataOffset: Int { offset + (has64BitAddress ? 0x0C : 0x08) }
    /// Offset of the mask bits, present with `hasVectorMasks`; the pending bits are four bytes further.
    public var maskOffset: Int { offset + (has64BitAddress ? 0x10 : 0x0C) }
}

extension FunctionAccess {
    /// The MSI-X capability; nil without one.
    public func msixCapability() throws(PCIeError) -> MSIXCapability? {
        guard let offset = try offset(of: CapabilityID.msix) else { return nil }
        let control = try configuration16(at: offset + 2)
        let table = try configuration32(at: offset + 4)
        let pending = try configuration32(at: offset + 8)
        return MSIXCapability(
            offset: offset, vectorCount: Int(control & 0x7FF) + 1,
            isEnabled: control & MSIXCapability.enableBit != 0,
            isFunctionMasked: control & MSIXCapability.functionMaskBit != 0,
            tableBAR: Int(table & 7), tableOffset: Int(table & ~7),
            pendingBAR: Int(pending & 7), pendingOffset: Int(pending & ~7))
    }

    /// The MSI capability; nil without one.
    public func msiCapability() throws(PCIeError) -> MSICapability? {
        guard let offset = try offset(of: CapabilityID.msi) else { return nil }
        let control = try configuration16(at: offset + 2)
        return MSICapability(
            offset: offset, vectorCount: 1 << min(5, Int(control >> 1 & 7)), isEnabled: control & 1 != 0,
            has64BitAddress: control & 1 << 7 != 0, hasVectorMasks: control & 1 << 8 != 0)
    }
}
