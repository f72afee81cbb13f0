import NVMeSpec
import PCIExpress
import Testing

@testable import EmulatedSSD

/// Fused pairs and arbitration.
@Suite struct FusedTests {
    let host: RawHost
    let queue: RawQueue
    let data: DMARegion

    init() throws {
        host = try RawHost()
        queue = try host.makeQueue(1)
        data = try host.buffer()
    }

    private func fused(_ opcode: NVMOpcode, _ role: UInt32, at address: UInt64) -> SubmissionQueueEntry {
        var command = host.transfer(opcode, lba: 0, blocks: 1, data)
        command.cdw0 |= role << 8
        command.prp1 = address
        return command
    }

    private func codes(_ commands: [SubmissionQueueEntry]) throws -> [StatusCode] {
        for command in commands { try host.submit(command, to: queue, ring: false) }
        try queue.ring()
        return try commands.compactMap { _ in try host.completion(on: queue)?.status.code }
    }

    @Test func pairThatComparesWrites() throws {
        data.store(UInt64.max, at: 512)
        let pair = [
            fused(.compare, 1, at: data.ioVirtualAddress), fused(.write, 2, at: data.ioVirtualAddress + 512),
        ]
        #expect(try codes(pair) == [.success, .success])
        #expect(try codes([fused(.read, 0, at: data.ioVirtualAddress + 1024)]) == [.success])
        #expect(data.load(1024, as: UInt64.self) == .max)
    }

    @Test func pairThatDiffersWritesNothing() throws {
        data.store(UInt64.max, at: 0)
        let pair = [fused(.compare, 1, at: data.ioVirtualAddress), fused(.write, 2, at: data.ioVirtualAddress)]
        #expect(try codes(pair) == [.compareFailure, .abortedFailedFused])
    }

    @Test func halfAPairIsAborted() throws {
        #expect(try codes([fused(.compare, 1, at: data.ioVirtualAddress)]) == [.abortedMissingFused])
        #expect(try codes([fused(.write, 2, at: data.ioVirtualAddress)]) == [.abortedMissingFused])
        let other = [fused(.compare, 1, at: data.ioVirtualAddress), fused(.read, 0, at: data.ioVirtualAddress)]
        #expect(try codes(other) == [.abortedMissingFused, .success])
    }

    @Test func reservedFuseIsAnInvalidField() throws {
        #expect(try codes([fused(.read, 3, at: data.ioVirtualAddress)]) == [.invalidField])
    }
}

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

    @Test func allQueuesHaveTheirTurnWithoutWeights() throws {
        #expect(Set(try order(RawHost.enabled)) == [1, 2, 3, 4])
    }
}
