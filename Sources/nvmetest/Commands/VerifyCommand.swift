import ArgumentParser
import Foundation
import NVMe
import NVMeReport

/// `nvmetest verify`
struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Write a region, read it back, and check every byte.",
        discussion: """
            Each block gets its address and a token that is never used twice; with --level full its checksum is remembered \
            too. Ends with 1 when a block is not what was written, and says what was wrong with it.
            """)

    @Option(help: ArgumentHelp("Part of the namespace: 1G-2G, 1G+512M, 0%-50%. Default: 0+256M.", valueName: "region"))
    var region = "0+256M"

    @Option(help: ArgumentHelp("Bytes per command. Default: 64k.", valueName: "size"))
    var ioSize = "64k"

    @Option(help: ArgumentHelp("Commands in flight. Default: 32.", valueName: "depth"))
    var qd = "32"

    @Option(help: ArgumentHelp("stamp (address and token) or full (checksum). Default: full.", valueName: "level"))
    var level = "full"

    @Option(help: ArgumentHelp("Start of every random decision.", valueName: "seed"))
    var seed: String?

    @Option(help: ArgumentHelp("Namespace identifier. Default: 1.", valueName: "nsid"))
    var namespace = "1"

    @OptionGroup var permission: PermissionOptions
    @OptionGroup var device: DeviceOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let (writing, reading) = (try settings("write"), try settings("read"))
        let driven = try DrivenDevice(device)
        defer { driven.close() }
        try driven.checkPermission(permission)
        let write = try pass(writing, on: driven)
        let read = write.isSuccess ? try pass(reading, on: driven) : nil
        let table = try driven.controller.namespace(writing.namespaceID).integrity
        let report = Self.report(write: write, read: read, mismatches: table?.mismatches ?? [])
        Terminal.print(report.text(output.output, command: "verify"))
        if report.status != .passed { throw ExitCode(report.status.rawValue) }
    }

    private func settings(_ direction: String) throws -> JobSettings {
        var settings = JobSettings()
        settings.name = direction
        let given = [
            ("rw", direction), ("region", region), ("io-size", ioSize), ("qd", qd), ("namespace", namespace),
            ("verify", level), ("seed", seed),
        ]
        for (name, text) in given {
            if let text { try JobParameter.set(name, to: text, in: &settings) }
        }
        guard settings.verification != .off else { throw UsageError("--level is stamp or full") }
        // One command for each piece of the region, in order, is what a workload without an end does.
        settings.endsWithRegion = true
        return settings
    }

    private func pass(_ settings: JobSettings, on driven: DrivenDevice) throws -> PerformanceReport {
        let run = try WorkloadRun([settings], on: driven)
        var report = PerformanceReport(
            tool: .init(version: NVMeTest.configuration.version, startedAt: Date().ISO8601Format()),
            device: driven.description, verification: settings.verification.name, jobs: try run.perform())
        report.isInterrupted = run.isInterrupted
        if run.isInterrupted { Terminal.print(PerfCommand.report(report).text(output.output, command: "verify")) }
        run.finish()
        return report
    }

    static func report(write: PerformanceReport, read: PerformanceReport?, mismatches: [MismatchReport]) -> Report {
        let isSound = write.isSuccess && read?.isSuccess == true && mismatches.isEmpty
        var report = Report([
            "verified": .bool(isSound), "mismatches": .array(mismatches.map(\.json)),
            "write": .object(write.members), "read": read.map { .object($0.members) } ?? .null,
        ])
        report.lines = write.lines + (read.map { [""] + $0.lines } ?? []) + [""]
        report.lines += mismatches.prefix(16).flatMap { "\($0)".split(separator: "\n").map(String.init) }
        let count = read?.total.bytesRead ?? 0
        report.lines.append(
            isSound
                ? "Verified: \(Figures.grouped(count)) bytes are what was written."
                : "Not verified: \(mismatches.count) blocks differ, the "
                    + (read == nil
                        ? "write pass \(write.total.outcome.sentence)"
                        : "read pass "
                            + (read?.total.outcome.sentence ?? "")))
        report.status = isSound ? .passed : .failed
        return report
    }
}

extension MismatchReport {
    var json: JSONValue {
        [
            "namespace": .count(namespaceID), "lba": .count(lba), "kind": .string("\(kind)"),
            "expectedToken": expectedToken.map { .count($0) } ?? .null, "gotToken": .count(gotToken),
            "gotLBA": .count(gotLBA), "expectedChecksum": expectedChecksum.map { .count($0) } ?? .null,
            "gotChecksum": .count(gotChecksum), "firstDifferingByte": firstDifferingByte.map { .count($0) } ?? .null,
        ]
    }
}
