import NVMeSpec
import NVMeWorkload

extension PerformanceReport {
    private typealias Member = JSONValue.Member

    /// Version of the report's members; grows when one is removed or changes its meaning, not when one is added.
    public static let schemaVersion = 2

    /// Members of the JSON document after `schemaVersion` and `command`; `docs/report-schema.md` describes them.
    public var members: [JSONValue.Member] {
        let total = total
        return Self.figures(of: total) + [
            Member("interrupted", .bool(isInterrupted)), Member("configuration", configuration),
            Member("thresholds", .array(verdicts.map(\.json))),
            Member("notes", .array(notes.map { .string($0) })),
            Member("samples", Self.samples(total.samples)), Member("jobs", .array(jobs.map(Self.job))),
        ]
    }

    /// The complete JSON document.
    public func document(command: String) -> JSONValue {
        .object([Member("schemaVersion", .count(Self.schemaVersion)), Member("command", .string(command))] + members)
    }

    private var configuration: JSONValue {
        let device: JSONValue = [
            "address": .string(device.address), "model": .optional(device.model),
            "serialNumber": .optional(device.serialNumber), "firmwareRevision": .optional(device.firmwareRevision),
        ]
        let parameters = jobs.flatMap { job in
            job.workers.map { ConfigurationJSON.members(of: $0, namespaceID: job.namespaceID) }
        }
        return .object(
            [
                Member("toolVersion", .string(tool.version)), Member("startedAt", .optional(tool.startedAt)),
                Member("device", device), Member("verification", .string(verification)),
                Member("workers", .count(parameters.count)),
            ] + ConfigurationJSON.common(parameters))
    }

    private static func job(_ job: Job) -> JSONValue {
        let total = Measurement(job.workers)
        let parameters = job.workers.map { ConfigurationJSON.members(of: $0, namespaceID: job.namespaceID) }
        let workers: [JSONValue] = job.workers.enumerated().map { index, worker in
            let one = Measurement([worker])
            return .object(
                figures(of: one) + [
                    Member("configuration", .object(parameters[index])), Member("samples", samples(one.samples)),
                ])
        }
        return .object(
            [Member("name", .string(job.name)), Member("group", .count(job.group))] + figures(of: total) + [
                Member("configuration", .object(ConfigurationJSON.common(parameters))),
                Member("workers", .array(workers)),
            ])
    }

    private static func figures(of measurement: Measurement) -> [Member] {
        [
            Member("iops", .number(measurement.iops)),
            Member("bandwidthBytesPerSecond", .number(measurement.bandwidth)),
            Member("latencyNanoseconds", latency(measurement.latency)),
            Member("scheduledLatencyNanoseconds", measurement.scheduledLatency.map(latency) ?? .null),
            Member("meanInFlight", .number(measurement.meanInFlight)),
            Member("cpuNanosecondsPerIO", .number(measurement.cpuNanosecondsPerIO)),
            Member("cpuUsage", .number(measurement.cpuUsage)),
            Member("errors", .count(measurement.errors)),
            Member("firstError", status(measurement.firstError)),
            Member("outcome", outcome(measurement.outcome)),
            Member("durationSeconds", .number(measurement.duration.inSeconds)),
            Member("completed", .count(measurement.completed)),
            Member("completions", ConfigurationJSON.operations(measurement.completions)),
            Member("bytesRead", .count(measurement.bytesRead)),
            Member("bytesWritten", .count(measurement.bytesWritten)),
        ]
    }

    private static func latency(_ latency: LatencyStatistics) -> JSONValue {
        let exists = latency.count > 0
        func count(_ value: UInt64) -> JSONValue { exists ? .count(value) : .null }
        return .object(
            [Member("mean", exists ? .number(latency.mean) : .null), Member("min", count(latency.minimum))]
                + Percentiles.all.map { Member($0.name, count(latency.percentile($0.percent))) }
                + [Member("max", count(latency.maximum))])
    }

    private static func outcome(_ outcome: WorkloadOutcome) -> JSONValue {
        [
            "name": .string(outcome.name), "success": .bool(outcome.isSuccess), "detail": .optional(outcome.detail),
        ]
    }

    private static func status(_ status: Status?) -> JSONValue {
        guard let code = status?.code else { return .null }
        return [
            "type": .count(code.type.rawValue), "code": .count(code.code), "name": .string(code.name),
        ]
    }

    private static func samples(_ samples: [ReportSample]) -> JSONValue {
        .array(
            samples.enumerated().map { second, sample in
                [
                    "second": .count(second), "iops": .number(sample.iops.mean),
                    "bandwidthBytesPerSecond": .number(sample.bandwidth.mean),
                    "latencyNanoseconds": [
                        "mean": .number(sample.latencyMean), "p50": exact(sample.latencyP50),
                        "p99": exact(sample.latencyP99), "max": .count(sample.latencyMaximum),
                    ],
                    "cpuUsage": .number(sample.cpuUsage.mean),
                ]
            })
    }

    /// The percentile of one worker; null where several workers' percentiles would have to be made into one.
    private static func exact(_ range: ClosedRange<UInt64>?) -> JSONValue {
        guard let range, range.lowerBound == range.upperBound else { return .null }
        return .count(range.lowerBound)
    }
}
