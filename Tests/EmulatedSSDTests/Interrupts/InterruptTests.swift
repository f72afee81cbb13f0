import NVMeSpec
import PCIExpress
import Testing

@testable import EmulatedSSD

/// MSI-X: mask, pending, coalescing.
@Suite struct InterruptTests {
    private func flush(_ host: RawHost, _ queue: RawQueue) throws {
        _ = try host.run(SubmissionQueueEntry(.flush, nsid: 1), on: queue)
    }

    @Test func completionRaisesTheVectorOfItsQueue() throws {
        let host = try RawHost()
        let queue = try host.makeQueue(1, vector: 5)
        try flush(host, queue)
        #expect(try host.ssd.interrupts.isSet(5))
        #expect(try !host.ssd.interrupts.isSet(1))
    }

    @Test func queueWithoutInterruptsRaisesNone() throws {
        let host = try RawHost()
        let queue = try host.makeQueue(1)
        try host.ssd.interrupts.clear(0)
        try flush(host, queue)
        #expect(try !host.ssd.interrupts.isSet(0))
    }

    @Test func maskedVectorIsPendingAndDeliveredWhenUnmasked() throws {
        let host = try RawHost()
        let queue = try host.makeQueue(1, vector: 1)
        try host.ssd.interrupts.mask(1)
        try flush(host, queue)
        #expect(try !host.ssd.interrupts.isSet(1))
        #expect(try host.ssd.interrupts.isPending(1))
        try host.ssd.interrupts.unmask(1)
        #expect(try host.ssd.interrupts.isSet(1))
        #expect(try !host.ssd.interrupts.isPending(1))
    }

    @Test func coalescedVectorWaitsForItsTime() throws {
        let host = try RawHost()
        let queue = try host.makeQueue(1, vector: 1)
        var command = SubmissionQueueEntry(.setFeatures)
        command.cdw10 = 0x08
        command.cdw11 = 0x0A04
        #expect(try host.code(command) == .success)
        try host.submit(SubmissionQueueEntry(.flush, nsid: 1), to: queue)
        #expect(host.ssd.stepper?.step() == true)
        #expect(try !host.ssd.interrupts.isSet(1))
        // The next thing that happens is the end of the aggregation time.
        let before = host.ssd.nanoseconds
        host.settle()
        #expect(try host.ssd.interrupts.isSet(1))
        #expect(host.ssd.nanoseconds - before >= 900_000)
    }

    /// Reference: NVMe Base 2.0 §5.27.1.7: coalescing is not disabled (CD is 0) by default, for no vector; the admin completion queue is
    /// exempt by itself (§5.27.1.6).
    @Test func coalescingIsEnabledForEachVectorByDefault() throws {
        let host = try RawHost()
        for vector in [0, 1, 63] as [UInt32] { #expect(try host.feature(0x09, vector) == vector) }
    }

    /// Reference: as above: an I/O queue on vector 0 is coalesced, the admin queue beside it is not.
    @Test func vectorOfTheAdminQueueIsCoalescedForOthers() throws {
        let host = try RawHost()
        let queue = try host.makeQueue(1, vector: 0)
        #expect(try host.setFeature(0x08, 0x0A04) == .success)
        host.settle()
        try host.ssd.interrupts.clear(0)
        try host.submit(SubmissionQueueEntry(.flush, nsid: 1), to: queue)
        #expect(host.ssd.stepper?.step() == true)
        #expect(try !host.ssd.interrupts.isSet(0))
        try host.submit(SubmissionQueueEntry(.abort))
        #expect(host.ssd.stepper?.step() == true)
        #expect(try host.ssd.interrupts.isSet(0))
    }

    @Test func coalescedVectorGoesAtItsThreshold() throws {
        let host = try RawHost()
        let queue = try host.makeQueue(1, vector: 1)
        var command = SubmissionQueueEntry(.setFeatures)
        command.cdw10 = 0x08
        command.cdw11 = 0xFF01
        #expect(try host.code(command) == .success)
        try host.submit(SubmissionQueueEntry(.flush, nsid: 1), to: queue, ring: false)
        try host.submit(SubmissionQueueEntry(.flush, nsid: 1), to: queue)
        #expect(host.ssd.stepper?.step() == true)
        #expect(try host.ssd.interrupts.isSet(1))
    }

    @Test func messageAimedAtNothingIsLost() throws {
        let host = try RawHost()
        let queue = try host.makeQueue(1, vector: 1)
        let table = host.ssd.function.layout.table.lowerBound
        try host.write64(table + 16, 0x7777_0000_0000)
        try flush(host, queue)
        #expect(try host.status.rawValue == 1)
    }

    @Test func noMessageLeavesWithoutBusMaster() throws {
        let host = try RawHost()
        let queue = try host.makeQueue(1, vector: 1)
        try host.submit(SubmissionQueueEntry(.flush, nsid: 1), to: queue)
        try host.ssd.writeConfiguration(0x2, at: 4, width: .word)
        host.settle()
        #expect(try host.ssd.nanoseconds > 0 && !host.ssd.interrupts.isSet(1))
        try host.ssd.writeConfiguration(0x6, at: 4, width: .word)
        host.settle()
        #expect(try host.ssd.interrupts.isSet(1))
    }
}
