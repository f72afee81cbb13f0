import ArgumentParser

/// Runs one command line and says how it ended.
enum Program {
    static func run(_ arguments: [String]) async -> ExitStatus {
        do {
            var command = try NVMeTest.parseAsRoot(arguments)
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
            return .passed
        } catch let status as ExitCode where ExitStatus(rawValue: status.rawValue) != nil {
            return ExitStatus(rawValue: status.rawValue) ?? .environment
        } catch {
            return report(error, arguments: arguments)
        }
    }

    /// Help and version go to standard output; everything else is one sentence on standard error.
    private static func report(_ error: any Error, arguments: [String]) -> ExitStatus {
        let code = NVMeTest.exitCode(for: error)
        if code.isSuccess {
            Terminal.print(NVMeTest.fullMessage(for: error) + "\n")
            return .passed
        }
        let isParsing = code == .validationFailure
        let message =
            isParsing ? oneLine(NVMeTest.message(for: error)) + "; see 'nvmetest --help'" : inOptions("\(error)")
        let status = isParsing ? .usage : ExitStatus(error)
        Terminal.printError("nvmetest: \(message)\n")
        // Results that were printed before something went wrong are the one document; two would be none.
        if wantsJSON(arguments), !Terminal.hasPrinted {
            var report = Report()
            report.add("error", ["message": .string(message), "exitCode": .count(status.rawValue)])
            Terminal.print(report.text(.json, command: arguments.first ?? ""))
        }
        return status
    }

    /// Errors of the library name what a script sets; here it is an option.
    static func inOptions(_ message: String) -> String { message.replacing("Controller.timeout", with: "--timeout") }

    private static func oneLine(_ message: String) -> String {
        let line = message.split(whereSeparator: \.isNewline).joined(separator: " ")
        return line.last == "." ? String(line.dropLast()) : line
    }

    /// Looks for the option itself, because the command line may not have been understood.
    private static func wantsJSON(_ arguments: [String]) -> Bool {
        arguments.contains("--output=json")
            || zip(arguments, arguments.dropFirst()).contains { $0 == ("--output", "json") }
    }
}
