import ArgumentParser
import NVMe

/// What the program says to the shell.
enum ExitStatus: Int32, Sendable {
    /// It worked, and no test failed.
    case passed = 0
    /// A test failed, or the device answered a command with an error status.
    case failed = 1
    /// The command line was wrong.
    case usage = 2
    /// The machine or the tool could not do it: absent device, missing package, time-out.
    case environment = 3
    /// Nothing ran, or everything was skipped.
    case nothingRan = 4
    /// Interrupted by SIGINT or SIGTERM.
    case interrupted = 130
}

/// A mistake on the command line that the parser could not see.
struct UsageError: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}

/// A filter that selects no test.
struct NothingToRun: Error, CustomStringConvertible {
    let filter: String

    var description: String { "no test matches '\(filter)'; 'nvmetest run --list' shows them" }
}

/// The machine lacks something, or a file cannot be used.
struct EnvironmentError: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}

extension ExitStatus {
    /// The status that an error leads to.
    init(_ error: any Error) {
        switch error {
        case is UsageError: self = .usage
        case is NothingToRun: self = .nothingRan
        case let error as DeviceAddressError:
            if case .linkNotBuilt = error { self = .environment } else { self = .usage }
        case let error as NVMeError: self = error.isDeviceAnswer ? .failed : .environment
        case PCIeError.invalidParameter: self = .usage
        default: self = .environment
        }
    }
}

extension NVMeError {
    /// The device did its part and said no; everything else is trouble with the device, the machine or this program.
    fileprivate var isDeviceAnswer: Bool {
        switch self {
        case .status, .queueDeletion, .inactiveNamespace: true
        case .queueCreation(_, _, let completion): completion != nil
        default: false
        }
    }
}
