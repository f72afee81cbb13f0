import NVMeWorkload

/// A demand on the totals of a measurement: `p99<200us`.
public struct Threshold: Sendable, Hashable {
    public enum Relation: String, Sendable, CaseIterable {
        case atMost = "<="
        case atLeast = ">="
        case equal = "=="
        case unequal = "!="
        case below = "<"
        case above = ">"

        func holds(_ left: Double, _ right: Double) -> Bool {
            switch self {
            case .atMost: left <= right
            case .atLeast: left >= right
            case .equal: left == right
            case .unequal: left != right
            case .below: left < right
            case .above: left > right
            }
        }
    }

    public let metric: Metric
    public let relation: Relation
    /// In the metric's own unit: commands or bytes per second, nanoseconds, a count.
    public let limit: Double
    /// As it was written.
    public let text: String

    /// What became of a threshold.
    public struct Verdict: Sendable, Hashable {
        public let threshold: Threshold
        /// The measured value; nil when no command completed that it could be taken from.
        public let value: Double?

        /// A threshold on nothing is missed.
        public var isMet: Bool { value.map { threshold.relation.holds($0, threshold.limit) } ?? false }

        /// `MISSED p99<200us: 312 µs`.
        public var text: String {
            let found = value.map { threshold.metric.kind.format($0) } ?? "no command completed"
            return "\(isMet ? "met" : "MISSED") \(threshold.text): \(found)"
        }

        var json: JSONValue {
            [
                "text": .string(threshold.text), "metric": .string(threshold.metric.name),
                "relation": .string(threshold.relation.rawValue), "limit": .number(threshold.limit),
                "value": value.map { .number($0) } ?? .null, "met": .bool(isMet),
            ]
        }
    }

    public func verdict(on measurement: Measurement) -> Verdict {
        Verdict(threshold: self, value: metric.value(in: measurement))
    }
}

extension Threshold {
    /// A figure that can be demanded.
    public enum Metric: Sendable, Hashable {
        case iops, bandwidth, errors, cpu, mean, minimum, maximum
        case percentile(Double)

        static let names: [String: Metric] = [
            "iops": .iops, "bandwidth": .bandwidth, "bw": .bandwidth, "errors": .errors, "cpu": .cpu, "mean": .mean,
            "min": .minimum, "max": .maximum,
        ]

        /// Any percentile as `p99.95` besides the names.
        init?(_ name: String) {
            if let metric = Self.names[name.lowercased()] {
                self = metric
            } else if name.lowercased().hasPrefix("p"), let percent = UnitNumber(name.dropFirst()),
                percent.unit.isEmpty,
                percent.value > 0, percent.value < 100
            {
                self = .percentile(percent.value)
            } else {
                return nil
            }
        }

        var name: String {
            switch self {
            case .iops: "iops"
            case .bandwidth: "bandwidth"
            case .errors: "errors"
            case .cpu: "cpu"
            case .mean: "mean"
            case .minimum: "min"
            case .maximum: "max"
            case .percentile(let percent): percent == percent.rounded() ? "p\(Int(percent))" : "p\(percent)"
            }
        }

        var kind: Kind {
            switch self {
            case .iops: .rate
            case .errors: .count
            case .bandwidth: .bandwidth
            case .cpu, .mean, .minimum, .maximum, .percentile: .time
            }
        }

        /// The value; nil where there is no command to take it from. Zero errors and zero commands per second are values.
        func value(in measurement: Measurement) -> Double? {
            let latency = measurement.latency
            let hasCommands = measurement.completed > 0 && latency.count > 0
            return switch self {
            case .iops: measurement.iops
            case .bandwidth: measurement.bandwidth
            case .errors: Double(measurement.errors)
            case .cpu: hasCommands ? measurement.cpuNanosecondsPerIO : nil
            case .mean: hasCommands ? latency.mean : nil
            case .minimum: hasCommands ? Double(latency.minimum) : nil
            case .maximum: hasCommands ? Double(latency.maximum) : nil
            case .percentile(let percent): hasCommands ? Double(latency.percentile(percent)) : nil
            }
        }
    }

    /// What units a metric is given in.
    enum Kind: Sendable {
        case rate, count, bandwidth, time

        /// Factor of each unit; no empty unit where a bare number would leave open what is meant.
        var units: [String: Double] {
            switch self {
            case .rate, .count: CountText.scales
            case .time: DurationText.nanosecondsPerUnit.filter { ["ns", "us", "µs", "ms", "s"].contains($0.key) }
            case .bandwidth:
                [
                    "B/s": 1, "kB/s": 1e3, "KB/s": 1e3, "MB/s": 1e6, "GB/s": 1e9, "KiB/s": 1024, "MiB/s": 1_048_576,
                    "GiB/s": 1_073_741_824,
                ]
            }
        }

        var example: String {
            switch self {
            case .rate: "500k or 1.5M"
            case .count: "0 or 10"
            case .time: "200us or 1.5ms (units: ns, us, ms, s)"
            case .bandwidth: "500MB/s or 2GiB/s (units: B/s, kB/s, MB/s, GB/s, KiB/s, MiB/s, GiB/s)"
            }
        }

        func format(_ value: Double) -> String {
            switch self {
            case .rate, .count: Figures.grouped(value)
            case .time: Figures.latency(value)
            case .bandwidth: Figures.bandwidth(value)
            }
        }
    }
}
