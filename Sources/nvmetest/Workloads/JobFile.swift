import Foundation
import Yams

/// Jobs in a YAML file: one section for each, and `global` for what all of them share.
enum JobFile {
    /// Reads a file. `defaults` holds what the command line says, which sections override.
    static func jobs(at path: String, defaults: JobSettings) throws -> [JobSettings] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw EnvironmentError("cannot read the job file '\(path)'")
        }
        do {
            return try jobs(in: String(decoding: data, as: UTF8.self), defaults: defaults)
        } catch let error as UsageError {
            throw UsageError("\(path): \(error.description)")
        }
    }

    static func jobs(in text: String, defaults: JobSettings) throws -> [JobSettings] {
        let sections = try sections(of: text)
        var common = defaults
        for (name, section) in sections where name == "global" { try apply(section, to: &common) }
        let jobs = try sections.filter { $0.0 != "global" }.map { name, section in
            var job = common
            job.name = name
            try apply(section, to: &job)
            return job
        }
        guard !jobs.isEmpty else {
            throw UsageError("the file has no job; add a section, e.g. 'reader: {rw: randread}'")
        }
        return jobs
    }

    private static func sections(of text: String) throws -> [(String, Node)] {
        let root: Node?
        do {
            root = try Yams.compose(yaml: text)
        } catch {
            let reason = "\(error)".split(whereSeparator: \.isNewline).joined(separator: " ")
            throw UsageError("not valid YAML: \(reason)")
        }
        guard let mapping = root?.mapping else { throw UsageError("a job file has sections: 'name: {rw: randread}'") }
        return try mapping.map { key, value in
            guard let name = key.string else { throw UsageError("\(line(key))the section's name is no text") }
            return (name, value)
        }
    }

    private static func apply(_ section: Node, to settings: inout JobSettings) throws {
        if section.scalar?.string.isEmpty == true || section.null != nil { return }
        guard let mapping = section.mapping else {
            throw UsageError("\(line(section))a section has 'name: value' lines")
        }
        for (key, value) in mapping {
            guard let name = key.string, let text = value.scalar?.string else {
                throw UsageError("\(line(key))a parameter is one 'name: value'")
            }
            do {
                // fio writes parameters that are switched on without a value.
                try JobParameter.set(name, to: text, in: &settings)
            } catch let error as UsageError {
                throw UsageError("\(line(key))\(error.description)")
            }
        }
    }

    private static func line(_ node: Node) -> String { node.mark.map { "line \($0.line): " } ?? "" }
}
