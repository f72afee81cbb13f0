/// A controller property: where it lies, how wide it is, and what its bits mean.
public struct RegisterDescription: Sendable {
    /// The standard's abbreviation (`"CSTS"`).
    public let name: String
    public let title: String
    /// Byte offset in BAR 0.
    public let offset: Int
    /// 4 or 8.
    public let byteCount: Int
    /// The named bits, lowest first.
    public let fields: [BitFieldDescription]

    init(_ name: String, _ offset: Int, _ title: String, bytes: Int = 4, _ fields: [BitFieldDescription]) {
        self.name = name
        self.title = title
        self.offset = offset
        self.byteCount = bytes
        self.fields = fields
    }

    init<Bits: BitStructure>(_ name: String, _ offset: Int, _ title: String, _ bits: Bits.Type) {
        self.init(name, offset, title, bytes: Bits.byteCount, Bits.bitFields)
    }
}

extension RegisterDescription {
    /// Every controller property, by offset (NVMe Base 2.0 §3.1.3).
    public static let table: [RegisterDescription] =
        [
            .init("CAP", RegisterOffset.cap, "Controller Capabilities", ControllerCapabilities.self),
            .init("VS", RegisterOffset.vs, "Version", SpecificationVersion.self),
            whole("INTMS", RegisterOffset.intms, "Interrupt Mask Set", "interruptVectorMaskSet", "IVMS"),
            whole("INTMC", RegisterOffset.intmc, "Interrupt Mask Clear", "interruptVectorMaskClear", "IVMC"),
            .init("CC", RegisterOffset.cc, "Controller Configuration", ControllerConfiguration.self),
            .init("CSTS", RegisterOffset.csts, "Controller Status", ControllerStatus.self),
            whole("NSSR", RegisterOffset.nssr, "NVM Subsystem Reset", "subsystemResetControl", "NSSRC"),
            .init("AQA", RegisterOffset.aqa, "Admin Queue Attributes", AdminQueueAttributes.self),
            address("ASQ", RegisterOffset.asq, "Admin Submission Queue Base Address", "ASQB"),
            address("ACQ", RegisterOffset.acq, "Admin Completion Queue Base Address", "ACQB"),
        ] + optional

    private static let optional: [RegisterDescription] = [
        .init(
            "CMBLOC", RegisterOffset.cmbloc, "Controller Memory Buffer Location", ControllerMemoryBufferLocation.self),
        .init("CMBSZ", RegisterOffset.cmbsz, "Controller Memory Buffer Size", ControllerMemoryBufferSize.self),
        .init("BPINFO", RegisterOffset.bpinfo, "Boot Partition Information", BootPartitionInformation.self),
        .init("BPRSEL", RegisterOffset.bprsel, "Boot Partition Read Select", BootPartitionReadSelect.self),
        .init(
            "BPMBL", RegisterOffset.bpmbl, "Boot Partition Memory Buffer Location",
            BootPartitionMemoryBufferLocation.self),
        .init(
            "CMBMSC", RegisterOffset.cmbmsc, "Controller Memory Buffer Memory Space Control",
            ControllerMemoryBufferSpaceControl.self),
        .init("CMBSTS", RegisterOffset.cmbsts, "Controller Memory Buffer Status", ControllerMemoryBufferStatus.self),
        .init(
            "CMBEBS", RegisterOffset.cmbebs, "Controller Memory Buffer Elasticity Buffer Size",
            ControllerMemoryBufferElasticityBufferSize.self),
        .init(
            "CMBSWTP", RegisterOffset.cmbswtp, "Controller Memory Buffer Sustained Write Throughput",
            ControllerMemoryBufferWriteThroughput.self),
        whole("NSSD", RegisterOffset.nssd, "NVM Subsystem Shutdown", "subsystemShutdownControl", "NSSC"),
        .init("CRTO", RegisterOffset.crto, "Controller Ready Timeouts", ControllerReadyTimeouts.self),
        .init(
            "PMRCAP", RegisterOffset.pmrcap, "Persistent Memory Region Capabilities",
            PersistentMemoryRegionCapabilities.self),
        .init("PMRCTL", RegisterOffset.pmrctl, "Persistent Memory Region Control", PersistentMemoryRegionControl.self),
        .init("PMRSTS", RegisterOffset.pmrsts, "Persistent Memory Region Status", PersistentMemoryRegionStatus.self),
        .init(
            "PMREBS", RegisterOffset.pmrebs, "Persistent Memory Region Elasticity Buffer Size",
            PersistentMemoryRegionElasticityBufferSize.self),
        .init(
            "PMRSWTP", RegisterOffset.pmrswtp, "Persistent Memory Region Sustained Write Throughput",
            PersistentMemoryRegionWriteThroughput.self),
        .init(
            "PMRMSCL", RegisterOffset.pmrmscl, "Persistent Memory Region Memory Space Control Lower",
            [
                .init(
                    name: "memorySpaceEnable", shortName: "CMSE", bits: 1...1, title: "Controller Memory Space Enable"),
                .init(
                    name: "baseAddressLower", shortName: "CBA", bits: 12...31,
                    title: "Controller Base Address, lower half"),
            ]),
        whole(
            "PMRMSCU", RegisterOffset.pmrmscu, "Persistent Memory Region Memory Space Control Upper",
            "baseAddressUpper", "CBA"),
    ]

    /// A 32-bit register that is one field.
    private static func whole(
        _ name: String, _ offset: Int, _ title: String, _ field: String, _ shortName: String
    ) -> Self {
        Self(name, offset, title, [.init(name: field, shortName: shortName, bits: 0...31, title: title)])
    }

    /// A 64-bit register that holds a 4 KiB aligned address.
    private static func address(_ name: String, _ offset: Int, _ title: String, _ shortName: String) -> Self {
        Self(
            name, offset, title, bytes: 8,
            [.init(name: "baseAddress", shortName: shortName, bits: 12...63, title: title)])
    }

    /// The register of this name, in either case of letters.
    public static func named(_ name: String) -> RegisterDescription? {
        table.first { $0.name == name.uppercased() }
    }
}
