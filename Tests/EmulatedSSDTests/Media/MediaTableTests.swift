import Glibc
import Testing

@testable import EmulatedSSD

/// Page tables when memory is short: leaves pack themselves, and go to the file and back.
@Suite struct MediaTableTests {
    /// A block of each MiB of media: a leaf of its own for every one.
    private static let stride: UInt64 = 256

    private func access(
        _ memory: MediaMemory, filling: BlockFilling = .various, cachePages: Int = 64
    ) -> BlockAccess {
        BlockAccess(
            Media(byteCapacity: 1 << 40, kind: .sparse, memory: memory, cachePages: cachePages), blockByteCount: 4096,
            filling: filling)
    }

    /// Numbers of blocks that differ in their stamps only, and of blocks that nothing else is like (see `BlockFilling`).
    private func stamped(_ index: UInt64) -> UInt64 { (index >> 5) << 9 | 1 << 5 | index & 31 }
    private func oddlyStamped(_ index: UInt64) -> UInt64 { (index >> 5) << 9 | 2 << 5 | index & 31 }
    private func unique(_ index: UInt64) -> UInt64 { (index >> 5) << 9 | 3 << 5 | index & 31 }

    /// Writes one block of every leaf from the first one on.
    private func scatter(_ access: BlockAccess, _ leaves: Range<UInt64>, number: (UInt64) -> UInt64) -> [MediaResult] {
        leaves.map { leaf in
            let block = leaf * Self.stride
            return access.write(block..<block + 1, first: number(leaf), durable: false)
        }
    }

    private func isThere(_ access: BlockAccess, _ leaves: Range<UInt64>, number: (UInt64) -> UInt64) -> Bool {
        leaves.allSatisfy { access.read($0 * Self.stride) == .filled(number($0)) }
    }

    /// The first word of a block, whatever it is.
    private func read(_ access: BlockAccess, _ block: UInt64) -> UInt32? {
        var words = [UInt32](repeating: 0, count: 1024)
        let result = words.withUnsafeMutableBytes { bytes in
            var cursor = HostCursor(bytes)
            return access.media.read(access.range(block..<block + 1), into: &cursor)
        }
        return result == .success ? words[0] : nil
    }

    @Test func scatteredBlocksCostBytesRatherThanPages() {
        let memory = MediaMemory(budget: 2 << 20, spill: 0)
        let access = access(memory)
        #expect(scatter(access, 0..<8192, number: stamped).allSatisfy { $0 == .success })
        #expect(memory.memoryBytes <= 3 << 19)
        #expect(isThere(access, 0..<8192, number: stamped))
    }

    @Test func leavesGoToTheFileAndComeBack() {
        let memory = MediaMemory(budget: 1 << 20, spill: 64 << 20)
        let access = access(memory)
        #expect(scatter(access, 0..<24_000, number: stamped).allSatisfy { $0 == .success })
        #expect(memory.spilledBytes > 1 << 18)
        #expect(isThere(access, 0..<24_000, number: stamped))
        // Each of them is unpacked, changed, and packed again.
        #expect(scatter(access, 0..<8000) { stamped($0 + 64) }.allSatisfy { $0 == .success })
        #expect(isThere(access, 0..<8000) { stamped($0 + 64) })
        #expect(isThere(access, 8000..<24_000, number: stamped))
    }

    @Test func stampsOfAnySortGoToTheFileAndComeBack() {
        let memory = MediaMemory(budget: 1 << 20, spill: 64 << 20)
        let access = access(memory)
        #expect(scatter(access, 0..<18_000, number: oddlyStamped).allSatisfy { $0 == .success })
        #expect(memory.spilledBytes > 1 << 18)
        #expect(scatter(access, 0..<5000) { oddlyStamped($0 + 64) }.allSatisfy { $0 == .success })
        #expect(isThere(access, 0..<5000) { oddlyStamped($0 + 64) })
        #expect(isThere(access, 5000..<18_000, number: oddlyStamped))
    }

    @Test func powerLossBesideLeavesInTheFileIsLegal() {
        let memory = MediaMemory(budget: 1 << 20, spill: 64 << 20)
        let access = access(memory, cachePages: 64)
        _ = scatter(access, 0..<14_000, number: oddlyStamped)
        access.media.flush()
        #expect(memory.spilledBytes > 1 << 17)
        _ = scatter(access, 0..<14_000) { oddlyStamped($0 + 64) }
        access.media.powerLoss(seed: 5)
        let kept = (0..<UInt64(14_000)).map { access.read($0 * Self.stride) }
        // The cache holds 64 pages: whatever left it is durable.
        #expect((0..<13_936).allSatisfy { kept[$0] == .filled(oddlyStamped(UInt64($0) + 64)) })
        let legal = (13_936..<14_000).allSatisfy {
            [.filled(oddlyStamped(UInt64($0))), .filled(oddlyStamped(UInt64($0) + 64))].contains(kept[$0])
        }
        #expect(legal)
        #expect((13_936..<14_000).contains { kept[$0] == .filled(oddlyStamped(UInt64($0))) })
    }

    @Test func deallocatingGivesTheFileBack() {
        let memory = MediaMemory(budget: 1 << 20, spill: 64 << 20)
        let access = access(memory)
        _ = scatter(access, 0..<2000, number: unique)
        let before = memory.spilledBytes
        let all = MediaRange(offset: 0, byteCount: 2000 << 20)
        #expect(access.media.apply(.deallocate, to: all, durable: true) == .success)
        #expect(access.media.allocatedBytes == 0)
        #expect((0..<2000).allSatisfy { access.read($0 * Self.stride) == .deallocated })
        // What says so may be there still.
        #expect(before > 4 << 20 && memory.spilledBytes < 1 << 20)
    }

    @Test func deallocatingWhatIsNotThereTakesNoMemory() {
        let memory = MediaMemory(budget: 2 << 20, spill: 0)
        let access = access(memory)
        _ = scatter(access, 0..<4000, number: stamped)
        access.media.flush()
        let before = memory.memoryBytes
        // Between the blocks that were written there is nothing.
        let results = (0..<UInt64(4000)).map { leaf in
            access.media.apply(
                .deallocate, to: access.range(leaf * Self.stride + 1..<(leaf + 1) * Self.stride), durable: false)
        }
        #expect(results.allSatisfy { $0 == .success } && memory.memoryBytes <= before)
        #expect(isThere(access, 0..<4000, number: stamped))
    }

    @Test func formatBesideOthersEmptiesTheNamespaceAlone() {
        let memory = MediaMemory(budget: 1 << 20, spill: 64 << 20)
        let namespaces = [access(memory), access(memory)]
        for namespace in namespaces {
            _ = scatter(namespace, 0..<3000, number: unique)
            _ = scatter(namespace, 3000..<6000, number: stamped)
        }
        namespaces[0].media.format(lbaByteCount: 4096)
        #expect((0..<6000).allSatisfy { namespaces[0].read($0 * Self.stride) == .deallocated })
        #expect(isThere(namespaces[1], 0..<3000, number: unique))
        #expect(isThere(namespaces[1], 3000..<6000, number: stamped))
    }

    @Test func sanitizeBesideOthersLeavesItsPatternInThatNamespaceAlone() {
        let memory = MediaMemory(budget: 1 << 20, spill: 64 << 20)
        let namespaces = [access(memory), access(memory)]
        for namespace in namespaces { _ = scatter(namespace, 0..<5000, number: stamped) }
        namespaces[0].media.sanitize(leaving: 0x0101_0101)
        #expect((0..<5000).allSatisfy { read(namespaces[0], $0 * Self.stride) == 0x0101_0101 })
        #expect(isThere(namespaces[1], 0..<5000, number: stamped))
        #expect(scatter(namespaces[0], 0..<5000, number: stamped).allSatisfy { $0 == .success })
        #expect(isThere(namespaces[0], 0..<5000, number: stamped))
    }

    @Test func whatAFormatLeavesBehindIsGivenBackByLaterWrites() {
        let memory = MediaMemory(budget: 8 << 20, spill: 256 << 20)
        let namespaces = [access(memory), access(memory)]
        _ = scatter(namespaces[0], 0..<12_000, number: unique)
        namespaces[0].media.format(lbaByteCount: 4096)
        // A thousand leaves at once; the others one with each write.
        #expect(memory.spilledBytes > 32 << 20)
        for block in 0..<UInt64(12_000) { _ = namespaces[1].write(block..<block + 1, first: 0, durable: true) }
        #expect(memory.spilledBytes == 0)
    }

    @Test func formatTwiceAndTheLastNamespaceFreesEverything() {
        let memory = MediaMemory(budget: 1 << 20, spill: 256 << 20)
        var namespaces = [access(memory), access(memory)]
        for _ in 0..<2 {
            _ = scatter(namespaces[0], 0..<4000, number: unique)
            namespaces[0].media.format(lbaByteCount: 4096)
        }
        namespaces = []
        #expect(memory.memoryBytes == 0 && memory.spilledBytes == 0)
    }

    @Test(.enabled(if: TinyDisk.isPossible, "a file system of 4 MiB cannot be mounted"))
    func fullDiskUnderTheTablesIsAWriteFault() throws {
        let disk = try #require(TinyDisk())
        let memory = MediaMemory(
            budget: 1 << 20,
            spill: SpillFile(byteCount: 64 << 20) { [path = disk.path] in
                open(path + "/spill", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
            })
        let access = access(memory)
        let results = scatter(access, 0..<6000, number: unique)
        #expect(results.contains(.writeFault) && memory.spilledBytes > 0)
        let kept = (0..<UInt64(6000)).allSatisfy {
            access.read($0 * Self.stride) == (results[Int($0)] == .success ? .filled(unique($0)) : .deallocated)
        }
        #expect(kept)
    }

    @Test func refusalsLookAtFewPages() {
        let memory = MediaMemory(budget: 4 << 20, spill: 0)
        let access = access(memory)
        var block: UInt64 = 0
        while access.write(block..<block + 1, first: unique(block), durable: true) == .success { block += 1 }
        let before = memory.vault.pointee.hand.visits
        for next in block..<block + 1000 { _ = access.write(next..<next + 1, first: unique(next), durable: true) }
        // A look at all pages now and then, not with each refusal.
        let visits = memory.vault.pointee.hand.visits - before
        #expect(visits < 1000 * UInt64(memory.vault.pointee.arena.pageCount) / 8)
    }
}

/// A directory on a file system of 4 MiB.
private final class TinyDisk {
    let path: String

    /// Only root may mount one.
    static var isPossible: Bool { TinyDisk() != nil }

    init?() {
        var template = Array("/tmp/media-tests-XXXXXX".utf8CString)
        guard let made = mkdtemp(&template) else { return nil }
        path = String(cString: made)
        guard mount("tmpfs", path, "tmpfs", 0, "size=4m") == 0 else {
            rmdir(path)
            return nil
        }
    }

    deinit {
        umount2(path, Int32(2))
        rmdir(path)
    }
}
