import NVMeWorkload

/// Everything that one measurement found, ready to be printed as JSON, as a table or as a page.
public struct PerformanceReport: Sendable {
    /// What drove the device.
    public struct Tool: Sendable, Hashable {
        public var version: String
        /// Start of the measurement as ISO 8601 text; nil keeps it out of the report.
        public var startedAt: String?

        public init(version: String, startedAt: String? = nil) {
            self.version = version
            self.startedAt = startedAt
        }
    }

    /// The device that was driven; texts as the device gave them, which may hold anything.
    public struct Device: Sendable, Hashable {
        public var address: String
        public var model: String?
        public var serialNumber: String?
        public var firmwareRevision: String?

        public init(
            address: String, model: String? = nil, serialNumber: String? = nil, firmwareRevision: String? = nil
        ) {
            self.address = address
            self.model = model
            self.serialNumber = serialNumber
            self.firmwareRevision = firmwareRevision
        }
    }

    /// Workers with the same parameters (their seeds and regions may differ).
    public struct Job: Sendable {
        public var name: String
        /// Identifier of the namespace.
        public var namespaceID: UInt32
        public var workers: [WorkloadResult]
        /// Jobs of one group ran at the same time, groups one after the other in ascending order.
        public var group: Int

        public init(name: String, namespaceID: UInt32 = 1, workers: [WorkloadResult], group: Int = 0) {
            self.name = name
            self.namespaceID = namespaceID
            self.workers = workers
            self.group = group
        }

        /// Whether the device did what was asked of it.
        public var isSuccess: Bool { workers.allSatisfy { $0.outcome.isSuccess && $0.errors == 0 } }
    }

    public var tool: Tool
    public var device: Device
    /// How read data was checked: `off`, `stamp` or `full`.
    public var verification: String
    public var jobs: [Job]
    /// Whether Ctrl-C ended the measurement.
    public var isInterrupted: Bool
    public var verdicts: [Threshold.Verdict] = []
    /// Remarks for the reader, as that an option had no effect.
    public var notes: [String] = []
    /// Descriptions, of one or several lines, of blocks that were not what was written.
    public var mismatches: [String] = []

    public init(
        tool: Tool, device: Device, verification: String = "off", jobs: [Job], isInterrupted: Bool = false
    ) {
        self.tool = tool
        self.device = device
        self.verification = verification
        self.jobs = jobs
        self.isInterrupted = isInterrupted
    }

    /// All workers of all jobs together.
    public var total: Measurement {
        let groups = Dictionary(grouping: jobs, by: \.group).sorted { $0.key < $1.key }
        return Measurement(inSequence: groups.map { Measurement($0.value.flatMap(\.workers)) })
    }

    /// Judges the thresholds by the totals.
    public mutating func judge(_ thresholds: [Threshold]) {
        let total = total
        verdicts = thresholds.map { $0.verdict(on: total) }
    }

    /// Whether the device did what was asked of it, and every threshold was met.
    public var isSuccess: Bool {
        jobs.allSatisfy(\.isSuccess) && mismatches.isEmpty && verdicts.allSatisfy(\.isMet)
    }
}
