import EmulatedSSD
import NVMeSpec
import Testing

@testable import NVMeDriver

/// Each flaw of the device is noticed by the driver, and called by its name.
@Suite("Flaws that integrity finds")
struct FlawTests {
    @Test func perfectDeviceGivesNoMismatch() throws {
        let rig = try Rig()
        try rig.write(8, 4)
        #expect(try rig.read(8, 4) == .success)
    }

    @Test func flippedBit() throws {
        let rig = try Rig()
        try rig.write(8)
        try rig.ssd.setFlaws([Flaw(.flipBit(byte: 1234, bit: 3))])
        #expect(try rig.mismatch(8) == .bitFlip(byte: 1234, bit: 3))
    }

    @Test func lostWrite() throws {
        let rig = try Rig()
        try rig.write(8)
        try rig.ssd.setFlaws([Flaw(.loseWrite, nth: 1)])
        let lost = rig.table?.tokens.next
        try rig.write(8, seed: 2)
        guard case .stale(let token) = try rig.mismatch(8), let lost else {
            Issue.record("not called stale")
            return
        }
        #expect(token < lost)
    }

    @Test func lostFirstWriteLeavesZeros() throws {
        let rig = try Rig()
        try rig.ssd.setFlaws([Flaw(.loseWrite, nth: 1)])
        try rig.write(8)
        #expect(try rig.mismatch(8) == .allZeros)
    }

    @Test func misdirectedWriteIsFoundWhereItLanded() throws {
        let rig = try Rig()
        try rig.write(11)
        try rig.ssd.setFlaws([Flaw(.misdirectedWrite(blocks: 3), nth: 1)])
        try rig.write(8, seed: 2)
        #expect(try rig.mismatch(11) == .otherBlock(lba: 8))
    }

    @Test func misdirectedRead() throws {
        let rig = try Rig()
        try rig.write(8, 4)
        try rig.ssd.setFlaws([Flaw(.misdirectedRead(blocks: 2))])
        #expect(try rig.mismatch(8) == .otherBlock(lba: 10))
    }

    @Test func staleRead() throws {
        let rig = try Rig()
        try rig.ssd.setFlaws([Flaw(.staleRead)])
        try rig.write(8)
        try rig.write(8, seed: 2)
        guard case .stale = try rig.mismatch(8) else {
            Issue.record("not called stale")
            return
        }
    }

    @Test func tornBlock() throws {
        let rig = try Rig()
        try rig.write(8)
        try rig.ssd.setFlaws([Flaw(.tornBlock(sectors: 3), nth: 1)])
        try rig.write(8, seed: 2)
        #expect(try rig.mismatch(8) == .torn(sector: 3, newerFirst: true))
    }

    @Test func writeTornBetweenBlocks() throws {
        let rig = try Rig()
        try rig.write(8, 4)
        try rig.ssd.setFlaws([Flaw(.tornWrite(blocks: 2), nth: 1)])
        try rig.write(8, 4, seed: 2)
        #expect(try rig.mismatch(8, 4) == .tornBetweenBlocks)
    }

    @Test func ignoredFlushBeforeAPowerCut() throws {
        let rig = try Rig()
        try rig.write(8, 16)
        try rig.flush()
        try rig.ssd.setFlaws([Flaw(.ignoreFlush)])
        for lba in 8..<24 as Range<UInt64> { try rig.write(lba, seed: 2) }
        try rig.flush()
        try rig.cyclePower()
        // Of each block the seed decides whether it is lost: of sixteen some are.
        let kinds = try (8..<24 as Range<UInt64>).compactMap { try rig.mismatch($0) }
        #expect(!kinds.isEmpty)
        #expect(kinds.allSatisfy { if case .stale = $0 { true } else { false } })
    }

    @Test func durableBlocksForgottenAtAPowerCut() throws {
        let rig = try Rig()
        try rig.write(8)
        try rig.flush()
        try rig.ssd.setFlaws([Flaw(.forgetAtPowerLoss, blocks: 8..<9)])
        try rig.cyclePower()
        #expect(try rig.mismatch(8) == .allZeros)
    }

    @Test func zerosAndOnes() throws {
        let rig = try Rig()
        try rig.write(8, 2)
        try rig.ssd.setFlaws([Flaw(.zeros, blocks: 8..<9), Flaw(.ones, blocks: 9..<10)])
        #expect(try rig.mismatch(8) == .allZeros)
        #expect(try rig.mismatch(9) == .allOnes)
    }

    @Test func shiftedData() throws {
        let rig = try Rig()
        try rig.write(8)
        try rig.ssd.setFlaws([Flaw(.shift(bytes: 4))])
        #expect(try rig.mismatch(8) == .shifted(bytes: 4))
    }

    @Test func uncorrectableBlockThatReads() throws {
        let rig = try Rig()
        try rig.write(8)
        try rig.namespace.writeUncorrectable(rig.queue, lba: 8).wait()
        #expect(try rig.read(8) == .unrecoveredReadError)
        try rig.ssd.setFlaws([Flaw(.hideUncorrectable)])
        #expect(try rig.mismatch(8) == .uncorrectable)
    }

    @Test func commandLogKeepsTheDevicesOwnStatus() throws {
        let rig = try Rig()
        try rig.write(8)
        try rig.ssd.setFlaws([Flaw(.zeros)])
        #expect(try rig.read(8) == .dataMismatch)
        #expect(rig.queue.commandLog.entries(1).first?.completion?.status.isSuccess == true)
    }

    @Test func commandWithoutAnAnswerTimesOut() throws {
        let rig = try Rig { $0.flaws = [Flaw(.noAnswer, opcode: NVMOpcode.flush.rawValue, nth: 1)] }
        rig.controller.timeout = .milliseconds(10)
        #expect(throws: NVMeError.self) { try rig.flush() }
        try rig.reset()
        try rig.flush()
    }

    @Test func stalledCommandIsLate() throws {
        let rig = try Rig { $0.flaws = [Flaw(.stall(nanoseconds: 5_000_000), opcode: NVMOpcode.flush.rawValue)] }
        try rig.flush()
        #expect(rig.queue.latestLatency >= .milliseconds(5))
    }

    @Test func wrongStatusIsTheScripts() throws {
        let rig = try Rig { $0.flaws = [Flaw(.status(0x281), opcode: NVMOpcode.write.rawValue, nth: 1)] }
        #expect(throws: NVMeError.self) { try rig.write(8) }
        // Old or new: nothing is known of a write that failed.
        #expect(try rig.read(8) == .success)
    }

    @Test func secondAnswerIsUnexpected() throws {
        let rig = try Rig { $0.flaws = [Flaw(.answerTwice, opcode: NVMOpcode.write.rawValue, nth: 1)] }
        try rig.write(8)
        // The second answer passes for that of the next command with its identifier, whose own is then one too many.
        for _ in 0..<2 { try rig.namespace.flush(rig.queue) }
        _ = try? rig.queue.wait(2)
        #expect(rig.controller.warnings.take().contains { if case .unexpectedCompletion = $0 { true } else { false } })
    }

    @Test func unknownIdentifierIsUnexpected() throws {
        let rig = try Rig { $0.flaws = [Flaw(.wrongCommandIdentifier(offset: 500), nth: 1)] }
        rig.controller.timeout = .milliseconds(10)
        #expect(throws: (any Error).self) { try rig.write(8) }
        #expect(rig.controller.warnings.take().contains { if case .unexpectedCompletion = $0 { true } else { false } })
    }
}
