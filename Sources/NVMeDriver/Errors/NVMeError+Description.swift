import NVMeSpec

extension NVMeError: CustomStringConvertible {
    /// What was wrong, with the value and the limit, and what to do about it.
    public var description: String {
        switch self {
        case .status(let completion): "\(completion)"
        case .controllerFatal(let status):
            "the controller reports a fatal error (CSTS \(hex(status.rawValue))); reset it"
        case .removed(let address):
            "'\(address)' does not answer (registers read as all ones): removed, or without power"
        case .readyTimeout(let expected, let limit, let status):
            "CSTS.RDY did not become \(expected ? 1 : 0) within \(limit) (CAP.TO); CSTS is \(hex(status.rawValue))"
        case .shutdownTimeout(let limit, let status):
            "CSTS.SHST did not report a complete shutdown within \(limit); CSTS is \(hex(status.rawValue))"
        case .transferTooLarge(let byteCount, let limit):
            "\(byteCount) bytes need more than one PRP list page: the limit is \(limit) bytes;"
                + " split the transfer or use an SGL"
        case .invalidArgument(let name, let value, let limit, let fix):
            "\(name) \(value) is not possible: the limit is \(limit); \(fix)"
        case .resetInProgress:
            "another thread is bringing the controller up; wait for it, or raise Controller.timeout if it may take longer"
        case .reentrantWait:
            "a completion closure cannot wait, nor bring the controller up; it may submit, and the outer wait reaps what it submitted"
        case .notInitialised(let missing): "the controller has no \(missing) yet; call initialise() first"
        case .inactiveNamespace(let id): "namespace \(id) is not active; activeNamespaces() lists those that are"
        case .unsupported(let operation, let because): "\(operation) is not possible: \(because)"
        case .invalidDeviceData(let what, let value, let limit):
            "the device reports \(what) = \(value), but the limit is \(limit)"
        case .closed: "the controller has been closed"
        case .pcie(let error): "\(error)"
        default: waitDescription
        }
    }

    private var waitDescription: String {
        switch self {
        case .commandTimeout(let completion, let limit, let place):
            "\(completion.commandText) was not completed within \(limit): it is \(completion.latency) old, waited for at"
                + " \(place); the device does not answer, or may take longer: then raise Controller.timeout"
        case .waitTimeout(let queue, let expected, let reaped):
            "waited for \(expected) completions on queue \(queue) but only \(reaped) came:"
                + " fewer commands are outstanding, or the device does not answer"
        case .nothingOutstanding(let queue, let expected, let reaped, let place):
            "a wait for \(expected) completions on queue \(queue) at \(place) can never end: \(reaped) came, and no command"
                + " is outstanding; send one first, or wait for fewer"
        case .eventTimeout(let expected, let others, let limit, let place):
            "no event\(expected.isEmpty ? "" : " \(names(expected))") within \(limit), waited for at \(place)"
                + (others.isEmpty ? "" : "; others came: \(names(others))")
        default: queueDescription
        }
    }

    private func names(_ events: [AsynchronousEvent]) -> String {
        events.map { "'\($0)'" }.joined(separator: ", ")
    }

    private var queueDescription: String {
        switch self {
        case .queueFull(let queue, let outstanding):
            "queue \(queue) is full: \(outstanding) commands are outstanding; wait for some, or make a deeper queue"
        case .queueInUse(let queue):
            "queue \(queue) is being used by another thread; give each thread a queue pair of its own"
        case .queueCreation(let queue, let reason, let completion):
            "queue pair \(queue) could not be created: \(reason)\(completion.map { " (\($0))" } ?? "")"
        case .queueDeletion(let completion): "a queue could not be deleted: \(completion)"
        case .superseded(let address, let place):
            "'\(address)' was taken over by another Controller, made at \(place): use that one, or bring this one up again, which takes"
                + " the function from it"
        case .staleQueue(let queue):
            "queue pair \(queue) is gone (deleted, or the controller was reset); make a new one"
        case .unexpectedCompletion(let queue, let entry):
            "queue \(queue) received a completion for command \(entry.commandID) of submission queue \(entry.sqID),"
                + " which is not outstanding there"
        default: ""
        }
    }
}

/// `0x` and the digits.
func hex(_ value: some BinaryInteger) -> String { "0x" + String(value, radix: 16) }
