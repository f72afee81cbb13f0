import NVMe

/// Something that both devices are asked to do, and the words for what they did.
struct DifferentialCase: Sendable {
    let name: String
    let run: @Sendable (Bench) throws -> String

    /// A case of several commands, or of none.
    static func script(_ name: String, _ run: @escaping @Sendable (Bench) throws -> String) -> Self {
        Self(name: name, run: run)
    }

    /// One admin command.
    static func admin(
        _ name: String, _ shown: [Shown] = [],
        _ build: @escaping @Sendable (Bench) throws -> SubmissionQueueEntry
    ) -> Self {
        script(name) { bench in try bench.outcome(bench.admin(build(bench)), shown) }
    }

    /// One command on an I/O queue.
    static func io(
        _ name: String, _ shown: [Shown] = [], failureDword: Bool = false,
        _ build: @escaping @Sendable (Bench) throws -> SubmissionQueueEntry
    ) -> Self {
        script(name) { bench in
            try bench.outcome(bench.io(build(bench)), shown, failureDword: failureDword)
        }
    }
}

/// Cases that share a controller, which is reset before the first of them.
struct CaseGroup: Sendable {
    let name: String
    let cases: [DifferentialCase]

    init(_ name: String, _ cases: [DifferentialCase]) {
        self.name = name
        self.cases = cases
    }

    static let all =
        identifyGroups + featureGroups + logPageGroups + queueGroups + adminGroups + readWriteGroups
        + dataPointerGroups + blockGroups + registerGroups

    /// Case identifiers are unique: `group/name`.
    static var caseCount: Int { all.reduce(0) { $0 + $1.cases.count } }

    /// Runs every case on a device; outcomes in the order of the cases.
    static func run(on bench: Bench) throws -> [(id: String, outcome: String)] {
        var outcomes: [(id: String, outcome: String)] = []
        for group in all {
            try bench.restart()
            for single in group.cases {
                bench.clear()
                outcomes.append(("\(group.name)/\(single.name)", try outcome(of: single, on: bench)))
            }
        }
        return outcomes
    }

    private static func outcome(of single: DifferentialCase, on bench: Bench) throws -> String {
        do {
            return try single.run(bench)
        } catch NVMeError.commandTimeout {
            try bench.restart()
            return "No completion"
        } catch NVMeError.controllerFatal {
            try bench.restart()
            return "Controller fatal status"
        }
    }
}
