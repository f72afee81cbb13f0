/// The accesses that a host makes to a function: configuration space and memory BARs.
///
/// What needs no more than these (capability walk, interrupts, identity) is written against this protocol, so that it can be tried
/// on a fake, and used by the parts of an implementation without holding the whole function.
public protocol FunctionAccess: AnyObject, Sendable {
    /// The address that opens this device again (`emu`, `qemu`, `0000:01:00.0`).
    var address: String { get }

    /// Reads configuration space. `offset` is 0..<4096, aligned to `width` (PCIe Base 5.0 §7.2).
    func readConfiguration(at offset: Int, width: AccessWidth) throws(PCIeError) -> UInt32

    /// Writes configuration space. `offset` is 0..<4096, aligned to `width`.
    func writeConfiguration(_ value: UInt32, at offset: Int, width: AccessWidth) throws(PCIeError)

    /// Size of a memory BAR in bytes, 0 where there is none. `bar` is 0...5.
    func size(ofBAR bar: Int) -> Int

    /// Reads a register. `offset` is aligned to `width` and inside the BAR.
    func readRegister(bar: Int, at offset: Int, width: AccessWidth) throws(PCIeError) -> UInt64

    /// Writes a register. `offset` is aligned to `width` and inside the BAR.
    func writeRegister(_ value: UInt64, bar: Int, at offset: Int, width: AccessWidth) throws(PCIeError)
}

/// Width of one access to configuration space or to a register.
public enum AccessWidth: Int, Sendable, CaseIterable {
    case byte = 1
    case word = 2
    case dword = 4
    case qword = 8

    /// What a vanished device returns for a read of this width.
    public var allOnes: UInt64 { self == .qword ? .max : 1 << (UInt64(rawValue) * 8) - 1 }

    /// Throws `outOfRange` unless an access of this width at `offset` is aligned and ends within `limit` bytes.
    public func check(_ what: String, offset: Int, limit: Int) throws(PCIeError) {
        guard offset >= 0, offset & (rawValue - 1) == 0, offset <= limit - rawValue else {
            throw .outOfRange(what: what, value: UInt64(bitPattern: Int64(offset)), limit: UInt64(max(0, limit)))
        }
    }

    /// Throws `outOfRange` unless the access is one that configuration space has: up to 32 bits, aligned, below 4096.
    public func checkConfiguration(offset: Int) throws(PCIeError) {
        guard self != .qword else { throw .outOfRange(what: "configuration access width", value: 8, limit: 4) }
        try check("configuration offset", offset: offset, limit: 4096)
    }
}
