/// A latency histogram in a few hundred bytes, for keeping one of every second of a long run.
///
/// Occupied buckets only, each as the distance from the one before and its count, in groups of seven bits: about three bytes a
/// bucket. A second of a real device occupies some hundred buckets, so that an hour takes about a megabyte for each worker.
public struct CompactLatency: Sendable, Hashable {
    private let bytes: [UInt8]
    private let nanosecondsPerUnit: Double

    /// Keeps all counts of the statistics.
    public init(_ statistics: LatencyStatistics) {
        nanosecondsPerUnit = statistics.nanosecondsPerUnit
        var bytes: [UInt8] = []
        var last = 0
        for (bucket, count) in statistics.histogram.counts.enumerated() where count > 0 {
            Self.append(UInt64(bucket - last), to: &bytes)
            Self.append(count, to: &bytes)
            last = bucket
        }
        self.bytes = bytes
    }

    /// Memory it takes.
    public var byteCount: Int { bytes.count }

    /// The statistics again, exactly.
    public var statistics: LatencyStatistics {
        var counts = [UInt64](repeating: 0, count: LatencyHistogram.bucketCount)
        var position = 0
        var bucket = 0
        while position < bytes.count {
            bucket += Int(Self.next(bytes, &position))
            counts[bucket] = Self.next(bytes, &position)
        }
        return LatencyStatistics(
            histogram: LatencyHistogram(counts: counts), nanosecondsPerUnit: nanosecondsPerUnit)
    }

    private static func append(_ value: UInt64, to bytes: inout [UInt8]) {
        var rest = value
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    private static func next(_ bytes: [UInt8], _ position: inout Int) -> UInt64 {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            value |= UInt64(byte & 0x7F) << shift
            shift += 7
            if byte & 0x80 == 0 { break }
        }
        return value
    }
}
