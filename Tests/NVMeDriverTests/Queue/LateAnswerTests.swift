import NVMe
import Testing

/// The answer to a command that a wait has given up, which comes while another command is waited for.
@Suite("Answers that come late")
struct LateAnswerTests {
    /// Keeps the answer to the first command that is marked, and gives it ahead of that to the next command.
    private static func controller(late code: StatusCode = .success) throws -> Controller {
        var kept: CompletionQueueEntry?
        let device = try ScriptedDevice(idleNanoseconds: 1_000_000) { command, id, device in
            guard command.cdw15 == 1 else {
                defer { kept = nil }
                return [kept, device.success(command, id)].compactMap { $0 }
            }
            kept = device.entry(command, id, code)
            return []
        }
        let controller = try device.controller()
        controller.timeout = .milliseconds(50)
        return controller
    }

    private func marked(_ command: SubmissionQueueEntry) -> SubmissionQueueEntry {
        var command = command
        command.cdw15 = 1
        return command
    }

    @Test func isNotTheOneThatTheNextWaitIsFor() throws {
        let queue = try Self.controller().smallQueuePair()
        try queue.send(marked(.anything))
        #expect(throws: NVMeError.self) { try queue.wait() }
        var answered = 0
        try queue.send(.anything) { _ in answered += 1 }
        let completion = try queue.wait()
        #expect(answered == 1)
        #expect(completion.commandID == queue.latestCommandID)
        #expect(queue.outstanding == 0)
        #expect(queue.controller.warnings.take().last == .lateCompletion(queue: 1, commandID: 6))
    }

    @Test func isNotTheOneThatTheNextAdminWaitIsFor() throws {
        let controller = try Self.controller()
        try controller.send(marked(SubmissionQueueEntry(AdminOpcode.getFeatures)))
        #expect(throws: NVMeError.self) { try controller.wait() }
        try controller.send(SubmissionQueueEntry(AdminOpcode.abort))
        #expect(try controller.completion().command.adminOpcode == .abort)
        #expect(controller.outstanding == 0)
    }

    /// Nobody has heard of this one but by its time-out.
    @Test func thatFailedIsTrouble() throws {
        let ledger = Ledger()
        try Ledger.$current.withValue(ledger) {
            let queue = try Self.controller(late: .internalError).smallQueuePair()
            try queue.send(marked(.anything))
            #expect(throws: NVMeError.self) { try queue.wait() }
            try queue.send(.anything).wait()
        }
        #expect(ledger.open.count == 1)
        #expect(ledger.open.first.map { "\($0.trouble)" }?.contains("Internal Error") == true)
    }

    @Test func countsWhereNothingElseCanBeMeant() throws {
        let queue = try Self.controller().smallQueuePair()
        try queue.send(marked(.anything))
        #expect(throws: NVMeError.self) { try queue.wait() }
        try queue.send(.anything)
        #expect(try queue.completions(2).count == 2)
    }
}
