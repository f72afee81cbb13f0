import EmulatedSSD
import NVMe
import Testing

@Suite("Commands that take too long")
struct TimeoutTests {
    /// A device that keeps the first I/O command until it has been told to answer, or for ever.
    private func silentPair(answersLater: Bool) throws -> QueuePair {
        var kept: CompletionQueueEntry?
        let device = try ScriptedDevice(idleNanoseconds: 1_000_000) { command, id, device in
            guard id > 0, command.cdw10 == 1 else {
                defer { kept = nil }
                return [device.success(command, id)] + (id > 0 ? [kept].compactMap { $0 } : [])
            }
            if answersLater { kept = device.success(command, id, dw0: 5) }
            return []
        }
        let controller = try device.controller()
        controller.timeout = .milliseconds(100)
        return try controller.smallQueuePair()
    }

    private var silent: SubmissionQueueEntry {
        var command = SubmissionQueueEntry.anything
        command.cdw10 = 1
        return command
    }

    @Test func waitGivesUpWhenItsCommandIsTooOld() throws {
        let queue = try silentPair(answersLater: false)
        let function = queue.controller.function
        try queue.send(silent)
        let start = function.nanoseconds
        #expect(throws: NVMeError.self) { try queue.wait() }
        #expect((100...200).contains((function.nanoseconds - start) / 1_000_000))
    }

    @Test func waitGoesOnForTheTrueCompletionWhereAGraceIsAskedFor() throws {
        let queue = try silentPair(answersLater: false)
        let function = queue.controller.function
        queue.controller.waitGrace = .seconds(20)
        try queue.send(silent)
        let start = function.nanoseconds
        #expect(throws: NVMeError.self) { try queue.wait() }
        #expect((20_100...20_300).contains((function.nanoseconds - start) / 1_000_000))
    }

    @Test func timeOutNamesTheCommandItsAgeAndTheLine() throws {
        let queue = try silentPair(answersLater: false)
        var read = SubmissionQueueEntry(NVMOpcode.read, nsid: 1)
        read.startingLBA = 1
        read.cdw12 = 7
        try queue.send(read)
        let error = #expect(throws: NVMeError.self) { try queue.wait() }
        let line = #line - 1
        let text = try #require(error).description
        #expect(text.contains("Read (02) on queue 1, command 6, namespace 1, LBA 1, 8 blocks"), "\(text)")
        #expect(text.contains("NVMeDriverTests/TimeoutTests.swift:\(line)"), "\(text)")
        guard case .commandTimeout(let completion, limit: .milliseconds(100), _) = error else {
            throw try #require(error)
        }
        #expect(completion.latency >= .milliseconds(100))
    }

    @Test func adminTimeOutNamesTheCommandAndTheLine() throws {
        let device = try ScriptedDevice(idleNanoseconds: 1_000_000) { _, _, _ in [] }
        let controller = try device.controller()
        controller.timeout = .milliseconds(100)
        let error = #expect(throws: NVMeError.self) { try controller.getFeatures(.arbitration).wait() }
        let line = #line - 1
        let text = try #require(error).description
        #expect(text.contains("Get Features (0a) on queue 0"), "\(text)")
        #expect(text.contains("NVMeDriverTests/TimeoutTests.swift:\(line)"), "\(text)")
    }

    /// Also where the script's line asks for data, and the driver waits.
    @Test func timeOutOfACommandThatTheDriverSentNamesTheScriptsLine() throws {
        let device = try ScriptedDevice(idleNanoseconds: 1_000_000) { _, _, _ in [] }
        let controller = try device.controller()
        controller.timeout = .milliseconds(100)
        for ask: (Controller) throws -> Void in [
            { _ = try $0.smartLog() }, { _ = try $0.maximumTransferSize() }, { _ = try $0.namespace(1) },
        ] {
            let error = #expect(throws: NVMeError.self) { try ask(controller) }
            let text = try #require(error).description
            #expect(text.contains("NVMeDriverTests/TimeoutTests.swift:\(#line - 4)"), "\(text)")
        }
    }

    /// A format may take minutes, and other commands of other threads go on with their own limit.
    @Test func channelWithALimitOfItsOwnIsNotTimedOutByTheOthers() throws {
        let device = try ScriptedDevice(idleNanoseconds: 1_000_000) { _, _, _ in [] }
        let controller = try device.controller()
        controller.timeout = .milliseconds(50)
        let patient = controller.makeAdminChannel(timeout: .milliseconds(500))
        try patient.abort(0)
        let start = device.nanoseconds
        #expect(throws: NVMeError.self) { try controller.abort(1).wait() }
        #expect((50...100).contains((device.nanoseconds - start) / 1_000_000))
        let error = #expect(throws: NVMeError.self) { try patient.wait() }
        guard case .commandTimeout(let completion, limit: .milliseconds(500), _) = error else {
            throw try #require(error)
        }
        #expect((.milliseconds(500)...(.milliseconds(600))).contains(completion.latency))
        #expect(controller.timeout == .milliseconds(50))
    }

    @Test func formatTakesItsTimeAndLeavesTheLimitOfOthersAlone() throws {
        let ssd = try EmulatedSSD(address: "emu:small?clock=virtual&format=2s")
        let controller = Controller(ssd)
        try controller.initialise()
        controller.timeout = .milliseconds(100)
        var limits: [Duration] = []
        controller.warnings.handler = { _ in }
        try controller.asynchronousEventRequest { _ in limits.append(controller.timeout) }
        try controller.namespace(1).format()
        limits.append(controller.timeout)
        #expect(limits.allSatisfy { $0 == .milliseconds(100) })
    }

    @Test func silentDeviceIsGivenUpAfterOneTimeOutOfTheInitialisation() throws {
        let device = try ScriptedDevice(idleNanoseconds: 1_000_000) { _, _, _ in [] }
        let controller = Controller(device)
        controller.timeout = .seconds(2)
        #expect(throws: NVMeError.self) { try controller.initialise() }
        #expect((2000...2200).contains(device.nanoseconds / 1_000_000))
    }

    /// Each command has the time-out to itself: a wait for many may take longer.
    @Test func waitLastsAsLongAsCommandsComeInTime() throws {
        var kept: [(CompletionQueueEntry, due: UInt64)] = []
        let device = try ScriptedDevice(idleNanoseconds: 1_000_000) { command, id, device in
            if id == 0 { return [device.success(command, id)] }
            kept.append((device.success(command, id), device.nanoseconds + 80_000_000))
            return []
        }
        let controller = try device.controller()
        controller.timeout = .milliseconds(200)
        let queue = try controller.smallQueuePair()
        device.onIdle = { device in
            guard let first = kept.first, device.nanoseconds >= first.due else { return }
            kept.removeFirst()
            device.post(first.0, to: 1)
        }
        var left = 9
        func next(_: Completion) throws {
            left -= 1
            if left > 0 { try queue.send(.anything, completion: next) }
        }
        try queue.send(.anything, completion: next)
        try queue.wait(9)
        #expect(device.nanoseconds >= 9 * 80_000_000)
    }

    @Test func expiredCommandIsReportedOnceAsAllOnes() throws {
        let queue = try silentPair(answersLater: false)
        var seen: [Completion] = []
        try queue.send(silent) { seen.append($0) }
        _ = try? queue.wait()
        #expect(seen.map(\.dw0) == [0xFFFF_FFFF])
        #expect(seen.first?.isTimeout == true)
        #expect(queue.controller.warnings.take() == [.commandTimeout(queue: 1, commandID: 6)])
    }

    @Test func expiredCommandKeepsItsSlot() throws {
        let queue = try silentPair(answersLater: false)
        try queue.send(silent)
        _ = try? queue.wait()
        #expect(queue.outstanding == 1)
    }

    @Test func queueStaysUsableAfterAWaitGaveUp() throws {
        let queue = try silentPair(answersLater: false)
        try queue.send(silent)
        _ = try? queue.wait()
        #expect(try queue.send(.anything).completion().isSuccess)
    }

    @Test func lateCompletionCountsSilently() throws {
        let queue = try silentPair(answersLater: true)
        var calls = 0
        try queue.send(silent) { _ in calls += 1 }
        _ = try? queue.wait()
        try queue.send(.anything).wait(2)
        #expect(calls == 1)
        #expect(queue.outstanding == 0)
    }

    @Test func waitOnACommandThatExpiredMeanwhileThrowsCommandTimeout() throws {
        var kept: CompletionQueueEntry?
        let device = try ScriptedDevice(idleNanoseconds: 1_000_000) { command, id, device in
            if id > 0 { kept = device.success(command, id) }
            return id > 0 ? [] : [device.success(command, id)]
        }
        let controller = try device.controller()
        controller.timeout = .milliseconds(50)
        let queue = try controller.smallQueuePair()
        try queue.send(.anything) { _ in
            if let kept { device.post(kept, to: 1) }
        }
        let error = #expect(throws: NVMeError.self) { try queue.wait() }
        guard case .commandTimeout(_, limit: .milliseconds(50), _) = error else { throw try #require(error) }
        #expect(queue.outstanding == 0)
    }

    @Test func commandThatTimedOutCanBeWaitedForAgain() throws {
        let queue = try silentPair(answersLater: false)
        let device = try #require(queue.controller.function as? ScriptedDevice)
        try queue.send(silent)
        _ = try? queue.wait()
        device.post(CompletionQueueEntry(sqHead: 0, sqID: 1, commandID: 6, status: .success, phase: false), to: 1)
        try queue.wait()
        #expect(queue.outstanding == 0)
    }

    @Test func waitForMoreThanIsOutstandingEndsWhenNothingCanArrive() throws {
        let queue = try ScriptedDevice().controller().smallQueuePair()
        try queue.send(.anything)
        let error = #expect(throws: NVMeError.self) { try queue.wait(2) }
        guard case .nothingOutstanding(queue: 1, expected: 2, reaped: 1, _) = error else { throw try #require(error) }
    }

    @Test func waitWithNothingOutstandingFailsAtOnce() throws {
        let device = try ScriptedDevice(idleNanoseconds: 1_000_000)
        let controller = try device.controller()
        let queue = try controller.smallQueuePair()
        let start = device.nanoseconds
        let error = #expect(throws: NVMeError.self) { try queue.wait() }
        guard case .nothingOutstanding(queue: 1, expected: 1, reaped: 0, let place) = error else {
            throw try #require(error)
        }
        #expect(place == ScriptLine(line: #line - 4))
        let other = #expect(throws: NVMeError.self) { try controller.completion() }
        guard case .nothingOutstanding(queue: 0, expected: 1, reaped: 0, _) = other else { throw try #require(other) }
        #expect(device.nanoseconds == start)
    }
}
