import NVMe

extension CaseGroup {
    static let dataPointerGroups = [CaseGroup("prp", prps), CaseGroup("sgl", sgls)]

    /// A read of blocks of zeros with changed pointers; shows the first bytes of the data buffer.
    private static func read(
        _ name: String, blocks: Int = 1, _ opcode: NVMOpcode = .read, shown: Range<Int> = 0..<0,
        _ change: @escaping @Sendable (Bench, inout SubmissionQueueEntry) -> Void
    ) -> DifferentialCase {
        .io(name, shown.isEmpty ? [] : [Shown("data", shown)]) { bench in
            // Blocks that are written to are not those that are read.
            var command = bench.blocks(opcode, lba: opcode == .write ? 900_000 : 800_000, blocks)
            change(bench, &command)
            return command
        }
    }

    private static let prps = [
        read("prp1-offset", shown: 4..<4096) { $1.prp1 += 512 },
        read("prp1-offset-crosses-page", blocks: 8, shown: 0..<8192) { bench, command in
            command.prp1 += 512
            command.prp2 = bench.dataAddress + 4096
        },
        read("prp1-offset-1", shown: 0..<520) { $1.prp1 += 1 }, read("prp1-offset-2", shown: 0..<520) { $1.prp1 += 2 },
        read("prp1-offset-4", shown: 0..<520) { $1.prp1 += 4 },
        read("prp1-unmapped") { $1.prp1 = Bench.unmapped },
        read("prp1-unmapped-write", .write) { $1.prp1 = Bench.unmapped },
        read("prp1-unmapped-compare", .compare) { $1.prp1 = Bench.unmapped },
        read("prp2-offset", blocks: 16, shown: 0..<12288) { $1.prp2 += 512 },
        read("prp2-offset-1", blocks: 16) { $1.prp2 += 1 },
        read("prp2-unmapped", blocks: 16) { $1.prp2 = Bench.unmapped },
        read("prp2-not-needed", shown: 0..<1024) { $1.prp2 = 0xDEAD_BEEF },
        read("list-offset-8", blocks: 24, shown: 0..<16384) { bench, command in
            bench.putList([7, bench.dataAddress + 4096, bench.dataAddress + 8192])
            command.prp2 += 8
        },
        read("list-offset-4", blocks: 24) { $1.prp2 += 4 },
        read("list-unmapped", blocks: 24) { $1.prp2 = Bench.unmapped },
        read("list-entry-offset", blocks: 24) { bench, _ in
            bench.putList([bench.dataAddress + 4096 + 512, bench.dataAddress + 8192])
        },
        read("list-entry-unmapped", blocks: 24) { bench, _ in
            bench.putList([bench.dataAddress + 4096, Bench.unmapped])
        },
        read("list-chained", blocks: 32, shown: 0..<16384) { bench, command in
            // The last entry of a list page leads to the next page.
            bench.putList([bench.dataAddress + 4096, bench.listAddress + 4096], at: 4080)
            bench.putList([bench.dataAddress + 8192, bench.dataAddress + 12288], at: 4096)
            command.prp2 = bench.listAddress + 4080
        },
        read("list-last-entry-is-data", blocks: 24, shown: 0..<12288) { bench, command in
            bench.putList([bench.dataAddress + 4096, bench.dataAddress + 8192], at: 4080)
            command.prp2 = bench.listAddress + 4080
        },
    ]

    /// A read of one block into an SGL whose first descriptor is given.
    private static func sgl(
        _ name: String, _ opcode: NVMOpcode = .read, shown: Range<Int> = 0..<0,
        _ descriptor: @escaping @Sendable (Bench) -> SGLDescriptor
    ) -> DifferentialCase {
        read(name, opcode, shown: shown) { bench, command in
            command.dataTransfer = .sgl
            command.sgl1 = descriptor(bench)
        }
    }

    /// A segment of descriptors in the list buffer.
    private static func segment(
        _ bench: Bench, _ type: SGLDescriptorType, _ entries: [SGLDescriptor], length: UInt32? = nil
    ) -> SGLDescriptor {
        bench.putList(entries.flatMap { [$0.lower, $0.upper] })
        return SGLDescriptor(
            type, address: bench.listAddress, length: length ?? UInt32(truncatingIfNeeded: entries.count * 16))
    }

    private static func block(_ bench: Bench, _ offset: UInt64, _ length: UInt32) -> SGLDescriptor {
        SGLDescriptor(.dataBlock, address: bench.dataAddress + offset, length: length)
    }

    private static let sgls =
        [
            sgl("block", shown: 0..<1024) { block($0, 0, 512) },
            sgl("block-unaligned", shown: 0..<1024) { block($0, 3, 512) },
            sgl("block-write", .write) { block($0, 0, 512) },
            sgl("block-short") { block($0, 0, 508) }, sgl("block-long") { block($0, 0, 1024) },
            sgl("block-empty") { block($0, 0, 0) },
            sgl("block-unmapped") { _ in SGLDescriptor(.dataBlock, address: Bench.unmapped, length: 512) },
            sgl("bit-bucket", shown: 0..<1024) { _ in SGLDescriptor(.bitBucket, address: 0, length: 512) },
            sgl("bit-bucket-write", .write) { _ in SGLDescriptor(.bitBucket, address: 0, length: 512) },
            sgl("keyed") { SGLDescriptor(.keyedDataBlock, address: $0.dataAddress, length: 512) },
            sgl("transport") { SGLDescriptor(.transportDataBlock, address: $0.dataAddress, length: 512) },
            sgl("vendor") { SGLDescriptor(.vendorSpecific, address: $0.dataAddress, length: 512) },
            sgl("reserved-type") {
                SGLDescriptor(SGLDescriptorType(rawValue: 8), address: $0.dataAddress, length: 512)
            },
            sgl("block-offset-subtype") {
                SGLDescriptor(.dataBlock, subtype: .offset, address: $0.dataAddress, length: 512)
            },
        ] + segments

    private static let segments = [
        sgl("last-segment", shown: 0..<1024) { segment($0, .lastSegment, [block($0, 0, 256), block($0, 512, 256)]) },
        sgl("last-segment-with-bucket", shown: 0..<1024) {
            segment($0, .lastSegment, [block($0, 0, 256), SGLDescriptor(.bitBucket, address: 0, length: 256)])
        },
        sgl("segment-then-last", shown: 0..<1024) { bench in
            let last = SGLDescriptor(.lastSegment, address: bench.listAddress + 64, length: 16)
            let second = block(bench, 512, 256)
            bench.putList([second.lower, second.upper], at: 64)
            return segment(bench, .segment, [block(bench, 0, 256), last])
        },
        sgl("segment-length-8") { segment($0, .lastSegment, [block($0, 0, 512)], length: 8) },
        sgl("segment-length-0") { segment($0, .lastSegment, [block($0, 0, 512)], length: 0) },
        sgl("segment-length-17") { segment($0, .lastSegment, [block($0, 0, 512)], length: 17) },
        sgl("segment-unmapped") { _ in SGLDescriptor(.lastSegment, address: Bench.unmapped, length: 16) },
        sgl("segment-in-last-segment") {
            segment(
                $0, .lastSegment,
                [block($0, 0, 256), block($0, 0, 256), SGLDescriptor(.segment, address: $0.listAddress, length: 16)])
        },
        sgl("segment-without-successor") { segment($0, .segment, [block($0, 0, 256), block($0, 256, 256)]) },
        sgl("segment-not-last-entry") {
            segment(
                $0, .segment, [SGLDescriptor(.lastSegment, address: $0.listAddress, length: 16), block($0, 0, 512)])
        },
        sgl("segment-too-short") { segment($0, .lastSegment, [block($0, 0, 256)]) },
        sgl("segment-too-long") { segment($0, .lastSegment, [block($0, 0, 256), block($0, 0, 512)]) },
    ]
}
