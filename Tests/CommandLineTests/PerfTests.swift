import Foundation
import Testing

/// `nvmetest perf` and `nvmetest verify` as a user runs them.
@Suite struct PerfTests {
    private let quick = ["--dut", "emu", "--region", "0+4M", "--count", "2000", "--seed", "7"]

    @Test(
        arguments: [
            (["--qd", "0"], "'--qd' cannot be '0'; write a number"), (["--qd", "-1"], "'--qd' cannot be '-1'; write"),
            (["--rw", "fast"], "'--rw' cannot be 'fast'; write randread, randrw"),
            (["--require", "p99<200"], "--require: '200' in 'p99<200' needs a unit"),
            (["--histogram", "a.txt"], "ends in .hgrm, .hlog or .csv"),
            (["--html", "/proc/nonexistent/a.html"], "does not exist"),
            (["--io-size", "1000"], "'--io-size' cannot be '1000': 1000 bytes are no multiple of the namespace's"),
            (["--io-size", "1M"], "'--io-size' cannot be '1M': the device takes at most 128 KiB a command (MDTS)"),
            (["--qd", "60000"], "'--qd' cannot be '60000': the device takes at most 4095 commands in flight"),
            (["--jobs", "100"], "'--jobs' cannot be '100': the device grants 32 I/O queues"),
            (["--namespace", "9"], "'--namespace' cannot be '9': active on this device are: 1"),
            (["--time", "2000h"], "'--time' cannot be '2000h': at most 1000 hours"),
            (["--distribution", "zipf:2"], "'--distribution' cannot be 'zipf:2': it is above 0 and below 1"),
            (["--iops", "10k", "--rate-steps", "5k"], "'--rate-steps' cannot be '5k' beside --iops"),
            (["--region", "200T+1G"], "'--region' cannot be '200T+1G': the namespace has only"),
        ])
    func wrongOptionEndsWithTwoAndSaysWhatIsRight(arguments: [String], message: String) throws {
        let outcome = try Tool.run(["perf", "--dut", "emu"] + arguments)
        #expect(outcome.status == 2)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.contains(message), "\(outcome.errors)")
    }

    @Test(arguments: [["--region", "32M+64M"], ["--region", "0+1G", "--count", "10"]])
    func regionBeyondTheNamespaceIsRefusedInBytes(options: [String]) throws {
        let outcome = try Tool.run(["perf", "--dut", "emu:small"] + options)
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("'--region' cannot be '\(options[1])': the namespace has only 67108864 bytes"))
    }

    @Test func verifyWithoutARegionTakesAllOfASmallNamespace() throws {
        let document = try Tool.run("verify", "--dut", "emu:small", "--output", "json").document()
        #expect(document["bytesRead"] as? Int == 64 << 20)
    }

    @Test func commandsTimesTheirSizeAreTheBytes() throws {
        let outcome = try Tool.run(
            "perf", "--dut", "emu", "--region", "0+4k", "--qd", "1", "--count", "500", "--output", "json")
        let document = try outcome.document()
        #expect(document["completed"] as? Int == 500)
        #expect(document["bytesRead"] as? Int == 500 * 4096)
    }

    @Test func alignmentInForceIsShown() throws {
        #expect(try Tool.run(["perf"] + quick).output.contains("aligned to 4 KiB"))
        #expect(try Tool.run(["perf", "--align", "8k"] + quick).output.contains("aligned to 8 KiB"))
        #expect(try Tool.run(["perf", "--align", "512"] + quick).output.contains("not aligned"))
    }

    @Test func sizeOfAJobWithoutATimeIsWrittenOnce() throws {
        let folder = try TemporaryFolder()
        let file = try folder.file("jobs.yaml", Array("fill: {rw: write, bs: 64k, size: 8M}\n".utf8))
        let document = try Tool.run("perf", "--dut", "emu", "--job-file", file, "--output", "json").document()
        #expect(document["bytesWritten"] as? Int == 8 << 20)
        #expect((document["configuration"] as? [String: Any])?["onePass"] as? Bool == true)
    }

    @Test func regionSmallerThanACommandIsRefused() throws {
        let outcome = try Tool.run("perf", "--dut", "emu", "--region", "0+4k", "--io-size", "8k")
        #expect(outcome.status == 2)
        #expect(
            outcome.errors.contains("'--io-size' cannot be '8k': the region has only 8 blocks"), "\(outcome.errors)")
    }

    @Test func workersThatAreVerifiedHaveARegionEach() throws {
        let outcome = try Tool.run(
            "perf", "--dut", "emu", "--rw", "randrw", "--jobs", "3", "--region", "0+1M", "--count", "3000", "--verify",
            "full",
            "--output", "json")
        #expect(outcome.status == 0)
        let document = try outcome.document()
        let workers = (document["jobs"] as? [[String: Any]])?.first?["workers"] as? [[String: Any]]
        let regions = workers?.compactMap { ($0["configuration"] as? [String: Any])?["region"] as? [String: Int] }
        #expect(regions?.map { $0["firstLBA"] } == [0, 680, 1360])
        #expect(regions?.map { $0["endLBA"] } == [680, 1360, 2048])
        #expect((document["notes"] as? [String])?.contains { $0.contains("a part of the region of its own") } == true)
    }

    @Test(
        arguments: [
            ("a: {rw: write}\nb: {rw: read}", "jobs 'a' and 'b' cannot be verified: they use the same blocks"),
            ("a: {rw: randwrite, numjobs: 300}", "'numjobs' cannot be '300': to be verified, each needs a part"),
            ("a: {rw: read}\nb: {rw: read}", nil), ("a: {rw: write}\nb: {rw: read, stonewall: 1}", nil),
            ("a: {rw: write}\nb: {rw: read, offset: 1M}", nil),
        ] as [(String, String?)])
    func jobsThatAreVerifiedKeepApart(jobs: String, message: String?) throws {
        let folder = try TemporaryFolder()
        let text = "global: {size: 1M, number_ios: 100, verify: full}\n\(jobs)\n"
        let outcome = try Tool.run(
            "perf", "--dut", "emu", "--job-file", try folder.file("jobs.yaml", Array(text.utf8)))
        #expect(outcome.status == (message == nil ? 0 : 2))
        #expect(message.map { outcome.errors.contains($0) } ?? true, "\(outcome.errors)")
    }

    @Test func priorityWantsADeviceThatHasThem() throws {
        let arguments = ["--region", "0+4M", "--count", "100", "--priority", "2"]
        #expect(try Tool.run(["perf", "--dut", "emu:?wrr=on"] + arguments).status == 0)
        let outcome = try Tool.run(["perf", "--dut", "emu:?wrr=off"] + arguments)
        #expect(outcome.status == 2)
        #expect(
            outcome.errors.contains("'--priority' cannot be '2': the device has no weighted round robin arbitration"))
    }

    @Test func buffersBeyondTheDevicesMemoryEndWithTwoBeforeAnythingIsSent() throws {
        let outcome = try Tool.run(
            "perf", "--dut", "emu:?memory=16M", "--rw", "randrw", "--qd", "256", "--io-size", "128k", "--count", "1000")
        #expect(outcome.status == 2)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.contains("'--qd' cannot be '256': a worker needs buffers of 67108864 bytes, and only "))
        #expect(outcome.errors.contains("of the controller's 16777216 bytes of DMA memory are free; use fewer workers"))
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

    @Test func documentIsOneWhateverHappensToTheFiles() throws {
        let outcome = try Tool.run(["perf", "--html", "/dev/full", "--output", "json"] + quick)
        #expect(outcome.status == 3)
        #expect(try outcome.document()["iops"] != nil)
    }

    @Test func fileThatCannotBeWrittenKeepsNoOtherFromIt() throws {
        let folder = try TemporaryFolder()
        let table = folder.url.appendingPathComponent("a.csv").path
        #expect(try Tool.run(["perf", "--html", folder.url.path, "--histogram", table] + quick).status == 3)
        #expect(try folder.names() == ["a.csv"])
    }

    @Test func fileThatCannotBeWrittenIsNamedAfterAnInterruptionToo() throws {
        let (process, output, errors) = try Tool.start([
            "perf", "--dut", "emu", "--region", "0+4M", "--time", "1h", "--html", "/dev/full",
        ])
        let first = errors.availableData
        kill(process.processIdentifier, SIGINT)
        _ = try output.readToEnd()
        let text = String(decoding: first + (try errors.readToEnd() ?? Data()), as: UTF8.self)
        process.waitUntilExit()
        #expect(text.contains("cannot write '/dev/full': No space left on device"), "\(text)")
    }

    @Test func resultsBeforeAGroupThatCannotRunAreReported() throws {
        let folder = try TemporaryFolder()
        let text =
            "first: {number_ios: 500}\nsecond: {stonewall: 1, rw: randrw, bs: 128k, iodepth: 4000, number_ios: 100000}\n"
        let file = try folder.file("jobs.yaml", Array(text.utf8))
        let outcome = try Tool.run("perf", "--dut", "emu:?memory=64M", "--job-file", file, "--output", "json")
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("'iodepth' cannot be '4000'"))
        let document = try outcome.document()
        #expect(document["completed"] as? Int == 500)
        #expect(document["notes"] as? [String] == ["job 'second' did not run"])
    }

    @Test func errorOfTheLastCommandIsTheOutcomeInWords() throws {
        let outcome = try Tool.run(
            "perf", "--dut", "emu:?flaws=status:op=2:nth=10", "--count", "10", "--output", "json")
        let result = try #require(try outcome.document()["outcome"] as? [String: Any])
        #expect(result["name"] as? String == "deviceError")
        #expect(result["detail"] as? String == "Internal Error (00/06)")
    }

    @Test func latencyOfNothingIsNoLatency() throws {
        let line = [
            "perf", "--dut", "emu:?flaws=no-answer:op=2:nth=1", "--qd", "1", "--timeout", "1", "--output", "json",
        ]
        let latency = try #require(try Tool.run(line).document()["latencyNanoseconds"] as? [String: Any])
        for name in ["mean", "min", "p50", "p99.9", "max"] { #expect(latency[name] is NSNull, "\(name)") }
    }

    @Test func depthThatNobodyAskedForFitsTheDevice() throws {
        #expect(try Tool.run("perf", "--dut", "emu:?entries=2", "--count", "10").status == 0)
        #expect(try Tool.run("verify", "--dut", "emu:?entries=4", "--region", "0+1M").status == 0)
    }

    @Test func interruptionOfACommandThatIsNotAnsweredStillPrintsTheResults() throws {
        let (process, output, errors) = try Tool.start([
            "perf", "--dut", "emu:?flaws=no-answer:op=2:nth=1000", "--timeout", "600", "--time", "1h", "--output",
            "json",
        ])
        _ = errors.availableData
        kill(process.processIdentifier, SIGINT)
        let data = try output.readToEnd() ?? Data()
        process.waitUntilExit()
        #expect(process.terminationStatus == 130)
        let document = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect(document["completed"] as? Int ?? 0 >= 999)
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

    @Test func jobsBehindAStoneWallRunOneAfterTheOther() throws {
        let folder = try TemporaryFolder()
        let text =
            "global: {size: 4M, number_ios: 500}\nfill: {rw: write}\na: {stonewall: 1}\nb: {numjobs: 2}\nc: {stonewall: 1}\n"
        let file = try folder.file("jobs.yaml", Array(text.utf8))
        let document = try Tool.run("perf", "--dut", "emu", "--job-file", file, "--output", "json").document()
        let jobs = try #require(document["jobs"] as? [[String: Any]])
        #expect(jobs.compactMap { $0["group"] as? Int } == [0, 1, 1, 2])
        let seconds = jobs.compactMap { $0["durationSeconds"] as? Double }
        try #require(seconds.count == 4)
        let total = try #require(document["durationSeconds"] as? Double)
        #expect(abs(total - (seconds[0] + max(seconds[1], seconds[2]) + seconds[3])) < 1e-6)
        #expect(document["completed"] as? Int == 2500)
    }

    @Test func jobsBehindOneThatFailedDoNotRun() throws {
        let folder = try TemporaryFolder()
        let text = "global: {size: 4M, number_ios: 500}\na: {rw: read}\nb: {stonewall: 1}\n"
        let file = try folder.file("jobs.yaml", Array(text.utf8))
        let outcome = try Tool.run("perf", "--dut", "emu:?flaws=status:code=641:op=2:nth=100", "--job-file", file)
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("note: job 'b' did not run"))
    }

    @Test func mismatchIsDescribed() throws {
        let folder = try TemporaryFolder()
        let text = "fill: {rw: write, count: 256}\ncheck: {rw: read, count: 256, stonewall: 1}\n"
        let page = folder.url.appendingPathComponent("a.html").path
        let arguments = [
            "perf", "--job-file", try folder.file("jobs.yaml", Array(text.utf8)), "--dut",
            "emu:?flaws=lose-write:nth=50",
            "--verify", "full", "--region", "0+1M",
        ]
        let outcome = try Tool.run(arguments + ["--html", page])
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("LBA 0x188: "), "\(outcome.output)")
        #expect(outcome.output.contains("  expected LBA 0x188, token 0x"))
        #expect(String(decoding: try folder.contents("a.html"), as: UTF8.self).contains("expected LBA 0x188"))
        let document = try Tool.run(arguments + ["--output", "json"]).document()
        #expect(document["mismatchCount"] as? Int == 8)
        #expect((document["mismatches"] as? [[String: Any]])?.first?["lba"] as? Int == 0x188)
    }
}

/// `nvmetest verify` as a user runs it.
@Suite struct VerifyTests {
    @Test func verifyReadsBackWhatItWrote() throws {
        let outcome = try Tool.run("verify", "--dut", "emu", "--region", "1M-3M", "--output", "json")
        let document = try outcome.document()
        #expect(outcome.status == 0)
        #expect(document["verified"] as? Bool == true)
        #expect((document["read"] as? [String: Any])?["bytesRead"] as? Int == 2 << 20)
    }

    @Test func readingGoesOnBehindAMismatch() throws {
        let flaws = ["0-7", "2000-2003", "4088-4095"].map { "lose-write:lba=\($0)" }.joined(separator: ",")
        let document = try Tool.run(
            "verify", "--dut", "emu:?flaws=\(flaws)", "--region", "0+2M", "--io-size", "4k", "--mismatches", "100",
            "--output", "json"
        ).document()
        #expect(document["verified"] as? Bool == false)
        #expect(document["mismatchCount"] as? Int == 20)
        let blocks = (document["mismatches"] as? [[String: Any]])?.compactMap { $0["lba"] as? Int }
        #expect(blocks.map(Set.init) == Set(0...7).union(2000...2003).union(4088...4095))
        // Three commands brought wrong data, which counts as none.
        #expect((document["read"] as? [String: Any])?["bytesRead"] as? Int == (2 << 20) - 3 * 4096)
    }

    @Test func readingEndsAtAsManyMismatchesAsAskedFor() throws {
        let outcome = try Tool.run(
            "verify", "--dut", "emu:?flaws=lose-write", "--region", "0+1M", "--io-size", "4k", "--qd", "1",
            "--mismatches",
            "3")
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("and 5 more"), "\(outcome.output)")
        #expect(outcome.output.contains("reading ended at 8 blocks; --mismatches goes on to more"))
    }

    @Test func stampsThatWereCheckedAreNotCalledBytes() throws {
        let outcome = try Tool.run("verify", "--dut", "emu", "--region", "0+1M", "--level", "stamp")
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("Stamps verified: all 2,048 blocks"), "\(outcome.output)")
        #expect(!outcome.output.contains("are what was written"))
    }

    @Test func verificationThatHasCheckedNothingIsSaid() throws {
        let writing = [
            "perf", "--dut", "emu", "--region", "0+1M", "--rw", "write", "--count", "16", "--verify", "full",
        ]
        #expect(try Tool.run(writing).output.contains("nothing was verified: no block was read"))
        let reading = ["perf", "--dut", "emu", "--region", "0+1M", "--rw", "read", "--count", "16", "--verify", "full"]
        #expect(try Tool.run(reading).output.contains("nothing was verified: no block that was read was checked"))
        #expect(try !Tool.run(Array(reading.dropLast(2))).output.contains("nothing was verified"))
    }

    @Test func thresholdsAndPageAreThoseOfPerf() throws {
        let folder = try TemporaryFolder()
        let page = folder.url.appendingPathComponent("a.html").path
        let outcome = try Tool.run(
            "verify", "--dut", "emu", "--region", "0+1M", "--html", page, "--require", "errors==0", "--require",
            "iops<1")
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("met errors==0"))
        #expect(outcome.output.contains("MISSED iops<1"))
        #expect(outcome.output.contains("Verified: 1,048,576 bytes are what was written."))
        #expect(String(decoding: try folder.contents("a.html"), as: UTF8.self).contains(">read<"))
    }

    @Test(
        arguments: [
            (["--level", "md5"], "'--level' cannot be 'md5'; write stamp or full"),
            (["--mismatches", "0"], "'--mismatches' cannot be '0'; write a number of blocks"),
            (["--io-size", "4k-8k"], "'--io-size' cannot be '4k-8k'; write one size"),
            (["--region", "0+0"], "'--region' cannot be '0+0': it is empty"),
            (["--qd", "x"], "'--qd' cannot be 'x'; write"), (["--require", "foo"], "--require: 'foo' has no relation"),
        ])
    func wrongOptionEndsWithTwo(arguments: [String], message: String) throws {
        let outcome = try Tool.run(["verify", "--dut", "emu"] + arguments)
        #expect(outcome.status == 2)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.hasPrefix("nvmetest: \(message)"), "\(outcome.errors)")
    }

    @Test func interruptionPrintsWhatWasVerifiedSoFar() throws {
        let (process, output, errors) = try Tool.start([
            "verify", "--dut", "emu:?write=20ms&jitter=0", "--region", "0+1G", "--io-size", "4k", "--qd", "2",
            "--output",
            "json",
        ])
        _ = errors.availableData
        kill(process.processIdentifier, SIGINT)
        let data = try output.readToEnd() ?? Data()
        _ = try errors.readToEnd()
        process.waitUntilExit()
        let document = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect(process.terminationStatus == 130)
        #expect(document["interrupted"] as? Bool == true)
        #expect(document["verified"] as? Bool == false)
        #expect(((document["write"] as? [String: Any])?["completed"] as? Int ?? 0) > 0)
    }
}
