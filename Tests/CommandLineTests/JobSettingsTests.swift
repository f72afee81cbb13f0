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
            ("blockalign", "align", "8k"), ("buffer_pattern", "pattern", "zeros"), ("number_ios", "count", "5"),
            ("percentage_random", "random", "40"), ("thinktime_blocks", "burst", "3"),
            ("wait_for_previous", "stonewall", "1"),
        ])
    func fioNameMeansTheSame(fio: String, ours: String, text: String) throws {
        var theirs = try settings([fio: text])
        #expect(theirs.origins.removeValue(forKey: ours)?.name == fio)
        var same = try settings([ours: text])
        same.origins = [:]
        #expect(theirs == same)
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
            ("count", "0"), ("time", "0"), ("iops", "0"), ("burst", "0"), ("align", "0"), ("namespace", "0"),
            ("priority", "4"),
            ("step", "8q"), ("step", "--8k"), ("start", "x"), ("overrun", "-1"), ("rate-steps", "10k,20k"),
            ("rate-steps", "10k/"), ("rate-steps", "0/1s"), ("rate-steps", "10k/0s"), ("rate-steps", "1/2/3"),
            ("stonewall", "maybe"), ("distribution", "hot:0.1"), ("distribution", "hot:a/b"),
            ("distribution", "zoned:"),
            ("distribution", "zoned:60/10:30/90"), ("distribution", "zoned:60/10:40/80"),
            ("distribution", "zoned:100/0"),
            ("distribution", "sections:100x99"), ("distribution", "sections:99x100"),
            ("distribution", "sections:1x1x1"),
            ("mix", "0x100=100"), ("mix", "0xzz=100"), ("cpus", "a"), ("cpus", "4-2"), ("cpus", "1,,2"),
            ("cpus", "0-5000"),
        ])
    func textThatCannotBeReadIsRefusedWithAnExample(name: String, text: String) {
        let error = #expect(throws: UsageError.self) { try settings([name: text]) }
        #expect(error?.description.contains("'\(name)' cannot be '\(text)'; write ") == true)
    }

    @Test func nameOfFioThatChangesNothingIsNoted() throws {
        let settings = try settings(["norandommap": "1"])
        #expect(settings.notes == ["'norandommap' has no effect: random addresses are always drawn anew"])
    }

    @Test func ratesFollowEachOther() throws {
        let workload = try workload(["rate-steps": "10k/30s,500/1m,1M"])
        #expect(
            workload.rateSteps == [
                RateStep(iops: 10_000, time: .seconds(30)), RateStep(iops: 500, time: .seconds(60)),
                RateStep(iops: 1_000_000, time: nil),
            ])
    }

    @Test func rateReplacesTheStepsOfAnEarlierSection() throws {
        let settings = try settings(["rate-steps": "10k", "iops": "5k"])
        #expect(settings.workload.iops == 5000)
        #expect(settings.workload.rateSteps.isEmpty)
    }

    @Test func lowRateHasFewerCommandsInFlight() throws {
        #expect(try workload(["iops": "10"]).queueDepth == 10)
        #expect(try workload(["iops": "1"]).queueDepth == 1)
        #expect(try workload(["iops": "10k"]).queueDepth == 32)
    }

    private static let zones =
        Array(repeating: 1000, count: 5) + Array(repeating: 200, count: 15) + Array(repeating: 25, count: 80)

    @Test(
        arguments: [
            ("hot:0.1/0.9", AddressDistribution.hotCold(size: 0.1, share: 0.9)),
            ("zoned:50/5:30/15:20/80", .sections(zones)),
            ("sections:5000x1,0x98,5000x1", .sections([5000] + Array(repeating: 0, count: 98) + [5000])),
        ])
    func distributionIsRead(text: String, distribution: AddressDistribution) throws {
        #expect(try workload(["distribution": text]).distribution == distribution)
    }

    @Test func zonesThatDoNotDivideEvenlyStillAddUp() throws {
        guard case .sections(let shares) = try workload(["distribution": "zoned:50/7:50/93"]).distribution else {
            Issue.record("no sections")
            return
        }
        #expect(shares.reduce(0, +) == 10_000)
        #expect(shares.prefix(7).reduce(0, +) == 5000)
    }

    @Test(arguments: [("8k", 16), ("0", 0), ("-8k", -16)]) func stepMayBeZeroOrBackwards(text: String, blocks: Int)
        throws
    {
        #expect(try workload(["step": text]).lbaStep == blocks)
    }

    @Test func startIsBytesOrPercent() throws {
        #expect(try workload(["start": "1M"]).lbaStart == 2048)
        #expect(try workload(["start": "50%"], blockCount: 1000 * 800).lbaStart == 400_000)
    }

    @Test func anyOpcodeIsPartOfAMix() throws {
        #expect(try workload(["mix": "read=50,0xc1=50"]).operations == [.read: 50, Operation(rawValue: 0xC1): 50])
    }

    @Test(
        arguments: [
            (["qd": "5000"], "'qd' cannot be '5000': the device takes at most 1023 commands in flight"),
            (
                ["qd": "10", "iops": "5"],
                "'qd' cannot be '10': a rate of 5 commands a second allows at most 5 in flight"
            ),
            (["bs": "1M"], "'bs' cannot be '1M': the device takes at most 128 KiB a command (MDTS)"),
            (["step": "64M"], "'step' cannot be '64M': it is at most 32767 blocks"),
            (["size": "1M", "start": "1M"], "'start' cannot be '1M': the region ends before it"),
            (["size": "1M", "distribution": "zoned:100/100"], "'distribution' cannot be 'zoned:100/100': it covers"),
        ] as [([String: String], String)])
    func whatTheDeviceCannotDoIsSaidInTheUsersWords(values: [String: String], message: String) throws {
        var settings = JobSettings()
        for (name, text) in values { try JobParameter.set(name, to: text, in: &settings) }
        let target = WorkloadTarget(
            blocks: 1 << 21, blockSize: 512, maximumTransfer: 128 << 10, maximumQueueDepth: 1023)
        let workload = try settings.workload(blockSize: 512, blockCount: target.blocks)
        let error = #expect(throws: UsageError.self) { try settings.check(workload, target: target) }
        #expect(error?.description.hasPrefix(message) == true, "\(error?.description ?? "")")
    }

    @Test func parameterOfAWorkloadIsNamedAsTheUserWroteIt() throws {
        let settings = try settings(["random_distribution": "zipf:2"])
        let target = WorkloadTarget(blocks: 1 << 21, blockSize: 512, maximumTransfer: 1 << 17, maximumQueueDepth: 1023)
        let workload = try settings.workload(blockSize: 512, blockCount: target.blocks)
        let error = try #require(throws: WorkloadError.self) { try workload.validated(for: target) }
        #expect(
            settings.refusal(error).description
                == "'random_distribution' cannot be 'zipf:2': it is above 0 and below 1; use a value inside")
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

    @Test(arguments: [7, 2048, 2049, 1_953_125] as [UInt64]) func wholeNamespaceIsAllOfIt(blockCount: UInt64) throws {
        #expect(try workload(["region": "0%-100%"], blockCount: blockCount).region == 0..<blockCount)
        #expect(try workload(["offset": "0", "size": "100%"], blockCount: blockCount).region == 0..<blockCount)
    }

    @Test(arguments: [7, 2049, 1_953_125] as [UInt64]) func partsInPercentTouchEachOther(blockCount: UInt64) throws {
        let parts = try ["0%-33%", "33%-66%", "66%-100%"].map {
            try #require(workload(["region": $0], blockCount: blockCount).region)
        }
        #expect(parts[0].upperBound == parts[1].lowerBound)
        #expect(parts[1].upperBound == parts[2].lowerBound)
        #expect(parts[2].upperBound == blockCount)
    }

    @Test(
        arguments: [
            ["read": "70"], ["rw": "read", "distribution": "zipf:0.9"], ["step": "8k"], ["start": "1G"], ["burst": "3"],
            ["pattern": "zeros"], ["mix": "read=50,write=50", "read": "70"],
        ])
    func parameterThatChangesNothingIsNoted(values: [String: String]) throws {
        var settings = JobSettings()
        for (name, text) in values { try JobParameter.set(name, to: text, in: &settings) }
        #expect(settings.idleNotes.count == 1, "\(settings.idleNotes)")
    }

    @Test func parametersThatHaveAnEffectAreNotNoted() throws {
        let settings = try settings([
            "rw": "randrw", "read": "70", "distribution": "zipf:0.9", "burst": "3", "think-time": "1ms",
            "pattern": "ones",
            "random": "50", "step": "8k",
        ])
        #expect(settings.idleNotes.isEmpty)
    }

    @Test func sizeThatIsNoMultipleOfTheBlockIsRefused() {
        let error = #expect(throws: UsageError.self) { try workload(["bs": "512"], blockSize: 4096) }
        #expect(error?.description.contains("no multiple of the namespace's 4096-byte blocks") == true)
    }

    @Test(arguments: [["offset": "2G"], ["region": "2G+1M"], ["offset": "2G", "size": "1M"]])
    func regionBehindTheNamespaceIsRefused(values: [String: String]) throws {
        var settings = JobSettings()
        for (name, text) in values { try JobParameter.set(name, to: text, in: &settings) }
        let error = #expect(throws: UsageError.self) { try settings.workload(blockSize: 512, blockCount: 1 << 21) }
        #expect(error?.description.contains("the namespace has only 1073741824 bytes") == true)
    }

    @Test func depthIsTheNumberOfCommandsInFlight() throws {
        #expect(try workload(["qd": "128"]).queueDepth == 128)
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

    @Test(arguments: [["size": "64M"], ["region": "0+64M"], ["size": "50%"]])
    func sizeWithoutATimeIsOnePass(values: [String: String]) throws {
        var settings = try settings(["rw": "write", "bs": "64k"])
        for (name, text) in values { try JobParameter.set(name, to: text, in: &settings) }
        let target = WorkloadTarget(blocks: 1 << 18, blockSize: 512, maximumTransfer: 1 << 17, maximumQueueDepth: 1023)
        let workload = try settings.workload(blockSize: 512, blockCount: target.blocks).validated(for: target)
        #expect(workload.time == nil)
        #expect(workload.ioCount == 1024)
        #expect(workload.isPass)
    }

    @Test func timeIsKeptWhateverTheSize() throws {
        let workload = try workload(["rw": "write", "size": "64M", "time": "5s"])
        #expect(workload.time == .seconds(5))
        #expect(workload.ioCount == nil)
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
        let jobs = try JobFile.jobs(in: text, of: "a.yaml", defaults: defaults)
        #expect(jobs.map(\.name) == ["a", "b"])
        #expect(jobs.map(\.outstanding) == [9, 7])
        #expect(jobs.map(\.workers) == [3, 3])
        #expect(jobs.map(\.sizes) == [.weighted([8192: 1]), .weighted([8192: 1])])
        #expect(jobs.map(\.isDestructive) == [true, false])
    }

    @Test(
        arguments: [
            ("", "a.yaml: a job file has sections"), ("- a\n- b", "a.yaml: a job file has sections"),
            ("a: [", "a.yaml: not valid YAML"), ("global: {bs: 4k}", "a.yaml: the file has no job"),
            ("a: 5", "a.yaml: line 1: job 'a': a section has"),
            (
                "a:\n  bs: 4k\n  iodetph: 3",
                "a.yaml: line 3: job 'a': unknown parameter 'iodetph'; did you mean 'iodepth'?"
            ),
            ("a:\n  bs: [4k]", "a.yaml: line 2: job 'a': a parameter is one 'name: value'"),
            ("a:\n  bs: pear", "a.yaml: line 2: job 'a': 'bs' cannot be 'pear'; write 4k"),
            ("global:\n  rw: fast\na:", "a.yaml: line 2: global: 'rw' cannot be 'fast'; write randread, randrw"),
            ("a: {bs: 4k}\na: {bs: 8k}", "a.yaml: not valid YAML"),
            ("a:\n  bs: 4k\n  bs: 8k", "a.yaml: not valid YAML"),
        ])
    func wrongFileIsRefusedWithPlaceAndReason(text: String, message: String) {
        let error = #expect(throws: UsageError.self) {
            try JobFile.jobs(in: text, of: "a.yaml", defaults: JobSettings())
        }
        #expect(error?.description.hasPrefix(message) == true, "\(error?.description ?? "")")
    }

    @Test func errorAboutAFileOfBytesMovesNoCursor() throws {
        let error = try #require(
            throws: UsageError.self,
            performing: { try JobFile.jobs(in: "a: \u{1B}[2J\u{7}", of: "a.yaml", defaults: JobSettings()) })
        #expect(!error.description.unicodeScalars.contains { $0.value < 0x20 })
    }

    @Test func whatTheDeviceRefusesIsSaidWithItsPlace() throws {
        let jobs = try JobFile.jobs(in: "global:\n  iodepth: 5000\na:\nb:", of: "a.yaml", defaults: JobSettings())
        let target = WorkloadTarget(
            blocks: 1 << 21, blockSize: 512, maximumTransfer: 128 << 10, maximumQueueDepth: 1023)
        let workload = try jobs[1].workload(blockSize: 512, blockCount: 1 << 21)
        let error = #expect(throws: UsageError.self) { try jobs[1].check(workload, target: target) }
        #expect(error?.description.hasPrefix("a.yaml: line 2: global: 'iodepth' cannot be '5000': the device") == true)
    }

    @Test func everyOptionOfTheCommandLineIsAKey() {
        let keys = Set(JobParameter.all.map(\.name))
        #expect(Set(WorkloadOptions.names).isSubset(of: keys))
        #expect(keys.subtracting(WorkloadOptions.names) == ["offset", "size", "rwmixwrite", "stonewall"])
    }

    @Test func jobBehindAStoneWallWaits() throws {
        let text = "a:\nb: {stonewall: 1}\nc:\nd:\n  wait_for_previous:\ne: {stonewall: 0}"
        let jobs = try JobFile.jobs(in: text, of: "a.yaml", defaults: JobSettings())
        #expect(jobs.map(\.waits) == [false, true, false, true, false])
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

    @Test(arguments: [(80, 50), (51, 50), (50, 49), (20, 19), (1, 1)])
    func lineInPlaceIsCutToTheTerminal(columns: Int, shown: Int) {
        let line = ProgressLine.inPlace(String(repeating: "x", count: 50), columns: columns)
        #expect(line == "\r\u{1B}[K" + String(repeating: "x", count: shown))
    }

    @Test func meanOfNothingIsNone() {
        let nothing = progress(1, completed: 0, mean: 0)
        #expect(ProgressLine.text(nothing, since: nothing).contains("mean -,"))
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
