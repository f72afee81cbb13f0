import Glibc
import PCIExpress
import Testing

@Suite struct DMAArenaTests {
    let arena: DMAArena

    init() throws {
        arena = try DMAArena(byteCount: 64 * 4096, ioVirtualBase: 0x10_0000)
    }

    @Test func regionIsPageAlignedForHostAndDevice() throws {
        _ = try arena.allocate(100)
        let region = try arena.allocate(5000)
        #expect(UInt(bitPattern: region.pointer) % 4096 == 0)
        #expect(region.ioVirtualAddress % 4096 == 0)
        #expect(region.byteCount == 5000)
    }

    @Test func deviceAddressIsOffsetFromBase() throws {
        let first = try arena.allocate(4096)
        let second = try arena.allocate(4096)
        for region in [first, second] {
            #expect(region.ioVirtualAddress - arena.ioVirtualBase == UInt64(region.pointer - arena.base))
        }
    }

    @Test func sparePageLiesBehindEachRegion() throws {
        let first = try arena.allocate(4096)
        let second = try arena.allocate(4096)
        #expect(second.pointer - first.pointer == 2 * 4096)
    }

    @Test func reusedMemoryIsZero() throws {
        var first: DMARegion? = try arena.allocate(8192)
        let pointer = try #require(first).pointer
        // The spare page too: a device that ran past the end may have written there.
        memset(pointer, 0xA5, 3 * 4096)
        first = nil
        let second = try arena.allocate(12000)
        #expect(second.pointer == pointer)
        #expect(UnsafeRawBufferPointer(start: pointer, count: 12000).allSatisfy { $0 == 0 })
    }

    @Test func regionReturnsItsMemoryWithItsLastReference() throws {
        let before = arena.availableBytes
        var region: DMARegion? = try arena.allocate(20000)
        #expect(arena.availableBytes < before)
        withExtendedLifetime(region) {}
        region = nil
        #expect(arena.availableBytes == before)
    }

    @Test func exhaustedArenaSaysWhatWouldStillFit() throws {
        let region = try arena.allocate(40 * 4096)
        #expect(throws: PCIeError.outOfMemory(requested: 40 * 4096, available: 22 * 4096)) {
            try arena.allocate(40 * 4096)
        }
        #expect(try arena.allocate(22 * 4096).byteCount == 22 * 4096)
        withExtendedLifetime(region) {}
    }

    @Test(arguments: [0, -1, Int.min])
    func sizeMustBePositive(size: Int) throws {
        #expect(throws: PCIeError.self) { try arena.allocate(size) }
    }

    @Test(arguments: [64 * 4096, 1 << 40, Int.max])
    func sizeBeyondTheArenaIsOutOfMemory(size: Int) throws {
        #expect(throws: PCIeError.outOfMemory(requested: size, available: 63 * 4096)) { try arena.allocate(size) }
    }

    @Test func regionOutlivesTheLastOtherReferenceToItsArena() throws {
        var arena: DMAArena? = try DMAArena(byteCount: 16 * 4096, ioVirtualBase: 0)
        let region = try #require(try arena?.allocate(4096))
        arena = nil
        region.pointer.storeBytes(of: 7, as: UInt8.self)
        #expect(region.pointer.load(as: UInt8.self) == 7)
    }

    @Test func anotherMappingOfTheFileSeesTheSameBytes() throws {
        let region = try arena.allocate(4096)
        region.pointer.storeBytes(of: 0x1234_5678, as: UInt32.self)
        var value: UInt32 = 0
        let read = pread(arena.fileDescriptor, &value, 4, region.pointer - arena.base)
        #expect(read == 4)
        #expect(value == 0x1234_5678)
    }

    @Test func reservedStartIsNeverHandedOut() throws {
        let descriptor = dup(arena.fileDescriptor)
        let second = try DMAArena(fileDescriptor: descriptor, byteCount: 16 * 4096, ioVirtualBase: 0, reserved: 5000)
        #expect(try second.allocate(1).ioVirtualAddress == 2 * 4096)
    }

    @Test func threadsNeverShareAPage() async throws {
        let arena = try DMAArena(byteCount: 4096 * 4096, ioVirtualBase: 0)
        await withTaskGroup(of: Bool.self) { group in
            for mark in UInt8(1)...4 {
                group.addTask {
                    for round in 0..<300 {
                        guard let region = try? arena.allocate(1 + round % 9000) else { return false }
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
        #expect(arena.availableBytes == 4095 * 4096)
    }

    @Test func arenaThatIsReservedToItsLastByteHasNothingToGive() throws {
        let arena = try DMAArena(byteCount: 2 * 4096, ioVirtualBase: 0, reserved: 3 * 4096)
        #expect(arena.availableBytes == 0)
        #expect(throws: PCIeError.self) { try arena.allocate(1) }
    }
}
