/// What the device remembers about its power.
struct PowerHistory {
    var isOn = true
    /// Nanoseconds with power before the present power cycle.
    var onNanoseconds: UInt64 = 0
    /// Device time of the last power on.
    var since: UInt64 = 0
    /// The last operational power state that was in force (feature 02h).
    var lastOperationalState: UInt32 = 0
}

extension EmulatedController {
    /// Power is cut. What the write cache holds may be lost.
    func powerOff() {
        guard power.isOn else { return }
        power.isOn = false
        power.onNanoseconds &+= clock.now &- power.since
        // What counts is CSTS.SHST at this moment, which a reset has cleared (NVMe Base 2.3 §5.2.12.1.3, Unexpected Power Losses).
        if registers.shutdown != .complete { statistics.pointee.unsafeShutdowns &+= 1 }
        for namespace in namespaces { namespace.media.powerLoss(seed: random.next()) }
        reset(.function)
        selfTest.suspend(self)
        canMaster = false
    }

    /// Power comes back: volatile state is as it left the factory, what was saved is loaded.
    func powerOn() {
        guard !power.isOn else { return }
        power.isOn = true
        power.since = clock.now
        statistics.pointee.powerCycles &+= 1
        errorLog.removeAll()
        reset(.power)
        registers.subsystemResetOccurred = false
        resumeSanitize()
        selfTest.resume(self)
    }
}
