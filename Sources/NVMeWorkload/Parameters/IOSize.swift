/// How many logical blocks each command of a workload moves: always the same number, or one drawn from weighted choices.
///
/// Written as a literal where it is simple: `8`, `[1, 8, 64]` (equal weights), `[1: 9, 256: 1]` (weights).
public struct IOSize: Sendable, Hashable {
    /// One size and how often it is drawn, relative to the other weights.
    public struct Choice: Sendable, Hashable {
        public var blocks: Int
        public var weight: Int
    }

    /// Choices in ascending order of size, without duplicates.
    public let choices: [Choice]

    /// Always `blocks` logical blocks, 1...65535.
    public static func fixed(_ blocks: Int) -> IOSize {
        IOSize(choices: [Choice(blocks: blocks, weight: 1)])
    }

    /// Every size of the range, equally often.
    public static func range(_ sizes: some Sequence<Int>) -> IOSize {
        IOSize(choices: Set(sizes).sorted().map { Choice(blocks: $0, weight: 1) })
    }

    /// Each size as often as its weight says. Weights add up to 10,000 at most.
    public static func weighted(_ weights: [Int: Int]) -> IOSize {
        IOSize(choices: weights.sorted { $0.key < $1.key }.map { Choice(blocks: $0.key, weight: $0.value) })
    }

    public var smallest: Int { choices.first?.blocks ?? 0 }
    public var largest: Int { choices.last?.blocks ?? 0 }
}

extension IOSize {
    /// Two weights of the same size as one; the largest number where they are beyond 64 bits, which is refused later.
    package static func sumOfWeights(_ first: Int, _ second: Int) -> Int {
        let (sum, overflow) = first.addingReportingOverflow(second)
        return overflow ? .max : sum
    }
}

extension IOSize: ExpressibleByIntegerLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
    public init(integerLiteral blocks: Int) { self = .fixed(blocks) }
    public init(arrayLiteral sizes: Int...) { self = .range(sizes) }
    public init(dictionaryLiteral weights: (Int, Int)...) {
        self = .weighted(
            Dictionary(weights, uniquingKeysWith: IOSize.sumOfWeights))
    }
}

/// Percentage of commands that start at a random address; the others continue the sequential cursor.
///
/// `true` is 100 and `false` is 0.
public struct RandomShare: Sendable, Hashable, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral {
    public let percent: Int
    public init(percent: Int) { self.percent = percent }
    public init(booleanLiteral isRandom: Bool) { percent = isRandom ? 100 : 0 }
    public init(integerLiteral percent: Int) { self.percent = percent }
}
