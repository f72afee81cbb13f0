import NVMeSpec
import Testing

@testable import NVMeDriver

@Suite("Stamps and tokens")
struct StampTests {
    @Test func firstTokenIsOne() {
        #expect(TokenCounter().next == 1)
    }

    @Test func writesAdvanceTheTokenByTheirBlocks() throws {
        let bench = try Bench()
        for _ in 0..<5 { bench.write(0, 8) }
        #expect(bench.table.tokens.next == 41)
    }

    @Test func blockHasItsLBAInFrontAndItsTokenAtTheEnd() throws {
        let bench = try Bench()
        bench.write(0, 3)
        let data = bench.write(100, 2)
        #expect(data.load(fromByteOffset: 512, as: UInt64.self) == 101)
        #expect(data.load(fromByteOffset: 1016, as: UInt64.self) == 5)
    }

    @Test func rawWriteIsNotStampedAndTakesNoToken() throws {
        let bench = try Bench()
        let data = bench.write(100, seed: 7, stamps: false)
        #expect(data.load(as: UInt64.self) != 100)
        #expect(bench.table.tokens.next == 1)
    }

    @Test func levelOffStampsNothing() throws {
        let bench = try Bench(level: .off)
        let data = bench.write(100, seed: 7)
        #expect(data.load(as: UInt64.self) != 100)
    }

    @Test func interleavedMetadataIsLeftAlone() {
        let layout = BlockLayout(dataByteCount: 512, interleavedMetadata: 8)
        let data = UnsafeMutableRawPointer.allocate(byteCount: 1040, alignment: 8)
        defer { data.deallocate() }
        data.initializeMemory(as: UInt8.self, repeating: 0xEE, count: 1040)
        layout.stamp(data, lba: 5, token: 9, count: 2)
        #expect(data.load(fromByteOffset: 504, as: UInt64.self) == 9)
        #expect(data.load(fromByteOffset: 512, as: UInt64.self) == 0xEEEE_EEEE_EEEE_EEEE)
        #expect(data.load(fromByteOffset: 520, as: UInt64.self) == 6)
    }

    @Test func patternChecksumIsThatOfTheStampedBlock() throws {
        let bench = try Bench(blockSize: 4096)
        let layout = bench.table.layout
        let data = bench.data(3, seed: 5)
        let pattern = PatternChecksums(data, layout: layout, count: 3)
        layout.stamp(data, lba: 0x1234_5678_9ABC, token: 0xFEDC_BA98, count: 3)
        for index in 0..<3 {
            let crc = pattern.crc(
                index, lba: 0x1234_5678_9ABC + UInt64(index), token: 0xFEDC_BA98 + UInt64(index))
            #expect(crc == checksum(data + index * 4096, 4096))
        }
    }
}
