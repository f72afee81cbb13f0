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
        let pattern = action == .overwrite ? overwritePattern(request) : nil
        for namespace in controller.namespaces { namespace.media.sanitize(overwritePattern: pattern) }
        controller.sanitize.start(
            cdw10: request.sqe.cdw10, at: controller.clock.now, duration: controller.profile.latency.sanitize)
        controller.scheduleSanitizeEnd()
        return .success
    }

    /// OIPBP inverts the pattern between passes: an even number of passes ends with the inverse of it.
    private static func overwritePattern(_ request: Request) -> UInt32 {
        let cdw10 = request.sqe.cdw10
        let passes = cdw10 >> 4 & 0xF == 0 ? 16 : cdw10 >> 4 & 0xF
        let isInverted = cdw10 & 1 << 8 != 0 && passes % 2 == 0
        return isInverted ? ~request.sqe.cdw11 : request.sqe.cdw11
    }
}
