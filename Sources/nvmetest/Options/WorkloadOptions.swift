import ArgumentParser

/// The parameters of a load. Each option is the parameter of a job file with the same name.
struct WorkloadOptions: ParsableArguments {
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Bytes per command: 4k, 4k-64k, or 4k/60:64k/40. Default: 4k.", valueName: "size"))
    var ioSize: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "read, write, randread, randwrite, randrw, readwrite, trim, … Default: randread.", valueName: "mode"))
    var rw: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Share of reads in randrw and readwrite. Default: 50.", valueName: "percent"))
    var read: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Any operations instead, e.g. read=60,write=30,deallocate=10.", valueName: "shares"))
    var mix: String?

    @Option(parsing: .unconditional, help: ArgumentHelp("Share of commands at random addresses.", valueName: "percent"))
    var random: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Random addresses: random, zipf:0.99, pareto:0.2, normal:0.1, hot:0.1/0.9, zoned:60/10:40/90, sections:…",
            valueName: "kind"))
    var distribution: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Start addresses are multiples of this, e.g. 4k. Default: the command's size, for random commands.",
            valueName: "size"))
    var align: String?

    @Option(
        parsing: .unconditional, help: ArgumentHelp("Where sequential commands begin: 1G, 50%.", valueName: "offset"))
    var start: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("From one sequential command to the next: 8k, 0, -8k. Default: its size.", valueName: "size")
    )
    var step: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Commands in flight for each worker. Default: 32, fewer where the rate is lower.", valueName: "depth"))
    var qd: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Workers, each with its own thread and queue. Default: 1.", valueName: "count"))
    var jobs: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "How long: 10, 90s, 5m, 1h. Default: 10 s, unless --count or --region is given.", valueName: "time"))
    var time: String?

    @Option(
        parsing: .unconditional, help: ArgumentHelp("Number of commands for each worker, e.g. 1M.", valueName: "count"))
    var count: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Part of the namespace: 1G-2G, 1G+512M, 0%-50%. Without --time and --count, one pass over it. Default: all.",
            valueName: "region"))
    var region: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Most commands per second for each worker, e.g. 100k.", valueName: "rate"))
    var iops: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Rates one after the other: 10k/30s,50k/1m,100k.", valueName: "rates"))
    var rateSteps: String?

    @Option(parsing: .unconditional, help: ArgumentHelp("Time at the start that does not count.", valueName: "time"))
    var rampUp: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Pause after every --burst commands, e.g. 100us.", valueName: "time"))
    var thinkTime: String?

    @Option(parsing: .unconditional, help: ArgumentHelp("Commands between two pauses. Default: 1.", valueName: "count"))
    var burst: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "How long a worker may outlive its time before it is ended. Default: 30s.", valueName: "time"))
    var overrun: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Check what is read: off, stamp (LBA and token), full (checksum).", valueName: "level"))
    var verify: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Start of every random decision; the report names the one used.", valueName: "seed"))
    var seed: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Written data: zeros, ones, random, random:50, 0xdeadbeef.", valueName: "pattern"))
    var pattern: String?

    @Option(parsing: .unconditional, help: ArgumentHelp("Namespace identifier. Default: 1.", valueName: "nsid"))
    var namespace: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Queue priority, 0 (urgent) to 3 (low), by weighted round robin arbitration. Default: 0.",
            valueName: "priority"))
    var priority: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "CPUs that the workers are bound to in turn: 2 or 0,2,4-7. Default: all in turn where there are four or more.",
            valueName: "numbers"))
    var cpus: String?

    /// Names of the parameters that are options; job files have a few more.
    static let names = options.map(\.name)

    private static let options: [(name: String, text: @Sendable (WorkloadOptions) -> String?)] = [
        ("io-size", { $0.ioSize }), ("rw", { $0.rw }), ("read", { $0.read }), ("mix", { $0.mix }),
        ("random", { $0.random }), ("distribution", { $0.distribution }), ("qd", { $0.qd }), ("jobs", { $0.jobs }),
        ("time", { $0.time }), ("count", { $0.count }), ("region", { $0.region }), ("iops", { $0.iops }),
        ("ramp-up", { $0.rampUp }), ("verify", { $0.verify }), ("seed", { $0.seed }), ("pattern", { $0.pattern }),
        ("namespace", { $0.namespace }), ("align", { $0.align }), ("start", { $0.start }), ("step", { $0.step }),
        ("rate-steps", { $0.rateSteps }), ("think-time", { $0.thinkTime }), ("burst", { $0.burst }),
        ("overrun", { $0.overrun }), ("priority", { $0.priority }), ("cpus", { $0.cpus }),
    ]

    func settings() throws -> JobSettings {
        if let rateSteps, iops != nil {
            throw UsageError("'--rate-steps' cannot be '\(rateSteps)' beside --iops; use one of them")
        }
        var settings = JobSettings()
        try settings.set(Self.options.map { ($0.name, $0.text(self)) })
        return settings
    }
}

extension JobSettings {
    /// Sets parameters as options of the command line.
    mutating func set(_ options: [(name: String, text: String?)]) throws {
        for (name, text) in options {
            guard let text else { continue }
            try JobParameter.set(name, to: text, in: &self, origin: Origin(name: "--\(name)", text: text))
        }
    }
}
