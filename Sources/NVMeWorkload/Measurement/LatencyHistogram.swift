/// Counts latencies in buckets no wider than 1/128 of their value, so that every percentile is right within 0.4 %.
///
/// Values are bare integers of any unit; the engine records time-stamp ticks and converts when it reports. Recording costs a
/// count of leading zeros, two shifts, an addition and an increment.
public struct LatencyHistogram: Sendable, Equatable {
    /// Number of buckets that cover all of `UInt64`.
    public static var bucketCount: Int { 57 * 128 + 128 }

    /// Count per bucket; always `bucketCount` of them.
    public private(set) var counts: [UInt64]
    /// Recorded values.
    public private(set) var count: UInt64

    public init() {
        counts = Array(repeating: 0, count: Self.bucketCount)
        count = 0
    }

    /// Takes over counts that were made elsewhere by the same rule; missing buckets are empty.
    public init(counts source: some Collection<UInt64>) {
        self.init()
        counts.replaceSubrange(0..<min(source.count, Self.bucketCount), with: source.prefix(Self.bucketCount))
        for index in counts.indices { count &+= counts[index] }
    }

    public mutating func record(_ value: UInt64) {
        counts[Self.bucket(of: value)] &+= 1
        count &+= 1
    }

    /// Adds what another histogram of the same unit has counted.
    public mutating func merge(_ other: LatencyHistogram) {
        for index in counts.indices { counts[index] &+= other.counts[index] }
        count &+= other.count
    }

    /// What has been counted since an earlier state of the same histogram.
    public func since(_ earlier: LatencyHistogram) -> LatencyHistogram {
        var difference = self
        for index in counts.indices { difference.counts[index] &-= earlier.counts[index] }
        difference.count &-= earlier.count
        return difference
    }
}

extension LatencyHistogram {
    /// The bucket of a value: values below 256 have one each, then 128 share each power of two.
    @inlinable
    public static func bucket(of value: UInt64) -> Int {
        let shift = 56 &- UInt64(truncatingIfNeeded: (value | 0x80).leadingZeroBitCount)
        return Int(truncatingIfNeeded: (shift &<< 7) &+ (value &>> shift))
    }

    /// The values that a bucket stands for.
    public static func values(of bucket: Int) -> ClosedRange<UInt64> {
        guard bucket >= 256 else { return UInt64(max(0, bucket))...UInt64(max(0, bucket)) }
        let shift = UInt64(min(bucket >> 7 - 1, 56))
        let low = UInt64(bucket & 127 | 128) << shift
        return low...(low + (1 << shift - 1))
    }

    /// Smallest value that at least `percentile` percent of all values do not exceed, as the middle of its bucket.
    ///
    /// - Parameter percentile: 0...100, fractions allowed; what lies beyond is brought to the nearer end, and what is no number counts
    ///   as 100. The result is 0 while nothing is recorded.
    public func value(atPercentile percentile: Double) -> UInt64 {
        guard count > 0 else { return 0 }
        let share = percentile.isNaN ? 100 : min(max(percentile, 0), 100)
        let wanted = max(1, UInt64(exactly: (Double(count) * share / 100).rounded(.up)) ?? count)
        var seen: UInt64 = 0
        for bucket in counts.indices where counts[bucket] > 0 {
            seen &+= counts[bucket]
            if seen >= wanted { return Self.middle(of: bucket) }
        }
        return maximum
    }

    /// Mean of the buckets' middles.
    public var mean: Double {
        guard count > 0 else { return 0 }
        var sum = 0.0
        for bucket in counts.indices where counts[bucket] > 0 {
            sum += Double(Self.middle(of: bucket)) * Double(counts[bucket])
        }
        return sum / Double(count)
    }

    /// Highest value of the last bucket in use.
    public var maximum: UInt64 {
        for bucket in counts.indices.reversed() where counts[bucket] > 0 { return Self.values(of: bucket).upperBound }
        return 0
    }

    /// Lowest value of the first bucket in use.
    public var minimum: UInt64 {
        for bucket in counts.indices where counts[bucket] > 0 { return Self.values(of: bucket).lowerBound }
        return 0
    }

    private static func middle(of bucket: Int) -> UInt64 {
        let range = values(of: bucket)
        return range.lowerBound + (range.upperBound - range.lowerBound) / 2
    }
}
