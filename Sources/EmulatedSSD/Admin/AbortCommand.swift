import NVMeSpec

/// Abort (NVMe Base 2.0 §5.1).
enum AbortCommand {
    /// Finds what it can: an event request, or a command that the latency model holds back. Dword 0 bit 0: not aborted.
    static func run(_ request: inout Request, _ controller: EmulatedController) -> Outcome {
        let dword10 = request.sqe.cdw10[as: AbortDword10.self]
        let (sqID, commandID) = (dword10.submissionQueueID, dword10.commandID)
        guard controller.queues.hasSubmissionQueue(Int(sqID)) else { return .success(dw0: 1) }
        if sqID == 0, controller.asynchronousEvents.removeRequest(commandID) {
            // The request gave its place back when it began to wait, and needs one again.
            controller.queues.completion[0].reserved &+= 1
            controller.complete(0, commandID, Status(.abortRequested).rawValue, 0, 0)
            return .success(dw0: 0)
        }
        // One command, even if a careless host has given two the same identifier.
        let delayed = controller.takeDelayed { $0.sqID == sqID && $0.commandID == commandID }
        guard let delayed else { return .success(dw0: 1) }
        controller.readHead(Int(controller.queues.submission[Int(sqID)].completionQueue))
        controller.complete(sqID, delayed.commandID, Status(.abortRequested).rawValue, 0, 0)
        return .success(dw0: 0)
    }
}
