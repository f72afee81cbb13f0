import NVMeSpec
import PCIExpress
import Testing

@testable import EmulatedSSD

/// What the device has to do later, it does: however much that is.
@Suite struct TimedEventTests {
    @Test func eventsComeInOrderHoweverManyThereAre() {
        var events = TimedEvents()
        let count: UInt64 = 100_000
        for number in 0..<count {
            events.insert(TimedEvent(due: number &* 7919 % count, generation: 0, kind: .completion))
        }
        var previous: UInt64 = 0, isOrdered = true, seen: UInt64 = 0
        while let event = events.popFirst() {
            isOrdered = isOrdered && event.due >= previous
            previous = event.due
            seen += 1
        }
        #expect(seen == count && isOrdered)
    }

    @Test func removingSomeKeepsTheOrderOfTheRest() {
        var events = TimedEvents()
        for number in 0..<1000 as Range<UInt64> {
            let kind: TimedEvent.Kind = number % 3 == 0 ? .formatEnd : .completion
            events.insert(TimedEvent(due: number &* 7919 % 1000, generation: 0, kind: kind))
        }
        events.removeAll { $0.kind == .formatEnd }
        var rest: [UInt64] = []
        while let event = events.popFirst() { rest.append(event.due) }
        #expect(rest.count == 666 && rest == rest.sorted())
    }

    /// NVMe Base 2.0 §5.14: Format NVM completes when the format does, whatever else is outstanding.
    @Test func formatOfManyNamespacesIsAnsweredBesideDelayedReads() throws {
        let host = try RawHost(
            RawHost.profile {
                $0.namespaces = 256; $0.capacity = 1 << 30; $0.latency.format = 1_000_000
                $0.latency.read = 1_000_000_000; $0.queuePairs = 16; $0.memory = 256 << 20
            })
        let data = try host.buffer()
        for id in 1...9 {
            let queue = try host.makeQueue(id, entries: 4096)
            for _ in 0..<4095 { try host.submit(host.transfer(.read, lba: 0, blocks: 1, data), to: queue, ring: false) }
            try queue.ring()
        }
        var format = SubmissionQueueEntry(.formatNVM, nsid: .max)
        format.cdw10 = 0
        #expect(try host.code(format) == .success)
        #expect(!host.ssd.function.controller.namespaces.contains { $0.formatInProgress })
    }

    @Test func resetEndsAFormat() throws {
        let host = try RawHost(RawHost.profile { $0.latency.format = 1_000_000 })
        try host.submit(SubmissionQueueEntry(.formatNVM, nsid: 1))
        #expect(host.ssd.stepper?.step() == true)
        #expect(host.ssd.function.controller.namespaces[0].formatInProgress)
        try host.disable()
        #expect(!host.ssd.function.controller.namespaces[0].formatInProgress)
    }
}
