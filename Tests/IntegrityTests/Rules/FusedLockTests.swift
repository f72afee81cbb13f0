import NVMeSpec
import Testing

@testable import NVMeDriver

/// Fused commands (NVMe Base 2.0 §3.4.2) wait for others like any command, and others for them; between the two nothing comes.
@Suite("Fused commands and locks")
struct FusedLockTests {
    private let bench: Bench

    init() throws { bench = try Bench() }

    private func half(_ opcode: NVMOpcode, _ operation: FusedOperation) -> SubmissionQueueEntry {
        var command = bench.command(opcode, 8)
        command.fusedOperation = operation
        return command
    }

    private func sendPair(_ data: UnsafeMutableRawPointer) -> (Bool, Bool) {
        (
            bench.send(2, half(.compare, .first), bench.data()),
            bench.send(3, half(.write, .second), data, stamps: false)
        )
    }

    private func readySlots() -> [UInt16] {
        var slots: [UInt16] = []
        while let next = bench.queue.nextReady() { slots.append(next.slot) }
        return slots
    }

    @Test func pairIsNotHeldUpByItself() {
        #expect(sendPair(bench.data()) == (true, true))
    }

    @Test func pairWaitsForAWriteAndGoesTogether() {
        bench.send(0, bench.command(.write, 8), bench.data(seed: 1))
        #expect(sendPair(bench.data(seed: 2)) == (false, false))
        // Whoever comes later waits for the pair.
        #expect(!bench.send(4, bench.command(.read, 8), bench.data()))
        bench.complete(0)
        #expect(readySlots() == [2, 3])
    }

    @Test func dataOfThePairIsWhatIsReadBehindIt() {
        let new = bench.data(seed: 2)
        bench.send(0, bench.command(.write, 8), bench.data(seed: 1))
        _ = sendPair(new)
        bench.complete(0)
        _ = readySlots()
        bench.complete(2)
        bench.complete(3)
        #expect(bench.reads(8, new) && !bench.reads(8, bench.data(seed: 1)))
    }

    @Test func readWaitsForBothHalves() {
        _ = sendPair(bench.data())
        #expect(!bench.send(4, bench.command(.read, 8), bench.data()))
        bench.complete(2)
        #expect(readySlots() == [])
        bench.complete(3)
        #expect(readySlots() == [4])
    }

    @Test func commandBetweenTheHalvesWaitsForBoth() {
        #expect(bench.send(2, half(.compare, .first), bench.data()))
        #expect(!bench.send(4, bench.command(.read, 8), bench.data()))
        #expect(bench.send(3, half(.write, .second), bench.data()))
        bench.complete(2)
        bench.complete(3)
        #expect(readySlots() == [4])
    }

    @Test func firstWithoutASecondGivesItsBlocksBack() {
        bench.send(2, half(.compare, .first), bench.data())
        bench.complete(2, .abortedMissingFused)
        #expect(bench.send(4, bench.command(.write, 8), bench.data()))
        // A second that comes too late is on its own.
        #expect(!bench.send(3, half(.write, .second), bench.data()))
    }

    @Test func refusedWriteLeavesTheOldDataOrTheNew() {
        let old = bench.write(8)
        _ = sendPair(bench.data(seed: 2))
        bench.complete(2, .compareFailure)
        bench.complete(3, .abortedFailedFused)
        #expect(bench.reads(8, old))
    }
}
