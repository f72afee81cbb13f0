import NVMeSpec

/// The power states that Identify Controller describes (NVMe Base 2.0 figure "Power State Descriptor").
struct PowerStates {
    /// Maximum power in centiwatts, entry and exit latency in microseconds.
    private static let rows: [(centiwatts: UInt16, entry: UInt32, exit: UInt32, isOperational: Bool)] = [
        (850, 0, 0, true), (450, 0, 0, true), (300, 0, 0, true), (4, 1000, 1500, false), (1, 5000, 10000, false),
    ]

    static var count: Int { rows.count }

    static func isOperational(_ state: UInt32) -> Bool {
        rows.indices.contains(Int(state)) && rows[Int(state)].isOperational
    }

    static var descriptors: [PowerStateDescriptor] {
        rows.enumerated().map { index, row in
            var state = PowerStateDescriptor()
            state.maximumPower = row.centiwatts
            state.flags.nonOperational = !row.isOperational
            state.entryLatency = row.entry
            state.exitLatency = row.exit
            // Lower is better.
            state.relativeReadThroughput = UInt8(index)
            state.relativeReadLatency = UInt8(index)
            state.relativeWriteThroughput = UInt8(index)
            state.relativeWriteLatency = UInt8(index)
            return state
        }
    }
}

extension EmulatedController {
    /// Feature 02h has another value.
    func enterPowerState(_ state: UInt32) {
        engine.pointee.isNonOperational = !PowerStates.isOperational(state)
        if PowerStates.isOperational(state) { power.lastOperationalState = state }
        updateInstant()
    }

    /// I/O has come in a non-operational state: the controller returns to the last operational one by itself (NVMe Base 2.0 §8.15).
    @inline(never)
    func returnToOperationalState() {
        let state = power.lastOperationalState
        var value = PowerManagementFeature(rawValue: featureValue(.powerManagement))
        value.powerState = UInt8(truncatingIfNeeded: state)
        features.set(FeatureStore.Key(id: .powerManagement), FeatureStore.Value(word: value.rawValue), save: false)
        enterPowerState(state)
    }

    /// Whether commands complete without a look at clock, flaws or power.
    func updateInstant() {
        engine.pointee.isInstant =
            profile.latency.isZero && commandFlaws == nil && !engine.pointee.isNonOperational
    }
}
