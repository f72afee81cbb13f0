/// Something that a script begins and ought to end: commands of a queue, a worker.
///
/// What is outstanding when the book is closed may have failed by now, or may never end: nobody has looked.
package protocol LooseEnd: AnyObject, Sendable {
    /// What is still going on. Asked at the end of the test, by its thread.
    var unwaited: [String] { get }
}

struct WeakLooseEnd {
    weak var end: (any LooseEnd)?
}

extension Ledger {
    /// The end of the test: what it has begun and not waited for is trouble, and so is verification that had nothing to go by.
    ///
    /// - Returns: what is worth a line in the test's log, and no trouble.
    package func close() -> [String] {
        for text in looseEnds.flatMap(\.unwaited) { _ = note(.unwaited(text)) }
        let verdict = verification.verdict
        if let failure = verdict.failure { _ = note(.unverified(failure)) }
        return verdict.remark.map { [$0] } ?? []
    }

    /// The test was ended by an error, so that it could not wait for anything: what is outstanding follows from that.
    package func forgiveUnwaited() {
        for entry in open { if case .unwaited = entry.trouble { entry.acknowledge() } }
    }
}
