import Glibc

/// Draws start addresses by a distribution, as offsets into a span of blocks or of aligned starts.
///
/// Unsafe inside: `cuts` is the generator's own.
struct AddressGenerator: ~Copyable {
    private enum Shape {
        case uniform
        case sections
        case zipf(alpha: Double, eta: Double, zeta: Double, theta: Double)
        case power(exponent: Double)
        case normal(deviation: Double)
        case hotCold(hotBlocks: UInt64, share: UInt64)
    }

    private let shape: Shape
    /// Size of the span.
    let blocks: UInt64
    /// Sections, each as often as its share of the draws.
    private let cuts: UnsafeMutableBufferPointer<UInt8>

    /// - Parameter blocks: size of the span, 1 or more.
    init(_ distribution: AddressDistribution, blocks: UInt64) {
        self.blocks = max(1, blocks)
        var cuts: [UInt8] = []
        switch distribution {
        case .uniform:
            shape = .uniform
        case .sections(let shares):
            shape = .sections
            cuts = shares.prefix(100).enumerated().flatMap { Array(repeating: UInt8($0), count: max(0, $1)) }
        case .zipf(let theta):
            let zeta = Self.zeta(self.blocks, theta)
            let eta = (1 - pow(2 / Double(self.blocks), 1 - theta)) / (1 - Self.zeta(2, theta) / zeta)
            shape = .zipf(alpha: 1 / (1 - theta), eta: eta, zeta: zeta, theta: theta)
        case .pareto(let hot):
            shape = .power(exponent: log(hot) / log(1 - hot))
        case .normal(let deviation):
            shape = .normal(deviation: deviation)
        case .hotCold(let size, let share):
            let hot = min(max(1, UInt64(Double(self.blocks) * size)), self.blocks)
            shape = .hotCold(hotBlocks: hot, share: UInt64(share * 0x1p32))
        }
        self.cuts = .allocate(capacity: cuts.count)
        _ = self.cuts.initialize(from: cuts)
    }

    deinit { cuts.deallocate() }

    /// An offset in 0..<blocks.
    func draw(_ random: inout WorkloadRandom) -> UInt64 {
        switch shape {
        case .uniform:
            return random.below(blocks)
        case .sections:
            return drawSection(&random)
        case .zipf(let alpha, let eta, let zeta, let theta):
            let unit = random.unit()
            let scaled = unit * zeta
            if scaled < 1 { return scatter(0) }
            if scaled < 1 + pow(0.5, theta) { return scatter(1) }
            return scatter(bounded(Double(blocks) * pow(eta * unit - eta + 1, alpha)))
        case .power(let exponent):
            return bounded(Double(blocks) * pow(random.unit(), exponent))
        case .normal(let deviation):
            return drawNormal(deviation, &random)
        case .hotCold(let hotBlocks, let share):
            guard hotBlocks < blocks else { return random.below(blocks) }
            let isHot = random.next() >> 32 < share
            return isHot ? random.below(hotBlocks) : hotBlocks + random.below(blocks - hotBlocks)
        }
    }

    private func drawSection(_ random: inout WorkloadRandom) -> UInt64 {
        guard !cuts.isEmpty else { return random.below(blocks) }
        let section = UInt64(cuts[Int(random.below(UInt64(cuts.count)))])
        // As equal as whole blocks can be.
        let first = share(section)
        let end = share(section + 1)
        return end > first ? first + random.below(end - first) : min(first, blocks - 1)
    }

    /// So many hundredths of the span.
    private func share(_ hundredths: UInt64) -> UInt64 {
        UInt64(100).dividingFullWidth(blocks.multipliedFullWidth(by: min(hundredths, 100))).quotient
    }

    private func drawNormal(_ deviation: Double, _ random: inout WorkloadRandom) -> UInt64 {
        // Values outside the span are drawn again; the bound only guards against an endless loop.
        for _ in 0..<64 {
            let radius = sqrt(-2 * log(1 - random.unit()))
            let position = 0.5 + deviation * radius * cos(2 * Double.pi * random.unit())
            if position >= 0, position < 1 { return bounded(position * Double(blocks)) }
        }
        return random.below(blocks)
    }

    private func bounded(_ position: Double) -> UInt64 {
        position >= 0 && position < Double(blocks) ? min(UInt64(position), blocks - 1) : blocks - 1
    }

    /// Spreads popular ranks over the span; an odd multiplier keeps different ranks mostly different.
    private func scatter(_ rank: UInt64) -> UInt64 {
        (rank &* 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: blocks).high
    }

    /// The generalised harmonic number, its tail by the integral.
    private static func zeta(_ count: UInt64, _ theta: Double) -> Double {
        let exact = min(count, 10_000)
        var sum = 0.0
        for rank in 1...max(1, exact) { sum += pow(Double(rank), -theta) }
        guard count > exact else { return sum }
        return sum + (pow(Double(count), 1 - theta) - pow(Double(exact), 1 - theta)) / (1 - theta)
    }
}
