import ArgumentParser

/// `nvmetest doctor`
struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Say what this machine can do, and how to fix what it cannot.",
        discussion:
            "Ends with 0 when tests can run on the embedded SSD, or on the device that NVME_DUT names; else with 3.")

    @OptionGroup var output: OutputOptions

    func run() throws {
        let findings = Doctor.findings()
        let report = Self.report(findings)
        Terminal.print(report.text(output.output, command: "doctor"))
        if report.status != .passed { throw ExitCode(report.status.rawValue) }
    }

    static func report(_ findings: [Finding]) -> Report {
        var report = Report()
        var table = Table("", "What", "Found")
        for finding in findings {
            table.add(finding.state.mark, finding.name, finding.detail)
            if let fix = finding.fix { table.add("", "", "fix: \(fix)") }
        }
        report.add(table)
        let fixes = findings.count { $0.fix != nil }
        let works = !findings.contains { $0.state == .broken }
        report.lines += ["", works ? "Tests can run here." : "Tests cannot run here yet."]
        if fixes > 0 { report.lines[report.lines.count - 1] += " \(fixes) finding(s) have a fix." }
        report.add("works", .bool(works))
        report.add("findings", .array(findings.map(\.json)))
        report.status = works ? .passed : .environment
        return report
    }
}
