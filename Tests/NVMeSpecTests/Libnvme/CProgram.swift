import Foundation

/// A C program of one file, compiled and run on the spot.
enum CProgram {
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// What `source` looks like to the compiler proper; headers are looked for in `folder` first.
    static func preprocess(_ source: String, headersIn folder: String) throws -> String {
        try withDirectory { directory in
            let file = directory.appending(path: "program.c")
            try Data(source.utf8).write(to: file)
            return try run("/usr/bin/cc", ["-E", "-P", "-I", folder, file.path])
        }
    }

    /// Compiles `source`, runs it, and returns what it printed; headers are looked for in `folder` first.
    static func output(of source: String, headersIn folder: String) throws -> String {
        try withDirectory { directory in
            let file = directory.appending(path: "program.c")
            let program = directory.appending(path: "program")
            try Data(source.utf8).write(to: file)
            _ = try run("/usr/bin/cc", ["-std=gnu11", "-I", folder, "-o", program.path, file.path])
            return try run(program.path, [])
        }
    }

    private static func withDirectory<Result>(_ body: (URL) throws -> Result) throws -> Result {
        let directory = FileManager.default.temporaryDirectory.appending(path: "nvme-spec-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: directory) }
        return try body(directory)
    }

    /// Standard output goes to a file, so that a long one cannot fill a pipe that nobody reads.
    private static func run(_ program: String, _ arguments: [String]) throws -> String {
        let log = FileManager.default.temporaryDirectory.appending(path: "nvme-spec-\(UUID().uuidString).log")
        try Data().write(to: log)
        defer { try? FileManager.default.removeItem(at: log) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        let handle = try FileHandle(forWritingTo: log)
        process.standardOutput = handle
        process.standardError = handle
        try process.run()
        process.waitUntilExit()
        try handle.close()
        let text = String(decoding: try Data(contentsOf: log), as: UTF8.self)
        guard process.terminationStatus == 0 else {
            throw Failure(description: "\(program) \(arguments.joined(separator: " ")): \(text)")
        }
        return text
    }
}
