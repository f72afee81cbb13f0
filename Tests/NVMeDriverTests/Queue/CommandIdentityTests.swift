import NVMe
import PCIExpress
import Testing

/// A command is known by its slot as long as it is outstanding, however many newer ones the command log has seen.
@Suite("Identity of old commands")
struct CommandIdentityTests {
    /// More than any log remembers.
    private static let manyCommands = 3000

    /// Answers everything but commands with CDW10 = 4711.
    private func device() throws -> ScriptedDevice {
        try ScriptedDevice(idleNanoseconds: 1_000_000) { command, id, device in
            command.cdw10 == 4711 || command.adminOpcode == .asynchronousEventRequest && id == 0
                ? [] : [device.success(command, id)]
        }
    }

    private var silent: SubmissionQueueEntry {
        var command = SubmissionQueueEntry.anything
        command.cdw10 = 4711
        return command
    }

    @Test func timeoutNamesACommandOlderThanTheLog() throws {
        let controller = try device().controller()
        controller.timeout = .seconds(5)
        let queue = try controller.smallQueuePair()
        var seen: [Completion] = []
        try queue.send(silent) { seen.append($0) }
        for _ in 0..<Self.manyCommands { try queue.send(.anything).wait() }
        _ = try? queue.wait()
        #expect(seen.map(\.command.cdw10) == [4711])
        #expect(seen.map(\.command.commandID) == [6])
    }

    @Test func timeoutOfAnOldAdminCommandGoesToWhoSentIt() throws {
        let controller = try device().controller()
        controller.timeout = .seconds(5)
        let first = controller.makeAdminChannel()
        let second = controller.makeAdminChannel()
        var (seen, others) = (0, 0)
        try second.abort(0, completion: { _ in others += 1 })
        try second.wait()
        var command = silent
        command.opcode = AdminOpcode.getFeatures.rawValue
        try first.send(command) { if $0.isTimeout { seen += 1 } }
        for _ in 0..<Self.manyCommands { try second.abort(0).wait() }
        _ = try? first.wait()
        #expect(seen == 1 && others == 1)
    }

    @Test func eventOfAnOldRequestIsTheRequests() throws {
        let device = try device()
        let controller = try device.controller()
        var seen: [Completion] = []
        try controller.asynchronousEventRequest { seen.append($0) }
        for _ in 0..<Self.manyCommands { try controller.makeAdminChannel().abort(0).wait() }
        device.post(
            CompletionQueueEntry(
                dw0: 0x0001_0100, sqHead: 0, sqID: 0, commandID: 126, status: .success, phase: false), to: 0)
        try controller.abort(0).wait()
        #expect(seen.map(\.command.adminOpcode) == [.asynchronousEventRequest])
    }

    /// The step of another thread may have brought the completion after the last look.
    @Test func queueIsLookedAtOnceMoreBeforeAWaitGivesUp() throws {
        let device = try ScriptedDevice()
        let controller = try device.controller()
        let queue = try controller.smallQueuePair()
        device.workUnnoticed()
        try queue.send(.anything).wait()
        #expect(queue.outstanding == 0)
        #expect(try controller.abort(0).wait().isSuccess)
    }

    @Test func eventThatAWaitInVainDeliveredIsAskedForAgain() throws {
        let device = try device()
        let controller = try device.controller()
        controller.timeout = .milliseconds(50)
        controller.waitGrace = .zero
        var events = 0
        try controller.asynchronousEventRequest { _ in events += 1 }
        for round in 1...3 {
            device.post(
                CompletionQueueEntry(
                    dw0: 1, sqHead: 0, sqID: 0, commandID: 126, status: .success, phase: false), to: 0)
            var command = silent
            command.opcode = AdminOpcode.getFeatures.rawValue
            try controller.send(command)
            _ = try? controller.wait()
            #expect(events == round)
            #expect(controller.outstanding == 1 + round)
        }
    }
}
