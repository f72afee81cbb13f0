import NVMeTesting
import Testing

/// Waits for the device to say that something has happened.
@Suite(.tags(.optional, .admin, .destructive)) struct SanitizeEvent {
    /// Reference: NVMe Base 2.0 §5.24 (Sanitize), §5.2 (Asynchronous Event Request), §5.16.1.25 (Sanitize Status).
    ///
    /// Steps:
    /// 1. Start a block erase. The driver has sent an Asynchronous Event Request during initialisation.
    /// 2. Wait for the event Sanitize Operation Completed: type 6, information 1, log page 81h.
    /// 3. Expect the log page to say that it ended well.
    @Test(.deviceUnderTest, .requires(.sanitize)) func sanitizeAnnouncesItsEnd() throws {
        let nvme0 = try DeviceUnderTest.controller()
        let capabilities = try nvme0.identifyController().sanitizeCapabilities
        let action: UInt32 = capabilities.blockErase ? 2 : capabilities.cryptoErase ? 4 : 3
        let overwrite: UInt32 = action == 3 ? 1 << 4 : 0  // one pass
        try nvme0.sanitize(option: overwrite | action).wait()

        let event = try nvme0.waitForEvent(.sanitizeCompleted, within: .seconds(60))
        #expect(event.logPage == .sanitizeStatus)
        let page = try nvme0.logPage(.sanitizeStatus, size: SanitizeStatusLog.byteCount)
        let state = SanitizeStatusLog(bytes: page).status.state
        #expect(state == .completed)  // 100b answers only who asked for no deallocation
    }
}
