import NVMe
import Testing

@Suite("Buffers")
struct BufferTests {
    private func buffer(_ count: Int = 512, _ pattern: BufferPattern = .zeros) throws -> Buffer {
        try Buffer(count, pattern: pattern)
    }

    @Test func newBufferIsZeroedAndPageAligned() throws {
        let buffer = try buffer()
        #expect(buffer[...].allSatisfy { $0 == 0 })
        #expect(buffer.ioVirtualAddress % 4096 == 0)
    }

    @Test(arguments: [0, -1])
    func sizeBelowOneIsRefused(count: Int) throws {
        #expect(throws: NVMeError.self) { try buffer(count) }
    }

    @Test func moreThanThereIsIsRefused() throws {
        let error = #expect(throws: NVMeError.self) { try buffer(1 << 40) }
        guard case .pcie(.outOfMemory) = error else { throw try #require(error) }
    }

    @Test func onesFillEveryByte() throws {
        #expect(try buffer(13, .ones)[...].allSatisfy { $0 == 0xFF })
    }

    @Test func dwordPatternLeavesTheOddTailZero() throws {
        #expect(try buffer(10, .dword(0x0403_0201))[...] == [1, 2, 3, 4, 1, 2, 3, 4, 0, 0])
    }

    @Test func ninetyNinePercentOf512BytesLeaveTheLastByteZero() throws {
        let buffer = try buffer(512, .random(percent: 99, seed: 1))
        #expect(buffer[506...].allSatisfy { $0 == 0 })
        #expect(buffer[0..<506].contains { $0 != 0 })
    }

    @Test(arguments: [-1, 101])
    func impossiblePercentageIsRefused(percent: Int) throws {
        #expect(throws: NVMeError.self) { try buffer(512, .random(percent: percent)) }
    }

    @Test func sameSeedGivesTheSameBytes() throws {
        #expect(try buffer(512, .random(seed: 5))[...] == buffer(512, .random(seed: 5))[...])
    }

    @Test func assigningFewerBytesLeavesTheRest() throws {
        let buffer = try buffer(8, .ones)
        buffer[2..<6] = [1, 2]
        #expect(buffer[...] == [0xFF, 0xFF, 1, 2, 0xFF, 0xFF, 0xFF, 0xFF])
    }

    @Test func textGoesInAndComesOut() throws {
        let buffer = try buffer()
        buffer[10..<21] = "hello world"
        #expect(buffer[10..<21] == "hello world")
        #expect(buffer.text(10...25) == "hello world")
    }

    @Test func dataIsLittleEndianWithBothEndsIncluded() throws {
        let buffer = try buffer()
        buffer[8..<12] = [0x78, 0x56, 0x34, 0x12]
        #expect(buffer.data(8...11) == 0x1234_5678)
        #expect(buffer.data(9) == 0x56)
    }

    @Test(arguments: [-1, 512, Int.max, Int.min])
    func byteOutsideReadsAllOnesAndIsRemembered(index: Int) throws {
        let buffer = try buffer()
        #expect(buffer[index] == 0xFF)
        #expect(throws: NVMeError.self) { try buffer.checkAccesses() }
        try buffer.checkAccesses()
    }

    @Test(arguments: [500..<513, -4..<4, 600..<700, Int.min..<Int.max])
    func rangeOutsideMovesWhatExists(range: Range<Int>) throws {
        let buffer = try buffer(512, .ones)
        #expect(buffer[range].count <= 512)
        buffer[range] = BufferBytes([UInt8](repeating: 7, count: 100))
        #expect(buffer[...].count == 512)
        #expect(throws: NVMeError.self) { try buffer.checkAccesses() }
    }

    @Test func endlessClosedRangeIsHarmless() throws {
        let buffer = try buffer()
        #expect(buffer[0...Int.max].count == 512)
    }

    @Test func storeOutsideThrowsAndWritesNothing() throws {
        let buffer = try buffer()
        #expect(throws: NVMeError.self) { try buffer.store([1, 2, 3], at: 510) }
        #expect(buffer[...].allSatisfy { $0 == 0 })
    }

    @Test func loadOutsideThrows() throws {
        #expect(throws: NVMeError.self) { try buffer().load(500..<513) }
    }

    @Test func commandRefusesABufferThatWasMisused() throws {
        let controller = try ScriptedDevice().controller()
        let buffer = try controller.makeBuffer(512)
        buffer[512] = 1
        #expect(throws: NVMeError.self) { try controller.send(.anything, buffer) }
        #expect(controller.warnings.take().count == 1)
    }

    @Test func offsetMovesTheAddressButNotTheIndexes() throws {
        let buffer = try buffer(8192)
        let base = buffer.ioVirtualAddress
        buffer[0] = 9
        buffer.offset = 3000
        #expect(buffer.ioVirtualAddress == base + 3000)
        #expect(buffer[0] == 9)
    }

    /// Behind the buffer and its spare page lies the memory of others.
    @Test(arguments: [(8192, 4096), (-4096, 512), (7684, 512), (1 << 40, 0), (Int.min, 0), (4100, 4096)])
    func commandWhoseDataLiesOutsideTheBufferIsRefused(offset: Int, size: Int) throws {
        let controller = try ScriptedDevice().controller()
        let buffer = try controller.makeBuffer(4096, name: "mine")
        buffer.offset = offset
        buffer.size = size
        let error = #expect(throws: NVMeError.self) { try controller.send(.anything, buffer) }
        guard case .invalidArgument(name: "offset of 'mine'", _, _, _) = error else { throw try #require(error) }
        #expect(controller.outstanding == 0)
    }

    @Test(arguments: [3584, 7680]) func commandWhoseDataEndsWithTheBufferOrTheSparePageIsSent(offset: Int) throws {
        let controller = try ScriptedDevice().controller()
        let buffer = try controller.makeBuffer(4096)
        buffer.offset = offset
        buffer.size = 512
        #expect(try controller.send(.anything, buffer).wait().isSuccess)
    }

    @Test func sizeCannotExceedTheBuffer() throws {
        let buffer = try buffer()
        buffer.size = 513
        #expect(buffer.size == 512)
        #expect(throws: NVMeError.self) { try buffer.checkAccesses() }
    }

    @Test(arguments: [0, 1, 511])
    func smallAndOddSizesAreAllowed(size: Int) throws {
        let buffer = try buffer()
        buffer.size = size
        #expect(buffer.size == size)
        #expect(buffer.count == 512)
    }

    @Test func dumpShowsSixteenBytesPerLine() throws {
        let buffer = try Buffer(18, name: "mine")
        buffer[0..<3] = [0x41, 0x42, 0x1F]
        let lines = buffer.dump().split(separator: "\n")
        #expect(lines.count == 3)
        #expect(lines[0] == "mine")
        #expect(lines[1].hasPrefix("[0x00000000]  41 42 1f 00 00 00 00 00  00 "))
        #expect(lines[1].hasSuffix("  AB.............."))
        #expect(lines[2].hasPrefix("[0x00000010]  00 00 "))
    }

    @Test func dumpOfNothingIsTheName() throws {
        #expect(try Buffer(18, name: "mine").dump(0) == "mine")
    }

    @Test func dsmRangeHasItsFieldsInPlace() throws {
        let buffer = try buffer(4096)
        try buffer.setDSMRange(1, lba: 0x1_0000_0002, count: 3, attributes: 4)
        #expect(buffer.data(16...19) == 4)
        #expect(buffer.data(20...23) == 3)
        #expect(buffer.data(24...31) == 0x1_0000_0002)
    }

    @Test(arguments: [-1, 256])
    func dsmRangeOutsideTheBufferIsRefused(index: Int) throws {
        let buffer = try buffer(4096)
        #expect(throws: NVMeError.self) { try buffer.setDSMRange(index, lba: 0, count: 1) }
    }
}
