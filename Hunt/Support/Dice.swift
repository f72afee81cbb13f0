/// The random numbers of a hunt, of one seed: the same seed gives the same run on every machine (xorshift64*, Vigna 2016).
///
/// A generator of its own, because the oracle may share no code with what it judges.
struct Dice: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// Each stream of a seed is a run of its own: one for each thread.
    init(seed: UInt64, stream: UInt64 = 0) {
        state = (seed &+ 1) &* 0x9E37_79B9_7F4A_7C15 ^ (stream &+ 1) &* 0xD1B5_4A32_D192_ED03
        if state == 0 { state = 1 }
        for _ in 0..<4 { _ = next() }
    }

    mutating func next() -> UInt64 {
        state ^= state >> 12
        state ^= state << 25
        state ^= state >> 27
        return state &* 0x2545_F491_4F6C_DD1D
    }

    /// 0..<count; 0 for a count below 1.
    mutating func below(_ count: Int) -> Int { count > 0 ? Int(next() >> 1) % count : 0 }

    mutating func number(_ range: ClosedRange<Int>) -> Int { range.lowerBound + below(range.count) }

    /// True once in `count` times.
    mutating func once(in count: Int) -> Bool { below(count) == 0 }

    mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }

    /// One of the rows, each as often as its weight says.
    mutating func pick<Element>(weighted rows: [(weight: Int, element: Element)]) -> Element {
        var rest = below(rows.reduce(0) { $0 + $1.weight })
        for row in rows {
            rest -= row.weight
            if rest < 0 { return row.element }
        }
        return rows[0].element
    }

    /// A number with an eye for trouble: small, a power of two, its neighbours, all ones, or anything.
    mutating func nasty() -> UInt64 {
        switch below(6) {
        case 0: UInt64(below(4))
        case 1: 1 << UInt64(below(64))
        case 2: (1 << UInt64(below(64))) &- 1
        case 3: UInt64.max &- UInt64(below(4))
        case 4: next() >> UInt64(below(64))
        default: next()
        }
    }
}
