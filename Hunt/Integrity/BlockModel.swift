/// What one block may hold, now and after a power cut.
///
/// The history begins with what is on the media for certain. Each change that followed replaces what was before, or perhaps
/// does not (`isCertain` false: a command that never completed, or failed).
struct BlockModel {
    struct Change {
        /// Order of submission and of completion, over all commands of the oracle.
        var submitted: UInt64
        var completed: UInt64
        var contents: [Content]
        var isCertain: Bool
    }

    /// What docs/integrity.md says that the driver knows of the block.
    enum Knowledge: Equatable {
        /// A read with other data is a mismatch.
        case exact
        /// Nothing, or only what the LBA stamp tells; the rule that says so.
        case byRule(String)
    }

    private(set) var history: [Change]
    var knowledge: Knowledge
    /// The latest change is that of a command which the driver may have kept back and never sent.
    var mayBeUnsent = false

    init(_ contents: [Content], knowledge: Knowledge) {
        history = [Change(submitted: 0, completed: 0, contents: contents, isCertain: true)]
        self.knowledge = knowledge
    }

    private var lastCertain: Int { history.lastIndex(where: \.isCertain) ?? 0 }

    /// What it may read as.
    var current: [Content] {
        let changes = history[lastCertain...]
        return changes.count == 1 ? changes[lastCertain].contents : Array(Set(changes.flatMap(\.contents)))
    }

    mutating func append(_ change: Change, isDurable: Bool) {
        if change.isCertain { mayBeUnsent = false }
        if isDurable, change.isCertain { history = [] }
        history.append(change)
        guard history.count > 24 else { return }
        // A long history is slow: its older half becomes one change that may have left any of its contents.
        let old = history.prefix(12).flatMap(\.contents)
        history.replaceSubrange(
            ..<12, with: [Change(submitted: 0, completed: 0, contents: Array(Set(old)), isCertain: true)])
    }

    /// A flush that was submitted then has completed: what was complete before is durable.
    mutating func flushed(submitted: UInt64) {
        guard history.count > 1, let index = history.lastIndex(where: { $0.isCertain && $0.completed < submitted })
        else { return }
        history.removeSubrange(..<index)
    }

    /// Everything that was ever complete is durable.
    mutating func settle() { history.removeSubrange(..<lastCertain) }

    mutating func powerLost() {
        guard history.count > 1 else { return }
        let contents = Array(Set(history.flatMap(\.contents)))
        history = [Change(submitted: 0, completed: 0, contents: contents, isCertain: true)]
    }

    /// A read has shown what it is: from now on it has to stay that.
    mutating func seen(_ content: Content) {
        guard current.count > 1 else { return }
        let place = lastCertain
        if place == 0, history.count == 1 {
            history[0].contents = [content]
        } else {
            let last = history[history.count - 1]
            history.append(
                Change(submitted: last.submitted, completed: last.completed, contents: [content], isCertain: true))
        }
    }
}
