import EmulatedSSD
import Glibc
import NVMe
import PCIExpress
import Testing

/// Objects that outlive what they stand for.
@Suite("Several controllers of one function")
struct SeveralControllersTests {
    private func initialised(_ ssd: EmulatedSSD) throws -> Controller {
        let controller = Controller(ssd)
        try controller.initialise()
        return controller
    }

    @Test func droppingTheOlderOneLeavesTheNewerOneAlone() throws {
        let ssd = try EmulatedSSD(address: "emu:small?clock=virtual")
        var older: Controller? = try initialised(ssd)
        let newer = try initialised(ssd)
        older = nil
        #expect(try newer.status.ready)
        #expect(try newer.identifyController().numberOfNamespaces > 0)
        withExtendedLifetime(older) {}
    }

    @Test func closingTheOlderOneLeavesTheNewerOneAlone() throws {
        let ssd = try EmulatedSSD(address: "emu:small?clock=virtual")
        let older = try initialised(ssd)
        let newer = try initialised(ssd)
        try older.close()
        #expect(try newer.status.ready)
    }

    @Test func droppingTheOnlyOneDisablesTheDevice() throws {
        let ssd = try EmulatedSSD(address: "emu:small?clock=virtual")
        _ = try initialised(ssd)
        #expect(try Controller(ssd).status.ready == false)
        #expect(ssd.leases.quarantine.regions == 0)
    }

    /// Memory of the same size, taken after the device has gone, shows who writes where.
    @Test func doorbellKeptBeyondItsDeviceRingsInVain() throws {
        var ssd: EmulatedSSD? = try EmulatedSSD(address: "emu:small")
        let doorbell = try #require(try ssd?.doorbell(at: RegisterOffset.doorbells + 8))
        ssd?.close()
        ssd = nil
        let blocks = (0..<256).map { _ in
            let block = UnsafeMutableRawPointer.allocate(byteCount: 4096, alignment: 4096)
            memset(block, 0, 4096)
            return block
        }
        defer { for block in blocks { block.deallocate() } }
        try doorbell.ring(0x1234_5678)
        for block in blocks {
            #expect(UnsafeRawBufferPointer(start: block, count: 4096).allSatisfy { $0 == 0 })
        }
    }
}
