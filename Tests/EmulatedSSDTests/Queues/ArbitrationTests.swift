import NVMeSpec
import PCIExpress
import Testing

@testable import EmulatedSSD

/// Which queue is served first (NVMe Base 2.0 §3.4.4).
@Suite struct ArbitrationTests {
    /// Rings one queue of each priority full of flushes, and tells in which order the first of each completes.
    private func order(_ configuration: UInt32) throws -> [UInt16] {
        let host = try RawHost(enable: false)
        try host.enable(configuration)
        let completion = try RawQueue(host.ssd, id: 1, entries: 64)
        let created = host.createCompletionQueueCommand(
            id: 1, entries: 64, address: completion.completion.ioVirtualAddress)
        #expect(try host.code(created) == .success)
        var queues: [RawQueue] = []
        for (id, priority) in [(1, 3), (2, 2), (3, 1), (4, 0)] {
            let queue = try RawQueue(host.ssd, id: id, entries: 16)
            let made = host.createSubmissionQueueCommand(
                id: id, entries: 16, address: queue.submission.ioVirtualAddress, completionQueue: 1,
                priority: UInt32(priority))
            #expect(try host.code(made) == .success)
            queues.append(queue)
        }
        for queue in queues {
            for _ in 0..<4 { try host.submit(SubmissionQueueEntry(.flush, nsid: 1), to: queue, ring: false) }
        }
        for queue in queues { try queue.ring() }
        host.settle()
        var seen: [UInt16] = []
        while let entry = completion.take() { if !seen.contains(entry.sqID) { seen.append(entry.sqID) } }
        return seen
    }

    @Test func urgentQueuesComeFirstWithWeights() throws {
        #expect(try order(RawHost.enabled | 1 << 11) == [4, 3, 2, 1])
    }

    /// "Round robin is used to arbitrate within multiple Submission Queues assigned to the same weighted round robin level" (NVMe Base 2.3
    /// §3.4.4.2), also where the weight is one command.
    @Test(arguments: [1, 2, 3] as [UInt32]) func queuesOfAClassTakeTurns(priority: UInt32) throws {
        let host = try RawHost(enable: false)
        try host.enable(RawHost.enabled | 1 << 11)
        let completion = try RawQueue(host.ssd, id: 1, entries: 64)
        let created = host.createCompletionQueueCommand(
            id: 1, entries: 64, address: completion.completion.ioVirtualAddress)
        #expect(try host.code(created) == .success)
        let queues = try (1...3).map { id in
            let queue = try RawQueue(host.ssd, id: id, entries: 16)
            let made = host.createSubmissionQueueCommand(
                id: id, entries: 16, address: queue.submission.ioVirtualAddress, completionQueue: 1, priority: priority)
            #expect(try host.code(made) == .success)
            for _ in 0..<4 { try host.submit(SubmissionQueueEntry(.flush, nsid: 1), to: queue, ring: false) }
            return queue
        }
        for queue in queues { try queue.ring() }
        host.settle()
        var seen: [UInt16] = []
        while let entry = completion.take() { seen.append(entry.sqID) }
        #expect(Set(seen.prefix(3)) == [1, 2, 3])
        #expect(seen.count == 12)
    }

    @Test func allQueuesHaveTheirTurnWithoutWeights() throws {
        #expect(Set(try order(RawHost.enabled)) == [1, 2, 3, 4])
    }
}
