import NVMe

extension CaseGroup {
    static let identifyGroups = [
        CaseGroup("identify", structures + lists + others),
        CaseGroup("identify-controller", controllerFields),
        CaseGroup("identify-namespace", namespaceFields),
    ]

    private static let namespaces: [(name: String, nsid: UInt32)] = [
        ("0", 0), ("1", 1), ("2", 2), ("beyond", 0x1000), ("all", .max), ("last", .max - 1),
    ]

    /// Every structure about a namespace × every kind of namespace identifier.
    private static let structures: [DifferentialCase] = [0x00, 0x03, 0x05, 0x08, 0x11].flatMap { cns in
        namespaces.map { name, nsid in
            .admin("cns-\(hexadecimal(cns))-nsid-\(name)") { $0.identify(cns, nsid: nsid) }
        }
    }

    private static let lists: [DifferentialCase] = [0x02, 0x07, 0x10].flatMap { cns in
        namespaces.map { name, nsid in
            .admin("cns-\(hexadecimal(cns))-nsid-\(name)", [Shown("list", 0..<64)]) { $0.identify(cns, nsid: nsid) }
        }
    }

    private static let others: [DifferentialCase] =
        ([0x04, 0x06, 0x09, 0x0A, 0x0B, 0x0C, 0x14, 0x15, 0x16, 0x17, 0x18, 0x19, 0x1C, 0x1F, 0x80, 0xC0, 0xFF]
        as [UInt32])
        .map { cns in .admin("cns-\(hexadecimal(cns))") { $0.identify(cns) } } + [
            .admin("controller-nsid-7") { $0.identify(0x01, nsid: 7) },
            .admin("controller-list", [Shown("count", 0..<2)]) { $0.identify(0x13) },
            .admin("controller-list-beyond", [Shown("count", 0..<2)]) { $0.identify(0x13, controller: 0x100) },
            .admin("controller-list-of-namespace", [Shown("count", 0..<2)]) { $0.identify(0x12, nsid: 1) },
            .admin("controller-list-of-no-namespace") { $0.identify(0x12, nsid: 0) },
            .admin("controller-list-of-all-namespaces") { $0.identify(0x12, nsid: .max) },
            .admin("namespace-csi-unknown") { $0.identify(0x05, nsid: 1, csi: 0x30) },
            .admin("namespace-csi-zoned") { $0.identify(0x05, nsid: 1, csi: 2) },
            .admin("controller-csi-unknown") { $0.identify(0x06, csi: 0x30) },
            .admin("list-csi-unknown") { $0.identify(0x07, csi: 0x30) },
            .admin("allocated-list-csi", [Shown("list", 0..<64)]) { $0.identify(0x1A) },
            .admin("allocated-namespace-csi") { $0.identify(0x1B, nsid: 1) },
            .script("descriptors") { bench in
                let completion = try bench.admin(bench.identify(0x03, nsid: 1))
                return bench.outcome(completion) + ", types \(bench.descriptorTypes)"
            },
            .admin("controller-nvm-limits", [Shown("VSL, WZSL, WUSL", 0..<3), Shown("DMRL", 3..<4)]) {
                $0.identify(0x06)
            },
            .admin("prp1-unaligned", [Shown("start", 0..<8)]) {
                var command = $0.identify(0x01)
                command.prp1 += 2
                return command
            },
            .admin("prp1-with-offset-prp2-with-offset") {
                var command = $0.identify(0x01)
                command.prp1 += 512
                command.prp2 = $0.dataAddress + 4096 + 512
                return command
            },
            .admin("prp1-with-offset", [Shown("SQES", 512 + 512..<513 + 512)]) {
                var command = $0.identify(0x01)
                command.prp1 += 512
                command.prp2 = $0.dataAddress + 4096
                return command
            },
            .admin("prp1-unmapped") {
                var command = $0.identify(0x01)
                command.prp1 = Bench.unmapped
                return command
            },
            .admin("sgl") {
                var command = $0.identify(0x01)
                command.dataTransfer = .sgl
                command.prp2 = 4096
                return command
            },
            .admin("fused") {
                var command = $0.identify(0x01)
                command.fusedOperation = .first
                return command
            },
            .admin("reserved-dwords") {
                var command = $0.identify(0x01)
                (command.cdw2, command.cdw3, command.cdw12, command.cdw15) = (1, 2, 3, 4)
                return command
            },
        ]

    private static let controllerFields: [DifferentialCase] =
        controllerParts
        .map { name, range in .admin(name, [Shown(name, range)]) { $0.identify(0x01) } }

    /// Parts of Identify Controller by their names.
    static let controllerParts: [(name: String, range: Range<Int>)] =
        [
            ("VER", 80..<84), ("RTD3R", 84..<88), ("OAES", 92..<96), ("CTRATT", 96..<100), ("CNTRLTYPE", 111..<112),
            ("MDTS", 77..<78), ("CMIC", 76..<77), ("OACS", 256..<258), ("ACL", 258..<259), ("AERL", 259..<260),
            ("FRMW", 260..<261), ("LPA", 261..<262), ("ELPE", 262..<263), ("NPSS", 263..<264), ("APSTA", 265..<266),
            ("WCTEMP", 266..<268), ("CCTEMP", 268..<270), ("HMPRE", 272..<276), ("RPMBS", 312..<316),
            ("KAS", 320..<322), ("SANICAP", 328..<332), ("SQES", 512..<513), ("CQES", 513..<514),
            ("MAXCMD", 514..<516), ("NN", 516..<520), ("ONCS", 520..<522), ("FUSES", 522..<524), ("FNA", 524..<525),
            ("VWC", 525..<526), ("AWUN", 526..<528), ("AWUPF", 528..<530), ("NVSCC", 530..<531), ("ACWU", 532..<534),
            ("OCFS", 534..<536), ("SGLS", 536..<540), ("MNAN", 540..<544),
        ]

    private static let namespaceFields: [DifferentialCase] =
        namespaceParts
        .map { name, range in .admin(name, [Shown(name, range)]) { $0.identify(0x00, nsid: 1) } }

    /// Parts of Identify Namespace by their names.
    static let namespaceParts: [(name: String, range: Range<Int>)] =
        [
            ("NSZE", 0..<8), ("NCAP", 8..<16), ("NSFEAT", 24..<25), ("NLBAF", 25..<26), ("FLBAS", 26..<27),
            ("MC", 27..<28), ("DPC", 28..<29), ("DPS", 29..<30), ("NMIC", 30..<31), ("RESCAP", 31..<32),
            ("FPI", 32..<33), ("DLFEAT", 33..<34), ("NAWUN", 34..<36), ("NACWU", 38..<40), ("NABSN", 40..<42),
            ("MSSRL", 74..<76), ("MCL", 76..<80), ("MSRC", 80..<81), ("LBAF0", 128..<132),
        ]
}

extension Bench {
    /// Types of the Namespace Identification Descriptors in the data buffer, ascending.
    fileprivate var descriptorTypes: [UInt8] {
        let bytes = data[0..<4096].bytes
        var types: [UInt8] = []
        var place = 0
        while place + 4 <= bytes.count, bytes[place] != 0 {
            types.append(bytes[place])
            place += 4 + Int(bytes[place + 1])
        }
        return types.sorted()
    }
}
