import Glibc
import Synchronization
import Testing

@testable import EmulatedSSD

/// What is kept how, and what happens when nothing more can be kept.
@Suite struct MediaBudgetTests {
    private func access(
        _ memory: MediaMemory, _ blockByteCount: Int = 4096, filling: BlockFilling = .uniform
    ) -> BlockAccess {
        BlockAccess(
            Media(byteCapacity: 1 << 40, kind: .sparse, memory: memory, cachePages: 64), blockByteCount: blockByteCount,
            filling: filling)
    }

    /// Writes single blocks; what became of them.
    private func write(_ access: BlockAccess, _ blocks: Range<UInt64>, number: (UInt64) -> UInt64) -> [MediaResult] {
        blocks.map { access.write($0..<$0 + 1, first: number($0), durable: false) }
    }

    /// Numbers of blocks that differ in their stamps only (see `BlockFilling`).
    private func stamped(_ block: UInt64) -> UInt64 { (block >> 5) << 9 | 1 << 5 | block & 31 }
    private func oddlyStamped(_ block: UInt64) -> UInt64 { (block >> 5) << 9 | 2 << 5 | block & 31 }
    private func unique(_ block: UInt64) -> UInt64 { (block >> 5) << 9 | 3 << 5 | block & 31 }

    @Test func zerosTakeNoMemory() {
        let access = access(MediaMemory(budget: 1 << 20, spill: 0))
        #expect(write(access, 0..<4096) { _ in 0 }.allSatisfy { $0 == .success })
    }

    @Test func repeatedDwordsTakeNoMemory() {
        let access = access(MediaMemory(budget: 1 << 20, spill: 0))
        #expect(write(access, 0..<4096) { $0 << 32 | $0 }.allSatisfy { $0 == .success })
        #expect((0..<4096).allSatisfy { access.read($0) == .filled($0 << 32 | $0) })
    }

    @Test(arguments: [512, 4096])
    func blocksThatDifferInTheirStampsShareABody(blockByteCount: Int) {
        let access = access(MediaMemory(budget: 1 << 20, spill: 0), blockByteCount, filling: .various)
        let pages: UInt64 = 4096
        let blocksPerPage = UInt64(4096 / blockByteCount)
        let results = (0..<pages).map { page in
            let first = page * blocksPerPage
            return access.write(first..<first + blocksPerPage, first: stamped(first), durable: false)
        }
        #expect(results.allSatisfy { $0 == .success })
        #expect((0..<pages * blocksPerPage).allSatisfy { access.read($0) == .filled(stamped($0)) })
    }

    @Test func stampsOfAnySortAreKept() {
        let access = access(MediaMemory(budget: 1 << 20, spill: 0), filling: .various)
        #expect(write(access, 0..<2048, number: oddlyStamped).allSatisfy { $0 == .success })
        #expect((0..<2048).allSatisfy { access.read($0) == .filled(oddlyStamped($0)) })
    }

    @Test func whatCannotBePackedGoesToTheFileAndComesBack() {
        let memory = MediaMemory(budget: 1 << 20, spill: 8 << 20)
        let access = access(memory, filling: .various)
        #expect(write(access, 0..<1500, number: unique).allSatisfy { $0 == .success })
        #expect(memory.spilledBytes > 4 << 20)
        #expect((0..<1500).allSatisfy { access.read($0) == .filled(unique($0)) })
    }

    @Test func memoryStaysInsideItsBudget() {
        let memory = MediaMemory(budget: 1 << 20, spill: 4 << 20)
        _ = write(access(memory, filling: .various), 0..<4096, number: unique)
        #expect(memory.memoryBytes <= 1 << 20 && memory.spilledBytes <= 4 << 20)
    }

    @Test func formatEmptiesTheFile() {
        let memory = MediaMemory(budget: 1 << 20, spill: 8 << 20)
        let access = access(memory, filling: .various)
        _ = write(access, 0..<1500, number: unique)
        access.media.format(lbaByteCount: 512)
        #expect(memory.spilledBytes == 0)
    }

    @Test func fileUsesItsFreePagesBeforeItGrows() {
        var file = SpillFile(byteCount: 1 << 30)
        var used = (0..<100).compactMap { _ in file.take() }
        for _ in 0..<5000 {
            file.free(used.removeFirst())
            if let page = file.take() { used.append(page) }
        }
        #expect(used.count == 100 && Set(used).count == 100)
        #expect(used.allSatisfy { $0 < 192 })
    }

    @Test func fileHasNoName() {
        let file = SpillFile.openNameless()
        defer { close(file) }
        var status = stat()
        #expect(fstat(file, &status) == 0 && status.st_nlink == 0)
    }

    @Test func fullDiskIsAWriteFault() {
        let memory = MediaMemory(
            budget: 1 << 20, spill: SpillFile(byteCount: 8 << 20) { open("/dev/full", O_RDWR | O_CLOEXEC) })
        let access = access(memory, filling: .various)
        let results = write(access, 0..<1500, number: unique)
        #expect(results.last == .writeFault)
        #expect((0..<1500).allSatisfy { results[Int($0)] != .success || access.read($0) == .filled(unique($0)) })
    }

    @Test func directoryThatIsNotThereIsAWriteFault() {
        let memory = MediaMemory(budget: 1 << 20, spill: SpillFile(byteCount: 8 << 20) { -1 })
        #expect(write(access(memory, filling: .various), 0..<1500, number: unique).last == .writeFault)
    }

    @Test func faultsAreReportedOnce() {
        let lines = Mutex<[String]>([])
        let memory = MediaMemory(budget: 1 << 20, spill: 0) { line in lines.withLock { $0.append(line) } }
        _ = write(access(memory, filling: .various), 0..<1500, number: unique)
        let said = lines.withLock { $0 }
        #expect(said.count == 1)
        #expect(said.first?.contains("mediamemory") == true)
    }

    @Test func deallocatingMakesRoomAgain() {
        let access = access(MediaMemory(budget: 1 << 20, spill: 1 << 20), filling: .various)
        _ = write(access, 0..<1500, number: unique)
        _ = access.media.apply(.deallocate, to: access.range(0..<1500), durable: true)
        #expect(write(access, 0..<300, number: unique).allSatisfy { $0 == .success })
    }

    @Test func namespacesShareOneBudget() {
        let memory = MediaMemory(budget: 1 << 20, spill: 0)
        let namespaces = [access(memory, filling: .various), access(memory, filling: .various)]
        _ = write(namespaces[0], 0..<1500, number: unique)
        #expect(write(namespaces[1], 0..<100, number: unique).last == .writeFault)
        withExtendedLifetime(namespaces) {}
    }

    @Test func formattingANamespaceLeavesTheOthersAlone() {
        let memory = MediaMemory(budget: 1 << 20, spill: 8 << 20)
        let namespaces = [access(memory, filling: .various), access(memory, filling: .various)]
        for namespace in namespaces {
            _ = write(namespace, 0..<500, number: unique)
            _ = write(namespace, 512..<1000, number: stamped)
        }
        namespaces[0].media.format(lbaByteCount: 4096)
        #expect((0..<500).allSatisfy { namespaces[1].read($0) == .filled(unique($0)) })
        #expect((512..<1000).allSatisfy { namespaces[1].read($0) == .filled(stamped($0)) })
        #expect(namespaces[0].read(3) == .deallocated)
    }
}
