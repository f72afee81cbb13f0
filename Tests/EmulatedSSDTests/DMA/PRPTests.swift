import NVMeSpec
import PCIExpress
import Testing

@testable import EmulatedSSD

/// PRPs through Get Log Page, which sends as many bytes as it is asked for.
@Suite struct PRPTests {
    private func code(_ host: RawHost, _ byteCount: Int, prp1: UInt64, prp2: UInt64 = 0) throws -> StatusCode {
        var command = host.logPageCommand(0x01, byteCount, at: prp1)
        command.prp2 = prp2
        return try host.code(command)
    }

    @Test func transferThatEndsInItsPageNeedsNoSecondEntry() throws {
        let host = try RawHost()
        let memory = try host.buffer()
        #expect(try code(host, 64, prp1: memory.ioVirtualAddress + 4032, prp2: 0xBAD1) == .success)
    }

    @Test func firstEntryIsAlignedToDwords() throws {
        let host = try RawHost()
        #expect(try code(host, 64, prp1: try host.buffer().ioVirtualAddress + 2) == .prpOffsetInvalid)
    }

    @Test func secondEntryHasNoOffset() throws {
        let host = try RawHost()
        let address = try host.buffer(8192).ioVirtualAddress
        #expect(try code(host, 8192, prp1: address, prp2: address + 4100) == .prpOffsetInvalid)
    }

    @Test func listIsAlignedToItsEntries() throws {
        let host = try RawHost()
        let address = try host.buffer(16384).ioVirtualAddress
        #expect(try code(host, 16384, prp1: address, prp2: address + 4) == .prpOffsetInvalid)
    }

    @Test(arguments: [0, 0xFFFF_FFFF_FFFF_F000, 0xDEAD_0000_0000, 0x0F_FFFF_F000] as [UInt64])
    func wildAddressIsATransferError(_ address: UInt64) throws {
        let host = try RawHost()
        #expect(try code(host, 64, prp1: address) == .dataTransferError)
        let good = try host.buffer().ioVirtualAddress
        #expect(try code(host, 8192, prp1: good, prp2: address) == .dataTransferError)
        #expect(try code(host, 16384, prp1: good, prp2: address) == .dataTransferError)
    }

    @Test func transferOverTheEndOfMemoryIsATransferError() throws {
        let host = try RawHost()
        let good = try host.buffer().ioVirtualAddress
        let arena = host.ssd.memory.arena
        let end = arena.ioVirtualBase + UInt64(arena.byteCount)
        #expect(try code(host, 8192, prp1: good, prp2: end) == .dataTransferError)
        #expect(try code(host, 4096, prp1: good) == .success)
    }

    @Test func memoryThatTheDeviceWasNotGivenIsATransferError() throws {
        let (host, other) = (try RawHost(), try RawHost())
        let address = try other.buffer().ioVirtualAddress
        #expect(try code(host, 4096, prp1: address) == .dataTransferError)
    }

    @Test func listMayStartInsideItsPageAndLeadToTheNext() throws {
        let host = try RawHost()
        let (data, lists) = (try host.buffer(16384), try host.buffer(8192))
        let base = data.ioVirtualAddress
        // The last entry of the first list page leads to the second page.
        lists.store(lists.ioVirtualAddress + 4096, at: 4088)
        for page in 1..<4 { lists.store(base + UInt64(page * 4096), at: 4096 + (page - 1) * 8) }
        data.store(UInt64.max, at: 16376)
        #expect(try code(host, 16384, prp1: base, prp2: lists.ioVirtualAddress + 4088) == .success)
        #expect(data.load(16376, as: UInt64.self) == 0)
    }

    @Test func listThatLeadsToItselfEnds() throws {
        let host = try RawHost()
        let (data, list) = (try host.buffer(), try host.buffer())
        for entry in 0..<512 { list.store(list.ioVirtualAddress, at: entry * 8) }
        #expect(try code(host, 65536, prp1: data.ioVirtualAddress, prp2: list.ioVirtualAddress + 4088) == .success)
    }

    @Test func transferBeyondMDTSIsAnInvalidField() throws {
        let host = try RawHost()
        #expect(try code(host, (128 << 10) + 4, prp1: try host.buffer().ioVirtualAddress) == .invalidField)
    }

    @Test(arguments: [1 << 14, 1 << 15, 1 << 8, 1 << 9] as [UInt32])
    func adminCommandsTakeNeitherSGLsNorFusing(_ bits: UInt32) throws {
        let host = try RawHost()
        var command = host.logPageCommand(0x01, 64, at: try host.buffer().ioVirtualAddress)
        command.cdw0 |= bits
        #expect(try host.code(command) == .invalidField)
    }

    @Test func registersAreOutOfReachOfDMA() throws {
        let host = try RawHost()
        let low = UInt64(try host.ssd.readConfiguration(at: 0x10, width: .dword) & ~0xF)
        let bar = UInt64(try host.ssd.readConfiguration(at: 0x14, width: .dword)) << 32 | low
        #expect(try code(host, 64, prp1: bar + 0x14) == .dataTransferError)
    }
}
