import NVMeSpec
import PCIExpress
import Testing

@testable import EmulatedSSD

/// Compare and Write as one operation (NVMe Base 2.0 §3.4.2).
@Suite struct FusedTests {
    @Test func equalDataIsReplaced() throws {
        let io = try IOHost()
        try io.write(1, lba: 7)
        let other = try io.host.buffer()
        other.store(2 as UInt8, at: 0)
        var write = io.command(.write, lba: 7, fused: .second)
        write.prp1 = other.ioVirtualAddress
        #expect(try io.pair(io.command(.compare, lba: 7, fused: .first), write) == [.success, .success])
        #expect(try io.read(lba: 7) == 2)
    }

    @Test func miscompareAbortsTheWrite() throws {
        let io = try IOHost()
        try io.write(1, lba: 7)
        io.fill(3)
        let codes = try io.pair(
            io.command(.compare, lba: 7, fused: .first), io.command(.write, lba: 7, fused: .second))
        #expect(codes == [.compareFailure, .abortedFailedFused])
    }

    @Test func miscompareLeavesTheData() throws {
        let io = try IOHost()
        try io.write(1, lba: 7)
        io.fill(3)
        _ = try io.pair(io.command(.compare, lba: 7, fused: .first), io.command(.write, lba: 7, fused: .second))
        #expect(try io.read(lba: 7) == 1)
    }

    @Test func firstWithoutSecondIsMissingItsPartner() throws {
        let io = try IOHost()
        let codes = try io.pair(io.command(.compare, fused: .first), io.command(.read))
        #expect(codes == [.abortedMissingFused, .success])
    }

    @Test func secondWithoutFirstIsMissingItsPartner() throws {
        let io = try IOHost()
        #expect(try io.host.code(io.command(.write, fused: .second), on: io.queue) == .abortedMissingFused)
    }

    @Test func pairOnDifferentBlocksIsRefused() throws {
        let io = try IOHost()
        let codes = try io.pair(
            io.command(.compare, lba: 7, fused: .first), io.command(.write, lba: 8, fused: .second))
        #expect(codes == [.invalidField, .abortedFailedFused])
    }

    @Test func reservedRoleIsAnInvalidField() throws {
        let io = try IOHost()
        #expect(try io.host.code(io.command(.read, fused: .reserved), on: io.queue) == .invalidField)
    }
}
