import NVMeSpec

/// Sanitize (NVMe Base 2.0 §5.24).
enum SanitizeCommand {
    private enum Action: UInt32 {
        case exitFailureMode = 1
        case blockErase = 2
        case overwrite = 3
        case cryptoErase = 4
    }

    static func run(_ request: inout Request, _ controller: EmulatedController) -> Outcome {
        guard let action = Action(rawValue: request.sqe.cdw10 & 0b111) else { return .failure(.invalidField) }
        guard controller.sanitize.state != .inProgress else { return .failure(.sanitizeInProgress) }
        if action == .exitFailureMode {
            controller.sanitize.leaveFailure()
            controller.engine.pointee.sanitizeRestricts = controller.sanitize.restricts
            return .success
        }
        guard !controller.firmware.isActivationPending else {
            return .failure(.firmwareActivationRequiresControllerReset)
        }
        controller.selfTest.finish(.bySanitize, controller)
        controller.asynchronousEvents.forget(logPage: 0x81)
        controller.abortForSanitize()
        let content = remains(of: action, request)
        for namespace in controller.namespaces { namespace.media.sanitize(leaving: content) }
        controller.sanitize.start(
            cdw10: request.sqe.cdw10, at: controller.clock.now, duration: controller.profile.latency.sanitize)
        controller.scheduleSanitizeEnd()
        return .success
    }

    /// What all blocks hold afterwards; nil where they are deallocated, which NDAS (bit 9) forbids.
    ///
    /// With OIPBP the first of an even number of passes writes the inverse pattern, so that the last pass always writes the
    /// pattern itself (NVMe Base 2.2 figure 648).
    private static func remains(of action: Action, _ request: Request) -> UInt32? {
        if action == .overwrite { return request.sqe.cdw11 }
        return request.sqe.cdw10 & 1 << 9 == 0 ? nil : 0
    }
}
