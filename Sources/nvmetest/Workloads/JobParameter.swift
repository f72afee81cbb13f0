import NVMe
import NVMeWorkload

/// A parameter of a job by name: the options of `nvmetest perf` and the keys of job files.
struct JobParameter: Sendable {
    let name: String
    /// What fio calls the same thing.
    let fioNames: [String]
    /// What the text looks like, for messages.
    let example: String
    /// Takes the text over; false for one that it cannot read.
    let apply: @Sendable (inout JobSettings, String) -> Bool

    init(
        _ name: String, fio: String..., example: String,
        apply: @escaping @Sendable (inout JobSettings, String) -> Bool
    ) {
        self.name = name
        fioNames = fio
        self.example = example
        self.apply = apply
    }

    /// Names of fio's that change nothing here, and why.
    static let ignored: [String: String] = [
        "norandommap": "random addresses are always drawn anew", "randrepeat": "give a seed to repeat a run",
        "direct": "there is no page cache here", "ioengine": "the driver is built in",
        "group_reporting": "workers of a job are always reported together", "thread": "workers are always threads",
        "time_based": "a time is always kept, whatever the size", "invalidate": "there is no page cache here",
        "filename": "the device is named by --dut", "name": "the section's name is the job's name",
    ]

    /// Sets the parameter with this name, ours or fio's.
    ///
    /// - Parameter origin: how the user wrote it; messages repeat that.
    ///
    /// Throws `UsageError` for an unknown name, with the nearest known one, and for a text that cannot be read.
    static func set(
        _ name: String, to text: String, in settings: inout JobSettings, origin: JobSettings.Origin? = nil
    ) throws {
        let origin = origin ?? JobSettings.Origin(name: name, text: text)
        if let reason = ignored[name] {
            settings.notes.append("'\(name)' has no effect: \(reason)")
            return
        }
        guard let parameter = all.first(where: { $0.name == name || $0.fioNames.contains(name) }) else {
            let names = all.flatMap { [$0.name] + $0.fioNames }
            throw UsageError(
                "\(origin.place)unknown parameter '\(name)'\(NearestName.hint(for: name, among: names))")
        }
        guard parameter.apply(&settings, text) else {
            throw UsageError("\(origin.place)'\(origin.name)' cannot be '\(text)'; write \(parameter.example)")
        }
        settings.origins[parameter.name] = origin
    }
}

extension JobParameter {
    static let all: [JobParameter] = sizeParameters + accessParameters + paceParameters

    private static let sizeParameters: [JobParameter] = [
        JobParameter("io-size", fio: "bs", "blocksize", "bssplit", "bsrange", example: "4k, 4k-64k or 4k/60:64k/40") {
            guard let sizes = JobText.sizes($1) else { return false }
            $0.sizes = sizes
            return true
        },
        JobParameter("region", example: "1G-2G, 1G+512M or 0%-50%") { settings, text in
            guard let region = JobText.region(text) else { return false }
            (settings.offset, settings.size) = region
            return true
        },
        JobParameter("offset", fio: "offset", example: "1G or 50%") {
            JobText.set(&$0.offset, JobText.amount($1))
        },
        JobParameter("size", fio: "size", example: "1G or 50%") { JobText.set(&$0.size, JobText.amount($1)) },
        JobParameter("align", fio: "blockalign", "ba", example: "a size above 0, e.g. 4k") {
            JobText.set(&$0.alignment, BinarySize(parsing: $1).flatMap { $0.count > 0 ? $0.count : nil })
        },
        JobParameter("start", example: "1G or 50%") { JobText.set(&$0.start, JobText.amount($1)) },
        JobParameter("step", example: "8k, 0 or -8k") { JobText.set(&$0.step, JobText.signedSize($1)) },
        JobParameter("namespace", example: "an identifier, e.g. 1") {
            JobText.set(&$0.namespaceID, UInt32($1).flatMap { $0 > 0 ? $0 : nil })
        },
    ]

    private static let accessParameters: [JobParameter] = [
        JobParameter("rw", fio: "readwrite", example: AccessMode.named.keys.sorted().joined(separator: ", ")) {
            JobText.set(&$0.access, AccessMode.named[$1])
        },
        JobParameter("read", fio: "rwmixread", example: "a percentage, 0...100") {
            JobText.set(&$0.readPercent, JobText.percent($1))
        },
        JobParameter("rwmixwrite", fio: "rwmixwrite", example: "a percentage, 0...100") {
            JobText.set(&$0.readPercent, JobText.percent($1).map { 100 - $0 })
        },
        JobParameter("mix", example: "read=60,write=30,deallocate=10") { JobText.set(&$0.mix, JobText.mix($1)) },
        JobParameter("random", fio: "percentage_random", example: "a percentage, 0...100") {
            JobText.set(&$0.randomPercent, JobText.percent($1))
        },
        JobParameter(
            "distribution", fio: "random_distribution",
            example: "random, zipf:0.99, pareto:0.2, normal:0.1, hot:0.1/0.9 (a tenth of the region gets nine tenths), "
                + "zoned:60/10:40/90 (percent of commands/percent of the namespace) or sections:5000x1,0x98,5000x1 (100 "
                + "shares, sum 10000)"
        ) { JobText.set(&$0.workload.distribution, JobText.distribution($1)) },
        JobParameter("seed", fio: "randseed", example: "a number, 0 to 2^64 - 1") {
            JobText.set(&$0.workload.seed, BinarySize(parsing: $1)?.count)
        },
        JobParameter("pattern", fio: "buffer_pattern", example: "zeros, ones, random, random:50 or 0xdeadbeef") {
            JobText.set(&$0.workload.pattern, JobText.pattern($1))
        },
        JobParameter("verify", fio: "verify", example: "off, stamp or full") {
            JobText.set(&$0.verification, JobText.verification($1))
        },
    ]

    private static let paceParameters: [JobParameter] = [
        JobParameter("qd", fio: "iodepth", example: "a number of commands in flight, 1...65535") {
            JobText.set(&$0.outstanding, Int($1).flatMap { (1...65_535).contains($0) ? $0 : nil })
        },
        JobParameter("jobs", fio: "numjobs", example: "a number of workers, 1...1024") {
            JobText.set(&$0.workers, Int($1).flatMap { (1...1024).contains($0) ? $0 : nil })
        },
        JobParameter("time", fio: "runtime", example: "a time above 0: 10, 90s, 5m or 1h") {
            JobText.set(&$0.workload.time, DurationText.parse($1).flatMap { $0 > .zero ? $0 : nil })
        },
        JobParameter("count", fio: "number_ios", example: "a number above 0: 100000 or 1M") {
            JobText.set(&$0.workload.ioCount, JobText.positiveCount($1))
        },
        JobParameter("iops", fio: "rate_iops", example: "a rate above 0, e.g. 100k") {
            guard let rate = JobText.positiveCount($1) else { return false }
            ($0.workload.iops, $0.workload.rateSteps) = (rate, [])
            return true
        },
        JobParameter("rate-steps", example: "rates and how long to keep them: 10k/30s,50k/1m,100k") {
            guard let steps = JobText.rateSteps($1) else { return false }
            ($0.workload.iops, $0.workload.rateSteps) = (nil, steps)
            return true
        },
        JobParameter("ramp-up", fio: "ramp_time", example: "5 or 500ms") {
            JobText.set(&$0.workload.rampUp, DurationText.parse($1))
        },
        JobParameter("think-time", fio: "thinktime", example: "100us; a bare number is microseconds") {
            JobText.set(&$0.workload.thinkTime, DurationText.parse($1, bare: "us"))
        },
        JobParameter("burst", fio: "thinktime_blocks", example: "a number of commands above 0") {
            JobText.set(&$0.workload.burst, JobText.positiveCount($1))
        },
        JobParameter("priority", example: "0 (urgent) ... 3 (low)") {
            JobText.set(&$0.workload.priority, Int($1).flatMap { (0...3).contains($0) ? $0 : nil })
        },
        JobParameter("cpus", fio: "cpus_allowed", example: "2 or 0,2,4-7") {
            JobText.set(&$0.workload.processors, JobText.numbers($1))
        },
        JobParameter("overrun", example: "30s or 500ms") { JobText.set(&$0.workload.overrun, DurationText.parse($1)) },
        JobParameter("stonewall", fio: "wait_for_previous", example: "1 or 0") {
            JobText.set(&$0.waits, JobText.flag($1))
        },
    ]
}
