import NVMeTesting
import Testing

/// What a device reports unasked.
@Suite(.tags(.mandatory, .admin)) struct Events {
    /// Reference: NVMe Base 2.0 §5.2 (Asynchronous Event Request), §5.27.1.3 (Temperature Threshold).
    ///
    /// Steps:
    /// 1. Ask for temperature events, and lower the threshold below any temperature that a device has.
    /// 2. Expect the event, decoded, within ten seconds.
    /// 3. Put the threshold back where Identify Controller has it.
    @Test(.deviceUnderTest) func hotDeviceReportsItself() throws {
        let nvme0 = try DeviceUnderTest.controller()
        let events = AsynchronousEventConfiguration(\.temperature)
        try nvme0.setFeatures(.asynchronousEventConfiguration, events.rawValue).wait()
        let before = try nvme0.getFeatures(.temperatureThreshold).wait().dw0
        try nvme0.setFeatures(.temperatureThreshold, 200).wait()  // kelvins
        let event = try nvme0.waitForEvent(.temperatureThreshold, within: .seconds(10))
        #expect(event.type == .smart)
        #expect(event.logPage == .smart)
        try nvme0.setFeatures(.temperatureThreshold, before).wait()
    }
}
