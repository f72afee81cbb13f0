import Foundation
import NVMeReport
import NVMeSpec
import NVMeWorkload
import Testing

@Suite struct JSONReportTests {
    private func object(_ report: PerformanceReport) throws -> [String: Any] {
        let data = Data("\(report.document(command: "perf"))".utf8)
        return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    @Test func documentOfOneWorkerIsTheGoldenOne() throws {
        var report = Fixture.report(seconds: 2)
        report.judge(try Threshold.parse("iops>=50k,p99<1us"))
        try expectGolden("\(report.document(command: "perf"))\n", "one-worker.json")
    }

    @Test func documentOfTwoJobsIsTheGoldenOne() throws {
        let report = Fixture.report([
            .init(name: "a", workers: [Fixture.worker(seconds: 2, seed: 1), Fixture.worker(seconds: 1, seed: 2)]),
            .init(name: "b", workers: [Fixture.worker(seconds: 2, seed: 3, outcome: .dataMismatch, errors: 4)]),
        ])
        try expectGolden("\(report.document(command: "perf"))\n", "two-jobs.json")
    }

    @Test func topLevelHasTheFiguresThatScriptsLookFor() throws {
        let top = try object(Fixture.report(seconds: 2))
        let latency = try #require(top["latencyNanoseconds"] as? [String: Any])
        for name in ["schemaVersion", "iops", "bandwidthBytesPerSecond", "cpuNanosecondsPerIO", "errors"] {
            #expect(top[name] is NSNumber, "\(name)")
        }
        for name in ["mean", "min", "p50", "p99", "p99.9", "p99.9999", "max"] {
            #expect(latency[name] is NSNumber, "\(name)")
        }
        #expect(top["configuration"] is [String: Any])
    }

    @Test func ratesOfWorkersAddUp() throws {
        let top = try object(Fixture.report(seconds: 2, workers: 3))
        #expect(top["iops"] as? Double == 300_000)
        #expect(top["bandwidthBytesPerSecond"] as? Double == 1_228_800_000)
    }

    @Test func seedThatDiffersBetweenWorkersIsOnlyInTheirOwnConfiguration() throws {
        let top = try object(Fixture.report(seconds: 1, workers: 2))
        let configuration = try #require(top["configuration"] as? [String: Any])
        #expect(configuration["seed"] == nil)
        #expect(configuration["queueDepth"] as? Int == 128)
        let job = try #require((top["jobs"] as? [[String: Any]])?.first)
        let workers = try #require(job["workers"] as? [[String: Any]])
        #expect(workers.compactMap { ($0["configuration"] as? [String: Any])?["seed"] as? Int } == [1, 2])
    }

    @Test func percentileOfASecondIsNullWhereSeveralWorkersHaveTheirOwn() throws {
        let top = try object(Fixture.report(seconds: 1, workers: 2))
        let sample = try #require((top["samples"] as? [[String: Any]])?.first)
        let latency = try #require(sample["latencyNanoseconds"] as? [String: Any])
        #expect(latency["p99"] is NSNull)
        #expect(latency["mean"] is NSNumber)
    }

    @Test func seedKeepsAll64Bits() throws {
        let report = Fixture.report([.init(name: "a", workers: [Fixture.worker(seconds: 1, seed: .max)])])
        #expect("\(report.document(command: "perf"))".contains("\"seed\": 18446744073709551615"))
    }

    @Test func reportWithoutWorkersIsADocumentToo() throws {
        let top = try object(Fixture.report([]))
        #expect(top["iops"] as? Double == 0)
        #expect((top["outcome"] as? [String: Any])?["success"] as? Bool == false)
    }
}
