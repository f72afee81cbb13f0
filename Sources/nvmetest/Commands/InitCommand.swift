import ArgumentParser
import Foundation

/// `nvmetest init`
struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Make a Swift package with a first test of your own.",
        discussion: "Then: cd DIR && swift test, or NVME_DUT=qemu swift test.")

    @Argument(help: ArgumentHelp("Where; it is created, and must be empty if it exists.", valueName: "dir"))
    var directory = "."

    @Option(
        help: ArgumentHelp(
            "Where the new package finds swift-nvme: a path or a Git URL. Default: the checkout this program was built in.",
            valueName: "path-or-url"))
    var package: String?

    @OptionGroup var output: OutputOptions

    func run() throws {
        let scaffold = Scaffold(directory: directory, source: try PackageSource(package))
        try scaffold.write()
        var report = Report([
            "directory": .string(scaffold.folder.path), "files": .array(scaffold.files.map { .string($0.path) }),
        ])
        report.lines = scaffold.files.map { "created \($0.path)" } + ["", "Next: cd \(directory) && swift test"]
        Terminal.print(report.text(output.output, command: "init"))
    }
}
