import NVMeSpec

/// Asynchronous Event Request (NVMe Base 2.0 §5.2): stays outstanding until there is something to tell.
enum AsynchronousEventCommand {
    static func run(_ request: inout Request, _ controller: EmulatedController) -> Outcome {
        controller.asynchronousEvents.addRequest(request.sqe.commandID)
            ? .pending : .failure(.asynchronousEventRequestLimitExceeded)
    }
}
