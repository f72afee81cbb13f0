import NVMe
import Testing

/// Asynchronous events (NVMe Base 2.0 §5.2): the script gets each once, whoever asked for it and whoever waits.
@Suite("Asynchronous events", .serialized)
struct EventTests {
    /// What a script may be waiting for when an event comes.
    enum Poll: CaseIterable, CustomTestStringConvertible {
        case scriptCommand, otherChannel, smartLog, ioCommand, newQueuePair

        var testDescription: String { "\(self)" }

        func perform(_ controller: Controller, _ queue: QueuePair, _ other: AdminChannel) throws {
            switch self {
            case .scriptCommand: try controller.getFeatures(.arbitration).wait()
            case .otherChannel: try other.getFeatures(.arbitration).wait()
            case .smartLog: _ = try controller.smartLog()
            case .ioCommand: try queue.send(SubmissionQueueEntry(NVMOpcode.flush, nsid: 1)).wait()
            // The driver's own errand only collects the event; the next wait delivers it.
            case .newQueuePair:
                try controller.makeQueuePair(depth: 2).delete()
                try queue.send(SubmissionQueueEntry(NVMOpcode.flush, nsid: 1)).wait()
            }
        }
    }

    /// Makes the device hotter than its threshold allows; reading the log page lets it report that again.
    private func overheat(_ controller: Controller) throws {
        let channel = controller.makeAdminChannel()
        try channel.setFeatures(.asynchronousEventConfiguration, AsynchronousEventConfiguration(\.temperature).rawValue)
            .wait()
        try channel.setFeatures(.temperatureThreshold, 0x0100).wait()
    }

    @Test(arguments: TestDevice.allCases, Poll.allCases)
    func listenerHearsAnEventOnceWhoeverWaits(device: TestDevice, poll: Poll) throws {
        try device.run { (controller) throws in
            let queue = try controller.makeQueuePair(depth: 4)
            let other = controller.makeAdminChannel()
            var heard: [AsynchronousEvent] = []
            try controller.asynchronousEventRequest { heard.append(AsynchronousEvent(rawValue: $0.dw0)) }
            try overheat(controller)
            // The device may take its time to report.
            for _ in 0..<2000 where heard.isEmpty { try poll.perform(controller, queue, other) }
            for _ in 0..<10 { try poll.perform(controller, queue, other) }
            #expect(heard.first == .temperatureThreshold)
            // Reading the log page lifts the mask: a device that is still hot may report again.
            if poll != .smartLog { #expect(heard.count == 1) }
        }
    }

    @Test(arguments: TestDevice.allCases)
    func waitForEventReturnsItDecoded(device: TestDevice) throws {
        try device.run { (controller) throws in
            try overheat(controller)
            let event = try controller.waitForEvent(.temperatureThreshold, within: .seconds(5))
            #expect(event.type == .smart)
            #expect(event.information == 1)
            #expect(event.logPage == .smart)
        }
    }

    @Test(arguments: TestDevice.allCases)
    func eventThatAnotherWaitHasDeliveredIsReturnedAtOnce(device: TestDevice) throws {
        try device.run { (controller) throws in
            var isHeard = false
            try controller.asynchronousEventRequest { _ in isHeard = true }
            try overheat(controller)
            for _ in 0..<2000 where !isHeard { try controller.getFeatures(.arbitration).wait() }
            #expect(try controller.waitForEvent() == .temperatureThreshold)
            #expect(controller.takeEvents().isEmpty)
        }
    }

    /// A device with an event to tell as soon as it is asked, and nothing else to do.
    private func device(_ events: [UInt32]) throws -> ScriptedDevice {
        var events = events
        return try ScriptedDevice(idleNanoseconds: 1_000_000) { command, id, device in
            guard command.adminOpcode == .asynchronousEventRequest else { return [device.success(command, id)] }
            return events.isEmpty ? [] : [device.success(command, id, dw0: events.removeFirst())]
        }
    }

    @Test func eventThatDoesNotComeIsNamedWithThoseThatDid() throws {
        let device = try device([0x02_01_01])
        let controller = try device.controller()
        let start = device.nanoseconds
        let error = #expect(throws: NVMeError.self) {
            try controller.waitForEvent(.spareBelowThreshold, within: .seconds(3))
        }
        let line = #line - 3
        guard
            case .eventTimeout(expected: [.spareBelowThreshold], others: [.temperatureThreshold], _, let place) = error
        else { throw try #require(error) }
        #expect(place == ScriptLine(line: line))
        #expect((3000...3200).contains((device.nanoseconds - start) / 1_000_000))
        // What was not asked for is not lost.
        #expect(try controller.waitForEvent() == .temperatureThreshold)
    }

    @Test func eachEventIsDeliveredOnceThoughEachIsAskedForAgain() throws {
        let device = try device([0x02_00_01, 0x02_01_01, 0x02_02_01])
        let controller = try device.controller()
        var heard: [UInt32] = []
        try controller.asynchronousEventRequest { heard.append($0.dw0) }
        for _ in 0..<8 { try controller.abort(0).wait() }
        #expect(heard == [0x02_00_01, 0x02_01_01, 0x02_02_01])
        #expect(controller.takeEvents().map(\.rawValue) == heard)
        #expect(controller.outstanding == 1)
    }

    @Test func waitThatTimesOutLosesNoRequest() throws {
        var events: [UInt32] = [0x02_00_01]
        let device = try ScriptedDevice(idleNanoseconds: 1_000_000) { command, id, device in
            guard command.adminOpcode == .asynchronousEventRequest, !events.isEmpty else { return [] }
            return [device.success(command, id, dw0: events.removeFirst())]
        }
        let controller = try device.controller()
        controller.timeout = .milliseconds(50)
        try controller.asynchronousEventRequest()
        #expect(throws: NVMeError.self) { try controller.abort(0).wait() }
        // The request, sent again, and the command that hangs.
        #expect(controller.outstanding == 2)
        #expect(controller.takeEvents() == [.reliabilityDegraded])
    }

    /// Who listens may send a command when an event comes, so a wait for it makes sense.
    @Test func listenerMaySendTheCommandThatIsWaitedFor() throws {
        let device = try device([0x02_01_01])
        let controller = try device.controller()
        try controller.asynchronousEventRequest { _ in try controller.abort(0) }
        #expect(try controller.wait().command.adminOpcode == .abort)
    }

    @Test func errorOfTheListenerEndsTheWaitThatDeliveredTheEvent() throws {
        struct Stop: Error {}
        let device = try device([0x02_01_01])
        let controller = try device.controller()
        let queue = try controller.smallQueuePair()
        try controller.asynchronousEventRequest { _ in throw Stop() }
        #expect(throws: Stop.self) { for _ in 0..<10 { try queue.send(.anything).wait() } }
        try queue.send(.anything).wait()
    }

    @Test func waitForEventInsideAClosureIsAnError() throws {
        let controller = try device([]).controller()
        let queue = try controller.smallQueuePair()
        try queue.send(.anything) { _ in try controller.waitForEvent() }
        #expect(throws: NVMeError.reentrantWait) { try queue.wait() }
    }

    @Test func listenerStaysAcrossAReset() throws {
        let device = try device([0x02_01_01])
        let controller = Controller(device)
        try controller.initialise { controller in
            try controller.disable()
            try controller.setUpAdminQueue()
            try controller.enable()
        }
        var heard = 0
        try controller.asynchronousEventRequest { _ in heard += 1 }
        try controller.reset()
        try controller.asynchronousEventRequest()
        try controller.waitForEvent()
        #expect(heard == 1)
    }
}
