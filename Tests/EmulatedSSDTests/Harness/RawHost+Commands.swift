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

extension RawHost {
    /// Writes NSSR, and what an operating system restores of configuration space when the link is up again.
    func resetSubsystem() throws {
        let saved = try [0x10, 0x14, 0x04].map { ($0, try ssd.readConfiguration(at: $0, width: .dword)) }
        try write32(RegisterOffset.nssr, subsystemResetSignature)
        for (offset, value) in saved { try ssd.writeConfiguration(value, at: offset, width: .dword) }
    }

    /// Dword 0 of Get Features.
    func feature(_ id: UInt32, _ value: UInt32 = 0, select: UInt32 = 0) throws -> UInt32 {
        let answer = try run(featureCommand(.getFeatures, id, value, select: select))
        guard answer.status.isSuccess else { throw UnexpectedStatus(code: answer.status.code) }
        return answer.dw0
    }

    /// What Set Features is answered.
    func setFeature(_ id: UInt32, _ value: UInt32, save: Bool = false) throws -> StatusCode {
        try code(featureCommand(.setFeatures, id, value, save: save))
    }

    /// A structure of Identify.
    func identify(_ cns: UInt32, nsid: UInt32 = 0) throws -> DMARegion {
        let memory = try buffer()
        var command = SubmissionQueueEntry(.identify, nsid: nsid)
        command.cdw10 = cns
        command.prp1 = memory.ioVirtualAddress
        let answer = try code(command)
        guard answer == .success else { throw UnexpectedStatus(code: answer) }
        return memory
    }

    /// Cuts the power and restores it; the controller is enabled again.
    func cyclePower() throws {
        try ssd.power?.powerOff()
        try ssd.power?.powerOn()
        try enable()
    }
}
