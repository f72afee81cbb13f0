import NVMeSpec

/// The values of all features: current and saved; defaults come from the table.
struct FeatureStore {
    struct Key: Hashable {
        var id: FeatureIdentifier
        var subject: UInt32 = 0
        var nsid: UInt32 = 0
    }

    struct Value: Equatable {
        var word: UInt32
        var data: [UInt8] = []
    }

    private let profile: SSDProfile
    private var current: [Key: Value] = [:]
    private var saved: [Key: Value] = [:]
    /// Weights of feature 01h, kept apart because each round of arbitration needs them.
    var arbitrationWeights = (high: 1, medium: 1, low: 1)
    /// Device time and value of the last Set Features of the time stamp.
    var timestamp: (value: UInt64, since: UInt64, wasSet: Bool) = (0, 0, false)

    init(profile: SSDProfile) { self.profile = profile }

    func defaultValue(_ row: FeatureRow, _ key: Key) -> Value {
        Value(word: row.defaultValue(profile, key.subject), data: Array(repeating: 0, count: row.dataByteCount))
    }

    /// A value was set since the last reset.
    func isSet(_ id: FeatureIdentifier) -> Bool { current[Key(id: id)] != nil }

    /// The saved value, or the default where nothing was saved.
    func savedValue(_ row: FeatureRow, _ key: Key) -> Value { saved[key] ?? defaultValue(row, key) }

    func currentValue(_ row: FeatureRow, _ key: Key) -> Value { current[key] ?? savedValue(row, key) }

    mutating func set(_ key: Key, _ value: Value, save: Bool) {
        current[key] = value
        if save { saved[key] = value }
    }

    /// Saved values of one feature for subjects other than the first.
    func savedSubjects(_ id: FeatureIdentifier) -> [(subject: UInt32, word: UInt32)] {
        saved.filter { $0.key.id == id && $0.key.subject != 0 }.map { ($0.key.subject, $0.value.word) }
    }

    /// Forgets all current values: what was saved, or the default, is in force again.
    ///
    /// The time stamp counts from the reset, unless the host has set it: then it lives until power is lost.
    mutating func reset(power: Bool, now: UInt64) {
        current.removeAll()
        if power || !timestamp.wasSet { timestamp = (0, now, false) }
    }
}

extension EmulatedController {
    /// The current dword of a feature; 0 when there is no such feature.
    func featureValue(_ id: FeatureIdentifier, subject: UInt32 = 0, nsid: UInt32 = 0) -> UInt32 {
        guard let row = FeatureRow.table.first(where: { $0.id == id }) else { return 0 }
        return features.currentValue(row, FeatureStore.Key(id: id, subject: subject, nsid: nsid)).word
    }

    /// The current data structure of a feature; empty when there is no such feature.
    func featureData(_ id: FeatureIdentifier) -> [UInt8] {
        guard let row = FeatureRow.row(id, of: profile) else { return [] }
        return features.currentValue(row, FeatureStore.Key(id: id)).data
    }

    /// Brings features back to what was saved, and everything that follows them.
    func resetFeatures(_ level: ResetLevel) {
        features.reset(power: level >= .power, now: clock.now)
        coalescing.reset()
        for row in FeatureRow.table {
            let key = FeatureStore.Key(id: row.id)
            row.apply(features.currentValue(row, key).word, 0, self)
            for (subject, word) in features.savedSubjects(row.id) { row.apply(word, subject, self) }
        }
    }
}
