import NVMe

/// A command from the command line, checked and ready to be sent.
struct RawCommand {
    let entry: SubmissionQueueEntry
    let isAdmin: Bool
    let direction: DataDirection
    /// Bytes of the buffer; 0 is no buffer.
    let dataLength: Int
    /// What the buffer holds when the command is sent; shorter than `dataLength` where the rest is zero.
    let input: [UInt8]
    let outputFile: String?
    let isDryRun: Bool
    /// The command is sent although it moves more than the buffer holds.
    let mayMoveBeyondBuffer: Bool

    /// More than any controller can take in one command with one PRP list page.
    private static let largestTransfer: UInt64 = 16 << 20

    init(options: RawCommandOptions, isAdmin: Bool) throws {
        self.isAdmin = isAdmin
        entry = try Self.entry(options)
        input = try options.inputFile.map { try HostFile.contents(of: $0, limit: Int(Self.largestTransfer)) } ?? []
        direction =
            options.write ? .hostToController : options.read ? .controllerToHost : entry.adminOpcode.dataDirection
        let length = options.dataLength?.value ?? UInt64(input.count)
        guard length <= Self.largestTransfer else {
            throw UsageError("--data-length is at most \(BinarySize(Self.largestTransfer)), not \(length)")
        }
        dataLength = Int(length)
        guard input.count <= dataLength else {
            throw UsageError("the input file has \(input.count) bytes, more than --data-length \(dataLength)")
        }
        if let file = options.inputFile, input.count < dataLength {
            throw UsageError(
                "'\(file)' has only \(input.count) bytes, and --data-length asks for \(dataLength): is it truncated?")
        }
        outputFile = options.outputFile
        isDryRun = options.dryRun
        mayMoveBeyondBuffer = options.moveBeyondBuffer
        guard outputFile == nil || dataLength > 0 else { throw UsageError("--output-file needs --data-length") }
    }

    private static func entry(_ options: RawCommandOptions) throws -> SubmissionQueueEntry {
        guard let opcode = UInt8(exactly: options.opcode.value) else {
            throw UsageError("--opcode is 0 to 0xff, not \(options.opcode.value)")
        }
        var entry = SubmissionQueueEntry(opcode: opcode)
        entry.nsid = try dword("--nsid", options.nsid)
        entry.cdw2 = try dword("--cdw2", options.cdw2)
        entry.cdw3 = try dword("--cdw3", options.cdw3)
        entry.cdw10 = try dword("--cdw10", options.cdw10)
        entry.cdw11 = try dword("--cdw11", options.cdw11)
        entry.cdw12 = try dword("--cdw12", options.cdw12)
        entry.cdw13 = try dword("--cdw13", options.cdw13)
        entry.cdw14 = try dword("--cdw14", options.cdw14)
        entry.cdw15 = try dword("--cdw15", options.cdw15)
        return entry
    }

    private static func dword(_ name: String, _ number: Number?) throws -> UInt32 {
        guard let value = UInt32(exactly: number?.value ?? 0) else {
            throw UsageError("\(name) is 0 to 0xffffffff, not \(number?.value ?? 0)")
        }
        return value
    }
}

extension RawCommand {
    /// True when the command changes or destroys data, firmware or settings, or might: an unknown or vendor command.
    var isDestructive: Bool {
        isAdmin ? !Self.harmlessAdmin.contains(entry.adminOpcode) : !Self.harmlessIO.contains(entry.nvmOpcode)
    }

    private static let harmlessAdmin: Set<AdminOpcode> = [
        .getLogPage, .identify, .abort, .getFeatures, .asynchronousEventRequest, .keepAlive, .directiveReceive,
        .nvmeMIReceive, .securityReceive, .getLBAStatus,
    ]
    private static let harmlessIO: Set<NVMOpcode> = [
        .flush, .read, .compare, .verify, .reservationReport, .zoneManagementReceive,
    ]

    /// The opcode in words.
    var name: String { isAdmin ? entry.adminOpcode.description : entry.nvmOpcode.description }
}
