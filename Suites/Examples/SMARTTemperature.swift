import NVMeTesting
import Testing

/// Reads a log page and judges one of its fields.
@Suite(.tags(.mandatory, .admin)) struct SMARTTemperature {
    /// Reference: NVMe Base 2.0 §5.16.1.3 (SMART / Health Information), §5.17.2.1 (WCTEMP).
    ///
    /// Steps:
    /// 1. Read the SMART log page; temperatures are in kelvins.
    /// 2. Expect a temperature at which a drive can live.
    /// 3. Expect the warning bit when, and only when, the temperature has passed the device's own threshold.
    @Test(.deviceUnderTest) func temperatureIsPlausibleAndAgreesWithTheWarning() throws {
        let nvme0 = try DeviceUnderTest.controller()
        let log = try nvme0.smartLog()
        let celsius = Int(log.compositeTemperature) - 273
        #expect((-40...125).contains(celsius))

        let threshold = try nvme0.identifyController().warningCompositeTemperatureThreshold
        if threshold > 0, log.compositeTemperature < threshold {
            #expect(!log.criticalWarning.temperatureThreshold)
        }
    }
}
