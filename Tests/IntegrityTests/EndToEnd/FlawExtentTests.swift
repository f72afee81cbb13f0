import EmulatedSSD
import NVMeSpec
import Testing

@testable import NVMeDriver

/// A flaw damages the blocks that it names and no other, whatever the size of the command that touches them.
@Suite("Blocks that a flaw hits")
struct FlawExtentTests {
    private static let region: Range<UInt64> = 128..<256
    private let rig: Rig

    init() throws { rig = try Rig(blockSize: 512) }

    private var whole: (UInt64, Int) { (Self.region.lowerBound, Self.region.count) }

    /// The blocks of the region that are not what was written last.
    private func damaged() throws -> [UInt64] {
        try rig.ssd.setFlaws([])
        return try Self.region.filter { try rig.read($0) != .success }
    }

    /// The blocks that a read of the whole region reports.
    private func reported() throws -> [UInt64] {
        let before = rig.table?.mismatchCount ?? 0
        guard try rig.read(whole.0, whole.1) == .dataMismatch, let table = rig.table else { return [] }
        return table.mismatches.suffix(table.mismatchCount - before).map(\.lba)
    }

    @Test(arguments: [
        (Flaw.Effect.loseWrite, 200...200), (.tornWrite(blocks: 1), 200...200), (.tornBlock(sectors: 0), 200...200),
        (.misdirectedWrite(blocks: 3), 200...200), (.loseWrite, 200...203), (.tornWrite(blocks: 74), 200...203),
    ])
    func flawOfWritesLeavesOtherBlocksAlone(effect: Flaw.Effect, named: ClosedRange<UInt64>) throws {
        try rig.write(whole.0, whole.1)
        try rig.ssd.setFlaws([Flaw(effect, blocks: named.lowerBound..<named.upperBound + 1)])
        try rig.write(whole.0, whole.1, seed: 2)
        let expected: [UInt64]
        switch effect {
        // What went astray lies where it went.
        case .misdirectedWrite(let by): expected = [200, 200 + UInt64(by)]
        // Counted from the start of the write: 128 + 74 = 202.
        case .tornWrite(74): expected = [202, 203]
        default: expected = Array(named)
        }
        #expect(try damaged() == expected)
    }

    @Test(arguments: [
        Flaw.Effect.zeros, .ones, .shift(bytes: 4), .flipBit(byte: 100, bit: 1), .misdirectedRead(blocks: 2),
        .staleRead,
    ])
    func flawOfReadsLeavesOtherBlocksAlone(effect: Flaw.Effect) throws {
        if effect == .staleRead { try rig.ssd.setFlaws([Flaw(.staleRead, blocks: 200..<202)]) }
        try rig.write(whole.0, whole.1)
        try rig.write(whole.0, whole.1, seed: 2)
        if effect != .staleRead { try rig.ssd.setFlaws([Flaw(effect, blocks: 200..<202)]) }
        #expect(try reported() == [200, 201])
    }

    @Test func severalFlawsStrikeTheSameCommand() throws {
        try rig.write(whole.0, whole.1)
        try rig.ssd.setFlaws([Flaw(.zeros, blocks: 140..<141), Flaw(.ones, blocks: 150..<151)])
        #expect(try reported() == [140, 150])
        #expect(rig.table?.mismatches.map(\.kind) == [.allZeros, .allOnes])
    }

    @Test func hiddenUncorrectableBlockDoesNotHideItsNeighbours() throws {
        try rig.write(whole.0, whole.1)
        try rig.namespace.writeUncorrectable(rig.queue, lba: 200).wait()
        try rig.ssd.setFlaws([Flaw(.hideUncorrectable, blocks: 200..<201)])
        #expect(try reported() == [200])
        try rig.namespace.writeUncorrectable(rig.queue, lba: 210).wait()
        #expect(try rig.read(whole.0, whole.1) == .unrecoveredReadError)
    }

    @Test func answerFlawOfABlockDoesNotConcernFlush() throws {
        try rig.ssd.setFlaws([Flaw(.status(0x281), blocks: 0..<1)])
        try rig.flush()
        #expect(try rig.read(0) == .unrecoveredReadError)
    }

    /// Numbers that no text can say reach the device through its interface: they do nothing worse than a large one.
    @Test(arguments: [
        Flaw.Effect.shift(bytes: .max), .shift(bytes: .min), .tornWrite(blocks: .max), .tornWrite(blocks: .min),
        .tornBlock(sectors: .max), .tornBlock(sectors: .min), .flipBit(byte: .max, bit: .min),
        .misdirectedRead(blocks: .max), .misdirectedWrite(blocks: .min), .wrongCommandIdentifier(offset: .min),
    ])
    func extremeNumbersDoNotTrap(effect: Flaw.Effect) throws {
        rig.controller.timeout = .milliseconds(1)
        rig.controller.waitGrace = .milliseconds(1)
        try rig.ssd.setFlaws([Flaw(effect)])
        try? rig.write(8)
        _ = try? rig.read(8)
        try rig.ssd.setFlaws([])
        rig.controller.timeout = .seconds(10)
        try rig.reset()
        #expect(try rig.read(64) == .success)
    }

    /// Behind the last block comes the first: what goes astray is never written in place.
    @Test func misdirectedBlockStaysInsideTheNamespaceAndOutOfItsPlace() throws {
        let last = rig.namespace.blockCount - 1
        for lba in [0, 1, last] { try rig.write(lba) }
        try rig.ssd.setFlaws([Flaw(.misdirectedWrite(blocks: 2), blocks: last..<last + 1)])
        try rig.write(last, seed: 2)
        try rig.ssd.setFlaws([Flaw(.misdirectedRead(blocks: -1), blocks: 0..<1)])
        #expect(try [0, 1, last].map { try rig.read($0) } == [.dataMismatch, .dataMismatch, .dataMismatch])
        #expect(rig.table?.mismatches.map(\.gotLBA) == [last, last, last])
    }

    @Test func earlierVersionOfEveryBlockIsKept() throws {
        try rig.ssd.setFlaws([Flaw(.staleRead)])
        for _ in 0..<2 { for lba in stride(from: 0, to: 5120, by: 32) as StrideTo<UInt64> { try rig.write(lba, 32) } }
        let stale = try stride(from: 0, to: 5120, by: 640).map { try rig.read(UInt64($0)) }
        #expect(stale.allSatisfy { $0 == .dataMismatch })
    }
}
