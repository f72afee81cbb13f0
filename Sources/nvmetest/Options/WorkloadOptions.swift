import ArgumentParser

/// The parameters of a load. Each option is the parameter of a job file with the same name.
struct WorkloadOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Bytes per command: 4k, 4k-64k, or 4k/60:64k/40. Default: 4k.", valueName: "size"))
    var ioSize: String?

    @Option(
        help: ArgumentHelp(
            "read, write, randread, randwrite, randrw, readwrite, trim, … Default: randread.", valueName: "mode"))
    var rw: String?

    @Option(help: ArgumentHelp("Share of reads in randrw and readwrite. Default: 50.", valueName: "percent"))
    var read: String?

    @Option(help: ArgumentHelp("Any operations instead, e.g. read=60,write=30,deallocate=10.", valueName: "shares"))
    var mix: String?

    @Option(help: ArgumentHelp("Share of commands at random addresses.", valueName: "percent"))
    var random: String?

    @Option(help: ArgumentHelp("Random addresses: random, zipf:0.99, pareto:0.2, normal:0.1.", valueName: "kind"))
    var distribution: String?

    @Option(help: ArgumentHelp("Commands in flight for each worker. Default: 32.", valueName: "depth"))
    var qd: String?

    @Option(help: ArgumentHelp("Workers, each with its own thread and queue. Default: 1.", valueName: "count"))
    var jobs: String?

    @Option(help: ArgumentHelp("How long: 10, 90s, 5m, 1h. Default: 10 s, unless --count is given.", valueName: "time"))
    var time: String?

    @Option(help: ArgumentHelp("Number of commands for each worker, e.g. 1M.", valueName: "count"))
    var count: String?

    @Option(help: ArgumentHelp("Part of the namespace: 1G-2G, 1G+512M, 0%-50%. Default: all.", valueName: "region"))
    var region: String?

    @Option(help: ArgumentHelp("Most commands per second for each worker, e.g. 100k.", valueName: "rate"))
    var iops: String?

    @Option(help: ArgumentHelp("Time at the start that does not count.", valueName: "time"))
    var rampUp: String?

    @Option(help: ArgumentHelp("Check what is read: off, stamp (LBA and token), full (checksum).", valueName: "level"))
    var verify: String?

    @Option(help: ArgumentHelp("Start of every random decision; the report names the one used.", valueName: "seed"))
    var seed: String?

    @Option(help: ArgumentHelp("Written data: zeros, ones, random, random:50, 0xdeadbeef.", valueName: "pattern"))
    var pattern: String?

    @Option(help: ArgumentHelp("Namespace identifier. Default: 1.", valueName: "nsid"))
    var namespace: String?

    /// Parameter names with the texts that were given.
    private var given: [(String, String?)] {
        [
            ("io-size", ioSize), ("rw", rw), ("read", read), ("mix", mix), ("random", random),
            ("distribution", distribution), ("qd", qd), ("jobs", jobs), ("time", time), ("count", count),
            ("region", region), ("iops", iops), ("ramp-up", rampUp), ("verify", verify), ("seed", seed),
            ("pattern", pattern), ("namespace", namespace),
        ]
    }

    func settings() throws -> JobSettings {
        var settings = JobSettings()
        for (name, text) in given {
            guard let text else { continue }
            do {
                try JobParameter.set(name, to: text, in: &settings)
            } catch {
                throw UsageError("--\(error)")
            }
        }
        return settings
    }
}
