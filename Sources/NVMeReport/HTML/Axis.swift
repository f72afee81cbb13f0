import Glibc

/// One axis of a plot: a range, how values lie on it, and where it is labelled.
struct Axis: Sendable {
    enum Scale: Sendable { case linear, logarithmic }

    let scale: Scale
    let low: Double
    let high: Double
    let ticks: [Double]
    let label: @Sendable (Double) -> String

    /// Where a value lies, 0...1; nil for what the axis cannot show (zero on a logarithmic one).
    func position(_ value: Double) -> Double? {
        guard value.isFinite else { return nil }
        switch scale {
        case .linear: return min(max((value - low) / (high - low), 0), 1)
        case .logarithmic:
            guard value > 0 else { return nil }
            return min(max((log(value) - log(low)) / (log(high) - log(low)), 0), 1)
        }
    }
}

extension Axis {
    /// From zero to above the highest value, in round steps.
    static func fromZero(to highest: Double, label: @escaping @Sendable (Double) -> String) -> Axis {
        let highest = highest.isFinite && highest > 0 ? highest : 1
        let step = roundStep(highest / 4)
        let count = Int((highest * 1.02 / step).rounded(.up))
        return Axis(
            scale: .linear, low: 0, high: Double(count) * step, ticks: (0...count).map { Double($0) * step },
            label: label)
    }

    /// Around the positive values, labelled at 1, 2, 5 of each decade or, when there are many, at the decades.
    static func logarithmic(
        around values: some Sequence<Double>, label: @escaping @Sendable (Double) -> String
    ) -> Axis {
        let values = values.filter { $0 > 0 && $0.isFinite }
        let low = values.min() ?? 1
        let high = max(values.max() ?? 10, low * 1.5)
        let first = Int(log10(low).rounded(.down))
        let last = max(first + 1, Int(log10(high).rounded(.up)))
        let marks: [Double] = last - first <= 4 ? [1, 2, 5] : [1]
        let ticks = (first...last).flatMap { decade in marks.map { $0 * pow(10, Double(decade)) } }
        let below = ticks.last { $0 <= low * 1.000001 } ?? low
        let above = ticks.first { $0 >= high * 0.999999 } ?? high
        return Axis(
            scale: .logarithmic, low: below, high: max(above, below * 2),
            ticks: ticks.filter { $0 >= below && $0 <= above }, label: label)
    }

    /// Seconds since the start.
    static func time(seconds: Int) -> Axis {
        let steps = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 43200, 86400]
        let step = steps.first { seconds / $0 <= 10 } ?? max(1, seconds / 10)
        let isShort = seconds < 180
        return Axis(
            scale: .linear, low: 0, high: Double(max(1, seconds)),
            ticks: stride(from: 0, through: max(1, seconds), by: step).map(Double.init),
            label: { isShort ? "\(Int($0)) s" : clock(Int($0)) })
    }

    /// `12:30` (minutes and seconds) or `1:00:00`.
    private static func clock(_ seconds: Int) -> String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let rest = "\(two(seconds / 60 % 60)):\(two(seconds % 60))"
        return seconds >= 3600 ? "\(seconds / 3600):\(rest)" : rest
    }

    /// 1, 2 or 5 times a power of ten, at least `least`.
    private static func roundStep(_ least: Double) -> Double {
        let power = pow(10, log10(least).rounded(.down))
        return ([1, 2, 5].first { $0 * power >= least * 0.999999 } ?? 10) * power
    }
}
