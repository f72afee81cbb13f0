import NVMeSpec
import PCIExpress
import Synchronization

extension Controller {
    /// Reads a controller register (BAR 0).
    ///
    /// - Parameter offset: a multiple of the width; `RegisterOffset` names them.
    ///
    /// Throws `removed` when the whole function reads as all ones, `pcie` for an offset outside the BAR.
    public func readRegister(_ offset: Int, width: AccessWidth = .dword) throws(NVMeError) -> UInt64 {
        let function = self.function
        let value = try onLink { () throws(PCIeError) in try function.readRegister(bar: 0, at: offset, width: width) }
        guard value == width.allOnes else { return value }
        // A register may hold all ones; the version never does.
        let version = try onLink { () throws(PCIeError) in
            try function.readRegister(bar: 0, at: RegisterOffset.vs, width: .dword)
        }
        guard version != AccessWidth.dword.allOnes else { throw .removed(address: address) }
        return value
    }

    /// Writes a controller register (BAR 0), unsupervised: doorbells, CC and NSSR included.
    public func writeRegister(_ offset: Int, _ value: UInt64, width: AccessWidth = .dword) throws(NVMeError) {
        let function = self.function
        try onLink { () throws(PCIeError) in try function.writeRegister(value, bar: 0, at: offset, width: width) }
        state.withLock { state in
            if offset == RegisterOffset.nssr { state.registersWereReset() }
            if offset & ~7 == RegisterOffset.asq { state.adminAddress = width == .qword ? value : nil }
            if offset == RegisterOffset.cc {
                state.isEnabled = ControllerConfiguration(rawValue: UInt32(truncatingIfNeeded: value)).enable
            }
        }
    }

    /// CAP, Controller Capabilities.
    public var capabilities: ControllerCapabilities {
        get throws(NVMeError) { ControllerCapabilities(rawValue: try readRegister(RegisterOffset.cap, width: .qword)) }
    }

    /// VS, Version: major (31:16), minor (15:8), tertiary (7:0).
    public var version: UInt32 {
        get throws(NVMeError) { UInt32(truncatingIfNeeded: try readRegister(RegisterOffset.vs)) }
    }

    /// CC, Controller Configuration.
    public var configuration: ControllerConfiguration {
        get throws(NVMeError) {
            ControllerConfiguration(rawValue: UInt32(truncatingIfNeeded: try readRegister(RegisterOffset.cc)))
        }
    }

    /// Memory page in bytes (CC.MPS) that queues and PRPs are made for; the smallest before the admin queue is set up.
    package var memoryPageSize: Int { openState.admin?.pageSize ?? DMAArena.pageSize }

    /// Writes CC.
    public func setConfiguration(_ configuration: ControllerConfiguration) throws(NVMeError) {
        try writeRegister(RegisterOffset.cc, UInt64(configuration.rawValue))
    }

    /// CSTS, Controller Status.
    public var status: ControllerStatus {
        get throws(NVMeError) {
            ControllerStatus(rawValue: UInt32(truncatingIfNeeded: try readRegister(RegisterOffset.csts)))
        }
    }

    /// Throws `removed` or `controllerFatal` when nothing can be expected of the device any more.
    public func checkHealth() throws(NVMeError) {
        guard function.isPresent else { throw .removed(address: address) }
        let status = try self.status
        if status.controllerFatal { throw .controllerFatal(status) }
    }
}
