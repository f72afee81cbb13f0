/// Tells when a row of measurements has settled, by the rule of the SNIA Solid State Storage Performance Test Specification:
/// inside a window of rounds, no value is further than 10 % from the mean (a range of 20 %), and the line fitted through
/// them rises or falls by at most 10 % of the mean.
public struct SteadyState: Sendable, Hashable {
    /// Rounds that are looked at together.
    public var window: Int
    /// Largest difference between two rounds, as a fraction of the mean.
    public var range: Double
    /// Largest rise or fall of the fitted line from the first to the last round, as a fraction of the mean.
    public var slope: Double

    public init(window: Int = 5, range: Double = 0.2, slope: Double = 0.1) {
        self.window = max(2, window)
        self.range = range
        self.slope = slope
    }

    /// What the latest window of a row shows.
    public struct Finding: Sendable, Hashable {
        public var mean: Double
        /// (maximum - minimum) / mean.
        public var range: Double
        /// Rise (positive) or fall of the fitted line over the window / mean.
        public var slope: Double
        public var isSteady: Bool
    }

    /// Looks at the last `window` values; nil while there are fewer, or when their mean is 0.
    public func look(at values: [Double]) -> Finding? {
        let last = values.suffix(window)
        let mean = last.reduce(0, +) / Double(last.count)
        guard last.count == window, mean > 0, let low = last.min(), let high = last.max() else { return nil }
        let middle = Double(window - 1) / 2
        var covariance = 0.0
        var variance = 0.0
        for (index, value) in last.enumerated() {
            covariance += (Double(index) - middle) * (value - mean)
            variance += (Double(index) - middle) * (Double(index) - middle)
        }
        let rise = covariance / variance * Double(window - 1)
        let range = (high - low) / mean
        return Finding(
            mean: mean, range: range, slope: rise / mean,
            isSteady: range <= self.range && abs(rise) / mean <= self.slope)
    }

    /// The first round (counted from 1) at which the row is steady; nil if it never is.
    public func firstSteadyRound(in values: [Double]) -> Int? {
        guard values.count >= window else { return nil }
        return (window...values.count).first { look(at: Array(values.prefix($0)))?.isSteady == true }
    }
}
