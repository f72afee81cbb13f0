import Testing

/// References to the standard in the sources of NVMeSpec.
@Suite struct ClauseTests {
    /// NVMe Base 2.1 has the admin commands in §5.1; 2.3, of August 2025, has them in §5.2 (Identify Controller: §5.2.13.2.1).
    @Test func clausesOfBase23AreNumberedAsThere() throws {
        for (path, text) in try ProjectFolder.sources() {
            for match in text.matches(of: /Base 2\.3 §5\.1\.[0-9.]+/) { Issue.record("\(path): \(match.0)") }
        }
    }

    @Test func oneFileCitesOneRevisionOfTheBaseSpecification() throws {
        for (path, text) in try ProjectFolder.sources() {
            let revisions = Set(text.matches(of: /NVMe Base (\d\.\d)/).map { String($0.1) })
            #expect(revisions.count < 2, "\(path) cites \(revisions.sorted())")
        }
    }
}
