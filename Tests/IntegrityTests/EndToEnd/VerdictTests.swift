import Dispatch
import EmulatedSSD
import NVMeSpec
import PCIExpress
import Synchronization
import Testing

@testable import NVMeDriver

/// What a script may do without being told lies about its data, and without being told that all is well.
@Suite("Verdicts of a script's reads")
struct VerdictTests {
    private func raw(_ opcode: NVMOpcode, _ lba: UInt64, _ count: Int = 1) -> SubmissionQueueEntry {
        var command = SubmissionQueueEntry(opcode, nsid: 1)
        command.startingLBA = lba
        command.cdw12 = UInt32(count - 1)
        return command
    }

    private func readAll(_ rig: Rig, _ blocks: Range<UInt64>) throws -> [StatusCode] {
        try blocks.map { try rig.read($0) }
    }

    @Test func readThatMovesNothingFailsThoughTheBufferHoldsTheData() throws {
        let rig = try Rig(level: .checksums) { $0.media = .null }
        let buffer = try rig.data(1, seed: 1)
        try rig.namespace.write(rig.queue, buffer, lba: 8).wait()
        #expect(try rig.namespace.read(rig.queue, buffer, lba: 8).completion().code == .dataMismatch)
        #expect(rig.table?.mismatches.last?.kind == .notTransferred)
    }

    @Test func oneBufferForManyOutstandingWrites() throws {
        let rig = try Rig { $0.latency.write = 200_000 }
        let buffer = try rig.data(1, seed: 1)
        for lba in 0..<16 as Range<UInt64> { try rig.namespace.write(rig.queue, buffer, lba: lba) }
        try rig.queue.wait(16)
        #expect(try readAll(rig, 0..<16).allSatisfy { $0 == .success })
        #expect(rig.table?.statistics.checked == 16)
    }

    @Test func dataFromBeforeVerification() throws {
        let rig = try Rig()
        rig.namespace.stopVerification()
        try rig.write(8)
        try rig.namespace.startVerification()
        #expect(try rig.read(8) == .success)
        #expect(rig.table?.statistics.unchecked == [.neverWritten: 1])
    }

    @Test func dataThatWasWrittenWhileTheLevelWasOff() throws {
        let rig = try Rig()
        rig.table?.level = .off
        try rig.namespace.send(rig.queue, raw(.write, 8), try rig.data(1, seed: 3)).wait()
        rig.table?.level = .stamps
        #expect(try rig.read(8) == .success)
    }

    @Test(arguments: [UInt32(1), .max])
    func rawFormat(nsid: UInt32) throws {
        let rig = try Rig()
        try rig.write(8)
        try rig.controller.formatNVM(nsid: nsid, lbaFormat: 1).wait()
        #expect(try rig.read(8) == .success)
        #expect(rig.table?.statistics.unchecked == [.neverWritten: 1])
    }

    @Test func refusedFormatForgetsNothing() throws {
        let rig = try Rig()
        try rig.write(8)
        _ = try rig.controller.formatNVM(nsid: 1, lbaFormat: 15).completion()
        try rig.ssd.setFlaws([Flaw(.zeros)])
        #expect(try rig.read(8) == .dataMismatch)
    }

    @Test func formatThatAResetCutShortLeavesBlocksUnknown() throws {
        let rig = try Rig { $0.latency.format = 1_000_000_000 }
        try rig.write(8)
        try rig.controller.formatNVM(nsid: 1, lbaFormat: 1)
        #expect(rig.ssd.stepper?.step() == true)
        try rig.reset()
        #expect(try rig.read(8) == .success)
    }

    @Test func resetLosesNothingThatWasAcknowledged() throws {
        let rig = try Rig()
        try rig.write(0, 16)
        try rig.reset()
        #expect(try rig.read(0, 16) == .success)
        #expect(rig.table?.statistics.checked == 16)
        try rig.ssd.setFlaws([Flaw(.staleRead), Flaw(.zeros, blocks: 3..<4)])
        #expect(try rig.read(0, 16) == .dataMismatch)
    }

    /// NVMe Base 2.0 §3.7.1: a reset of the subsystem is no loss of power, though it clears CC.EN too.
    @Test func subsystemResetBringsNoOldVersionBack() throws {
        let rig = try Rig()
        try rig.write(0, 16)
        try rig.ssd.setFlaws([Flaw(.loseWrite)])
        try rig.write(0, 16)
        try rig.controller.subsystemReset()
        try rig.reset()
        #expect(try rig.read(0, 16) == .dataMismatch)
    }

    @Test func surpriseRemovalMayTakeWhatWasNotFlushed() throws {
        let rig = try Rig()
        try rig.write(0, 16)
        try rig.ssd.remove()
        try rig.ssd.reinsert()
        try rig.reset()
        #expect(try readAll(rig, 0..<16).allSatisfy { $0 == .success })
        #expect(rig.table?.mismatchCount == 0)
    }

    /// CC.EN is clear either way then: the address of the admin queue tells (NVMe Base 2.3 §3.1.4.5: no controller reset changes it).
    @Test func surpriseRemovalOfADisabledControllerMayTakeAsMuch() throws {
        let rig = try Rig()
        try rig.write(0, 16)
        try rig.controller.disable()
        try rig.ssd.remove()
        try rig.ssd.reinsert()
        try rig.reset()
        #expect(try readAll(rig, 0..<16).allSatisfy { $0 == .success })
    }

    @Test func surpriseRemovalInTheMiddleOfAResetMayTakeAsMuch() throws {
        let rig = try Rig()
        try rig.write(0, 16)
        let ssd = rig.ssd
        try rig.controller.initialise { controller in
            try controller.disable()
            try ssd.remove()
            try ssd.reinsert()
            try controller.standardInitialisation()
        }
        try rig.reset()
        #expect(try readAll(rig, 0..<16).allSatisfy { $0 == .success })
    }

    /// Another controller object of the same function has had the device meanwhile.
    @Test func whatAnotherControllerHasWrittenIsNoMismatch() throws {
        let rig = try Rig()
        try rig.write(0, 16)
        let other = Controller(rig.ssd)
        try other.initialise()
        let queue = try other.makeQueuePair(depth: 4)
        try other.namespace(1).write(queue, other.makeBuffer(rig.namespace.blockSize, pattern: .ones), lba: 3).wait()
        try rig.reset()
        #expect(try rig.read(0, 16) == .success)
    }

    @Test func surpriseRemovalMayNotTakeWhatWasFlushed() throws {
        let rig = try Rig { $0.flaws = [Flaw(.forgetAtPowerLoss)] }
        try rig.write(0, 16)
        try rig.flush()
        try rig.ssd.remove()
        try rig.ssd.reinsert()
        try rig.reset()
        #expect(try rig.read(0, 16) == .dataMismatch)
    }

    @Test func cacheThatWasDisabledByFeature06h() throws {
        let rig = try Rig { $0.flaws = [Flaw(.forgetAtPowerLoss)] }
        try rig.controller.setFeatures(.volatileWriteCache, 0).wait()
        try rig.write(0, 16)
        try rig.cyclePower()
        #expect(try rig.read(0, 16) == .dataMismatch)
    }

    @Test func rawWritesAndCopiesThatWereFlushed() throws {
        let rig = try Rig { $0.flaws = [Flaw(.forgetAtPowerLoss)] }
        try rig.namespace.send(rig.queue, raw(.write, 0), try rig.data(1, seed: 3)).wait()
        try rig.write(8)
        let ranges = try rig.controller.makeBuffer()
        try ranges.store([8], at: 8)
        try rig.namespace.copy(rig.queue, ranges, to: 100, rangeCount: 1).wait()
        try rig.flush()
        try rig.cyclePower()
        #expect(try readAll(rig, 0..<1) == [.dataMismatch] && rig.read(100) == .dataMismatch)
    }

    @Test func fusedPairBehindAWriteOfTheSameBlock() throws {
        let rig = try Rig { $0.latency.write = 200_000 }
        let old = try rig.data(1, seed: 1), new = try rig.data(1, seed: 2)
        try rig.namespace.write(rig.queue, old, lba: 3)
        var first = raw(.compare, 3), second = raw(.write, 3)
        first.fusedOperation = .first
        second.fusedOperation = .second
        try rig.namespace.send(rig.queue, first, old)
        try rig.namespace.send(rig.queue, second, new)
        #expect(try rig.queue.completions(3).allSatisfy(\.isSuccess))
        #expect(try rig.read(3) == .success)
        #expect(rig.table?.statistics.checked == 1)
    }

    @Test func formatToOtherBlocksGoesOnWithTheSameMismatches() throws {
        let rig = try Rig()
        let before = try #require(rig.table)
        try rig.namespace.format(dataSize: 512)
        let after = try #require(rig.table)
        #expect(before !== after && after.layout.dataByteCount == 512)
        // Whoever watches the first table hears of what the second finds.
        try rig.write(8)
        try rig.ssd.setFlaws([Flaw(.zeros)])
        #expect(try rig.read(8) == .dataMismatch)
        #expect(before.mismatchCount == 1)
    }

    @Test func queueThatLivesLongHoldsOneTableOnly() throws {
        let rig = try Rig()
        weak var old: IntegrityTable?
        for _ in 0..<20 {
            rig.namespace.stopVerification()
            let table = try rig.namespace.startVerification()
            try rig.write(8)
            #expect(old == nil)
            old = table
        }
    }

    /// Nobody may end up with a table that no queue looks at.
    @Test func threadsThatStartVerificationAtOnceGetTheSameTable() throws {
        for _ in 0..<50 {
            let rig = try Rig()
            rig.namespace.stopVerification()
            let tables = Mutex<[IntegrityTable]>([])
            let namespace = rig.namespace
            DispatchQueue.concurrentPerform(iterations: 4) { _ in
                if let table = try? namespace.startVerification() { tables.withLock { $0.append(table) } }
            }
            #expect(tables.withLock { tables in tables.count == 4 && tables.allSatisfy { $0 === rig.table } })
        }
    }
}
