import NVMeSpec

/// Sanitize (NVMe Base 2.0 §5.24).
enum SanitizeCommand {
    private static let actions: Set<SanitizeAction> = [.exitFailureMode, .blockErase, .overwrite, .cryptoErase]

    static func run(_ request: inout Request, _ controller: EmulatedController) -> Outcome {
        let dword10 = request.sqe.cdw10[as: SanitizeDword10.self]
        guard actions.contains(dword10.action) else { return .failure(.invalidField) }
        // SANICAP.VERS is 0; where no block is erased the bit is ignored (NVMe Base 2.3 §5.2.22).
        guard dword10.action == .exitFailureMode || !dword10.enterMediaVerification else {
            return .failure(.invalidField)
        }
        guard controller.sanitize.state != .inProgress else { return .failure(.sanitizeInProgress) }
        if dword10.action == .exitFailureMode {
            controller.sanitize.leaveFailure()
            controller.engine.pointee.sanitizeRestricts = controller.sanitize.restricts
            return .success
        }
        guard !controller.firmware.isActivationPending else {
            return .failure(.firmwareActivationRequiresControllerReset)
        }
        controller.selfTest.finish(.abortedBySanitize, controller)
        controller.asynchronousEvents.forget(logPage: .sanitizeStatus)
        controller.abortForSanitize()
        let content = remains(request)
        for namespace in controller.namespaces { namespace.media.sanitize(leaving: content) }
        controller.sanitize.start(
            dword10, at: controller.clock.now, duration: controller.profile.latency.sanitize)
        controller.scheduleSanitizeEnd()
        return .success
    }

    /// What all blocks hold afterwards; nil where they are deallocated, which NDAS forbids.
    ///
    /// With OIPBP the first of an even number of passes writes the inverse pattern, so that the last pass always writes the
    /// pattern itself (NVMe Base 2.2 figure 648).
    private static func remains(_ request: Request) -> UInt32? {
        let dword10 = request.sqe.cdw10[as: SanitizeDword10.self]
        if dword10.action == .overwrite { return request.sqe.cdw11[as: SanitizeDword11.self].overwritePattern }
        return dword10.noDeallocate ? 0 : nil
    }
}
