import NVMeSpec
import Testing

@testable import NVMeDriver

@Suite("What a mismatch is called")
struct DiagnosisTests {
    @Test(arguments: [0, 7, 8, 100, 2047, 4087, 4088, 4095])
    func flippedBitIsFoundWhereverItIs(byte: Int) throws {
        let bench = try Bench(blockSize: 4096)
        let data = bench.copy(bench.write(9))
        let value = data.load(fromByteOffset: byte, as: UInt8.self)
        data.storeBytes(of: value ^ 0x20, toByteOffset: byte, as: UInt8.self)
        let report = try #require(bench.report(9, data))
        #expect(report.kind == .bitFlip(byte: byte, bit: 5))
        #expect(report.firstDifferingByte == byte)
    }

    @Test func everyBitOfABlockHasAPlaceOfItsOwn() throws {
        let bench = try Bench(blockSize: 512)
        let data = bench.write(9)
        let right = IntegrityEntry.checksum(checksum(data, 512))
        for place in 0..<512 * 8 {
            let (byte, bit) = (place / 8, place % 8)
            let value = data.load(fromByteOffset: byte, as: UInt8.self)
            data.storeBytes(of: value ^ 1 << UInt8(bit), toByteOffset: byte, as: UInt8.self)
            let difference = right ^ IntegrityEntry.checksum(checksum(data, 512))
            data.storeBytes(of: value, toByteOffset: byte, as: UInt8.self)
            let found = BitFlipSearch.place(byteCount: 512, difference: difference)
            #expect(found?.byte == byte && found?.bit == bit)
        }
    }

    @Test func olderDataOfTheBlockIsStale() throws {
        let bench = try Bench()
        let old = bench.copy(bench.write(9, seed: 1))
        bench.write(9, seed: 2)
        let report = try #require(bench.report(9, old))
        #expect(report.kind == .stale(token: 1))
        #expect(report.expectedToken == 2 && report.gotToken == 1)
    }

    @Test func olderDataThatDiffersInOneBitOfItsTokenIsStale() throws {
        let bench = try Bench()
        bench.write(100)
        let old = bench.copy(bench.write(9, seed: 1))
        bench.write(9, seed: 1)
        #expect(try #require(bench.report(9, old)).kind == .stale(token: 2))
    }

    @Test func dataOfAnotherBlockIsMisdirected() throws {
        let bench = try Bench()
        let other = bench.copy(bench.write(100))
        bench.write(9)
        #expect(try #require(bench.report(9, other)).kind == .otherBlock(lba: 100))
    }

    @Test func dataOfAnotherBlockIsNoticedWhereNothingIsKnown() throws {
        let bench = try Bench()
        let other = bench.copy(bench.write(100))
        #expect(try #require(bench.report(9, other)).kind == .otherBlock(lba: 100))
    }

    @Test(arguments: [UInt8(0), 0xFF])
    func emptyBlockHasAName(value: UInt8) throws {
        let bench = try Bench()
        bench.write(9)
        let data = bench.data()
        data.initializeMemory(as: UInt8.self, repeating: value, count: 512)
        #expect(try #require(bench.report(9, data)).kind == (value == 0 ? .allZeros : .allOnes))
    }

    @Test(arguments: [1, 4, 8, 64, -8, -64])
    func shiftedDataHasADistance(bytes: Int) throws {
        let bench = try Bench()
        let data = bench.write(9, seed: 5)
        let moved = bench.data()
        for index in 0..<512 {
            let value = data.load(fromByteOffset: index, as: UInt8.self)
            moved.storeBytes(of: value, toByteOffset: (index + bytes + 512) % 512, as: UInt8.self)
        }
        #expect(try #require(bench.report(9, moved)).kind == .shifted(bytes: bytes))
    }

    @Test(arguments: 1...7)
    func tornBlockNamesTheSector(sector: Int) throws {
        let bench = try Bench(blockSize: 4096)
        let torn = bench.copy(bench.write(9, seed: 1))
        let new = bench.write(9, seed: 2)
        torn.copyMemory(from: new, byteCount: sector * 512)
        let report = try #require(bench.report(9, torn))
        #expect(report.kind == .torn(sector: sector, newerFirst: true))
        #expect(report.firstDifferingByte == sector * 512)
    }

    @Test func blockWhoseEndAloneIsNewIsTorn() throws {
        let bench = try Bench(blockSize: 4096)
        let torn = bench.copy(bench.write(9, seed: 1))
        let new = bench.write(9, seed: 2)
        (torn + 3072).copyMemory(from: new + 3072, byteCount: 1024)
        #expect(try #require(bench.report(9, torn)).kind == .torn(sector: 6, newerFirst: false))
    }

    @Test func blockOverNothingThatWasWrittenInPartIsTorn() throws {
        let bench = try Bench(blockSize: 4096)
        let torn = bench.data()
        torn.copyMemory(from: bench.write(9, seed: 2), byteCount: 512)
        #expect(try #require(bench.report(9, torn)).kind == .torn(sector: 1, newerFirst: true))
    }

    @Test func writeThatStoppedBetweenBlocksIsTornThere() throws {
        let bench = try Bench()
        let torn = bench.copy(bench.write(8, 4, seed: 1), 4)
        let new = bench.write(8, 4, seed: 2)
        torn.copyMemory(from: new, byteCount: 2 * 512)
        #expect(!bench.reads(8, torn, 4))
        #expect(bench.table.mismatches.map(\.lba) == [10, 11])
        #expect(bench.table.mismatches.first?.kind == .tornBetweenBlocks)
    }

    @Test func uncorrectableBlockThatReadsIsNamed() throws {
        let bench = try Bench()
        let data = bench.write(9)
        bench.run(bench.command(.writeUncorrectable, 9))
        #expect(try #require(bench.report(9, data)).kind == .uncorrectable)
    }

    @Test func strangeDataBetweenRightStampsIsCorrupted() throws {
        let bench = try Bench()
        let data = bench.copy(bench.write(9))
        data.storeBytes(of: 0x1234_5678_9ABC_DEF0, toByteOffset: 96, as: UInt64.self)
        #expect(try #require(bench.report(9, data)).kind == .corrupted)
    }

    @Test func stampsAloneFindWhatIsStaleAndWhatIsNot() throws {
        let bench = try Bench(level: .stamps)
        let old = bench.copy(bench.write(9, seed: 1))
        let new = bench.write(9, seed: 2)
        #expect(bench.reads(9, new))
        #expect(try #require(bench.report(9, old)).kind == .stale(token: 1))
    }

    @Test func reportSaysWhatWasExpectedAndWhatCame() throws {
        let bench = try Bench()
        let old = bench.copy(bench.write(0x10, seed: 1))
        bench.write(0x10, seed: 2)
        let text = try #require(bench.report(0x10, old)).description
        #expect(text.contains("LBA 0x10: data of an older write, token 0x1"))
        #expect(text.contains("expected LBA 0x10, token 0x2"))
        #expect(text.contains("first differing byte: 504"))
    }

    @Test func logLineOfAMisdirectedBlockNamesBothBlocks() throws {
        let bench = try Bench()
        let other = bench.copy(bench.write(100))
        #expect(try #require(bench.report(9, other)).logLine == "lba mismatch: lba 0x9, but got: 0x64")
    }
}
