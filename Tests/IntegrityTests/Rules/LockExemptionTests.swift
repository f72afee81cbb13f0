import NVMeSpec
import Testing

@testable import NVMeDriver

@Suite("Commands that locks let pass, and that they do not")
struct LockExemptionTests {
    @Test func fusedPairIsNotHeldUpByItself() throws {
        let bench = try Bench()
        var compare = bench.command(.compare, 8)
        compare.fusedOperation = .first
        var write = bench.command(.write, 8)
        write.fusedOperation = .second
        #expect(bench.send(2, compare, bench.data()))
        #expect(bench.send(3, write, bench.data()))
    }

    @Test func commandsBeyondTheTablePass() throws {
        let bench = try Bench(blockCount: 16)
        #expect(bench.send(2, bench.command(.write, 16), bench.data()))
        #expect(bench.send(3, bench.command(.write, 16), bench.data()))
    }

    @Test func otherQueueIsNotWaitedFor() throws {
        let bench = try Bench()
        bench.send(2, bench.command(.write, 8), bench.data())
        var other = QueueIntegrity(capacity: 4, chunk: 16, directory: bench.directory)
        let isSent = other.admit(0, bench.command(.write, 8), data: bench.data(), byteCount: 512, stamps: true)
        #expect(isSent)
    }

    @Test func parkedCommandIsHandedOverAsItWas() throws {
        let bench = try Bench()
        bench.send(2, bench.command(.write, 8), bench.data())
        let command = bench.command(.read, 8)
        #expect(!bench.send(3, command, bench.data()))
        bench.complete(2)
        let next = bench.queue.nextReady()
        #expect(next?.slot == 3 && next?.command == command)
    }

    /// NVM Command Set 1.1 §3.2.6: Verify reads the blocks, so a write of them waits for it, and it waits for a write.
    @Test func verifyWaitsForAWriteAndTheOtherWayRound() throws {
        let bench = try Bench()
        bench.send(2, bench.command(.write, 8), bench.data())
        #expect(!bench.send(3, bench.command(.verify, 8)))
        #expect(bench.send(4, bench.command(.verify, 9)))
        #expect(!bench.send(5, bench.command(.write, 9), bench.data()))
    }
}
