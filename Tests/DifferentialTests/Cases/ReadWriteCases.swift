import NVMe

extension CaseGroup {
    static let readWriteGroups = [
        CaseGroup("range", ranges), CaseGroup("namespace", namespaces), CaseGroup("data", data),
        CaseGroup("flags", flags), CaseGroup("io-opcode", opcodes),
    ]

    /// Every command on a range × every way to leave the namespace.
    private static let ranges: [DifferentialCase] =
        ([
            ("read", .read), ("write", .write), ("compare", .compare), ("write-zeroes", .writeZeroes),
            ("verify", .verify), ("write-uncorrectable", .writeUncorrectable),
        ] as [(String, NVMOpcode)])
        .flatMap { name, opcode -> [DifferentialCase] in
            [
                .io("\(name)-last-block") { bench in
                    // Compare needs something to agree with.
                    _ = try bench.io(bench.blocks(.write, lba: Bench.blocks - 1))
                    return bench.blocks(opcode, lba: Bench.blocks - 1)
                },
                .io("\(name)-at-end") { $0.blocks(opcode, lba: Bench.blocks) },
                .io("\(name)-over-end") { $0.blocks(opcode, lba: Bench.blocks - 1, 2) },
                .io("\(name)-at-2-64") { $0.blocks(opcode, lba: .max) },
                .io("\(name)-wraps") { $0.blocks(opcode, lba: .max - 1, 8) },
            ]
        }

    private static let namespaces: [DifferentialCase] =
        ([
            ("read", .read), ("write", .write), ("flush", .flush), ("compare", .compare), ("verify", .verify),
            ("write-zeroes", .writeZeroes),
        ] as [(String, NVMOpcode)])
        .flatMap { name, opcode -> [DifferentialCase] in
            ([("0", 0), ("inactive", 3), ("beyond", 0x1000), ("all", .max)] as [(String, UInt32)]).map { which, nsid in
                .io("\(name)-nsid-\(which)") { $0.blocks(opcode, nsid: nsid) }
            }
        } + [
            .io("flush") { $0.command(.flush) }, .io("flush-second") { $0.command(.flush, nsid: 2) },
            .io("dataset-management-nsid-0") { $0.manage([(0, 8)], nsid: 0) },
            .io("unknown-opcode-nsid-0") { _ in SubmissionQueueEntry(opcode: 0x73) },
            .io("unknown-opcode-nsid-beyond") { _ in SubmissionQueueEntry(opcode: 0x73, nsid: 0x1000) },
        ]

    /// Writes, reads back, and shows what came.
    private static func roundTrip(_ name: String, lba: UInt64, blocks: Int, nsid: UInt32 = 1) -> DifferentialCase {
        .script(name) { bench in
            bench.fill(seed: UInt8(truncatingIfNeeded: blocks), count: blocks * 512)
            let write = try bench.io(bench.blocks(.write, lba: lba, blocks, nsid: nsid))
            bench.clear(count: blocks * 512)
            let read = try bench.io(bench.blocks(.read, lba: lba, blocks, nsid: nsid))
            return
                "Write \(bench.outcome(write)); read \(bench.outcome(read, [Shown("data", 0..<min(blocks, 64) * 512)]))"
        }
    }

    private static let data: [DifferentialCase] = [
        roundTrip("one-block", lba: 0, blocks: 1), roundTrip("one-page", lba: 8, blocks: 8),
        roundTrip("two-pages", lba: 16, blocks: 16), roundTrip("list", lba: 32, blocks: 64),
        roundTrip("unaligned-blocks", lba: 3, blocks: 9), roundTrip("largest-transfer", lba: 1024, blocks: 1024),
        roundTrip("second-namespace", lba: 0, blocks: 8, nsid: 2),
        .io("never-written", [Shown("data", 0..<512)]) { $0.blocks(.read, lba: 500_000) },
        .io("beyond-largest-read") { $0.blocks(.read, 1025) },
        .io("beyond-largest-write") { $0.blocks(.write, 1025) },
        .io("beyond-largest-compare") { $0.blocks(.compare, 1025) },
        .io("beyond-largest-and-range") { $0.blocks(.read, lba: Bench.blocks, 1025) },
        .io("most-blocks") { $0.blocks(.read, 65536) },
        .io("verify-most-blocks") { $0.blocks(.verify, 65536) },
        .io("write-zeroes-most-blocks") { $0.blocks(.writeZeroes, lba: 100_000, 65536) },
        .script("compare-equal") { bench in
            bench.fill(seed: 9, count: 1024)
            _ = try bench.io(bench.blocks(.write, lba: 600, 2))
            return try bench.outcome(bench.io(bench.blocks(.compare, lba: 600, 2)))
        },
        .io("compare-different") { bench in
            bench.fill(seed: 10, count: 1024)
            return bench.blocks(.compare, lba: 600, 2)
        },
        .script("compare-last-byte-different") { bench in
            bench.fill(seed: 9, count: 1024)
            bench.data[1023] ^= 1
            return try bench.outcome(bench.io(bench.blocks(.compare, lba: 600, 2)))
        },
        .script("compare-leaves-data") { bench in
            let completion = try bench.io(bench.blocks(.read, lba: 600, 2))
            return bench.outcome(completion, [Shown("data", 0..<1024)])
        },
    ]

    private static func flagged(
        _ name: String, _ opcode: NVMOpcode, _ change: @escaping @Sendable (inout SubmissionQueueEntry) -> Void
    ) -> DifferentialCase {
        .io(name) { bench in
            var command = bench.blocks(opcode, lba: 700)
            change(&command)
            return command
        }
    }

    private static let flags = [
        flagged("write-fua", .write) { $0.cdw12 |= 1 << 30 }, flagged("read-fua", .read) { $0.cdw12 |= 1 << 30 },
        flagged("read-limited-retry", .read) { $0.cdw12 |= 1 << 31 },
        flagged("write-limited-retry", .write) { $0.cdw12 |= 1 << 31 },
        flagged("write-protection-action", .write) { $0.cdw12 |= 1 << 29 },
        flagged("read-protection-action", .read) { $0.cdw12 |= 1 << 29 },
        flagged("read-protection-check", .read) { $0.cdw12 |= 7 << 26 },
        flagged("write-directive-streams", .write) { $0.cdw12 |= 1 << 20 },
        flagged("write-directive-reserved", .write) { $0.cdw12 |= 0xF << 20 },
        flagged("read-dataset-hints", .read) { $0.cdw13 = 0xFF },
        flagged("read-reserved-dwords", .read) { ($0.cdw2, $0.cdw3) = (5, 6) },
        flagged("read-reserved-bits", .read) { $0.cdw12 |= 0xF << 16 },
        flagged("read-metadata-pointer", .read) { $0.metadataPointer = Bench.unmapped },
        flagged("flush-reserved-dwords", .flush) { ($0.cdw10, $0.cdw15) = (1, 2) },
        flagged("write-zeroes-deallocate", .writeZeroes) { $0.cdw12 |= 1 << 25 },
        flagged("write-zeroes-fua", .writeZeroes) { $0.cdw12 |= 1 << 30 },
        flagged("verify-fua", .verify) { $0.cdw12 |= 1 << 30 },
        flagged("verify-protection-check", .verify) { $0.cdw12 |= 7 << 26 },
        flagged("fuse-reserved", .read) { $0.fusedOperation = .reserved },
        flagged("fuse-second-alone", .write) { $0.fusedOperation = .second },
        flagged("psdt-reserved", .read) { $0.dataTransfer = .reserved },
        flagged("flush-psdt-reserved", .flush) { $0.dataTransfer = .reserved },
    ]

    private static let opcodes: [DifferentialCase] =
        ([
            0x03, 0x06, 0x07, 0x0B, 0x0D, 0x0E, 0x0F, 0x11, 0x12, 0x15, 0x18, 0x1D, 0x79, 0x7A, 0x7D, 0x7F, 0x80, 0xFF,
        ] as [UInt8])
        .map { opcode in
            .io(hexadecimal(opcode)) { bench in
                var command = SubmissionQueueEntry(opcode: opcode, nsid: 1)
                command.prp1 = bench.dataAddress
                return command
            }
        }
}
