import NVMeSpec

/// Firmware Image Download and Firmware Commit (NVMe Base 2.0 §5.12 and §5.11).
enum FirmwareCommands {
    static func download(_ request: inout Request, _ controller: EmulatedController) -> Outcome {
        // Both fields count dwords; NUMD is 0's based.
        let byteCount = (Int(request.sqe.cdw10[as: NumberOfDwords.self].count) + 1) * 4
        let offset = Int(request.sqe.cdw11[as: FirmwareDownloadDword11.self].offset) * 4
        let granularity = FirmwareImage.granularity
        guard byteCount % granularity == 0, offset % granularity == 0, byteCount <= controller.maximumTransfer else {
            return .failure(.invalidField)
        }
        let (code, bytes) = request.receive(byteCount, in: controller)
        guard code == .success else { return .failure(code) }
        let kept = controller.firmware.download(bytes, at: offset)
        return kept == .success ? .success : .failure(kept)
    }

    private static let actions: Set<FirmwareCommitAction> = [
        .replace, .replaceAndActivate, .activate, .replaceAndActivateImmediately,
    ]

    static func commit(_ request: inout Request, _ controller: EmulatedController) -> Outcome {
        defer { controller.firmware.commitCompletes() }
        let dword10 = request.sqe.cdw10[as: FirmwareCommitDword10.self]
        let (slot, action) = (Int(dword10.slot), dword10.action)
        // Boot partitions are not there.
        guard actions.contains(action) else { return .failure(.invalidField) }
        guard slot <= controller.firmware.slots.count else { return .failure(.invalidFirmwareSlot) }
        // 011b puts the downloaded image into the slot as well; only without one does it take what the slot holds.
        let isReplacing =
            action == .replace || action == .replaceAndActivate
            || action == .replaceAndActivateImmediately && controller.firmware.hasDownload
        // Zero lets the controller choose.
        let choice = isReplacing ? controller.firmware.slotToReplace : controller.firmware.newestSlot
        let target = slot == 0 ? choice : slot
        if isReplacing {
            guard controller.firmware.replace(slot: target) else { return .failure(.invalidFirmwareImage) }
        } else if !controller.firmware.hasImage(slot: target) {
            return .failure(.invalidFirmwareImage)
        }
        switch action {
        case .replaceAndActivate, .activate: controller.firmware.activateAtReset(slot: target)
        case .replaceAndActivateImmediately:
            controller.firmware.activateNow(slot: target)
            controller.reportFirmwareActivation()
        default: break
        }
        return .success
    }
}

extension EmulatedController {
    /// Firmware Activation Starting, when the host wants such notices (feature 0Bh).
    fileprivate func reportFirmwareActivation() {
        let wanted = AsynchronousEventConfiguration(rawValue: featureValue(.asynchronousEventConfiguration))
        guard wanted.firmwareActivationNotices else { return }
        asynchronousEvents.post(.firmwareActivationStarting)
    }
}
