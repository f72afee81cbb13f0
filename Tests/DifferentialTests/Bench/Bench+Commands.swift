import NVMe

/// Commands with all their fields; the data pointer is the data buffer.
extension Bench {
    var dataAddress: UInt64 { data.ioVirtualAddress }
    var listAddress: UInt64 { list.ioVirtualAddress }

    func command(_ opcode: AdminOpcode, nsid: UInt32 = 0) -> SubmissionQueueEntry {
        var command = SubmissionQueueEntry(opcode, nsid: nsid)
        command.prp1 = dataAddress
        return command
    }

    func command(_ opcode: NVMOpcode, nsid: UInt32 = 1) -> SubmissionQueueEntry {
        var command = SubmissionQueueEntry(opcode, nsid: nsid)
        command.prp1 = dataAddress
        return command
    }

    func identify(_ cns: UInt32, nsid: UInt32 = 0, csi: UInt32 = 0, controller: UInt32 = 0) -> SubmissionQueueEntry {
        var command = command(.identify, nsid: nsid)
        command.cdw10 = controller << 16 | cns
        command.cdw11 = csi << 24
        return command
    }

    func getFeatures(
        _ feature: UInt32, select: UInt32 = 0, nsid: UInt32 = 0, _ cdw11: UInt32 = 0
    ) -> SubmissionQueueEntry {
        var command = command(.getFeatures, nsid: nsid)
        command.cdw10 = select << 8 | feature
        command.cdw11 = cdw11
        return command
    }

    func setFeatures(
        _ feature: UInt32, _ value: UInt32 = 0, save: Bool = false, nsid: UInt32 = 0
    ) -> SubmissionQueueEntry {
        var command = command(.setFeatures, nsid: nsid)
        command.cdw10 = (save ? 1 << 31 : 0) | feature
        command.cdw11 = value
        return command
    }

    func getLog(_ page: UInt32, bytes: Int = 512, offset: UInt64 = 0, nsid: UInt32 = .max) -> SubmissionQueueEntry {
        var command = command(.getLogPage, nsid: nsid)
        let dwords = UInt32(truncatingIfNeeded: bytes / 4 - 1)
        command.cdw10 = (dwords & 0xFFFF) << 16 | page
        command.cdw11 = dwords >> 16
        command.cdw12 = UInt32(truncatingIfNeeded: offset)
        command.cdw13 = UInt32(truncatingIfNeeded: offset >> 32)
        pointToData(&command, bytes: bytes)
        return command
    }

    /// A command on blocks, with PRPs for as many bytes of the data buffer.
    func blocks(
        _ opcode: NVMOpcode, lba: UInt64 = 0, _ count: Int = 1, nsid: UInt32 = 1
    ) -> SubmissionQueueEntry {
        var command = command(opcode, nsid: nsid)
        command.startingLBA = lba
        command.cdw12 = UInt32(truncatingIfNeeded: count - 1)
        pointToData(&command, bytes: count * 512)
        return command
    }

    /// PRPs of the first bytes of the data buffer; more pages than it has are taken from its start again.
    func pointToData(_ command: inout SubmissionQueueEntry, bytes: Int) {
        command.prp1 = dataAddress
        let pages = (bytes + 4095) / 4096
        if pages == 2 { command.prp2 = dataAddress + 4096 }
        guard pages > 2 else { return }
        let most = Self.dataByteCount / 4096
        putList((1..<min(pages, 512)).map { dataAddress + UInt64($0 % most) * 4096 })
        command.prp2 = listAddress
    }

    /// Writes quadwords to the list buffer.
    func putList(_ values: [UInt64], at offset: Int = 0) {
        list.withUnsafeBytes { memory in
            for (index, value) in values.enumerated() where offset + 8 * index + 8 <= memory.count {
                memory.storeBytes(of: value.littleEndian, toByteOffset: offset + 8 * index, as: UInt64.self)
            }
        }
    }

    /// Dataset Management with ranges in the list buffer.
    func manage(
        _ ranges: [(lba: UInt64, count: UInt32)], attributes: UInt32 = 0b100, nsid: UInt32 = 1
    ) -> SubmissionQueueEntry {
        var command = command(.datasetManagement, nsid: nsid)
        command.cdw10 = UInt32(truncatingIfNeeded: ranges.count - 1)
        command.cdw11 = attributes
        command.prp1 = listAddress
        putList(ranges.flatMap { [UInt64($0.count) << 32, $0.lba] })
        return command
    }

    /// Copy with source ranges of format 0h in the list buffer; counts are 0's based.
    func copy(_ ranges: [(lba: UInt64, count: UInt16)], to lba: UInt64) -> SubmissionQueueEntry {
        var command = command(.copy, nsid: 1)
        command.startingLBA = lba
        command.cdw12 = UInt32(truncatingIfNeeded: ranges.count - 1)
        command.prp1 = listAddress
        command.prp2 = listAddress + 4096
        putList(ranges.flatMap { [0, $0.lba, UInt64($0.count), 0] })
        return command
    }
}
