import NVMe
import NVMeReport
import NVMeWorkload
import Testing

@testable import nvmetest

@Suite struct JobSettingsTests {
    private func settings(_ values: KeyValuePairs<String, String>) throws -> JobSettings {
        var settings = JobSettings()
        for (name, text) in values { try JobParameter.set(name, to: text, in: &settings) }
        return settings
    }

    private func workload(
        _ values: KeyValuePairs<String, String>, blockSize: UInt64 = 512, blockCount: UInt64 = 1 << 21
    ) throws -> Workload {
        try settings(values).workload(blockSize: blockSize, blockCount: blockCount)
    }

    @Test(
        arguments: [
            ("bs", "io-size", "8k"), ("iodepth", "qd", "7"), ("runtime", "time", "3s"), ("numjobs", "jobs", "4"),
            ("rate_iops", "iops", "10k"), ("rwmixread", "read", "70"), ("randseed", "seed", "42"),
            ("random_distribution", "distribution", "zipf:0.9"), ("readwrite", "rw", "write"),
            ("thinktime", "think-time", "100"), ("ramp_time", "ramp-up", "5"), ("bssplit", "io-size", "4k/60:64k/40"),
        ])
    func fioNameMeansTheSame(fio: String, ours: String, text: String) throws {
        let theirs = try settings([fio: text])
        #expect(try theirs == settings([ours: text]))
        #expect(theirs != JobSettings())
    }

    @Test func everyNameIsUnique() {
        let names = JobParameter.all.flatMap { Set([$0.name] + $0.fioNames) } + JobParameter.ignored.keys
        #expect(Set(names).count == names.count)
    }

    @Test(arguments: [("iodetph", "iodepth"), ("runtme", "runtime"), ("io_size", "io-size")])
    func unknownNameIsRefusedWithTheNearestKnownOne(name: String, nearest: String) {
        let error = #expect(throws: UsageError.self) { try settings([name: "1"]) }
        #expect(error?.description == "unknown parameter '\(name)'; did you mean '\(nearest)'?")
    }

    @Test func unknownNameThatIsNearNothingIsRefusedToo() {
        let error = #expect(throws: UsageError.self) { try settings(["zzzzzzzz": "1"]) }
        #expect(error?.description == "unknown parameter 'zzzzzzzz'")
    }

    @Test(
        arguments: [
            ("rw", "randomread"), ("read", "101"), ("qd", "0"), ("qd", "-1"), ("jobs", "99999"), ("time", "fast"),
            ("io-size", "4k/"), ("io-size", "0"), ("io-size", "64k-4k"), ("io-size", "4k/60:4k/40"), ("region", "5"),
            ("region", "2G-1G"), ("region", "10%-1G"), ("mix", "read=60"), ("mix", "read=50,read=50"),
            ("mix", "fly=100"), ("distribution", "zipf:x"), ("distribution", "random:1"), ("pattern", "0xg"),
            ("seed", "-1"), ("iops", "1Q"), ("verify", "md5"), ("count", "1.5.5"),
        ])
    func textThatCannotBeReadIsRefusedWithAnExample(name: String, text: String) {
        let error = #expect(throws: UsageError.self) { try settings([name: text]) }
        #expect(error?.description.contains("'\(name)' cannot be '\(text)'; write ") == true)
    }

    @Test func nameOfFioThatChangesNothingIsNoted() throws {
        let settings = try settings(["norandommap": "1"])
        #expect(settings.notes == ["'norandommap' has no effect: random addresses are always drawn anew"])
    }

    @Test func bytesBecomeBlocks() throws {
        let workload = try workload(["bs": "8k", "offset": "1M", "size": "2M", "align": "4k"])
        #expect(workload.ioSize == 16)
        #expect(workload.region == 2048..<6144)
        #expect(workload.lbaAlignment == [8])
    }

    @Test func percentIsOfTheNamespace() throws {
        #expect(try workload(["region": "0%-50%"], blockCount: 1000 * 800).region?.upperBound == 400_000)
    }

    @Test func sizeThatIsNoMultipleOfTheBlockIsRefused() {
        let error = #expect(throws: UsageError.self) { try workload(["bs": "512"], blockSize: 4096) }
        #expect(error?.description.contains("no multiple of the namespace's 4096-byte blocks") == true)
    }

    @Test func offsetBehindTheNamespaceIsRefused() {
        #expect(throws: UsageError.self) { try workload(["offset": "2G"]) }
    }

    @Test func depthIsTheNumberOfCommandsInFlight() throws {
        #expect(try workload(["qd": "128"]).queueDepth == 129)
    }

    @Test(
        arguments: [
            ("randrw", "70", [Operation.read: 70, .write: 30], 100), ("readwrite", "100", [.read: 100], 0),
            ("write", "70", [.write: 100], 0), ("randtrim", "1", [.deallocate: 100], 100),
        ])
    func modeAndShareMakeTheMix(mode: String, read: String, mix: [Operation: Int], random: Int) throws {
        let workload = try workload(["rw": mode, "read": read])
        #expect(workload.operations == mix)
        #expect(workload.lbaRandom.percent == random)
    }

    @Test func runWithoutAnEndLastsTenSeconds() throws {
        #expect(try workload([:]).time == .seconds(10))
        #expect(try workload(["count": "5"]).time == nil)
    }

    @Test(arguments: [("randread", false), ("randrw", true), ("trim", true), ("verify", false), ("writezeroes", true)])
    func modeThatChangesDataIsDestructive(mode: String, isDestructive: Bool) throws {
        #expect(try settings(["rw": mode]).isDestructive == isDestructive)
    }
}

@Suite struct JobFileTests {
    @Test func sectionOverridesGlobalOverridesCommandLine() throws {
        var defaults = JobSettings()
        defaults.outstanding = 5
        defaults.workers = 3
        let text = """
            a: {rw: randwrite, iodepth: 9}
            global:
              iodepth: 7
              bs: 8k
            b:
            """
        let jobs = try JobFile.jobs(in: text, defaults: defaults)
        #expect(jobs.map(\.name) == ["a", "b"])
        #expect(jobs.map(\.outstanding) == [9, 7])
        #expect(jobs.map(\.workers) == [3, 3])
        #expect(jobs.map(\.sizes) == [.weighted([8192: 1]), .weighted([8192: 1])])
        #expect(jobs.map(\.isDestructive) == [true, false])
    }

    @Test(
        arguments: [
            ("", "a job file has sections"), ("- a\n- b", "a job file has sections"), ("a: [", "not valid YAML"),
            ("global: {bs: 4k}", "has no job"), ("a: 5", "line 1: a section has"),
            ("a:\n  bs: 4k\n  iodetph: 3", "line 3: unknown parameter 'iodetph'; did you mean 'iodepth'?"),
            ("a:\n  bs: [4k]", "line 2: a parameter is one 'name: value'"),
            ("a:\n  bs: pear", "line 2: 'bs' cannot be 'pear'; write 4k"),
        ])
    func wrongFileIsRefusedWithLineAndReason(text: String, message: String) {
        let error = #expect(throws: UsageError.self) { try JobFile.jobs(in: text, defaults: JobSettings()) }
        #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
    }

    @Test func missingFileIsAProblemOfTheMachine() {
        #expect(throws: EnvironmentError.self) { try JobFile.jobs(at: "/nonexistent", defaults: JobSettings()) }
    }
}

@Suite struct ProgressLineTests {
    private func progress(_ seconds: Int, completed: UInt64, mean: Double = 100_000) -> WorkerProgress {
        WorkerProgress(
            elapsed: .seconds(seconds), remaining: .seconds(10 - seconds), completed: completed,
            bytes: completed * 4096,
            errors: 1, latencyMean: mean)
    }

    @Test func ratesAreThoseSinceTheEarlierLook() {
        let line = ProgressLine.text(progress(4, completed: 2_000_000), since: progress(2, completed: 1_000_000))
        #expect(line == "6 s left, 500k IOPS, 2.05 GB/s, mean 100 µs, 1 errors")
    }

    @Test func workersAddUp() {
        let sum = ProgressLine.sum([progress(4, completed: 300, mean: 10), progress(2, completed: 100, mean: 50)])
        #expect(sum.completed == 400)
        #expect(sum.errors == 2)
        #expect(sum.latencyMean == 20)
        #expect(sum.remaining == .seconds(8))
    }

    @Test func nothingRunningIsNoTrap() {
        #expect(ProgressLine.sum([]).completed == 0)
    }
}
