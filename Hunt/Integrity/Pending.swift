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
    /// What each block holds once a write has completed, from the first block on.
    var contents: [Content] = []
    var isDurable = false
    var isRaw = false
    /// Ranges of a deallocation; sources of a copy.
    var ranges: [Range<UInt64>] = []
    var destination: UInt64 = 0

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

    func conflicts(with other: Pending) -> Bool { (changes || other.changes) && blocks.overlaps(other.blocks) }
}

/// A queue pair of a player, with what is outstanding on it.
final class Lane {
    let queue: QueuePair
    var pending: [UInt16: Pending] = [:]

    init(_ queue: QueuePair) { self.queue = queue }

    var hasRoom: Bool { pending.count < queue.depth - 1 }
}
