import ArgumentParser
import NVMe
import NVMeReport
import NVMeWorkload

/// `nvmetest verify`
struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Write a region, read it back, and check every byte.",
        discussion: """
            Each block gets its address and a token that is never used twice; with --level full its checksum is remembered \
            too. Ends with 1 when a block is not what was written, or a threshold of --require was missed, and says what is \
            wrong with the block. Reading goes on until --mismatches blocks were found.
            """)

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Part of the namespace: 1G-2G, 1G+512M, 0%-50%. Default: 0+256M, or all of a smaller one.",
            valueName: "region"
        ))
    var region: String?

    @Option(parsing: .unconditional, help: ArgumentHelp("Bytes per command. Default: 64k.", valueName: "size"))
    var ioSize = "64k"

    @Option(parsing: .unconditional, help: ArgumentHelp("Commands in flight. Default: 32.", valueName: "depth"))
    var qd: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("stamp (address and token) or full (checksum). Default: full.", valueName: "level"))
    var level = "full"

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Start of every random decision; the report names the one used.", valueName: "seed"))
    var seed: String?

    @Option(parsing: .unconditional, help: ArgumentHelp("Namespace identifier. Default: 1.", valueName: "nsid"))
    var namespace = "1"

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Go on until so many blocks differ, and describe them. Default: 16.", valueName: "count"))
    var mismatches = "16"

    @OptionGroup var reports: ReportOptions
    @OptionGroup var permission: PermissionOptions
    @OptionGroup var device: DeviceOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let settings = try settings
        guard let limit = Int(mismatches), (1...100_000).contains(limit) else {
            throw UsageError("'--mismatches' cannot be '\(mismatches)'; write a number of blocks, 1...100000")
        }
        _ = try reports.thresholds()
        let driven = try DrivenDevice(device)
        defer { driven.close() }
        try driven.checkPermission(permission)
        let verification = try VerificationRun(settings, on: driven, limit: limit)
        var result = try verification.perform()
        try reports.publish(&result, of: verification.run) {
            Terminal.print(Self.report($0, verification.run.mismatches).text(output.output, command: "verify"))
        }
    }

    private var settings: JobSettings {
        get throws {
            var settings = JobSettings()
            settings.name = "write"
            settings.access = AccessMode(isRandom: false, operations: [.write: 100])
            try settings.set([
                ("region", region), ("io-size", ioSize), ("qd", qd), ("namespace", namespace), ("seed", seed),
            ])
            guard let found = JobText.verification(level), found == .stamps || found == .checksums else {
                throw UsageError("'--level' cannot be '\(level)'; write stamp or full")
            }
            guard case .weighted(let sizes) = settings.sizes, sizes.count == 1 else {
                throw UsageError("'--io-size' cannot be '\(ioSize)'; write one size, e.g. 64k")
            }
            settings.verification = found
            if region == nil { settings.size = .atMost(256 << 20) }
            return settings
        }
    }

    static func report(_ result: PerformanceReport, _ mismatches: MismatchCollection) -> Report {
        let hasRead = result.jobs.count == 2
        let isSound = hasRead && result.isSound && !result.isInterrupted
        let statistics = mismatches.unverified.statistics
        let isWhole = isSound && statistics.uncheckedCount == 0 && statistics.checked > 0
        var report = Report(lines: result.lines + [""], ["verified": .bool(isWhole)])
        report.members += mismatches.members
        for (index, name) in ["write", "read"].enumerated() {
            report.add(name, index < result.jobs.count ? .object(result.only(index).members) : .null)
        }
        report.members += result.members
        let reason = "the \(hasRead ? "read" : "write") pass: \(result.total.outcome.sentence)"
        report.lines += Table.wrap(
            isSound
                ? verdict(
                    statistics, byteCount: result.jobs[1].workers.reduce(0) { $0 &+ $1.bytesRead }, result.verification)
                : "Not verified: \(Figures.grouped(UInt64(mismatches.count))) blocks found that differ; \(reason)",
            width: Table.maximumWidth)
        return report
    }

    /// What a pass without an error has shown: what was compared, and of how much.
    private static func verdict(_ statistics: IntegrityStatistics, byteCount: UInt64, _ level: String) -> String {
        guard statistics.checked > 0 else { return "Not verified: not one block that was read was checked." }
        guard statistics.uncheckedCount == 0 else {
            return
                "Verified in part: \(Figures.grouped(statistics.uncheckedCount)) of the blocks that were read were not checked."
        }
        guard level == VerificationLevel.checksums.name else {
            return
                "Stamps verified: all \(Figures.grouped(statistics.checked)) blocks that were read carry their own address and latest "
                + "token; their other bytes were not compared (--level full does that)."
        }
        return "Verified: \(Figures.grouped(byteCount)) bytes are what was written."
    }
}

extension PerformanceReport {
    /// The device did what was asked, whatever the thresholds say.
    fileprivate var isSound: Bool { jobs.allSatisfy(\.isSuccess) && mismatches.isEmpty }

    /// A report of one of the jobs.
    fileprivate func only(_ index: Int) -> PerformanceReport {
        var report = self
        report.jobs = [jobs[index]]
        // They were judged by both passes.
        report.verdicts = []
        return report
    }
}
