import NVMeTesting
import Testing

/// Commands that no verb of the driver sends: any opcode, any dword, any data pointer.
@Suite(.tags(.mandatory, .controller)) struct RawCommands {
    /// Reference: NVMe Base 2.0 §5.17 (Identify), §4.6.1 (status).
    ///
    /// Steps:
    /// 1. Send Identify Controller as 64 bytes of our own, and look at the data.
    /// 2. Send it with a CNS that is reserved, and expect the status that the standard names.
    @Test(.deviceUnderTest) func identifyByHand() throws {
        let nvme0 = try DeviceUnderTest.controller()
        let data = try nvme0.makeBuffer(4096)
        var identify = SubmissionQueueEntry(AdminOpcode.identify)
        identify.cdw10 = 0x01  // CNS 01h: Identify Controller
        try nvme0.send(identify, data).wait()
        #expect(IdentifyController(bytes: data[...]).serialNumber.description.count <= 20)

        identify.cdw10 = 0xFF  // CNS FFh is reserved
        expectStatus(.invalidField) { try nvme0.send(identify, data).completion() }
    }
}
