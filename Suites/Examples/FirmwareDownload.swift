import NVMeTesting
import Testing

/// Downloads firmware, good and bad.
@Suite(.tags(.optional, .admin, .destructive)) struct FirmwareDownload {
    /// Reference: NVMe Base 2.0 §5.12 (Firmware Commit), §5.13 (Firmware Image Download).
    ///
    /// Steps:
    /// 1. Download 16 KiB that are no firmware, in four pieces.
    /// 2. Commit them: the controller refuses, and goes on as before.
    @Test(.deviceUnderTest, .requires(.firmwareUpdate)) func damagedImageIsRefused() throws {
        let nvme0 = try DeviceUnderTest.controller()
        let before = try nvme0.identifyController().firmwareRevision
        let piece = try nvme0.makeBuffer(4096, pattern: .random(seed: 1))
        for index in 0..<4 { try nvme0.firmwareDownload(piece, offset: index * 4096).wait() }
        expectStatus(.invalidFirmwareImage) { try nvme0.firmwareCommit(slot: 2, action: 1).completion() }
        #expect(try nvme0.identifyController().firmwareRevision == before)
    }

    /// Reference: NVMe Base 2.0 §3.11 (firmware update process).
    ///
    /// Steps:
    /// 1. Download an image and commit it for the next reset.
    /// 2. Expect the old revision until the reset, and the new one after it.
    @Test(.deviceUnderTest, .requires(.firmwareUpdate)) func imageIsActiveAfterTheReset() throws {
        guard case .embedded = try DeviceUnderTest.address else {
            try DeviceUnderTest.skip("only for the embedded SSD we have an image that it accepts")
        }
        let nvme0 = try DeviceUnderTest.controller()
        let image = FirmwareImage(revision: "FW-2.0")
        let before = try nvme0.identifyController().firmwareRevision
        try nvme0.updateFirmware(image.bytes, slot: 2, action: 1)
        #expect(try nvme0.identifyController().firmwareRevision == before)
        try nvme0.reset()
        #expect(try nvme0.identifyController().firmwareRevision == "FW-2.0")
        #expect(try nvme0.firmwareSlotLog().activeFirmwareInfo.activeSlot == 2)
    }
}
