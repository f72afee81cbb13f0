import ArgumentParser
import Cookbook
import Examples
import Foundation
import NVMe
import NVMeTesting
import Performance
import Stress
import Synchronization

/// `nvmetest run`
struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Run the built-in tests on a device.",
        discussion: """
            Performance and stress tests take hours on a real device; --scale makes them shorter. In software they run at a \
            scale of 0.001.

            Ends with 0 when all passed, 1 when one failed or called exit(), 4 when none ran or all were skipped: nothing runs \
            when one of several filters matches no test. A trap ends the program with its signal (132 in most shells) and a \
            line that names the tests that were running. Tests that would harm the data of a real device are skipped unless \
            --yes or --serial allows them.
            """)

    @Argument(
        help: ArgumentHelp(
            "'cookbook', 'examples', 'performance', 'stress', or regular expressions over test names. Default: all.",
            valueName: "filter"))
    var filters: [String] = []

    @Flag(help: "Only show which tests there are.")
    var list = false

    @Option(
        help: ArgumentHelp(
            "Write the figures of tests, and the command logs of failed ones, to this folder.", valueName: "dir"))
    var attachments: String?

    @Option(
        help: ArgumentHelp(
            "Length of performance and stress tests, above 0 to 1. Default: 1 on hardware, 0.001 in software.",
            valueName: "factor"))
    var scale: String?

    @OptionGroup var permission: PermissionOptions
    @OptionGroup var device: DeviceOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let selection = try selection
        try setScale()
        let tests = try await tests(of: selection)
        if list { return show(tests) }
        let address = try device.address
        setenv(Device.environmentVariable, "\(address)", 1)
        setenv(DeviceUnderTest.timeoutVariable, "\(try device.timeout / .seconds(1))", 1)
        if let value = permission.environmentValue { setenv(DestructivePermission.environmentVariable, value, 1) }
        let format = output.output
        let run = TestRun { test in
            if format == .human { Terminal.print(test.lines.map { $0 + "\n" }.joined()) }
        }
        let result = RunReport(run: run, device: "\(address)")
        Interruption.onInterrupt { Terminal.print(result.report.text(format, command: "run")) }
        try device.check()
        RunningTests.onExit.withLock {
            $0 = { names in
                run.add(strayIssue: "exit() was called while these tests ran: \(names.joined(separator: ", "))")
                Terminal.print(result.report.text(format, command: "run"))
            }
        }
        try await TestRunner.perform(selection, into: run)
        Interruption.onInterrupt(nil)
        Terminal.print(result.report.text(format, command: "run"))
        if result.status != .passed { throw ExitCode(result.status.rawValue) }
    }

    /// Tests are named after the modules of their suites.
    private static let suites = Dictionary(
        uniqueKeysWithValues: ["Cookbook", "Examples", "Performance", "Stress"].map { ($0.lowercased(), "^\($0)\\.") })

    /// A wrong scale is told here, once, instead of by every test.
    private func setScale() throws {
        if let scale { setenv(TestScale.environmentVariable, scale, 1) }
        do { _ = try TestScale.fromEnvironment(for: device.address) } catch let error as TestScaleError {
            throw UsageError("\(error)")
        }
    }

    private var selection: TestRunner.Selection {
        get throws {
            let patterns = try filters.map { filter in
                if let pattern = Self.suites[filter.lowercased()] { return pattern }
                guard (try? Regex(filter)) != nil else {
                    throw UsageError("'\(filter)' is no regular expression; a part of a test's name will do")
                }
                return filter
            }
            if let attachments {
                var isFolder: ObjCBool = false
                guard FileManager.default.fileExists(atPath: attachments, isDirectory: &isFolder), isFolder.boolValue
                else {
                    throw EnvironmentError("'\(attachments)' is no folder; create it first")
                }
            }
            return TestRunner.Selection(filters: patterns, attachments: attachments)
        }
    }

    /// All tests that the filters select. Throws `NothingToRun` for a filter that selects none: what the user meant by it would not be run.
    private func tests(of selection: TestRunner.Selection) async throws -> [TestOutcome] {
        let run = TestRun { _ in }
        var selection = selection
        selection.isListing = true
        try await TestRunner.perform(selection, into: run)
        // A list names every test, whatever the filters are: they are applied here.
        let patterns = try selection.filters.map { try Regex($0) }
        for (filter, pattern) in zip(filters, patterns) where !run.tests.contains(where: { $0.id.contains(pattern) }) {
            throw NothingToRun(filter: filter)
        }
        return run.tests.sorted { $0.id < $1.id }
            .filter { test in patterns.isEmpty || patterns.contains { test.id.contains($0) } }
    }

    private func show(_ tests: [TestOutcome]) {
        var report = Report([
            "tests": .array(tests.map { ["id": .string($0.id), "name": .string($0.name)] })
        ])
        // One whole identifier on a line, so that other programs can take it, and a filter can be made of it.
        report.lines = tests.map(\.id)
        Terminal.print(report.text(output.output, command: "run"))
    }
}
