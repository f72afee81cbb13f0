import NVMeSpec

/// Format NVM (NVMe Base 2.0 §5.14).
enum FormatCommand {
    static func run(_ request: inout Request, _ controller: EmulatedController) -> Outcome {
        let dword10 = request.sqe.cdw10[as: FormatNVMDword10.self]
        // LBAFU counts only where the host knows formats beyond the sixteenth.
        let index = controller.hasFormatExtension ? dword10.formatIndex : Int(dword10.formatIndexLow)
        let targets: [EmulatedNamespace]
        if request.nsid == .max {
            targets = controller.namespaces
        } else if let namespace = controller.namespace(request.nsid) {
            targets = [namespace]
        } else {
            return .failure(.invalidNamespaceOrFormat)
        }
        guard index < controller.profile.formats.count else { return .failure(.invalidFormat) }
        guard [.none, .userDataErase, .cryptographicErase].contains(dword10.secureErase) else {
            return .failure(.invalidField)
        }
        // Protection information needs metadata, and no format here has any with it.
        guard dword10.protectionInformation == 0 else { return .failure(.invalidFormat) }
        guard !targets.contains(where: { $0.formatInProgress }) else { return .failure(.formatInProgress) }
        controller.selfTest.formatBegins(nsid: request.nsid, controller)
        let duration = controller.profile.latency.format
        request.extraLatency = duration
        for namespace in targets {
            namespace.format(index: index, formats: controller.profile.formats)
            guard duration > 0 else { continue }
            namespace.formatInProgress = true
            controller.timedEvents.insert(
                TimedEvent(
                    due: controller.clock.now &+ duration, generation: request.generation, kind: .formatEnd,
                    subject: namespace.nsid))
        }
        return .success
    }
}

extension EmulatedController {
    /// LBA Format Extension Enable (LBAFEE), byte 2 of Host Behavior Support.
    fileprivate var hasFormatExtension: Bool {
        HostBehaviorSupport(bytes: featureData(.hostBehaviorSupport)).lbaFormatExtensionEnable == 1
    }
}
