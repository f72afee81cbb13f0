import NVMeTesting
import Testing

/// Waits for the device to say that something has happened.
@Suite(.tags(.optional, .admin, .destructive)) struct SanitizeEvent {
    /// Reference: NVMe Base 2.0 §5.24 (Sanitize), §5.2 (Asynchronous Event Request), §5.16.1.25 (Sanitize Status).
    ///
    /// Steps:
    /// 1. Start a block erase. The driver has armed an Asynchronous Event Request during initialisation.
    /// 2. Read the Sanitize Status log page until the operation is over; events arrive inside of these waits.
    /// 3. Expect success, and the event Sanitize Operation Completed: type 6, information 1, log page 81h.
    @Test(.deviceUnderTest, .requires(.sanitize)) func sanitizeAnnouncesItsEnd() throws {
        let nvme0 = try DeviceUnderTest.controller()
        let capabilities = try nvme0.identifyController().sanitizeCapabilities
        let action: UInt32 = capabilities.blockErase ? 2 : capabilities.cryptoErase ? 4 : 3
        let overwrite: UInt32 = action == 3 ? 1 << 4 : 0  // one pass
        try nvme0.sanitize(option: overwrite | action).wait()

        let page = try nvme0.makeBuffer(SanitizeStatusLog.byteCount)
        var events: [DriverWarning] = []
        let isOver = try nvme0.poll(within: .seconds(60)) {
            try nvme0.getLogPage(.sanitizeStatus, page).wait()
            events += nvme0.warnings.take()
            return SanitizeStatusLog(bytes: page[...]).status.state != .inProgress && !events.isEmpty
        }
        #expect(isOver)
        let state = SanitizeStatusLog(bytes: page[...]).status.state
        #expect(state == .completed)  // 100b answers only who asked for no deallocation
        #expect(events == [.event(dword0: 0x81_01_06)])
    }
}
