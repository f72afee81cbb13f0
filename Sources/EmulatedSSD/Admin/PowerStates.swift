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

    /// The 32 bytes of each descriptor.
    static func put(into page: inout ByteLayout, at start: Int) {
        for (index, row) in rows.enumerated() {
            let base = start + 32 * index
            page.put(row.centiwatts, at: base)
            // NOPS: I/O commands are not processed in this state.
            page.put(UInt8(row.isOperational ? 0 : 0b10), at: base + 3)
            page.put(row.entry, at: base + 4)
            page.put(row.exit, at: base + 8)
            // Relative read and write throughput and latency: lower is better.
            for offset in 12..<16 { page.put(UInt8(index), at: base + offset) }
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
        let value = featureValue(0x02) & ~0x1F | state
        features.set(FeatureStore.Key(id: 0x02), FeatureStore.Value(word: value), save: false)
        enterPowerState(state)
    }

    /// Whether commands complete without a look at clock, flaws or power.
    func updateInstant() {
        engine.pointee.isInstant =
            profile.latency.isZero && commandFlaws == nil && !engine.pointee.isNonOperational
    }
}
