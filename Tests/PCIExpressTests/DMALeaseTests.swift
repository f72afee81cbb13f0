import PCIExpress
import Testing

/// The rule of `DMALeases`, without any device.
@Suite struct DMALeaseTests {
    let arena: DMAArena
    let leases = DMALeases()

    init() throws { arena = try DMAArena(byteCount: 64 * 4096, ioVirtualBase: 0x10_0000) }

    /// A lease on that many pages, which nobody else holds.
    private func lease(pages: Int = 1) throws -> DMALease { leases.begin([try arena.allocate(pages * 4096)]) }

    @Test func leasedMemoryIsNotFreeAlthoughNobodyHoldsIt() throws {
        let free = arena.availableBytes
        let lease = try lease()
        #expect(arena.availableBytes < free)
        lease.end()
        #expect(arena.availableBytes == free)
    }

    @Test func droppedLeasePutsItsMemoryIntoQuarantine() throws {
        let free = arena.availableBytes
        _ = try lease(pages: 3)
        #expect(leases.quarantine == DMAQuarantine(regions: 1, bytes: 3 * 4096))
        #expect(arena.availableBytes < free)
    }

    @Test(arguments: DMALeaseEnd.allCases)
    func proofEndsTheQuarantine(proof: DMALeaseEnd) throws {
        let free = arena.availableBytes
        _ = try lease()
        leases.end(proof)
        #expect(leases.quarantine == DMAQuarantine(regions: 0, bytes: 0))
        #expect(arena.availableBytes == free)
    }

    @Test func memoryThatAScriptHoldsSurvivesTheProof() throws {
        let region = try arena.allocate(4096)
        leases.begin([region]).surrender()
        leases.end(.powerOff)
        #expect(try arena.allocate(4096).ioVirtualAddress != region.ioVirtualAddress)
    }

    @Test func leaseThatBeganBeforeTheProofNeedsNoQuarantine() throws {
        let lease = try lease()
        leases.end(.functionReset)
        lease.surrender()
        #expect(leases.quarantine.regions == 0)
    }

    @Test func memoryToldOfAfterTheProofDoes() throws {
        let lease = leases.begin()
        leases.end(.functionReset)
        lease.add(try arena.allocate(4096))
        lease.surrender()
        #expect(leases.quarantine.regions == 1)
    }

    @Test func memoryToldOfTwiceCountsOnce() throws {
        let region = try arena.allocate(4096)
        for _ in 0..<2 { leases.begin([region, region]).surrender() }
        #expect(leases.quarantine.regions == 1)
    }

    @Test func closedFunctionReachesNothingAnyMore() throws {
        leases.end(.closed)
        _ = try lease()
        #expect(leases.quarantine.regions == 0)
    }

    @Test(arguments: [4096, 8192, 65_536])
    func regionIsAlignedForTheDevice(alignment: Int) throws {
        let arena = try DMAArena(byteCount: 256 * 4096, ioVirtualBase: 0x1_0000_3000)
        for size in [1, 5000, 9000] {
            _ = try arena.allocate(size)
            #expect(try arena.allocate(size, alignment: alignment).ioVirtualAddress % UInt64(alignment) == 0)
        }
    }

    @Test func whatLiesBeforeAnAlignedRegionStaysFree() throws {
        let before = arena.availableBytes
        let first = try arena.allocate(4096)
        let aligned = try arena.allocate(4096, alignment: 16 * 4096)
        let between = try arena.allocate(4096)
        #expect(between.ioVirtualAddress < aligned.ioVirtualAddress)
        withExtendedLifetime((first, aligned, between)) {}
        #expect(before == 63 * 4096)
    }

    @Test(arguments: [0, -1, 3, 4097])
    func alignmentIsAPowerOfTwo(alignment: Int) throws {
        #expect(throws: PCIeError.self) { try arena.allocate(1, alignment: alignment) }
    }
}
