import NVMeSpec

/// Firmware Image Download and Firmware Commit (NVMe Base 2.0 §5.12 and §5.11).
enum FirmwareCommands {
    static func download(_ request: inout Request, _ controller: EmulatedController) -> Outcome {
        // Both fields count dwords; NUMD is 0's based.
        let byteCount = (Int(request.sqe.cdw10) + 1) * 4
        let offset = Int(request.sqe.cdw11) * 4
        let granularity = FirmwareImage.granularity
        guard byteCount % granularity == 0, offset % granularity == 0, byteCount <= controller.maximumTransfer else {
            return .failure(.invalidField)
        }
        let (code, bytes) = request.receive(byteCount, in: controller)
        guard code == .success else { return .failure(code) }
        let kept = controller.firmware.download(bytes, at: offset)
        return kept == .success ? .success : .failure(kept)
    }

    static func commit(_ request: inout Request, _ controller: EmulatedController) -> Outcome {
        defer { controller.firmware.commitCompletes() }
        let slot = Int(request.sqe.cdw10 & 0b111)
        let action = request.sqe.cdw10 >> 3 & 0b111
        // Boot partitions (110b, 111b) are not there, 100b and 101b are reserved.
        guard action <= 3 else { return .failure(.invalidField) }
        guard slot <= controller.firmware.slots.count else { return .failure(.invalidFirmwareSlot) }
        // 011b puts the downloaded image into the slot as well; only without one does it take what the slot holds.
        let isReplacing = action == 0 || action == 1 || action == 3 && controller.firmware.hasDownload
        // Zero lets the controller choose.
        let choice = isReplacing ? controller.firmware.slotToReplace : controller.firmware.newestSlot
        let target = slot == 0 ? choice : slot
        if isReplacing {
            guard controller.firmware.replace(slot: target) else { return .failure(.invalidFirmwareImage) }
        } else if !controller.firmware.hasImage(slot: target) {
            return .failure(.invalidFirmwareImage)
        }
        switch action {
        case 1, 2: controller.firmware.activateAtReset(slot: target)
        case 3:
            controller.firmware.activateNow(slot: target)
            controller.reportFirmwareActivation()
        default: break
        }
        return .success
    }
}

extension EmulatedController {
    /// Firmware Activation Starting, when the host wants such notices (feature 0Bh bit 9).
    fileprivate func reportFirmwareActivation() {
        guard featureValue(0x0B) & 1 << 9 != 0 else { return }
        asynchronousEvents.post(type: .notice, information: 0x01, logPage: 0x03)
    }
}
