import NVMe
import NVMeWorkload

/// What one job is to do, in the units of people: bytes and percentages, because the block size is not known yet.
struct JobSettings: Sendable, Equatable {
    var name = "perf"
    var workers = 1
    var namespaceID: UInt32 = 1
    var sizes: Sizes = .weighted([4096: 1])
    var access = AccessMode.named["randread"] ?? AccessMode()
    var readPercent: Int?
    /// Replaces the operations of `access`.
    var mix: [Operation: Int]?
    var randomPercent: Int?
    /// Commands in flight; nil is 32, or as many as the rate allows.
    var outstanding: Int?
    var offset = Amount.bytes(0)
    /// nil reaches to the end of the namespace.
    var size: Amount?
    var alignment: UInt64 = 0
    /// Where sequential commands begin.
    var start: Amount?
    /// Bytes from one sequential command to the next; nil is the size of the command.
    var step: Int64?
    /// Begins when the jobs before it have ended.
    var waits = false
    var verification = VerificationLevel.off
    /// What needs no conversion.
    var workload = Workload()
    /// Remarks for the report.
    var notes: [String] = []
    /// How the user wrote what was given, by our name of the parameter.
    var origins: [String: Origin] = [:]

    /// A parameter as it was written: `--qd 0`, or `iodepth: 0` in a line of a file.
    struct Origin: Sendable, Equatable {
        /// File, line and job, ready to stand before a message; empty for the command line.
        var place = ""
        var name: String
        var text: String
    }

    enum Sizes: Sendable, Equatable {
        /// Bytes and weights.
        case weighted([UInt64: Int])
        case range(ClosedRange<UInt64>)
    }

    enum Amount: Sendable, Equatable {
        case bytes(UInt64)
        /// 0...100.
        case percent(UInt64)
        /// So many bytes, or all of a smaller namespace.
        case atMost(UInt64)

        /// Bytes of a namespace of so many: a percentage is rounded down to a multiple of `unit`, but all of it is all of it.
        func inBytes(of bytes: UInt64, unit: UInt64) -> UInt64 {
            switch self {
            case .bytes(let count): return count
            case .atMost(let count): return min(count, bytes)
            case .percent(100...): return bytes
            case .percent(let percent):
                let share = UInt64(100).dividingFullWidth(bytes.multipliedFullWidth(by: percent)).quotient
                return share / max(1, unit) * max(1, unit)
            }
        }
    }
}

/// Direction and order of the commands: what fio calls `rw`.
struct AccessMode: Sendable, Equatable {
    var isRandom = true
    var operations: [Operation: Int] = [.read: 100]

    static let named: [String: AccessMode] = {
        let directions: [(String, [Operation: Int])] = [
            ("read", [.read: 100]), ("write", [.write: 100]), ("trim", [.deallocate: 100]),
            ("writezeroes", [.writeZeroes: 100]), ("verify", [.verify: 100]),
        ]
        var modes: [String: AccessMode] = [:]
        for (name, operations) in directions {
            modes[name] = AccessMode(isRandom: false, operations: operations)
            modes["rand" + name] = AccessMode(isRandom: true, operations: operations)
        }
        let both: [Operation: Int] = [.read: 50, .write: 50]
        for name in ["rw", "readwrite"] { modes[name] = AccessMode(isRandom: false, operations: both) }
        modes["randrw"] = AccessMode(isRandom: true, operations: both)
        return modes
    }()
}
