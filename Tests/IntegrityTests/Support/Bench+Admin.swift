import NVMeSpec

@testable import NVMeDriver

/// Admin commands, as the admin queue tells of them.
extension Bench {
    /// Set Features, Volatile Write Cache.
    func writeCache(enabled: Bool, _ commandID: UInt16) -> SubmissionQueueEntry {
        var command = SubmissionQueueEntry(AdminOpcode.setFeatures)
        command.commandID = commandID
        command.cdw10 = 0x06
        command.cdw11 = enabled ? 1 : 0
        return command
    }

    func setWriteCache(enabled: Bool) { runAdmin(writeCache(enabled: enabled, 0)) }

    /// Format NVM; a cryptographic erase with `secureErase` 2.
    func format(_ commandID: UInt16 = 0, nsid: UInt32 = 1, secureErase: UInt32 = 0) -> SubmissionQueueEntry {
        var command = SubmissionQueueEntry(AdminOpcode.formatNVM, nsid: nsid)
        command.commandID = commandID
        command.cdw10 = secureErase << 9
        return command
    }

    /// Sanitize, block erase.
    func sanitize(_ commandID: UInt16 = 0) -> SubmissionQueueEntry {
        var command = SubmissionQueueEntry(AdminOpcode.sanitize)
        command.commandID = commandID
        command.cdw10 = 2
        return command
    }

    func sendAdmin(_ command: SubmissionQueueEntry) { directory.adminBegins(command) }

    func completeAdmin(_ command: SubmissionQueueEntry, _ code: StatusCode = .success) {
        directory.adminCompleted(command, Status(code))
    }

    func runAdmin(_ command: SubmissionQueueEntry, _ code: StatusCode = .success) {
        sendAdmin(command)
        completeAdmin(command, code)
    }
}
