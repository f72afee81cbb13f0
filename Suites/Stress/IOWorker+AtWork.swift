import NVMeTesting
import Testing

extension IOWorker {
    /// Returns when so many commands have completed, or when the worker has ended, which is an issue.
    func waitUntilAtWork(_ commands: UInt64 = 100) {
        while progress.completed < commands, wait(atMost: .milliseconds(1)) == nil {}
        guard progress.completed < commands else { return }
        let end = result.map { "\($0.outcome)" } ?? "still running"
        Issue.record("the worker ended after \(progress.completed) commands, before the test had begun: \(end)")
    }

    /// The result of a worker that something has ended. Throws when it goes on for ten seconds: that is a hang.
    func end() throws -> WorkloadResult {
        try #require(wait(atMost: .seconds(10)), "the worker still runs ten seconds after it should have ended")
    }
}

/// Reads a region whose blocks are verified from end to end, and expects every block to be what it has to be.
func expectIntact(
    _ region: Range<UInt64>, of namespace: Namespace, sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let size = IOSize.fixed(try namespace.blocks(ofBytes: 128 << 10))
    let result = try namespace.ioworker(
        ioSize: size, lbaRandom: false, queueDepth: namespace.queueDepth(for: 32), region: region
    ).run()
    expectSound(result, sourceLocation: sourceLocation)
    let table = try #require(namespace.integrity, "nothing is verified", sourceLocation: sourceLocation)
    let reports = table.mismatches.prefix(4).map(\.description).joined(separator: "\n")
    #expect(table.mismatchCount == 0, "\(reports)", sourceLocation: sourceLocation)
}

extension IntegrityTable {
    /// What a log may say of the data: nothing better than what was found.
    var verdict: String {
        guard mismatchCount == 0 else { return "\(mismatchCount) blocks were not what was written" }
        let statistics = self.statistics
        let unchecked = statistics.uncheckedCount
        return "\(statistics.checked) blocks read and right" + (unchecked > 0 ? ", \(unchecked) not checked" : "")
    }
}
