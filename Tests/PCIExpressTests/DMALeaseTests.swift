import PCIExpress
import Testing

/// The rule of `DMALeases`, without any device.
@Suite struct DMALeaseTests {
    let pool: DMAPool
    let leases = DMALeases()

    init() throws { pool = DMAPool(owner: "a device", byteCount: 64 * 4096, window: try DMAWindow()) }

    /// A lease on that many pages, which nobody else holds.
    private func lease(pages: Int = 1) throws -> DMALease { leases.begin([try pool.allocate(pages * 4096)]) }

    @Test func leasedMemoryIsNotFreeAlthoughNobodyHoldsIt() throws {
        let free = pool.availableBytes
        let lease = try lease()
        #expect(pool.availableBytes < free)
        lease.end()
        #expect(pool.availableBytes == free)
    }

    @Test func droppedLeasePutsItsMemoryIntoQuarantine() throws {
        let free = pool.availableBytes
        _ = try lease(pages: 3)
        #expect(leases.quarantine == DMAQuarantine(regions: 1, bytes: 3 * 4096))
        #expect(pool.availableBytes < free)
    }

    @Test(arguments: DMALeaseEnd.allCases)
    func proofEndsTheQuarantine(proof: DMALeaseEnd) throws {
        let free = pool.availableBytes
        _ = try lease()
        leases.end(proof)
        #expect(leases.quarantine == DMAQuarantine(regions: 0, bytes: 0))
        #expect(pool.availableBytes == free)
    }

    @Test func memoryThatAScriptHoldsSurvivesTheProof() throws {
        let region = try pool.allocate(4096)
        leases.begin([region]).surrender()
        leases.end(.powerOff)
        #expect(try pool.allocate(4096).ioVirtualAddress != region.ioVirtualAddress)
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
        lease.add(try pool.allocate(4096))
        lease.surrender()
        #expect(leases.quarantine.regions == 1)
    }

    @Test func memoryToldOfTwiceCountsOnce() throws {
        let region = try pool.allocate(4096)
        for _ in 0..<2 { leases.begin([region, region]).surrender() }
        #expect(leases.quarantine.regions == 1)
    }

    @Test func closedFunctionReachesNothingAnyMore() throws {
        leases.end(.closed)
        _ = try lease()
        #expect(leases.quarantine.regions == 0)
    }

    @Test func whatLiesBeforeAnAlignedRegionStaysFree() throws {
        let before = pool.availableBytes
        let first = try pool.allocate(4096)
        let aligned = try pool.allocate(4096, alignment: 16 * 4096)
        let between = try pool.allocate(4096)
        #expect(between.ioVirtualAddress < aligned.ioVirtualAddress)
        withExtendedLifetime((first, aligned, between)) {}
        #expect(before == 63 * 4096)
    }

    @Test(arguments: [0, -1, 3, 4097])
    func alignmentIsAPowerOfTwo(alignment: Int) throws {
        #expect(throws: PCIeError.self) { try pool.allocate(1, alignment: alignment) }
    }
}
