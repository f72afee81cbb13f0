import Testing

/// The comparison of what was found with what is explained.
@Suite struct AuditTests {
    private let known = Difference("group/case", "Success", "Invalid Field in Command (00/02)")

    @Test func explainedDifferenceIsNoProblem() {
        #expect(Audit.problems(found: [known], explained: [known]).isEmpty)
    }

    @Test func differenceWithoutExplanationIsAProblem() {
        #expect(Audit.problems(found: [known], explained: []).count == 1)
    }

    @Test func explanationOfOtherOutcomesIsAProblem() {
        let now = Difference(known.id, known.embedded, "Internal Error (00/06)")
        #expect(Audit.problems(found: [now], explained: [known]).count == 1)
    }

    @Test func explanationWithoutDifferenceIsAProblem() {
        #expect(Audit.problems(found: [], explained: [known]).count == 1)
    }
}
