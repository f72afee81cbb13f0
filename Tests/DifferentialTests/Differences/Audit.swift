/// What is wrong between the differences that were found and those that are explained.
enum Audit {
    /// One sentence for each difference without explanation, each explanation of something else, and each one too many.
    static func problems(found: [Difference], explained: [Difference]) -> [String] {
        let explanations = Dictionary(explained.map { ($0.id, $0) }) { first, _ in first }
        let ids = Set(found.map(\.id))
        let unexplained = found.compactMap { difference -> String? in
            guard let old = explanations[difference.id] else { return "Not explained: \(difference)" }
            return old == difference ? nil : "Changed: \(difference); the explanation is for \(old)"
        }
        return unexplained
            + explained.filter { !ids.contains($0.id) }
            .map { "No longer different, so there is nothing to explain: \($0.id)" }
    }
}
