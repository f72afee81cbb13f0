import ArgumentParser
import NVMe

/// `nvmetest identify`
struct IdentifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "identify", abstract: "Show what the controller, or a namespace, says about itself.")

    @Option(help: ArgumentHelp("Show this namespace instead of the controller.", valueName: "nsid"))
    var namespace: Number?

    @Option(help: ArgumentHelp("Show this structure (CNS), 0 to 0xff.", valueName: "cns"))
    var cns: Number?

    @Option(help: ArgumentHelp("I/O command set of the structure: 0 NVM, 2 zoned.", valueName: "csi"))
    var commandSet: Number?

    @OptionGroup var device: DeviceOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let nsid = try UInt32(namespace, "--namespace")
        let commandSet = try UInt8(commandSet, "--command-set")
        let structure = try cns.map { IdentifyCNS(rawValue: try UInt8($0, "--cns")) }
        let page = structure ?? (namespace == nil ? .controller : .namespace)
        let report = try Session.with(device) { controller in
            let bytes = try controller.identifyData(page, nsid: nsid, commandSet: commandSet)
            return Self.report(bytes, page, controller, nsid: nsid, commandSet: commandSet)
        }
        Terminal.print(report.text(output.output, command: "identify"))
    }

    private static func report(
        _ bytes: [UInt8], _ page: IdentifyCNS, _ controller: Controller, nsid: UInt32, commandSet: UInt8
    ) -> Report {
        var report = Report([
            "device": .string(controller.address), "cns": .count(page.rawValue), "name": .optional(page.knownName),
            "namespace": .count(nsid),
        ])
        report.add(
            page: bytes, as: StructureTable.identify(page, commandSet: commandSet),
            title: "\(page) of \(controller.address)" + (nsid == 0 ? "" : ", namespace \(nsid)"))
        return report
    }
}
