import Glibc
import NVMeSpec
import Testing

@testable import NVMeDriver

/// One table, two processes: an exit test's body runs in a process of its own.
@Suite struct SharedTableTests {
    private static let blockCount: UInt64 = 1 << 16

    /// A table that the other process can open, limited to four pages.
    private static func shared() throws -> IntegrityTable {
        try IntegrityTable(
            namespaceID: 1, blockCount: blockCount, layout: BlockLayout(dataByteCount: 512), tokens: TokenCounter(),
            memoryLimit: 4 * 4096, budget: IntegrityBudget(byteLimit: 1 << 20))
    }

    /// What the parent process has made: through its descriptor, which is not inherited.
    static func ofParent(_ table: CInt, _ tokens: CInt) throws -> Bench {
        func descriptor(_ number: CInt) -> CInt { open("/proc/\(getppid())/fd/\(number)", O_RDWR | O_CLOEXEC) }
        let counter = try TokenCounter(sharedBy: descriptor(tokens))
        let table = try IntegrityTable(
            sharedBy: descriptor(table), namespaceID: 1, blockCount: blockCount,
            layout: BlockLayout(dataByteCount: 512), tokens: counter, budget: IntegrityBudget(byteLimit: 1 << 20))
        return try Bench(table: table)
    }

    @Test func writesOfAnotherProcessAreChecked() async throws {
        let bench = try Bench(table: Self.shared())
        let before = bench.table.tokens.next
        await #expect(processExitsWith: .success) {
            [
                table = bench.table.fileDescriptor as CInt, tokens = bench.table.tokens.fileDescriptor as CInt
            ] in
            let peer = try SharedTableTests.ofParent(table, tokens)
            peer.write(8, 8)
            try #require(peer.reads(8, peer.data(8), 8) == false)
        }
        #expect(bench.table.tokens.next == before + 8)
        #expect(!bench.reads(8, bench.data(8), 8))
    }

    @Test func memoryAndWhatIsNotTrackedAreCountedTogether() async throws {
        let bench = try Bench(table: Self.shared())
        for lba in [0, 512] as [UInt64] { bench.write(lba) }
        await #expect(processExitsWith: .success) {
            [
                table = bench.table.fileDescriptor as CInt, tokens = bench.table.tokens.fileDescriptor as CInt
            ] in
            let peer = try SharedTableTests.ofParent(table, tokens)
            for lba in [1024, 1536, 2048, 2560] as [UInt64] { peer.write(lba) }
            try #require(peer.table.statistics.untracked == 2)
            peer.deallocate([0..<512])
        }
        #expect(bench.table.statistics.untracked == 2)
        bench.write(4096)
        bench.write(8192)
        #expect(bench.table.statistics.untracked == 3)
        #expect(bench.table.map[2048] == .unknown && bench.table.map[.open] == 4)
    }

    @Test func twoProcessesThatOpenAndGiveBackTheSamePagesCountThemOnce() async throws {
        let bench = try Bench(table: Self.shared())
        let map = bench.table.map
        async let ended: ExitTest.Result? = #expect(processExitsWith: .success) {
            [
                table = bench.table.fileDescriptor as CInt, tokens = bench.table.tokens.fileDescriptor as CInt
            ] in
            let peer = try SharedTableTests.ofParent(table, tokens)
            for _ in 0..<20_000 { SharedTableTests.openAndGiveBack(peer.table.map) }
            peer.table.toleratesAnything = true
        }
        let limit = ContinuousClock.now + .seconds(30)
        while !map.toleratesAnything, ContinuousClock.now < limit {
            Self.openAndGiveBack(map)
            await Task.yield()
        }
        _ = await ended
        #expect(map.toleratesAnything && map[.open] == 0)
    }

    static func openAndGiveBack(_ map: IntegrityMap) {
        for page in 0..<8 as Range<UInt64> { _ = map.tracks(page << 9) }
        map.unmap(0..<map.count, certainly: true)
    }
}
