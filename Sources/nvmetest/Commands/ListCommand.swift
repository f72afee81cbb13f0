import ArgumentParser
import NVMe

/// `nvmetest list`
struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Show the devices that can be opened from here.")

    @OptionGroup var output: OutputOptions

    func run() throws {
        Terminal.print(Self.report().text(output.output, command: "list"))
    }

    static func report() -> Report {
        var table = Table("Address", "Kind", "Driver", "Device")
        var devices: [JSONValue] = []
        for row in DeviceList.rows {
            table.add(row.address, row.kind, row.driver ?? "-", row.detail)
            devices.append([
                "address": .string(row.address), "kind": .string(row.kind), "driver": .optional(row.driver),
                "detail": .string(row.detail), "usable": .bool(row.isUsable),
            ])
        }
        var parameters = Table("Parameter", "Value")
        for parameter in SSDProfile.parameters { parameters.add(parameter.name, parameter.form) }
        var report = Report([
            "devices": .array(devices),
            "embeddedParameters": .array(
                SSDProfile.parameters.map { ["name": .string($0.name), "value": .string($0.form)] }),
        ])
        report.add(table)
        report.lines += ["", "An embedded device can be made to order, as in emu:?capacity=64G&lba=4096:", ""]
        report.add(parameters)
        report.lines += ["", "docs/flaws.md describes every flaw, its keys, units and ranges."]
        return report
    }
}
