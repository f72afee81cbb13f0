import Glibc
import Testing

@testable import PCIExpress

@Suite struct DMAArenaTests {
    private static let piece = DMAArena.pieceSize
    let arena: DMAArena
    let pool: DMAPool

    init() throws {
        arena = try DMAArena(byteCount: 4 * Self.piece, ioVirtualBase: 0x1000_0000)
        pool = DMAPool(owner: "a device", window: try DMAWindow(arena: arena))
    }

    @Test func regionIsPageAlignedForHostAndDevice() throws {
        _ = try pool.allocate(100)
        let region = try pool.allocate(5000)
        #expect(UInt(bitPattern: region.pointer) % 4096 == 0)
        #expect(region.ioVirtualAddress % 4096 == 0)
        #expect(region.byteCount == 5000)
    }

    @Test func deviceAddressIsOffsetFromBase() throws {
        let first = try pool.allocate(4096)
        let second = try pool.allocate(4096)
        for region in [first, second] {
            #expect(region.ioVirtualAddress - arena.ioVirtualBase == UInt64(region.pointer - arena.base))
        }
    }

    @Test func sparePageLiesBehindEachRegion() throws {
        let first = try pool.allocate(4096)
        let second = try pool.allocate(4096)
        #expect(second.pointer - first.pointer == 2 * 4096)
    }

    @Test func reusedMemoryIsZero() throws {
        var first: DMARegion? = try pool.allocate(8192)
        let pointer = try #require(first).pointer
        // The spare page too: a device that ran past the end may have written there.
        memset(pointer, 0xA5, 3 * 4096)
        first = nil
        let second = try pool.allocate(12000)
        #expect(second.pointer == pointer)
        #expect(UnsafeRawBufferPointer(start: pointer, count: 12000).allSatisfy { $0 == 0 })
    }

    @Test func memoryOfAPoolThatIsGoneIsZeroForTheNext() throws {
        var first: DMAPool? = DMAPool(owner: "first", window: try DMAWindow(arena: arena))
        var region = try first?.allocate(Self.piece / 2)
        let pointer = try #require(region).pointer
        memset(pointer, 0xA5, Self.piece / 2)
        region = nil
        first = nil
        let second = try pool.allocate(Self.piece / 2)
        #expect(second.pointer == pointer)
        #expect(UnsafeRawBufferPointer(start: pointer, count: Self.piece / 2).allSatisfy { $0 == 0 })
    }

    @Test func largeRegionThatIsGoneTakesNoMemory() throws {
        var region: DMARegion? = try pool.allocate(Self.piece)
        let pointer = try #require(region).pointer
        memset(pointer, 0xA5, Self.piece)
        region = nil
        var status = stat()
        #expect(fstat(arena.fileDescriptor, &status) == 0)
        #expect(status.st_blocks == 0)
        let next = try pool.allocate(Self.piece)
        #expect(UnsafeRawBufferPointer(start: next.pointer, count: Self.piece).allSatisfy { $0 == 0 })
    }

    @Test func regionReturnsItsMemoryWithItsLastReference() throws {
        var region: DMARegion? = try pool.allocate(20000)
        #expect(pool.allocatedBytes == 6 * 4096)
        withExtendedLifetime(region) {}
        region = nil
        #expect(pool.allocatedBytes == 0)
    }

    @Test func exhaustedArenaSaysWhatWouldStillFit() throws {
        let region = try pool.allocate(3 * Self.piece)
        #expect(throws: PCIeError.outOfMemory(requested: Self.piece, available: Self.piece - 8192)) {
            try pool.allocate(Self.piece)
        }
        #expect(try pool.allocate(Self.piece - 8192).byteCount == Self.piece - 8192)
        withExtendedLifetime(region) {}
    }

    @Test func poolGivesNoMoreThanItsLimit() throws {
        let small = DMAPool(owner: "small", byteCount: 16 * 4096, window: try DMAWindow(arena: arena))
        let region = try small.allocate(10 * 4096)
        #expect(small.availableBytes == 4 * 4096)
        #expect(throws: PCIeError.outOfMemory(requested: 5 * 4096, available: 4 * 4096)) {
            try small.allocate(5 * 4096)
        }
        withExtendedLifetime(region) {}
    }

    @Test(arguments: [0, -1, Int.min])
    func sizeMustBePositive(size: Int) throws {
        #expect(throws: PCIeError.self) { try pool.allocate(size) }
    }

    @Test(arguments: [4 * DMAArena.pieceSize, 1 << 40, Int.max])
    func sizeBeyondTheArenaIsOutOfMemory(size: Int) throws {
        #expect(throws: PCIeError.outOfMemory(requested: size, available: 4 * Self.piece - 4096)) {
            try pool.allocate(size)
        }
    }

    @Test(arguments: [4096, 1 << 16, 1 << 21, 1 << 22])
    func regionIsAlignedAsAskedFor(_ alignment: Int) throws {
        _ = try pool.allocate(1)
        #expect(try pool.allocate(100, alignment: alignment).ioVirtualAddress % UInt64(alignment) == 0)
    }

    @Test func regionOutlivesTheLastOtherReferenceToItsArena() throws {
        var pool: DMAPool? = DMAPool(
            owner: "a device", window: try DMAWindow(arena: try DMAArena(byteCount: Self.piece, ioVirtualBase: 0)))
        let region = try #require(try pool?.allocate(4096))
        pool = nil
        region.pointer.storeBytes(of: 7, as: UInt8.self)
        #expect(region.pointer.load(as: UInt8.self) == 7)
    }

    @Test func anotherMappingOfTheFileSeesTheSameBytes() throws {
        let region = try pool.allocate(4096)
        region.pointer.storeBytes(of: 0x1234_5678, as: UInt32.self)
        var value: UInt32 = 0
        let read = pread(arena.fileDescriptor, &value, 4, region.pointer - arena.base)
        #expect(read == 4)
        #expect(value == 0x1234_5678)
    }

    @Test func threadsNeverShareAPage() async throws {
        let pool = self.pool
        await withTaskGroup(of: Bool.self) { group in
            for mark in UInt8(1)...4 {
                group.addTask {
                    for round in 0..<300 {
                        guard let region = try? pool.allocate(1 + round % 9000) else { return false }
                        let bytes = UnsafeMutableRawBufferPointer(start: region.pointer, count: region.byteCount)
                        guard bytes.allSatisfy({ $0 == 0 }) else { return false }
                        memset(region.pointer, Int32(mark), region.byteCount)
                        guard bytes.allSatisfy({ $0 == mark }) else { return false }
                    }
                    return true
                }
            }
            for await sound in group { #expect(sound) }
        }
        #expect(pool.allocatedBytes == 0)
    }

    @Test(arguments: [0, -1, 4096, DMAArena.pieceSize + 4096])
    func arenaIsMadeOfWholePieces(_ byteCount: Int) {
        #expect(throws: PCIeError.self) { try DMAArena(byteCount: byteCount, ioVirtualBase: 0) }
    }
}

/// Which pieces of the arena a function reaches.
@Suite struct DMAWindowTests {
    let arena: DMAArena
    let pool: DMAPool
    let other: DMAPool
    let window: DMAWindow

    init() throws {
        arena = try DMAArena(byteCount: 8 * DMAArena.pieceSize, ioVirtualBase: 0)
        window = try DMAWindow(arena: arena)
        pool = DMAPool(owner: "a device", window: window)
        other = DMAPool(owner: "another device", window: try DMAWindow(arena: arena))
    }

    private var open: [Int] { (0..<arena.pieceCount).filter(window.isOpen) }

    @Test func functionReachesItsOwnMemoryAndNoOther() throws {
        _ = try other.allocate(100)
        let own = try pool.allocate(3 * DMAArena.pieceSize)
        #expect(open == [1, 2, 3, 4])
        withExtendedLifetime(own) {}
    }

    @Test func ownersDoNotShareAPiece() throws {
        let (first, second) = (try pool.allocate(100), try other.allocate(100))
        #expect(
            first.ioVirtualAddress / UInt64(DMAArena.pieceSize) != second.ioVirtualAddress / UInt64(DMAArena.pieceSize))
    }

    @Test func memoryOfAnotherIsReachedOnceItWasHandedOver() throws {
        let region = try other.allocate(100)
        #expect(open.isEmpty)
        try pool.reach(region)
        #expect(open == [0])
    }

    @Test func pieceIsMappedOnce() throws {
        let mapped = Recorder()
        let pool = DMAPool(owner: "a device", window: try DMAWindow(arena: arena) { mapped.add(Array($0)) })
        let region = try other.allocate(100)
        for _ in 0..<3 {
            _ = try pool.allocate(100)
            try pool.reach(region)
        }
        #expect(mapped.pieces.sorted() == [0, 1])
    }

    @Test func memoryThatCannotBeMappedIsNotHandedOut() throws {
        let pool = DMAPool(
            owner: "a device",
            window: try DMAWindow(arena: arena) { _ throws(PCIeError) in throw .closed(address: "a device") })
        #expect(throws: PCIeError.closed(address: "a device")) { try pool.allocate(100) }
        let region = try other.allocate(100)
        #expect(throws: PCIeError.closed(address: "a device")) { try pool.reach(region) }
    }

    @Test func nothingIsReachedAfterClosing() throws {
        let region = try pool.allocate(100)
        window.close()
        #expect(open.isEmpty)
        try pool.reach(try other.allocate(100))
        #expect(open.isEmpty)
        withExtendedLifetime(region) {}
    }

    /// The pieces of a pool that is gone could be another owner's next.
    @Test func memoryThatAFunctionReachesIsGivenToNobodyElse() throws {
        var lender: DMAPool? = DMAPool(owner: "a lender", window: try DMAWindow(arena: arena))
        var region: DMARegion? = try lender?.allocate(100)
        try pool.reach(try #require(region))
        let piece = try #require(open.first)
        (region, lender) = (nil, nil)
        let next = try other.allocate(100)
        #expect(next.ioVirtualAddress / UInt64(DMAArena.pieceSize) != UInt64(piece))
        window.close()
        #expect(try DMAPool(owner: "last", window: try DMAWindow(arena: arena)).allocate(100).pointer == arena.base)
    }
}

private final class Recorder: @unchecked Sendable {
    private(set) var pieces: [Int] = []
    func add(_ more: [Int]) { pieces += more }
}
