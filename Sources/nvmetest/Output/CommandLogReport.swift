import Foundation
import NVMe

/// What `nvmetest log commands` prints of the command logs in files.
enum CommandLogReport {
    /// - Parameters:
    ///   - path: a file, or a folder whose files named `*.nvmelog` are all shown, with those in folders below: one for each
    ///     controller.
    ///   - newest: how many commands of each queue; nil for all.
    ///
    /// Throws what `CommandLog(reading:)` throws, and `EnvironmentError` for a folder without logs.
    static func make(_ path: String, newest: Int?) throws -> Report {
        let paths = try paths(path)
        let logs = try paths.map { (folder: $0.folder, log: try CommandLog(reading: $0.file)) }
            .sorted { ($0.folder, $0.log.queueID) < ($1.folder, $1.log.queueID) }
        let hasFolders = Set(logs.map(\.folder)).count > 1
        var report = Report()
        for (folder, log) in logs {
            let torn = log.tornCommands
            report.lines.append("\(hasFolders ? "\(folder), " : "")queue \(log.queueID), newest first:")
            report.lines += log.entries(newest).map(\.description)
            if !torn.isEmpty {
                report.lines.append(
                    "torn, the process ended while it wrote them: \(torn.map(String.init).joined(separator: ", "))")
            }
        }
        report.add("page", "commands")
        report.add("queues", .array(logs.map { json($0.log, in: $0.folder, newest: newest) }))
        return report
    }

    /// Files with the folder, below `path`, in which each lies.
    private static func paths(_ path: String) throws -> [(folder: String, file: String)] {
        var isFolder = ObjCBool(false)
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
            return [("", path)]
        }
        let names = try FileManager.default.subpathsOfDirectory(atPath: path).filter { $0.hasSuffix(".nvmelog") }
        guard !names.isEmpty else {
            throw EnvironmentError("there is no command log (*.nvmelog) in \(path), nor in a folder in it")
        }
        return names.map { ($0.split(separator: "/").dropLast().joined(separator: "/"), "\(path)/\($0)") }
    }

    private static func json(_ log: CommandLog, in folder: String, newest: Int?) -> JSONValue {
        [
            "folder": .string(folder), "queue": .count(log.queueID),
            "torn": .array(log.tornCommands.map { .count($0) }),
            "commands": .array(log.entries(newest).map(json)),
        ]
    }

    private static func json(_ entry: CommandLogEntry) -> JSONValue {
        [
            "number": .count(entry.number), "submittedNanoseconds": .count(entry.submittedNanoseconds),
            "opcode": .count(entry.command.opcode), "nsid": .count(entry.command.nsid),
            "latencyNanoseconds": entry.latency.map { .count(Int64($0 / .nanoseconds(1))) } ?? .null,
            "status": entry.completion.map { .string($0.status.code.name) } ?? .null,
            "text": .string(entry.description),
        ]
    }
}
