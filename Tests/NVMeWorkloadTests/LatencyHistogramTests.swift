import NVMeWorkload
import Testing

@Suite struct LatencyHistogramTests {
    @Test func everyBucketHoldsTheValuesItStandsFor() {
        for bucket in 0..<LatencyHistogram.bucketCount {
            let range = LatencyHistogram.values(of: bucket)
            #expect(LatencyHistogram.bucket(of: range.lowerBound) == bucket)
            #expect(LatencyHistogram.bucket(of: range.upperBound) == bucket)
        }
    }

    @Test func bucketsFollowEachOtherWithoutAGap() {
        for bucket in 1..<LatencyHistogram.bucketCount {
            let before = LatencyHistogram.values(of: bucket - 1).upperBound
            #expect(LatencyHistogram.values(of: bucket).lowerBound == before + 1)
        }
    }

    @Test func largestValueFallsIntoTheLastBucket() {
        #expect(LatencyHistogram.bucket(of: .max) == LatencyHistogram.bucketCount - 1)
    }

    @Test(arguments: [100, 999, 12_345, 1_000_000, 123_456_789, 10_000_000_000] as [UInt64])
    func percentileIsRightWithinOnePercent(value: UInt64) {
        var histogram = LatencyHistogram()
        for _ in 0..<1000 { histogram.record(value) }
        let error = abs(Double(histogram.value(atPercentile: 99)) - Double(value)) / Double(value)
        #expect(error <= 0.01)
    }

    @Test(arguments: [(Double.nan, 1000 as UInt64), (.infinity, 1000), (101, 1000), (-1, 1), (-.infinity, 1)])
    func percentileBeyondItsRangeIsBroughtToAnEnd(percentile: Double, value: UInt64) {
        var histogram = LatencyHistogram()
        for value in [1, 1000] as [UInt64] { histogram.record(value) }
        #expect(abs(Int(histogram.value(atPercentile: percentile)) - Int(value)) <= Int(value) / 200)
    }

    @Test func percentileOfMoreValuesThanADoubleCountsIsOne() {
        #expect(LatencyHistogram(counts: [0, .max]).value(atPercentile: 100) == 1)
    }

    @Test func percentilesOfAUniformSpreadAreItsQuantiles() {
        var histogram = LatencyHistogram()
        for value in 1...100_000 { histogram.record(UInt64(value)) }
        for percentile in [1, 25, 50, 90, 99, 99.9] {
            let expected = percentile * 1000
            #expect(abs(Double(histogram.value(atPercentile: percentile)) - expected) <= expected * 0.01)
        }
    }

    @Test func emptyHistogramReportsZero() {
        let histogram = LatencyHistogram()
        #expect(histogram.value(atPercentile: 50) == 0)
        #expect(histogram.mean == 0)
    }

    @Test func differenceOfTwoStatesIsWhatHappenedBetween() {
        var histogram = LatencyHistogram()
        histogram.record(10)
        let earlier = histogram
        histogram.record(20)
        #expect(histogram.since(earlier).value(atPercentile: 100) == 20)
    }
}
