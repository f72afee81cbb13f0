/// A number with a unit, as `200us`, `1.5M`, `2GB/s`: the digits and the letters apart.
struct UnitNumber: Sendable, Hashable {
    let value: Double
    let unit: String

    /// Nil unless the text is a decimal number that is not negative, with or without letters behind it.
    init?(_ text: some StringProtocol) {
        let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        guard let first = digits.first, first.isNumber, let value = Double(digits), value.isFinite else { return nil }
        self.value = value
        unit = String(text.dropFirst(digits.count).drop { $0 == " " })
    }
}

/// Lengths of time as people write them: `10` and `10s` are seconds, `500ms`, `2m`, `1h`.
public enum DurationText {
    static let nanosecondsPerUnit: [String: Double] = [
        "ns": 1, "us": 1e3, "µs": 1e3, "ms": 1e6, "s": 1e9, "sec": 1e9, "m": 6e10, "min": 6e10, "h": 3.6e12,
        "d": 8.64e13,
    ]

    /// The length of time; a bare number counts units of `unit`. Nil for anything else, and for more than 1,000 days.
    public static func parse(_ text: String, bare unit: String = "s") -> Duration? {
        guard let number = UnitNumber(text), let scale = nanosecondsPerUnit[number.unit.isEmpty ? unit : number.unit]
        else { return nil }
        let nanoseconds = number.value * scale
        guard nanoseconds <= 8.64e16 else { return nil }
        return .nanoseconds(Int64(nanoseconds.rounded()))
    }
}

/// Rates and counts as people write them: `200k`, `1.5M`; powers of 1000.
public enum CountText {
    static let scales: [String: Double] = ["": 1, "k": 1e3, "K": 1e3, "M": 1e6, "G": 1e9]

    /// The count; nil for anything else, and for what does not fit.
    public static func parse(_ text: String) -> Int? {
        guard let number = UnitNumber(text), let scale = scales[number.unit] else { return nil }
        return Int(exactly: (number.value * scale).rounded())
    }
}
