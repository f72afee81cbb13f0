import ArgumentParser
import NVMeReport

/// `nvmetest perf`
struct PerfCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "perf", abstract: "Measure a device under load.",
        discussion: """
            Prints a table or, with --output json, one document. Progress goes to standard error. Ctrl-C prints what was \
            measured so far and ends with 130. Ends with 1 when the device failed or a threshold of --require was missed.

            A job file is YAML: a section for each job, 'global' for what all share, our names or fio's. See \
            docs/perf.md.
            """)

    @OptionGroup var workload: WorkloadOptions

    @Option(help: ArgumentHelp("Run the jobs of a YAML file; other options are its defaults.", valueName: "file"))
    var jobFile: String?

    @OptionGroup var reports: ReportOptions
    @OptionGroup var permission: PermissionOptions
    @OptionGroup var device: DeviceOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let defaults = try workload.settings()
        let jobs = try jobFile.map { try JobFile.jobs(at: $0, defaults: defaults) } ?? [defaults]
        _ = try reports.thresholds()
        let driven = try DrivenDevice(device)
        defer { driven.close() }
        if jobs.contains(where: \.isDestructive) { try driven.checkPermission(permission) }
        let run = try WorkloadRun(jobs, on: driven)
        var result = try run.perform()
        result.notes += run.mismatches.unverified.notes
        try reports.publish(&result, of: run) {
            Terminal.print(Self.report($0, run.mismatches).text(output.output, command: "perf"))
        }
    }

    static func report(_ result: PerformanceReport, _ mismatches: MismatchCollection) -> Report {
        var report = Report(lines: result.lines)
        report.members = result.members
        report.members += mismatches.members
        return report
    }
}
