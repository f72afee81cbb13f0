import Synchronization

/// What all tables of a test have verified: who switches verification on wants to be told when nothing was.
package final class VerificationRecord: Sendable {
    private struct State {
        /// Somebody wants reads to be checked.
        var isWanted = false
        /// Of tables that are gone; what a script knows was not checked is left out.
        var gone = IntegrityStatistics()
        var tables: [WeakTable] = []
    }

    private struct WeakTable {
        let id: ObjectIdentifier
        weak var table: IntegrityTable?
    }

    private let state = Mutex(State())

    /// A table was made, and will tell of its end.
    func watch(_ table: IntegrityTable) {
        state.withLock { $0.tables.append(WeakTable(id: ObjectIdentifier(table), table: table)) }
    }

    /// Verification was switched on.
    func begins(_ level: VerificationLevel) {
        if level >= .stamps { state.withLock { $0.isWanted = true } }
    }

    /// A table goes.
    func ended(_ id: ObjectIdentifier, _ statistics: IntegrityStatistics) {
        state.withLock { state in
            state.tables.removeAll { $0.id == id }
            state.gone = state.gone + statistics
        }
    }

    private var sum: IntegrityStatistics {
        let (gone, tables) = state.withLock { state in (state.gone, state.tables.compactMap(\.table)) }
        return tables.reduce(gone) { $0 + $1.unseenStatistics }
    }

    /// What to say of a test in which nothing was verified: a failure where it has read and nobody knew what, otherwise a remark.
    var verdict: (failure: String?, remark: String?) {
        let sum = self.sum
        guard state.withLock(\.isWanted), sum.checked == 0 else { return (nil, nil) }
        guard sum.uncheckedCount > 0 else { return (nil, "verification was on, and no block was read with it") }
        let reasons = sum.unchecked.sorted { $0.key.rawValue < $1.key.rawValue }
            .map { "\($0.value) because \($0.key.description)" }
        return (
            "nothing was verified: blocks were read with verification on and none of them was checked, "
                + reasons.joined(separator: ", ")
                + "; write them behind startVerification, or look at IntegrityTable.statistics",
            nil
        )
    }
}

extension IntegrityTable: Acknowledgeable {
    /// The script knows what was not checked, so far and from now on.
    public func acknowledge() { isSeen.store(true, ordering: .relaxed) }

    /// What counts for the verdict on the test.
    var unseenStatistics: IntegrityStatistics {
        var statistics = count()
        if isSeen.load(ordering: .relaxed) { statistics.unchecked = [:] }
        return statistics
    }
}
