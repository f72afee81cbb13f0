import ArgumentParser
import NVMe

/// `nvmetest registers`
struct RegistersCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "registers", abstract: "Show the controller's registers as they stand, without initialising it.")

    @OptionGroup var device: DeviceOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let function = try Device.open(device.address)
        defer { function.close() }
        let report = try Self.report(function)
        Terminal.print(report.text(output.output, command: "registers"))
    }

    static func report(_ function: any PCIeFunction) throws -> Report {
        var table = Table("Offset", "Register", "Value", "Meaning")
        var members: [JSONValue.Member] = []
        for register in RegisterDescription.table where register.offset + register.byteCount <= function.size(ofBAR: 0)
        {
            let width: AccessWidth = register.byteCount == 8 ? .qword : .dword
            let raw = try function.readRegister(bar: 0, at: register.offset, width: width)
            let bits = register.fields.map { (field: $0, value: UInt128(raw.bits($0.bits))) }
            let value = width == .qword ? hex(raw) : hex(UInt32(truncatingIfNeeded: raw))
            table.add(hex(UInt16(truncatingIfNeeded: register.offset)), register.name, value, register.title)
            table.add(bits: bits)
            members.append(.init(register.name.lowercased(), JSONValue(.bits(UInt128(raw), bits))))
        }
        var report = Report(["device": .string(function.address), "registers": .object(members)])
        report.add(table)
        return report
    }
}
