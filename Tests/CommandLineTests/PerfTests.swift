import Foundation
import Testing

/// `nvmetest perf` and `nvmetest verify` as a user runs them.
@Suite struct PerfTests {
    private let quick = ["--dut", "emu", "--region", "0+4M", "--count", "2000", "--seed", "7"]

    @Test(
        arguments: [
            (["--qd", "0"], "--'qd' cannot be '0'"), (["--rw", "fast"], "'rw' cannot be 'fast'"),
            (["--require", "p99<200"], "--require: '200' in 'p99<200' needs a unit"),
            (["--histogram", "a.txt"], "ends in .hgrm, .hlog or .csv"),
            (["--html", "/nonexistent/a.html"], "does not exist"),
            (["--io-size", "1000"], "no multiple of the namespace's"), (["--qd", "60000"], "CAP.MQES"),
        ])
    func wrongOptionEndsWithTwoAndSaysWhatIsRight(arguments: [String], message: String) throws {
        let outcome = try Tool.run(["perf", "--dut", "emu"] + arguments)
        #expect(outcome.status == 2)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.contains(message), "\(outcome.errors)")
    }

    @Test func documentCountsEveryCommand() throws {
        let outcome = try Tool.run(["perf", "--rw", "randrw", "--jobs", "2", "--output", "json"] + quick)
        let document = try outcome.document()
        #expect(outcome.status == 0)
        #expect(document["completed"] as? Int == 4000)
        #expect(document["errors"] as? Int == 0)
        #expect((document["configuration"] as? [String: Any])?["workers"] as? Int == 2)
    }

    @Test func missedThresholdEndsWithOne() throws {
        let outcome = try Tool.run(["perf", "--require", "p99<1ns"] + quick)
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("MISSED p99<1ns"))
    }

    @Test func filesAreWritten() throws {
        let folder = try TemporaryFolder()
        let page = folder.url.appendingPathComponent("a.html").path
        let log = folder.url.appendingPathComponent("a.hlog").path
        #expect(try Tool.run(["perf", "--html", page, "--histogram", log] + quick).status == 0)
        #expect(try folder.names().sorted() == ["a.hlog", "a.html"])
        #expect(String(decoding: try folder.contents("a.html"), as: UTF8.self).hasPrefix("<!DOCTYPE html>"))
    }

    @Test func fullDiskEndsWithThreeAfterTheResultsWerePrinted() throws {
        let outcome = try Tool.run(["perf", "--html", "/dev/full"] + quick)
        #expect(outcome.status == 3)
        #expect(outcome.output.contains("IOPS"))
        #expect(outcome.errors.contains("No space left on device"))
    }

    @Test func jobsOfAFileRunTogether() throws {
        let folder = try TemporaryFolder()
        let text =
            "global: {size: 4M, number_ios: 500}\nreader: {rw: randread, norandommap: 1}\nwriter: {rw: write, numjobs: 2}\n"
        let file = try folder.file("jobs.yaml", Array(text.utf8))
        let document = try Tool.run("perf", "--dut", "emu", "--job-file", file, "--output", "json").document()
        let jobs = try #require(document["jobs"] as? [[String: Any]])
        #expect(jobs.compactMap { $0["name"] as? String } == ["reader", "writer"])
        #expect(jobs.compactMap { $0["completed"] as? Int } == [500, 1000])
        #expect((document["notes"] as? [String])?.first?.contains("norandommap") == true)
    }

    @Test func interruptionPrintsWhatWasMeasuredSoFar() throws {
        let (process, output, errors) = try Tool.start([
            "perf", "--dut", "emu", "--region", "0+4M", "--time", "1h", "--output", "json", "--ramp-up", "0",
        ])
        // The first plain progress line comes when the workers have been running for a while.
        _ = errors.availableData
        kill(process.processIdentifier, SIGINT)
        let data = try output.readToEnd() ?? Data()
        _ = try errors.readToEnd()
        process.waitUntilExit()
        let document = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect(process.terminationStatus == 130)
        #expect(document["interrupted"] as? Bool == true)
        #expect((document["completed"] as? Int ?? 0) > 0)
    }

    @Test func verifyReadsBackWhatItWrote() throws {
        let outcome = try Tool.run("verify", "--dut", "emu", "--region", "1M-3M", "--output", "json")
        let document = try outcome.document()
        #expect(outcome.status == 0)
        #expect(document["verified"] as? Bool == true)
        #expect((document["read"] as? [String: Any])?["bytesRead"] as? Int == 2 << 20)
    }
}
