import EmulatedSSD
import NVMeSpec
import PCIExpress

extension RawHost {
    /// Reads a log page into a fresh buffer.
    func logPage(
        _ id: UInt8, _ byteCount: Int, offset: UInt64 = 0, nsid: UInt32 = .max, retain: Bool = false
    ) throws -> DMARegion {
        let memory = try buffer(byteCount)
        let answer = try code(
            logPageCommand(id, byteCount, offset: offset, nsid: nsid, retain: retain, at: memory.ioVirtualAddress))
        guard answer == .success else { throw UnexpectedStatus(code: answer) }
        return memory
    }

    func logPageCommand(
        _ id: UInt8, _ byteCount: Int, offset: UInt64 = 0, nsid: UInt32 = .max, retain: Bool = false, at address: UInt64
    ) -> SubmissionQueueEntry {
        var command = SubmissionQueueEntry(.getLogPage, nsid: nsid)
        let dwords = UInt32(byteCount / 4 - 1)
        command.cdw10 = UInt32(id) | (retain ? 1 << 15 : 0) | (dwords & 0xFFFF) << 16
        command.cdw11 = dwords >> 16
        command.cdw12 = UInt32(truncatingIfNeeded: offset)
        command.cdw13 = UInt32(truncatingIfNeeded: offset >> 32)
        command.prp1 = address
        return command
    }

    func featureCommand(
        _ opcode: AdminOpcode, _ id: UInt32, _ value: UInt32 = 0, nsid: UInt32 = 0, select: UInt32 = 0,
        save: Bool = false, data: UInt64 = 0
    ) -> SubmissionQueueEntry {
        var command = SubmissionQueueEntry(opcode, nsid: nsid)
        command.cdw10 = id | select << 8 | (save ? 1 << 31 : 0)
        command.cdw11 = value
        command.prp1 = data
        return command
    }

    /// A read or write of whole blocks of 512 bytes by PRPs.
    func transfer(_ opcode: NVMOpcode, lba: UInt64, blocks: Int, _ memory: DMARegion) -> SubmissionQueueEntry {
        var command = SubmissionQueueEntry(opcode, nsid: 1)
        command.startingLBA = lba
        command.cdw12 = UInt32(blocks - 1)
        command.prp1 = memory.ioVirtualAddress
        command.prp2 = blocks > 8 ? memory.ioVirtualAddress + 4096 : 0
        return command
    }
}

struct UnexpectedStatus: Error {
    let code: StatusCode
}
