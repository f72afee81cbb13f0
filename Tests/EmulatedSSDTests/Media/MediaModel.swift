import Glibc

@testable import EmulatedSSD

/// SplitMix64: the same seed gives the same test.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ bits >> 30) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ bits >> 27) &* 0x94D0_49BB_1331_11EB
        return bits ^ bits >> 31
    }
}

/// What a logical block holds, as a reader sees it.
enum BlockContent: Hashable {
    case deallocated
    case uncorrectable
    /// Filled with one 64-bit number.
    case filled(UInt64)
    /// Two versions in one block: never legal.
    case torn

    var isAllocated: Bool { self != .deallocated }
}

/// The obvious medium: a dictionary of blocks, and of every content that a power loss may leave.
struct MediaModel {
    private(set) var latest: [UInt64: BlockContent] = [:]
    private var legal: [UInt64: Set<BlockContent>] = [:]
    var cacheEnabled = true

    func content(_ block: UInt64) -> BlockContent { latest[block] ?? .deallocated }

    /// What may be there after a power loss: the durable content, and all that came since.
    func legalContents(_ block: UInt64) -> Set<BlockContent> { legal[block] ?? [content(block)] }

    mutating func set(_ block: UInt64, _ content: BlockContent, durable: Bool) {
        if durable || !cacheEnabled {
            legal[block] = nil
        } else {
            legal[block] = legalContents(block).union([content])
        }
        latest[block] = content
    }

    /// A change that failed: any block of it may have happened, durably or not.
    mutating func mayHaveSet(_ block: UInt64, _ content: BlockContent, found: BlockContent) {
        legal[block] = legalContents(block).union([self.content(block), content])
        latest[block] = found
    }

    mutating func flush() { legal = [:] }

    mutating func format() {
        latest = [:]
        legal = [:]
    }

    /// After a power loss: what was found is what there is.
    mutating func adopt(_ block: UInt64, _ content: BlockContent) { latest[block] = content }

    var allocatedBlocks: Int { latest.values.count(where: \.isAllocated) }
}

/// Blocks of one size on a real `Media`, with the model's vocabulary.
final class BlockAccess {
    let media: Media
    let blockByteCount: Int
    /// What a number fills a block with.
    let filling: BlockFilling

    init(_ media: Media, blockByteCount: Int, filling: BlockFilling = .uniform) {
        self.media = media
        self.blockByteCount = blockByteCount
        self.filling = filling
        media.format(lbaByteCount: blockByteCount)
    }

    func range(_ blocks: Range<UInt64>) -> MediaRange {
        MediaRange(
            offset: blocks.lowerBound * UInt64(blockByteCount), byteCount: UInt64(blocks.count * blockByteCount))
    }

    /// Writes blocks that are filled with `first`, `first + 1`... from host memory in pieces that end at `cuts`.
    func write(_ blocks: Range<UInt64>, first: UInt64, durable: Bool, cuts: [Int] = []) -> MediaResult {
        let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: blocks.count * blockByteCount, alignment: 8)
        defer { bytes.deallocate() }
        for index in 0..<blocks.count {
            filling.fill(
                UnsafeMutableRawBufferPointer(rebasing: bytes[index * blockByteCount..<(index + 1) * blockByteCount]),
                lba: blocks.lowerBound + UInt64(index), number: first + UInt64(index))
        }
        return withPieces(bytes, cuts) { cursor in media.write(range(blocks), from: &cursor, durable: durable) }
    }

    func read(_ block: UInt64, cuts: [Int] = []) -> BlockContent {
        var words = [UInt64](repeating: .max, count: blockByteCount / 8)
        let result = words.withUnsafeMutableBytes { bytes in
            withPieces(bytes, cuts) { cursor in media.read(range(block..<block + 1), into: &cursor) }
        }
        guard result == .success else { return .uncorrectable }
        guard let number = words.withUnsafeBytes({ filling.number(in: $0, lba: block) }) else { return .torn }
        let hole = media.check(range(block..<block + 1), deallocatedIsError: true) == .deallocated
        return hole && number == 0 ? .deallocated : .filled(number)
    }

    /// Lets a cursor walk over `bytes` in pieces that end at the given offsets.
    func withPieces<Result>(
        _ bytes: UnsafeMutableRawBufferPointer, _ cuts: [Int], _ body: (inout HostCursor) -> Result
    ) -> Result {
        var data = HostData()
        defer { data.deallocate() }
        var start = 0
        for end in cuts.sorted().filter({ $0 > 0 && $0 < bytes.count }) + [bytes.count] where end > start {
            // A gap of nothing keeps neighbours from being merged.
            _ = data.append(bytes.baseAddress.map { $0 + start }, end - start)
            _ = data.append(nil, 0)
            start = end
        }
        var cursor = HostCursor(data)
        return body(&cursor)
    }
}
