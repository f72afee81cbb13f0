import EmulatedSSD
import NVMeSpec
import PCIExpress
import Testing

@testable import NVMeDriver

/// NVMe Base 2.0 §3.4.1: a controller may execute commands in any order, so that what was sent before verification began may come behind
/// what is sent then.
@Suite("Commands that are outstanding when verification begins")
struct UnwatchedTests {
    /// A bench that begins to be verified while the command is outstanding in slot 2.
    private func bench(
        _ opcode: NVMOpcode, _ lba: UInt64 = 8, dword11: UInt32 = 0, whileOff: Bool = false
    ) throws -> Bench {
        let bench = try Bench(level: .off)
        if !whileOff { bench.directory.set(nil, for: 1) }
        var command = bench.command(opcode, lba)
        if dword11 != 0 { command.cdw11 = dword11 }
        #expect(bench.send(2, command, bench.data()))
        let isWatched = bench.queue.watches(2)
        #expect(!isWatched)
        if !whileOff { bench.directory.set(bench.table, for: 1) }
        bench.table.level = .checksums
        let misses = [bench.queue.misses(nsid: 1), bench.queue.misses(nsid: 1)]
        #expect(misses == [true, false])
        _ = bench.queue.adopt(2, command)
        return bench
    }

    @Test(arguments: [false, true]) func writeWaitsForAWriteOfItsBlock(whileOff: Bool) throws {
        let bench = try bench(.write, whileOff: whileOff)
        #expect(!bench.send(3, bench.command(.write, 8), bench.data()))
        #expect(bench.send(4, bench.command(.write, 9), bench.data()))
        #expect(bench.complete(2))
        let next = bench.queue.nextReady()?.slot
        #expect(next == 3)
    }

    /// Where its ranges are nobody knows any more.
    @Test(arguments: [(NVMOpcode.datasetManagement, UInt32(0b100)), (.copy, 0)])
    func writeWaitsForWhatMayTouchAnyBlock(opcode: NVMOpcode, dword11: UInt32) throws {
        let bench = try bench(opcode, dword11: dword11)
        #expect(!bench.send(3, bench.command(.write, 4000), bench.data()))
        bench.complete(2)
        let next = bench.queue.nextReady()?.slot
        #expect(next == 3)
    }

    @Test func readsPassEachOther() throws {
        let bench = try bench(.read)
        #expect(bench.send(3, bench.command(.read, 8), bench.data()))
        #expect(!bench.send(4, bench.command(.write, 8), bench.data()))
    }

    @Test func resetForgetsThem() throws {
        let bench = try bench(.write)
        bench.queue.abandon()
        #expect(bench.send(3, bench.command(.write, 8), bench.data()))
    }

    /// The device answers the second write first, as it may: with one outstanding at a time it cannot.
    @Test func queuePairSendsTheSecondWriteBehindTheFirst() throws {
        let rig = try Rig { $0.latency.write = 1_000_000 }
        rig.namespace.stopVerification()
        try rig.namespace.write(rig.queue, rig.data(1, seed: 1), lba: 8)
        try rig.namespace.startVerification()
        let start = rig.controller.function.nanoseconds
        try rig.namespace.write(rig.queue, rig.data(1, seed: 2), lba: 8).wait(2)
        #expect(rig.controller.function.nanoseconds - start >= 2_000_000)
        #expect(try rig.read(8) == .success)
        #expect(rig.table?.statistics.checked == 1)
    }
}
