import Foundation
import NVMeReport
import NVMeWorkload
import Yams

/// Jobs in a YAML file: one section for each, and `global` for what all of them share.
enum JobFile {
    /// Reads a file. `defaults` holds what the command line says, which sections override.
    ///
    /// Throws `UsageError` that names file, line, job and parameter; `EnvironmentError` for a file that cannot be read.
    static func jobs(at path: String, defaults: JobSettings) throws -> [JobSettings] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw EnvironmentError("cannot read the job file '\(path)'")
        }
        return try jobs(in: String(decoding: data, as: UTF8.self), of: path, defaults: defaults)
    }

    /// - Parameter file: name for messages.
    static func jobs(in text: String, of file: String, defaults: JobSettings) throws -> [JobSettings] {
        let sections = try sections(of: text, file)
        var common = defaults
        for (name, section) in sections where name == "global" { try apply(section, of: file, name, to: &common) }
        let jobs = try sections.filter { $0.0 != "global" }.map { name, section in
            var job = common
            job.name = name
            try apply(section, of: file, name, to: &job)
            return job
        }
        guard !jobs.isEmpty else {
            throw UsageError("\(file): the file has no job; add a section, e.g. 'reader: {rw: randread}'")
        }
        return jobs
    }

    private static func sections(of text: String, _ file: String) throws -> [(String, Node)] {
        let root: Node?
        do {
            root = try Yams.compose(yaml: text)
        } catch {
            // It may quote the file, which may be anything.
            let reason = "\(error)".split(whereSeparator: \.isNewline).joined(separator: " ")
            throw UsageError("\(file): not valid YAML: \(Figures.printable(reason).prefix(300))")
        }
        guard let mapping = root?.mapping else {
            throw UsageError("\(file): a job file has sections: 'name: {rw: randread}'")
        }
        return try mapping.map { key, value in
            guard let name = key.string else {
                throw UsageError("\(place(key, file, nil))the section's name is no text")
            }
            return (name, value)
        }
    }

    private static func apply(
        _ section: Node, of file: String, _ job: String, to settings: inout JobSettings
    ) throws {
        if section.scalar?.string.isEmpty == true || section.null != nil { return }
        guard let mapping = section.mapping else {
            throw UsageError("\(place(section, file, job))a section has 'name: value' lines")
        }
        for (key, value) in mapping {
            let place = place(key, file, job)
            guard let name = key.string, let text = value.scalar?.string else {
                throw UsageError("\(place)a parameter is one 'name: value'")
            }
            try JobParameter.set(
                name, to: text, in: &settings, origin: .init(place: place, name: name, text: text))
        }
    }

    /// `mixed.yaml: line 3: job 'reader': `
    private static func place(_ node: Node, _ file: String, _ job: String?) -> String {
        let line = node.mark.map { "line \($0.line): " } ?? ""
        let job = job.map { $0 == "global" ? "global: " : "job '\($0)': " } ?? ""
        return "\(file): \(line)\(job)"
    }
}
