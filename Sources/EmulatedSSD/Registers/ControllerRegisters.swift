import NVMeSpec

/// Where the controller is between CC.EN = 0 and CSTS.RDY = 1 (NVMe Base 2.0 §3.5).
enum ControllerState: Equatable {
    /// CC.EN is 0, CSTS.RDY is 0.
    case disabled
    /// CSTS.RDY is 1; commands are fetched unless the shutdown says otherwise.
    case ready
    /// CSTS.CFS is 1: enabling was impossible, or the controller cannot reach its queues. Only a reset helps.
    case fatal(wasReady: Bool)
}

/// Shutdown processing (CSTS.SHST). It takes no time here.
enum ShutdownState: Equatable {
    case none
    case complete
}

/// The controller's registers: what the host wrote, and what follows from it.
struct ControllerRegisters {
    let capabilities: ControllerCapabilities
    var state = ControllerState.disabled
    var shutdown = ShutdownState.none
    var configuration = ControllerConfiguration(rawValue: 0)
    var adminQueueAttributes = AdminQueueAttributes(rawValue: 0)
    var adminSubmissionQueueBase: UInt64 = 0
    var adminCompletionQueueBase: UInt64 = 0
    var subsystemResetOccurred = false

    /// NVMe 2.0.0.
    static let version: UInt32 = 0x0002_0000
    /// CRTO: ready with media within CAP.TO, the longest of all.
    var readyTimeouts: UInt32 { UInt32(capabilities.timeout) }

    init(profile: SSDProfile) {
        var cap = ControllerCapabilities(rawValue: 0)
        cap.maximumQueueEntriesSupported = UInt16(truncatingIfNeeded: profile.maximumQueueEntries - 1)
        cap.contiguousQueuesRequired = profile.contiguousQueuesRequired
        cap.arbitrationMechanismSupported = profile.weightedRoundRobin ? 0b01 : 0
        cap.timeout = profile.timeout
        cap.doorbellStride = UInt8(profile.doorbellStride)
        cap.subsystemResetSupported = profile.subsystemReset
        cap.commandSetsSupported = 0b0000_0001
        cap.memoryPageSizeMaximum = UInt8(profile.maximumPageShift - 12)
        cap.controllerReadyModesSupported = 0b01
        capabilities = cap
    }

    /// CSTS, derived from the state each time it is read.
    var status: ControllerStatus {
        var status = ControllerStatus(rawValue: 0)
        switch state {
        case .disabled: break
        case .ready: status.ready = true
        case .fatal(let wasReady):
            status.controllerFatal = true
            status.ready = wasReady
        }
        switch shutdown {
        case .none: status.shutdownStatus = .normal
        case .complete: status.shutdownStatus = .complete
        }
        status.subsystemResetOccurred = subsystemResetOccurred
        return status
    }
}
