import NVMeSpec
import PCIExpress
import Testing

@testable import EmulatedSSD

/// Memory that is mapped beside the arena.
@Suite struct MappingTests {
    @Test func mappedMemoryIsReachableUntilItIsUnmapped() throws {
        let host = try RawHost()
        let memory = UnsafeMutableRawPointer.allocate(byteCount: 4096, alignment: 4096)
        defer { memory.deallocate() }
        memory.initializeMemory(as: UInt8.self, repeating: 0xAA, count: 4096)
        let address = try host.ssd.map(memory, byteCount: 4096)
        #expect(try host.code(host.logPageCommand(0x02, 512, at: address)) == .success)
        #expect(memory.load(as: UInt8.self) == 0)
        try host.ssd.unmap(ioVirtualAddress: address)
        #expect(try host.code(host.logPageCommand(0x02, 512, at: address)) == .dataTransferError)
    }

    @Test func unmappingWhatIsNotMappedThrows() throws {
        let host = try RawHost()
        #expect(throws: PCIeError.self) { try host.ssd.unmap(ioVirtualAddress: 0x1000) }
    }

    @Test func unalignedMemoryIsRefused() throws {
        let host = try RawHost()
        let memory = UnsafeMutableRawPointer.allocate(byteCount: 8192, alignment: 4096)
        defer { memory.deallocate() }
        #expect(throws: PCIeError.self) { _ = try host.ssd.map(memory + 8, byteCount: 4096) }
        #expect(throws: PCIeError.self) { _ = try host.ssd.map(memory, byteCount: 100) }
    }
}
