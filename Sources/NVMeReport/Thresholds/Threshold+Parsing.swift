/// A threshold that cannot be understood.
public struct ThresholdError: Error, Sendable, Hashable, CustomStringConvertible {
    public let description: String
}

extension Threshold {
    /// Reads thresholds, separated by commas: `iops>=1M, p99<200us, errors==0, bandwidth>=2GB/s`.
    ///
    /// Throws `ThresholdError` for the first that is wrong, with what would be right.
    public static func parse(_ text: String) throws(ThresholdError) -> [Threshold] {
        var thresholds: [Threshold] = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            thresholds.append(try Threshold(parsing: String(part.filter { $0 != " " })))
        }
        return thresholds
    }

    private init(parsing text: String) throws(ThresholdError) {
        guard !text.isEmpty else { throw Self.wrong("a threshold is missing", instead: "e.g. 'iops>=1M,p99<200us'") }
        let name = text.prefix { $0.isLetter || $0.isNumber || $0 == "." }
        let rest = text.dropFirst(name.count)
        // The two-character relations come first in the table, so that '<=' is not read as '<'.
        guard let relation = Relation.allCases.first(where: { rest.hasPrefix($0.rawValue) }) else {
            let signs = Relation.allCases.map(\.rawValue).joined(separator: " ")
            throw Self.wrong("'\(text)' has no relation that is known", instead: "use one of \(signs)")
        }
        guard let metric = Metric(String(name)) else {
            let names = Metric.names.keys.sorted() + ["p50", "p99", "p99.9"]
            throw Self.wrong(
                "unknown metric '\(name)' in '\(text)'",
                instead: "known are \(names.joined(separator: ", ")) and other percentiles"
                    + NearestName.hint(for: String(name), among: names))
        }
        let written = rest.dropFirst(relation.rawValue.count)
        guard let number = UnitNumber(written) else {
            throw Self.wrong("'\(written)' in '\(text)' is no number", instead: "write \(metric.kind.example)")
        }
        guard let scale = metric.kind.units[number.unit] else {
            let unit = number.unit.isEmpty ? "needs a unit" : "has the unknown unit '\(number.unit)'"
            throw Self.wrong("'\(written)' in '\(text)' \(unit)", instead: "write \(metric.kind.example)")
        }
        self.init(metric: metric, relation: relation, limit: number.value * scale, text: text)
    }

    private static func wrong(_ what: String, instead: String) -> ThresholdError {
        ThresholdError(description: "\(what); \(instead)")
    }
}
