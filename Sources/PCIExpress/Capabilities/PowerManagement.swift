/// Power states that software can ask for (PCI Power Management 1.2 §3.2.4, PMCSR bits 1:0).
public enum DevicePowerState: UInt8, Sendable, CaseIterable {
    case d0 = 0
    case d1 = 1
    case d2 = 2
    case d3hot = 3
}

extension FunctionAccess {
    /// The power state that the function is in.
    ///
    /// - Throws: `unsupported` without a power management capability.
    public func powerState() throws(PCIeError) -> DevicePowerState {
        let bits = try configuration16(at: powerManagementControl()) & 3
        return DevicePowerState(rawValue: UInt8(truncatingIfNeeded: bits)) ?? .d0
    }

    /// Asks for a power state and keeps the other bits. Adds no delay: the standard wants 10 ms around D3hot.
    ///
    /// - Throws: `unsupported` without a power management capability.
    public func setPowerState(_ state: DevicePowerState) throws(PCIeError) {
        // PME Status (bit 15) is cleared by writing one: leave it alone.
        try updateConfiguration16(
            at: powerManagementControl(), mask: 0x8003, value: UInt16(state.rawValue))
    }

    private func powerManagementControl() throws(PCIeError) -> Int {
        guard let offset = try offset(of: CapabilityID.powerManagement) else {
            throw .unsupported(operation: "power management", address: address)
        }
        return offset + 4
    }
}
