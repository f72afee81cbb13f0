/// Link power savings that the function may use by itself (PCIe Base 5.0 §7.5.3.7, Link Control bits 1:0).
public struct ActiveStatePowerManagement: OptionSet, Sendable, Hashable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue & 3 }

    public static let l0s = Self(rawValue: 1)
    public static let l1 = Self(rawValue: 2)
}

/// The link as it was negotiated (PCIe Base 5.0 §7.5.3.8, Link Status).
public struct LinkStatus: Sendable, Equatable {
    /// Generation of the link: 1 is 2.5 GT/s, 2 is 5, 3 is 8, 4 is 16, 5 is 32, 6 is 64.
    public var generation: Int
    /// Lanes in use.
    public var width: Int

    /// Giga-transfers per second and lane; nil for a generation without a number.
    public var gigatransfersPerSecond: Double? {
        let speeds = [2.5, 5, 8, 16, 32, 64]
        return speeds.indices.contains(generation - 1) ? speeds[generation - 1] : nil
    }
}

/// Registers of the PCI Express capability. All throw `unsupported` when the function has none.
extension FunctionAccess {
    public func activeStatePowerManagement() throws(PCIeError) -> ActiveStatePowerManagement {
        let control = try configuration16(at: expressCapability() + 0x10)
        return ActiveStatePowerManagement(rawValue: UInt8(truncatingIfNeeded: control))
    }

    /// Sets the two ASPM bits of Link Control and keeps the others.
    public func setActiveStatePowerManagement(_ states: ActiveStatePowerManagement) throws(PCIeError) {
        try updateConfiguration16(at: expressCapability() + 0x10, mask: 3, value: UInt16(states.rawValue))
    }

    public func linkStatus() throws(PCIeError) -> LinkStatus {
        let status = try configuration16(at: expressCapability() + 0x12)
        return LinkStatus(generation: Int(status & 0xF), width: Int(status >> 4 & 0x3F))
    }

    /// What the link could be at best (Link Capabilities).
    public func linkCapabilities() throws(PCIeError) -> LinkStatus {
        let capabilities = try configuration32(at: expressCapability() + 0x0C)
        return LinkStatus(generation: Int(capabilities & 0xF), width: Int(capabilities >> 4 & 0x3F))
    }

    /// True when the function can be reset alone (Device Capabilities bit 28).
    public func hasFunctionLevelReset() throws(PCIeError) -> Bool {
        guard let express = try offset(of: CapabilityID.pciExpress) else { return false }
        let capabilities = try configuration32(at: express + 0x04)
        return capabilities != .max && capabilities & 1 << 28 != 0
    }

    /// Starts a function level reset (Device Control bit 15). The function may take 100 ms and forgets its configuration:
    /// `PCIeFunction.reset(.functionLevel)` waits and restores.
    ///
    /// - Throws: `unsupported` when the function does not offer it.
    public func triggerFunctionLevelReset() throws(PCIeError) {
        guard try hasFunctionLevelReset() else {
            throw .unsupported(operation: "function level reset", address: address)
        }
        try updateConfiguration16(at: expressCapability() + 0x08, mask: 1 << 15, value: 1 << 15)
    }

    private func expressCapability() throws(PCIeError) -> Int {
        guard let offset = try offset(of: CapabilityID.pciExpress) else {
            throw .unsupported(operation: "access to the PCI Express capability", address: address)
        }
        return offset
    }
}
