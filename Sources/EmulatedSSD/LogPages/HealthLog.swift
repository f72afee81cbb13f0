import NVMeSpec

extension EmulatedController {
    /// Hours with power since the device was made.
    var powerOnHours: UInt64 { powerOnNanoseconds / 3_600_000_000_000 }

    private var powerOnNanoseconds: UInt64 {
        power.onNanoseconds &+ (power.isOn ? clock.now &- power.since : 0)
    }

    /// The SMART / Health Information log page (NVMe Base 2.0 §5.16.1.3).
    func healthLogPage() -> [UInt8] {
        let counted = statistics.pointee
        var log = SMARTLog()
        log.criticalWarning = criticalWarning
        log.compositeTemperature = UInt16(Self.temperature)
        log.availableSpare = 100
        log.availableSpareThreshold = 10
        // Thousands of 512 bytes, rounded up.
        log.dataUnitsRead = Self.dataUnits(counted.bytesRead)
        log.dataUnitsWritten = Self.dataUnits(counted.bytesWritten)
        log.hostReadCommands = UInt128(counted.readCommands)
        log.hostWriteCommands = UInt128(counted.writeCommands)
        log.controllerBusyTime = UInt128(counted.busyNanoseconds / 60_000_000_000)
        log.powerCycles = UInt128(counted.powerCycles)
        log.powerOnHours = UInt128(powerOnHours)
        log.unsafeShutdowns = UInt128(counted.unsafeShutdowns)
        log.mediaErrors = UInt128(counted.mediaErrors)
        log.errorLogEntries = UInt128(counted.errorLogEntries)
        // The composite temperature's only source.
        log.temperatureSensors[0] = UInt16(Self.temperature)
        return log.bytes
    }

    private static func dataUnits(_ bytes: UInt64) -> UInt128 {
        let unit: UInt64 = 512_000
        return UInt128(bytes / unit + (bytes % unit > 0 ? 1 : 0))
    }
}
