import ArgumentParser
import NVMe

/// `nvmetest log`
struct LogCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log", abstract: "Show a log page, or the commands that a process sent.",
        discussion: """
            Pages: \(LogPage.table.map(\.name).joined(separator: ", ")), or a number as 0x81.

            'nvmetest log commands --file PATH' shows the command logs that a process has kept with \
            \(Controller.commandLogsVariable)=FOLDER, also one that crashed: a file, or all in \
            a folder and those below it. No device is opened.
            """)

    @Argument(help: ArgumentHelp("Name or number of the log page.", valueName: "page"))
    var page: String

    @Option(help: ArgumentHelp("Namespace; default: all.", valueName: "nsid")) var namespace: Number?
    @Option(help: ArgumentHelp("Bytes to read; default: the whole of a known page, or 512.", valueName: "size"))
    var size: Number?
    @Option(help: ArgumentHelp("First byte to read.", valueName: "offset")) var offset: Number?

    @Option(help: ArgumentHelp("With 'commands': a command log's file, or a folder of them.", valueName: "path"))
    var file: String?
    @Option(help: ArgumentHelp("With 'commands': the newest of each queue only.", valueName: "n")) var count: Number?

    @OptionGroup var device: DeviceOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        guard page != "commands", file == nil else { return try showCommands() }
        let page = try LogPage(page)
        let nsid = try namespace.map { try UInt32($0, "--namespace") } ?? .max
        let wanted = Int(try UInt32(size, "--size"))
        guard wanted <= 1 << 20, wanted % 4 == 0 else {
            throw UsageError("--size is a multiple of 4, and 1M at most, not \(wanted)")
        }
        let place = offset?.value ?? 0
        guard place % 4 == 0 else { throw UsageError("--offset is a multiple of 4, not \(place)") }
        let report = try Session.with(device) { controller in
            let count = wanted > 0 ? wanted : try page.byteCount(controller)
            let bytes = try controller.logPage(page.identifier, size: count, offset: place, nsid: nsid)
            return page.report(bytes, controller: controller, isWhole: wanted == 0 && place == 0)
        }
        Terminal.print(report.text(output.output, command: "log"))
    }

    private func showCommands() throws {
        guard page == "commands", let file else {
            throw UsageError("'log commands' and --file PATH belong together")
        }
        let count = try count.map { Int(try UInt32($0, "--count")) }
        Terminal.print(try CommandLogReport.make(file, newest: count).text(output.output, command: "log"))
    }
}
