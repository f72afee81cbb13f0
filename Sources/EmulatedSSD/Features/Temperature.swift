/// The composite temperature and its thresholds.
extension EmulatedController {
    /// Kelvin. A model has no heat of its own: 38 degrees Celsius.
    static var temperature: UInt32 { 311 }

    /// Whether the composite temperature, or that of the one sensor, is at or beyond a threshold of feature 04h.
    var isTemperatureCritical: Bool {
        [0 as UInt32, 1 << 16].contains { sensor in
            let over = featureValue(0x04, subject: sensor)
            let under = featureValue(0x04, subject: sensor | 1 << 20)
            return Self.temperature >= over || Self.temperature <= under
        }
    }

    /// SMART Critical Warning bits (byte 0 of the log page).
    var criticalWarning: UInt8 { isTemperatureCritical ? 1 << 1 : 0 }

    /// Posts the SMART / Health event when a warning is set whose event the host has enabled in feature 0Bh.
    func checkTemperature() {
        guard engine.pointee.isRunning, isTemperatureCritical, featureValue(0x0B) & 1 << 1 != 0 else { return }
        asynchronousEvents.post(type: .health, information: 0x01, logPage: 0x02)
    }
}
