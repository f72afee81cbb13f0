import NVMeSpec
import PCIExpress

/// What proves that the device has let go of memory: see `DMALeases` for the rule.
extension Controller {
    /// Ends all leases if the controller is disabled for certain. Called after CSTS.RDY was read as 0.
    ///
    /// Registers that read as all ones, or as all zeros, prove nothing: a version is neither. Configuration space is asked last, so
    /// that a function that has vanished meanwhile is found out.
    func endLeasesOfDisabled() {
        guard let version = try? self.version, version != 0,
            let configuration = try? self.configuration, !configuration.enable,
            let status = try? self.status, !status.ready, answersConfiguration
        else { return }
        function.leases.end(.controllerDisabled)
    }

    /// Somebody answers in configuration space: no vendor has the number FFFFh.
    var answersConfiguration: Bool {
        guard let vendor = try? function.configuration16(at: 0) else { return false }
        return vendor != 0xFFFF
    }

    /// Clears Bus Master Enable (PCIe Base 5.0 §7.5.1.1.3): the last resort for a controller that cannot be disabled. From then on the
    /// device can neither fetch commands nor complete any, and the quarantine ends. All queues are forgotten; `pcieReset` and `reset` bring
    /// the controller back, in this order, because a device that masters the bus again without a reset would go on where it was.
    ///
    /// Throws `removed` when nobody answers in configuration space.
    public func disableBusMaster() throws(NVMeError) {
        takeOver()
        let function = self.function
        let command = try onLink { () throws(PCIeError) in
            try function.updateConfiguration16(at: 0x04, mask: 1 << 2, value: 0)
            // Comes back behind every write that the device has sent before.
            return try function.configuration16(at: 0x04)
        }
        guard command != 0xFFFF, answersConfiguration else { throw .removed(address: address) }
        guard command & 1 << 2 == 0 else {
            throw .unsupported(operation: "clearing Bus Master Enable", because: "the bit stays set")
        }
        function.leases.end(.busMasterDisabled)
    }

    /// Whether the device was last set up by this object, and not by another `Controller` of the same function.
    func isOurs(_ admin: AdminQueue) -> Bool {
        (try? readRegister(RegisterOffset.asq, width: .qword)) == admin.address
    }
}

extension ControllerConfiguration {
    /// Memory page size (CC.MPS) in bytes.
    var memoryPageByteCount: Int { 4096 << Int(self.memoryPageSize) }
}
