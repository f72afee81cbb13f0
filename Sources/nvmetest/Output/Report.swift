import ArgumentParser

/// What `--output` chooses.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
    case human, json
}

/// The outcome of a command, in both forms in which it can be printed.
struct Report {
    /// Lines for a person.
    var lines: [String]
    /// Members of the JSON document, after `schemaVersion` and `command`.
    var members: [JSONValue.Member]
    var status: ExitStatus = .passed

    init(lines: [String] = [], _ members: KeyValuePairs<String, JSONValue> = [:]) {
        self.lines = lines
        self.members = members.map { JSONValue.Member($0.key, $0.value) }
    }

    mutating func add(_ name: String, _ value: JSONValue) { members.append(.init(name, value)) }

    mutating func add(_ table: Table) { lines += table.lines }

    /// Version of the JSON documents; grows when a member is removed or changes its meaning, not when one is added.
    static let schemaVersion = 1

    func document(command: String) -> JSONValue {
        .object([.init("schemaVersion", .count(Self.schemaVersion)), .init("command", .string(command))] + members)
    }

    func text(_ format: OutputFormat, command: String) -> String {
        switch format {
        case .human: lines.map { $0 + "\n" }.joined()
        case .json: "\(document(command: command))\n"
        }
    }
}
