import NVMeSpec

extension AdminCommands {
    /// Firmware Image Download (NVMe Base 2.0 §5.13): a piece of the image.
    ///
    /// - Parameters:
    ///   - offset: place of the piece in the image; a multiple of 4, below 16 GiB.
    ///   - size: bytes of the piece, a multiple of 4; nil for the whole buffer.
    @discardableResult
    public func firmwareDownload(
        _ buffer: Buffer, offset: Int, size: Int? = nil, completion handler: CompletionHandler? = nil
    ) throws(NVMeError) -> Self {
        guard buffer.count >= 4 else {
            throw .invalidArgument(
                name: "firmware buffer", value: "\(buffer.count) bytes", limit: "a dword at least",
                fix: "make a buffer of 4 bytes or more")
        }
        let size = size ?? buffer.count
        try requireDwords("firmware piece size", size)
        try requireDwords("firmware offset", offset)
        try require("firmware piece size", size, in: 4...buffer.count / 4 * 4)
        try require("firmware offset", offset, in: 0...Int(UInt32.max) * 4)
        var command = SubmissionQueueEntry(AdminOpcode.firmwareImageDownload)
        command.cdw10[as: NumberOfDwords.self].count = UInt32(size / 4 - 1)
        command.cdw11[as: FirmwareDownloadDword11.self].offset = UInt32(offset / 4)
        return try send(command, buffer, completion: handler)
    }

    /// Firmware Commit (NVMe Base 2.0 §5.12).
    ///
    /// - Parameters:
    ///   - slot: 0 lets the controller choose; 0...7.
    ///   - action: CA: 0 store, 1 store and activate at next reset, 2 activate at next reset what the slot holds, 3 store what was
    ///     downloaded, if anything was, and activate the slot's image now; 0...7.
    @discardableResult
    public func firmwareCommit(
        slot: UInt8, action: UInt8, completion handler: CompletionHandler? = nil
    ) throws(NVMeError) -> Self {
        try require("firmware slot", slot, in: 0...7)
        try require("firmware action", action, in: 0...7)
        var command = SubmissionQueueEntry(AdminOpcode.firmwareCommit)
        command.cdw10[as: FirmwareCommitDword10.self].slot = slot
        command.cdw10[as: FirmwareCommitDword10.self].action = FirmwareCommitAction(rawValue: action)
        return try send(command, nil, completion: handler)
    }
}

extension Controller {
    /// Downloads a firmware image piece by piece and commits it. The last piece is padded with zeros.
    ///
    /// - Parameter pieceSize: bytes per command, a multiple of 4.
    public func updateFirmware(
        _ image: [UInt8], slot: UInt8 = 0, action: UInt8 = 1, pieceSize: Int = 4096
    ) throws {
        guard !image.isEmpty else {
            throw NVMeError.invalidArgument(
                name: "firmware image", value: "0 bytes", limit: "at least one", fix: "check the file")
        }
        try requireDwords("firmware piece size", pieceSize)
        let channel = makeAdminChannel()
        let buffer = try makeBuffer(pieceSize, name: "firmware")
        for offset in stride(from: 0, to: image.count, by: pieceSize) {
            try buffer.fill(with: .zeros)
            try buffer.store(image[offset..<min(offset + pieceSize, image.count)], at: 0)
            try channel.firmwareDownload(buffer, offset: offset).wait()
        }
        try channel.firmwareCommit(slot: slot, action: action).wait()
    }
}
