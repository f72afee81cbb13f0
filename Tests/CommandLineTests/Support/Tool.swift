import Foundation
import Testing

/// The built `nvmetest`, run as a user runs it.
struct Tool {
    struct Outcome {
        let status: Int32
        let output: String
        let errors: String

        /// The JSON document on standard output.
        func document() throws -> [String: Any] {
            let value = try JSONSerialization.jsonObject(with: Data(output.utf8))
            return try #require(value as? [String: Any])
        }
    }

    /// Beside the program that runs this test.
    static var path: String {
        URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
            .appendingPathComponent("nvmetest").path
    }

    /// Starts it; standard input is empty, and `NVME_…` of the environment are those given here only.
    static func start(
        _ arguments: [String], program: String = path, environment: [String: String] = [:]
    ) throws -> (process: Process, output: FileHandle, errors: FileHandle) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        var variables = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("NVME_") }
        variables.merge(environment) { $1 }
        process.environment = variables
        let output = Pipe()
        let errors = Pipe()
        process.standardOutput = output
        process.standardError = errors
        process.standardInput = FileHandle.nullDevice
        try process.run()
        return (process, output.fileHandleForReading, errors.fileHandleForReading)
    }

    /// Runs a line of shell, where `$nvmetest` is the program.
    static func shell(_ line: String) throws -> Outcome {
        try run(["-c", line], program: "/bin/sh", environment: ["nvmetest": path])
    }

    @discardableResult
    static func run(_ arguments: String..., environment: [String: String] = [:]) throws -> Outcome {
        try run(arguments, environment: environment)
    }

    @discardableResult
    static func run(
        _ arguments: [String], program: String = path, environment: [String: String] = [:]
    ) throws -> Outcome {
        let (process, output, errors) = try start(arguments, program: program, environment: environment)
        let text = String(decoding: try output.readToEnd() ?? Data(), as: UTF8.self)
        let complaint = String(decoding: try errors.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        return Outcome(status: process.terminationStatus, output: text, errors: complaint)
    }
}

/// A folder that is there for one test.
final class TemporaryFolder {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("nvmetest-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func file(_ name: String, _ bytes: [UInt8] = []) throws -> String {
        let target = url.appendingPathComponent(name)
        try Data(bytes).write(to: target)
        return target.path
    }

    func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: url.path) }

    func contents(_ name: String) throws -> Data { try Data(contentsOf: url.appendingPathComponent(name)) }
}
