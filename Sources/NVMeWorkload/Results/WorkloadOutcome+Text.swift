import NVMeSpec

extension WorkloadOutcome: CustomStringConvertible {
    /// For people: `ended by an error status: Internal Error (00/06)`.
    public var description: String { sentence }

    /// The case's name, as in the JSON report.
    public var name: String {
        switch self {
        case .finished: "finished"
        case .stopped: "stopped"
        case .deviceError: "deviceError"
        case .dataMismatch: "dataMismatch"
        case .commandTimeout: "commandTimeout"
        case .overdue: "overdue"
        case .reset: "reset"
        case .removed: "removed"
        case .failed: "failed"
        }
    }

    /// What the name leaves open; nil where it says everything.
    public var detail: String? {
        switch self {
        case .finished, .stopped, .dataMismatch, .overdue, .reset, .removed: nil
        case .deviceError(let status): status.code.debugDescription
        case .commandTimeout(let command): "\(command)"
        case .failed(let reason): reason
        }
    }

    /// For people.
    public var sentence: String {
        let text =
            switch self {
            case .finished: "finished"
            case .stopped: "stopped before its end"
            case .deviceError: "ended by an error status"
            case .dataMismatch: "data that was read is not what was written"
            case .commandTimeout: "a command did not complete in time"
            case .overdue: "had to be ended, long after its time"
            case .reset: "ended by a reset"
            case .removed: "the device disappeared"
            case .failed: "failed"
            }
        return detail.map { "\(text): \($0)" } ?? text
    }
}

extension OverdueCommand: CustomStringConvertible {
    /// `Read, command 5, namespace 1, LBA 100, 8 blocks, 2.0 seconds old`.
    public var description: String {
        "\(CommandDescription.name(ofOpcode: operation.rawValue, isAdmin: false)), command \(commandID), "
            + "namespace \(namespaceID), LBA \(startingLBA), \(blocks) block\(blocks == 1 ? "" : "s"), \(age) old"
    }
}
