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

    /// Reference: NVM Command Set 1.0 §2.1.3.1: where the LBA ranges do not match, the commands, that is both, are aborted with
    /// Invalid Field in Command.
    @Test(arguments: [(8, 1), (7, 2)] as [(UInt64, Int)])
    func bothOfAPairOnDifferentBlocksHaveAnInvalidField(_ lba: UInt64, _ count: Int) throws {
        let io = try IOHost()
        let codes = try io.pair(
            io.command(.compare, lba: 7, fused: .first), io.command(.write, lba: lba, count: count, fused: .second))
        #expect(codes == [.invalidField, .invalidField])
    }

    @Test func reservedRoleIsAnInvalidField() throws {
        let io = try IOHost()
        #expect(try io.host.code(io.command(.read, fused: .reserved), on: io.queue) == .invalidField)
    }
}
