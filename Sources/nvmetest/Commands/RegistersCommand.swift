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
        var table = Table("Offset", "Register", "Value", "Meaning")
        var members: [JSONValue.Member] = []
        for register in Register.table {
            guard let raw = try register.read(function) else { continue }
            table.add(register, raw)
            members.append(.init(register.shortName.lowercased(), JSONValue(register.decode(raw))))
        }
        var report = Report(["device": .string(function.address), "registers": .object(members)])
        report.add(table)
        Terminal.print(report.text(output.output, command: "registers"))
    }
}

/// One controller register (NVMe Base 2.0 §3.1.3).
struct Register: Sendable {
    let shortName: String
    let offset: Int
    let width: AccessWidth
    let title: String
    let decode: @Sendable (UInt64) -> any FieldValue

    private init(
        _ shortName: String, _ offset: Int, _ title: String, _ width: AccessWidth = .dword,
        _ decode: @escaping @Sendable (UInt64) -> any FieldValue = { $0 }
    ) {
        self.shortName = shortName
        self.offset = offset
        self.width = width
        self.title = title
        self.decode = decode
    }

    private static func low(_ value: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: value) }

    static let table: [Register] = [
        Register("CAP", RegisterOffset.cap, "Controller Capabilities", .qword) { ControllerCapabilities(rawValue: $0) },
        Register("VS", RegisterOffset.vs, "Version") { SpecificationVersion(rawValue: low($0)) },
        Register("INTMS", RegisterOffset.intms, "Interrupt Mask Set"),
        Register("INTMC", RegisterOffset.intmc, "Interrupt Mask Clear"),
        Register("CC", RegisterOffset.cc, "Controller Configuration") { ControllerConfiguration(rawValue: low($0)) },
        Register("CSTS", RegisterOffset.csts, "Controller Status") { ControllerStatus(rawValue: low($0)) },
        Register("NSSR", RegisterOffset.nssr, "NVM Subsystem Reset"),
        Register("AQA", RegisterOffset.aqa, "Admin Queue Attributes") { AdminQueueAttributes(rawValue: low($0)) },
        Register("ASQ", RegisterOffset.asq, "Admin Submission Queue Base Address", .qword),
        Register("ACQ", RegisterOffset.acq, "Admin Completion Queue Base Address", .qword),
        Register("CMBLOC", RegisterOffset.cmbloc, "Controller Memory Buffer Location") {
            ControllerMemoryBufferLocation(rawValue: low($0))
        },
        Register("CMBSZ", RegisterOffset.cmbsz, "Controller Memory Buffer Size") {
            ControllerMemoryBufferSize(rawValue: low($0))
        },
        Register("BPINFO", RegisterOffset.bpinfo, "Boot Partition Information") {
            BootPartitionInformation(rawValue: low($0))
        },
        Register("CRTO", RegisterOffset.crto, "Controller Ready Timeouts") {
            ControllerReadyTimeouts(rawValue: low($0))
        },
        Register("PMRCAP", RegisterOffset.pmrcap, "Persistent Memory Region Capabilities") {
            PersistentMemoryRegionCapabilities(rawValue: low($0))
        },
        Register("PMRSTS", RegisterOffset.pmrsts, "Persistent Memory Region Status") {
            PersistentMemoryRegionStatus(rawValue: low($0))
        },
    ]

    /// Its value; nil where the BAR ends before it.
    func read(_ function: any PCIeFunction) throws -> UInt64? {
        guard offset + width.rawValue <= function.size(ofBAR: 0) else { return nil }
        return try function.readRegister(bar: 0, at: offset, width: width)
    }
}

extension Table {
    fileprivate mutating func add(_ register: Register, _ raw: UInt64) {
        let value = register.width == .qword ? hex(raw) : hex(UInt32(truncatingIfNeeded: raw))
        add(hex(UInt16(truncatingIfNeeded: register.offset)), register.shortName, value, register.title)
        if raw != 0, let bits = register.decode(raw) as? any BitStructure { addBits(of: bits) }
    }
}
