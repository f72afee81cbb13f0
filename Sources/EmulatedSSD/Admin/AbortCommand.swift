import NVMeSpec

/// Abort (NVMe Base 2.0 §5.1).
enum AbortCommand {
    /// Finds what it can: an event request, or a command that the latency model holds back. Dword 0 bit 0: not aborted.
    static func run(_ request: inout Request, _ controller: EmulatedController) -> Outcome {
        let sqID = UInt16(truncatingIfNeeded: request.sqe.cdw10)
        let commandID = UInt16(truncatingIfNeeded: request.sqe.cdw10 >> 16)
        guard controller.queues.hasSubmissionQueue(Int(sqID)) else { return .success(dw0: 1) }
        if sqID == 0, controller.asynchronousEvents.removeRequest(commandID) {
            if controller.queues.completion[0].canPost {
                controller.post(0, commandID, Status(.abortRequested).rawValue, 0, 0)
            }
            return .success(dw0: 0)
        }
        var found = false
        controller.abortDelayed(.abortRequested) { event in
            // One command, even if a careless host has given two the same identifier.
            guard !found, event.sqID == sqID, event.commandID == commandID else { return false }
            found = true
            return true
        }
        return .success(dw0: found ? 0 : 1)
    }
}
