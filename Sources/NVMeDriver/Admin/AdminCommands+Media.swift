import NVMeSpec

extension AdminCommands {
    /// Format NVM (NVMe Base 2.0 §5.14), as a raw command: no `Namespace` object takes notice.
    ///
    /// - Parameters:
    ///   - lbaFormat: index of the LBA format, 0...63.
    ///   - secureErase: SES: 0 none, 1 user data erase, 2 cryptographic erase; 0...7.
    ///   - protection: PI, protection information type; 0...7.
    ///   - protectionFirst: PIL: protection information in the first bytes of the metadata.
    ///   - extendedLBA: MSET: metadata at the end of each block instead of a separate buffer.
    @discardableResult
    public func formatNVM(
        nsid: UInt32 = 1, lbaFormat: UInt8 = 0, secureErase: UInt8 = 0, protection: UInt8 = 0,
        protectionFirst: Bool = false, extendedLBA: Bool = false, completion handler: CompletionHandler? = nil
    ) throws(NVMeError) -> Self {
        try require("format ses", secureErase, in: 0...7)
        try require("format lbaf", lbaFormat, in: 0...63)
        try require("protection information type", protection, in: 0...7)
        var command = SubmissionQueueEntry(AdminOpcode.formatNVM, nsid: nsid)
        var dword10 = FormatNVMDword10()
        dword10.formatIndex = Int(lbaFormat)
        dword10.secureErase = SecureEraseSettings(rawValue: secureErase)
        dword10.protectionInformationFirst = protectionFirst
        dword10.protectionInformation = protection
        dword10.metadataInline = extendedLBA
        command.cdw10 = dword10.rawValue
        return try send(command, nil, completion: handler)
    }

    /// Sanitize (NVMe Base 2.0 §5.24).
    ///
    /// - Parameters:
    ///   - option: CDW10: action in bits 2:0 (1 exit failure mode, 2 block erase, 3 overwrite, 4 crypto erase) and its modifiers.
    ///   - pattern: overwrite pattern.
    @discardableResult
    public func sanitize(
        option: UInt32 = 2, pattern: UInt32 = 0, completion handler: CompletionHandler? = nil
    ) throws(NVMeError) -> Self {
        var command = SubmissionQueueEntry(AdminOpcode.sanitize)
        command.cdw10 = option
        command.cdw11[as: SanitizeDword11.self].overwritePattern = pattern
        return try send(command, nil, completion: handler)
    }

    /// Device Self-test (NVMe Base 2.0 §5.9): code 1 short, 2 extended, Fh abort.
    @discardableResult
    public func deviceSelfTest(
        code: UInt8 = 1, nsid: UInt32 = .max, completion handler: CompletionHandler? = nil
    ) throws(NVMeError) -> Self {
        var command = SubmissionQueueEntry(AdminOpcode.deviceSelfTest, nsid: nsid)
        command.cdw10 = UInt32(code)
        return try send(command, nil, completion: handler)
    }
}
