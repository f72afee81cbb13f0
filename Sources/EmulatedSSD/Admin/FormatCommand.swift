import NVMeSpec

/// Format NVM (NVMe Base 2.0 §5.14).
enum FormatCommand {
    static func run(_ request: inout Request, _ controller: EmulatedController) -> Outcome {
        let cdw10 = request.sqe.cdw10
        // LBAFU (13:12) counts only where the host knows formats beyond the sixteenth.
        let upper = controller.hasFormatExtension ? cdw10 >> 8 & 0x30 : 0
        let index = Int(cdw10 & 0xF | upper)
        let secureErase = cdw10 >> 9 & 0b111
        let targets: [EmulatedNamespace]
        if request.nsid == .max {
            targets = controller.namespaces
        } else if let namespace = controller.namespace(request.nsid) {
            targets = [namespace]
        } else {
            return .failure(.invalidNamespaceOrFormat)
        }
        guard index < controller.profile.formats.count else { return .failure(.invalidFormat) }
        // No erase, user data erase, cryptographic erase.
        guard secureErase <= 2 else { return .failure(.invalidField) }
        // Protection information needs metadata, and no format here has any with it.
        guard cdw10 >> 5 & 0b111 == 0 else { return .failure(.invalidFormat) }
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
        guard let row = FeatureRow.row(0x16, of: profile) else { return false }
        let data = features.currentValue(row, FeatureStore.Key(id: row.id)).data
        return data.count > 2 && data[2] == 1
    }
}
