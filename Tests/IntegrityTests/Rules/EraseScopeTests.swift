import EmulatedSSD
import NVMeSpec
import Testing

@testable import NVMeDriver

/// NVMe Base 2.3 §5.2.10, the table of what a Format NVM reaches; §5.2.22: Sanitize alters the user data of the whole subsystem.
@Suite("Namespaces that are erased")
struct EraseScopeTests {
    /// A bench whose block 8 of namespace 1 is written.
    private func bench(_ rawAttributes: UInt8) throws -> Bench {
        let bench = try Bench()
        bench.directory.formatAttributes = FormatNVMAttributes(rawValue: rawAttributes)
        bench.write(8)
        return bench
    }

    /// FNS, bit 0, without a secure erase; SENS, bit 1, with one.
    @Test(arguments: [(UInt8(0b01), UInt32(0)), (0b10, 1), (0b10, 2), (0b11, 0), (0b11, 1)])
    func formatOfAnotherNamespaceErasesThisOneToo(attributes: UInt8, secureErase: UInt32) throws {
        let bench = try bench(attributes)
        bench.runAdmin(bench.format(nsid: 2, secureErase: secureErase))
        #expect(bench.reads(8, bench.data()))
    }

    @Test(arguments: [(UInt8(0), UInt32(0)), (0, 1), (0b10, 0), (0b01, 1), (0b01, 2)])
    func formatOfAnotherNamespaceLeavesThisOne(attributes: UInt8, secureErase: UInt32) throws {
        let bench = try bench(attributes)
        bench.runAdmin(bench.format(nsid: 2, secureErase: secureErase))
        #expect(!bench.reads(8, bench.data()))
    }

    @Test func whileAllAreErasedABlockOfAnotherNamespaceMayBeEmpty() throws {
        let bench = try bench(1)
        bench.sendAdmin(bench.format(nsid: 2))
        #expect(bench.reads(8, bench.data()))
        #expect(bench.table.statistics.unchecked == [.oldOrNew: 1])
    }

    @Test func scopeIsThatOfIdentifyController() throws {
        let rig = try Rig()
        rig.controller.integrity.formatAttributes = FormatNVMAttributes(rawValue: 0xFF)
        let data = try rig.controller.identifyController()
        #expect(rig.controller.integrity.formatAttributes == data.formatNVMAttributes)
    }

    /// Each namespace has a verified block, and the first is formatted, or all are sanitized.
    @Test(arguments: [false, true]) func twoNamespacesOfADeviceAreKnownAsTheyAre(isSanitized: Bool) throws {
        let rig = try Rig {
            $0.namespaces = 2
            $0.latency.sanitize = 0
        }
        let second = try rig.controller.namespace(2)
        let table = try second.startVerification()
        let buffer = try rig.data(1, seed: 5)
        try second.write(rig.queue, buffer, lba: 8).wait()
        try rig.write(8)
        if isSanitized {
            try rig.controller.sanitize().wait()
            let page = try rig.controller.logPage(.sanitizeStatus, size: SanitizeStatusLog.byteCount)
            #expect(SanitizeStatusLog(bytes: page).status.state == .completed)
        } else {
            try rig.namespace.format(dataSize: 4096)
        }
        #expect(try rig.read(8) == .success)
        try second.read(rig.queue, buffer, lba: 8).wait()
        #expect(table.statistics.checked == (isSanitized ? 0 : 1))
    }
}
