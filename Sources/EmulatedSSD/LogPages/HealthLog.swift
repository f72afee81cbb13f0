extension EmulatedController {
    /// Hours with power since the device was made.
    var powerOnHours: UInt64 { powerOnNanoseconds / 3_600_000_000_000 }

    private var powerOnNanoseconds: UInt64 {
        power.onNanoseconds &+ (power.isOn ? clock.now &- power.since : 0)
    }

    /// The SMART / Health Information log page (NVMe Base 2.0 §5.16.1.3).
    func healthLogPage() -> [UInt8] {
        let counted = statistics.pointee
        var page = ByteLayout(count: 512)
        page.put(criticalWarning, at: 0)
        page.put(UInt16(Self.temperature), at: 1)
        // Available spare, its threshold, and percentage used.
        page.put(UInt8(100), at: 3)
        page.put(UInt8(10), at: 4)
        page.put(UInt8(0), at: 5)
        // Data units are thousands of 512 bytes, rounded up; the fields are 16 bytes wide.
        page.put(Self.dataUnits(counted.bytesRead), at: 32)
        page.put(Self.dataUnits(counted.bytesWritten), at: 48)
        page.put(counted.readCommands, at: 64)
        page.put(counted.writeCommands, at: 80)
        page.put(counted.busyNanoseconds / 60_000_000_000, at: 96)
        page.put(counted.powerCycles, at: 112)
        page.put(powerOnHours, at: 128)
        page.put(counted.unsafeShutdowns, at: 144)
        page.put(counted.mediaErrors, at: 160)
        page.put(counted.errorLogEntries, at: 176)
        // Temperature sensor 1 is the composite temperature's only source.
        page.put(UInt16(Self.temperature), at: 200)
        return page.bytes
    }

    private static func dataUnits(_ bytes: UInt64) -> UInt64 {
        let unit: UInt64 = 512_000
        return bytes / unit + (bytes % unit > 0 ? 1 : 0)
    }
}
