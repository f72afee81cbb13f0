import Foundation
import NVMeWorkload

/// An HdrHistogram log (version 1.3) with one interval, the whole run.
///
/// A histogram of two significant digits has the very buckets of `LatencyHistogram`, so that its counts are those of the log.
enum HDRLog {
    static func text(_ statistics: LatencyStatistics, duration: Duration) -> String {
        let histogram = statistics.inNanoseconds
        let encoded = Data(compressed(payload(histogram))).base64EncodedString()
        let seconds = Figures.fixed(duration.inSeconds, places: 3)
        let maximum = Figures.fixed(Double(histogram.maximum) / 1_000_000, places: 3)
        return """
            #[Histogram log format version 1.3]
            #[Latencies in nanoseconds; maximum in milliseconds]
            "StartTimestamp","Interval_Length","Interval_Max","Interval_Compressed_Histogram"
            0.000,\(seconds),\(maximum),\(encoded)

            """
    }

    private static let encodingCookie: UInt32 = 0x1C84_9313
    private static let compressedCookie: UInt32 = 0x1C84_9314

    /// The V2 encoding: a header of 40 bytes, big-endian, and the counts as ZigZag LEB128, runs of zeros as a negative number.
    static func payload(_ histogram: LatencyHistogram) -> [UInt8] {
        let used = (histogram.counts.lastIndex { $0 > 0 } ?? -1) + 1
        var counts: [UInt8] = []
        var zeros: Int64 = 0
        for count in histogram.counts.prefix(used) {
            if count == 0 {
                zeros += 1
                continue
            }
            if zeros > 0 { append(-zeros, to: &counts) }
            zeros = 0
            append(Int64(clamping: count), to: &counts)
        }
        let significantDigits: UInt32 = 2
        let highest = max(2, histogram.maximum)
        return bytes(encodingCookie) + bytes(UInt32(counts.count)) + bytes(0 as UInt32) + bytes(significantDigits)
            + bytes(1 as UInt64) + bytes(min(highest, UInt64(Int64.max))) + bytes(Double(1).bitPattern) + counts
    }

    private static func append(_ value: Int64, to bytes: inout [UInt8]) {
        var rest = UInt64(bitPattern: value << 1 ^ value >> 63)
        // The ninth byte holds eight bits, so that 64 bits fit nine bytes.
        for _ in 0..<8 {
            guard rest >= 0x80 else { return bytes.append(UInt8(truncatingIfNeeded: rest)) }
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    /// The cookie, the length and a zlib stream of stored blocks: valid for every reader, without a compressor.
    static func compressed(_ payload: [UInt8]) -> [UInt8] {
        var stream: [UInt8] = [0x78, 0x01]
        let starts = Array(stride(from: 0, to: max(1, payload.count), by: 0xFFFF))
        for start in starts {
            let block = payload[start..<min(start + 0xFFFF, payload.count)]
            let length = UInt16(block.count)
            stream.append(start == starts.last ? 1 : 0)
            for value in [length, ~length] { stream += [UInt8(truncatingIfNeeded: value), UInt8(value >> 8)] }
            stream += block
        }
        stream += bytes(adler32(payload))
        return bytes(compressedCookie) + bytes(UInt32(stream.count)) + stream
    }

    /// RFC 1950 §8.2.
    static func adler32(_ bytes: [UInt8]) -> UInt32 {
        var a: UInt32 = 1
        var b: UInt32 = 0
        for byte in bytes {
            a = (a + UInt32(byte)) % 65521
            b = (b + a) % 65521
        }
        return b << 16 | a
    }

    private static func bytes(_ value: some FixedWidthInteger) -> [UInt8] {
        withUnsafeBytes(of: value.bigEndian) { Array($0) }
    }
}
