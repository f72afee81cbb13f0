import Foundation
import NVMe
import Testing

/// The embedded SSD beside a controller that somebody else wrote: same commands, same answers, or a reason from the standard.
@Suite struct DifferentialTests {
    @Test(.enabled(if: QEMUFunction.isInstalled, "QEMU is not installed: apt install qemu-system-x86"))
    func everyDifferenceFromQEMUIsExplainedByTheStandard() throws {
        let embedded = try outcomes(of: Bench.embedded)
        let qemu = try outcomes(of: Bench.qemu)
        let found = zip(embedded, qemu).filter { $0.outcome != $1.outcome }
            .map { Difference($0.id, $0.outcome, $1.outcome) }
        try record(found)
        for problem in Audit.problems(found: found, explained: Explanation.explained) { Issue.record("\(problem)") }
    }

    @Test func eachCaseHasANameOfItsOwn() {
        let ids = CaseGroup.all.flatMap { group in group.cases.map { "\(group.name)/\($0.name)" } }
        #expect(Set(ids).count == ids.count)
        #expect(ids.count >= 120)
    }

    @Test func partsOfIdentifyDataLieWhereTheirNamesSay() {
        let parts = [
            (IdentifyController.fields, CaseGroup.controllerParts),
            (IdentifyNamespace.fields, CaseGroup.namespaceParts),
        ]
        for (fields, parts) in parts {
            let places = Dictionary(
                fields.map { ($0.field.shortName.uppercased(), $0.field) }, uniquingKeysWith: { first, _ in first })
            for part in parts {
                guard let field = places[part.name] else { continue }
                #expect(part.range == field.offset..<field.offset + field.byteCount, "\(part.name)")
            }
        }
    }

    @Test func eachDifferenceIsExplainedOnce() {
        let ids = Explanation.explained.map(\.id)
        #expect(Set(ids).count == ids.count)
    }

    @Test func documentationListsTheExplainedDifferences() throws {
        let report = DifferenceReport(
            caseCount: CaseGroup.caseCount, explanations: Explanation.all, unexplained: [])
        let text = try String(contentsOf: ProjectFile.documentation, encoding: .utf8)
        #expect(
            text == report.markdown,
            "docs/differences.md is not current: run these tests, then copy \(ProjectFile.current.path) over it")
    }

    private func outcomes(of address: String) throws -> [(id: String, outcome: String)] {
        let bench = try Bench(address)
        defer { bench.close() }
        return try CaseGroup.run(on: bench)
    }

    /// Writes what was found, explained or not, for a person to read.
    private func record(_ found: [Difference]) throws {
        let byID = Dictionary(found.map { ($0.id, $0) }) { first, _ in first }
        let explanations = Explanation.all.compactMap { explanation -> Explanation? in
            let cases = explanation.cases.compactMap { byID[$0.id] }
            guard !cases.isEmpty else { return nil }
            return Explanation(
                title: explanation.title, right: explanation.right, why: explanation.why, clause: explanation.clause,
                cases: cases)
        }
        let known = Set(Explanation.explained.map(\.id))
        let report = DifferenceReport(
            caseCount: CaseGroup.caseCount, explanations: explanations,
            unexplained: found.filter { !known.contains($0.id) })
        try report.markdown.write(to: ProjectFile.current, atomically: true, encoding: .utf8)
    }
}
