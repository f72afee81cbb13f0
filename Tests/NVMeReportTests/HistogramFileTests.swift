import NVMeWorkload
import Testing

@testable import NVMeReport

@Suite struct HistogramFileTests {
    private let measurement = Measurement([Fixture.worker(seconds: 2)])

    @Test(arguments: [("a.hgrm", HistogramFormat.hgrm), ("b.HLOG", .hlog), ("/x/c.csv", .csv)])
    func extensionChoosesTheFormat(path: String, format: HistogramFormat) {
        #expect(HistogramFormat(path: path) == format)
    }

    @Test func otherExtensionIsNoFormat() {
        #expect(HistogramFormat(path: "a.txt") == nil)
    }

    @Test func percentileDistributionIsTheGoldenOne() throws {
        try expectGolden(HistogramFormat.hgrm.text(measurement), "distribution.hgrm")
    }

    @Test func logIsTheGoldenOne() throws {
        try expectGolden(HistogramFormat.hlog.text(measurement), "distribution.hlog")
    }

    @Test func bucketListCountsEveryCommandOnce() {
        let rows = HistogramFormat.csv.text(measurement).split(separator: "\n").dropFirst().map {
            $0.split(separator: ",")
        }
        #expect(rows.reduce(0) { $0 + (UInt64($1[2]) ?? 0) } == measurement.completed)
        #expect(rows.last?[3] == "\(measurement.completed)")
    }

    @Test func emptyHistogramIsAFileToo() {
        for format in HistogramFormat.allCases { #expect(!format.text(Measurement([])).isEmpty) }
    }

    @Test func checksumIsThatOfTheStandard() {
        #expect(HDRLog.adler32(Array("Wikipedia".utf8)) == 0x11E6_0398)
    }

    @Test func emptyBucketsAreWrittenAsOneNegativeNumber() {
        var histogram = LatencyHistogram()
        histogram.record(3)
        // Three empty buckets are -3, ZigZag 5; one count is 1, ZigZag 2.
        #expect(HDRLog.payload(histogram).dropFirst(40) == [5, 2])
    }

    @Test func payloadLongerThanABlockIsSplit() {
        let stream = HDRLog.compressed([UInt8](repeating: 7, count: 70_000))
        #expect(stream.count == 8 + 2 + 2 * 5 + 70_000 + 4)
    }
}
