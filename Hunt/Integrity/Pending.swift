import NVMe

/// A command of the integrity hunter that is outstanding.
final class Pending {
    enum Action {
        case read
        case write
        case zeroes
        case deallocate
        case uncorrectable
        case copy
        case compare(isEqual: Bool)
        case verify
        case flush(reach: UInt64)
    }

    let action: Action
    /// Hull of all blocks that it touches.
    let blocks: Range<UInt64>
    let submitted: UInt64
    let generation: Int
    var buffer: Buffer?
    /// Of the first block of a write.
    var number: UInt64 = 0
    var isDurable = false
    var isRaw = false
    /// Ranges of a deallocation; sources of a copy.
    var ranges: [Range<UInt64>] = []
    var destination: UInt64 = 0
    /// The first half of a fused pair, without whose success this one is not done.
    var first: Pending?
    /// It has completed with an error.
    var hasFailed = false

    init(_ action: Action, _ blocks: Range<UInt64>, submitted: UInt64, generation: Int) {
        self.action = action
        self.blocks = blocks
        self.submitted = submitted
        self.generation = generation
    }

    var changes: Bool {
        switch action {
        case .read, .compare, .verify, .flush: false
        case .write, .zeroes, .deallocate, .uncorrectable, .copy: true
        }
    }

    /// What each block of a write was sent with. Stamps are the driver's, and put in when it sends the command: asked for at the end.
    func contents(blockSize: Int) -> [Content] {
        guard let buffer else { return [] }
        return buffer.withUnsafeBytes { bytes -> [Content] in
            guard let base = bytes.baseAddress, bytes.count >= blocks.count * blockSize else { return [] }
            return (0..<blocks.count).map { index in
                let stamps = Pattern.stamps(base + index * blockSize, blockSize)
                return .written(number: number + UInt64(index), head: stamps.head, tail: stamps.tail)
            }
        }
    }

    /// The blocks that it changes, or more.
    var touched: [UInt64] {
        switch action {
        case .deallocate: ranges.flatMap { $0 }
        default: Array(blocks)
        }
    }

    func touches(_ other: Pending) -> Bool { changes && blocks.overlaps(other.blocks) }

    func conflicts(with other: Pending) -> Bool { (changes || other.changes) && blocks.overlaps(other.blocks) }
}

/// A queue pair of a player, with what is outstanding on it.
final class Lane {
    let queue: QueuePair
    var pending: [UInt16: Pending] = [:]

    init(_ queue: QueuePair) { self.queue = queue }

    var hasRoom: Bool { pending.count < queue.depth - 1 }
}
