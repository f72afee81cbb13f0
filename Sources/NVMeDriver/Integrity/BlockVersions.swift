import Synchronization

/// The versions of blocks that the history remembers, by block: which of them may be read where old or new is legal.
///
/// Made when it is asked for the first time after something has changed; needed only for blocks whose latest write failed, was cut
/// short, or was taken by a power loss.
final class BlockVersions: Sendable {
    /// What is known of the older versions of a block.
    struct Past {
        /// The latest version that nothing can have taken away: older ones are illegal. 0 where none is remembered.
        var floor: UInt64 = 0
        /// Whether the versions from `floor` on are all that the block can hold.
        var isComplete = false
    }

    private struct Index {
        /// By block, then by token.
        var versions: [Version]
        /// Versions from here on are not in it.
        var next: UInt64
    }

    private let history: WriteHistory
    private let index = Mutex<Index?>(nil)

    init(_ history: WriteHistory) { self.history = history }

    /// What a block may hold besides the version with this token.
    ///
    /// - Parameters:
    ///   - next: the token that will be taken next.
    ///   - erased: versions with an older token are gone.
    func past(of lba: UInt64, before token: UInt64, next: UInt64, erased: UInt64) -> Past {
        index.withLock { index in
            if token >= index?.next ?? 0 { index = makeIndex(next) }
            var past = Self.past(of: lba, before: token, in: index?.versions ?? [])
            // What is left behind by an erase has no version.
            if past.floor < erased { past = Past(floor: erased, isComplete: false) }
            return past
        }
    }

    /// Writes with these tokens may be there or not.
    func mayBeGone(_ tokens: Range<UInt64>) {
        index.withLock { index in
            history.mayBeGone(tokens)
            index = nil
        }
    }

    /// The power was lost, and with it perhaps what was sent from token `durable` on.
    func losePower(durable: UInt64, next: UInt64) {
        index.withLock { index in
            history.forEach { $0.token >= durable && $0.token < next && !$0.isForced ? Version.perhaps : 0 }
            index = nil
        }
    }

    /// Everything was erased, and with it perhaps what has one of these tokens.
    func erased(_ tokens: Range<UInt64>) {
        index.withLock { index in
            history.forEach { tokens.contains($0.token) ? Version.perhaps : 0 }
            index = nil
        }
    }

    private func makeIndex(_ next: UInt64) -> Index {
        var versions: [Version] = []
        history.forEach { version in
            if version.token < next { versions.append(version) }
            return 0
        }
        versions.sort { ($0.lba, $0.token) < ($1.lba, $1.token) }
        return Index(versions: versions, next: next)
    }

    private static func past(of lba: UInt64, before token: UInt64, in versions: [Version]) -> Past {
        var (low, high) = (0, versions.count)
        while low < high {
            let middle = (low + high) / 2
            if (versions[middle].lba, versions[middle].token) <= (lba, token) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        // From the version itself backwards, as long as no link is missing.
        var expected: UInt32?
        var isWhole = true
        while low > 0, versions[low - 1].lba == lba {
            let version = versions[low - 1]
            if version.token != token {
                isWhole = isWhole && version.comes(before: expected ?? 0)
                if version.isCertain { return Past(floor: version.token, isComplete: isWhole) }
            }
            expected = version.previous
            low -= 1
        }
        return Past()
    }
}
