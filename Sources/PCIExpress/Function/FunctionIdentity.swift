/// Who a function says it is: the first bytes of its configuration space (PCIe Base 5.0 §7.5.1).
public struct FunctionIdentity: Sendable, Equatable {
    public var vendorID: UInt16
    public var deviceID: UInt16
    public var revision: UInt8
    /// Base class, sub-class and programming interface, as in 0x010802.
    public var classCode: UInt32
    public var subsystemVendorID: UInt16
    public var subsystemID: UInt16

    /// Mass storage, non-volatile memory, NVM Express I/O controller (NVMe over PCIe Transport 1.0 §2.2).
    public static let nvmeClassCode: UInt32 = 0x010802

    /// False when nobody answered: no vendor has the number 0xFFFF.
    public var isPresent: Bool { vendorID != 0xFFFF }
    public var isNVMe: Bool { isPresent && classCode == Self.nvmeClassCode }
}

extension FunctionAccess {
    public func identity() throws(PCIeError) -> FunctionIdentity {
        let ids = try configuration32(at: 0x00)
        let classAndRevision = try configuration32(at: 0x08)
        let subsystem = try configuration32(at: 0x2C)
        return FunctionIdentity(
            vendorID: UInt16(truncatingIfNeeded: ids), deviceID: UInt16(truncatingIfNeeded: ids >> 16),
            revision: UInt8(truncatingIfNeeded: classAndRevision), classCode: classAndRevision >> 8,
            subsystemVendorID: UInt16(truncatingIfNeeded: subsystem),
            subsystemID: UInt16(truncatingIfNeeded: subsystem >> 16))
    }

    /// Throws `deviceNotFound` when nobody answers, `notNVMe` when somebody else does.
    @discardableResult
    public func requireNVMe() throws(PCIeError) -> FunctionIdentity {
        let identity = try identity()
        guard identity.isPresent else {
            throw .deviceNotFound(address: address, hint: "its configuration space reads as all ones")
        }
        guard identity.isNVMe else { throw .notNVMe(address: address, classCode: identity.classCode) }
        return identity
    }
}
