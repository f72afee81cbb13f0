import NVMeSpec

/// The composite temperature and its thresholds.
extension EmulatedController {
    /// Kelvin. A model has no heat of its own: 38 degrees Celsius.
    static var temperature: UInt32 { 311 }

    /// Whether the composite temperature, or that of the one sensor, is at or beyond a threshold of feature 04h.
    var isTemperatureCritical: Bool {
        [0 as UInt8, 1].contains { sensor in
            var subject = TemperatureThresholdFeature()
            subject.sensor = sensor
            let over = featureValue(.temperatureThreshold, subject: subject.rawValue)
            subject.thresholdType = 1
            let under = featureValue(.temperatureThreshold, subject: subject.rawValue)
            return Self.temperature >= over || Self.temperature <= under
        }
    }

    /// SMART Critical Warning (byte 0 of the log page).
    var criticalWarning: CriticalWarning {
        var warning = CriticalWarning()
        warning.temperatureThreshold = isTemperatureCritical
        return warning
    }

    /// Posts the SMART / Health event when a warning is set whose event the host has enabled in feature 0Bh.
    func checkTemperature() {
        let wanted = AsynchronousEventConfiguration(rawValue: featureValue(.asynchronousEventConfiguration))
        guard engine.pointee.isRunning, isTemperatureCritical, wanted.temperature else { return }
        asynchronousEvents.post(.temperatureThreshold)
    }
}
