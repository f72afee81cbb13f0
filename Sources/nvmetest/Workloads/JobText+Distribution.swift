import NVMe
import NVMeWorkload

/// Reads where random commands start.
extension JobText {
    /// `random` (uniform), `zipf:0.99`, `pareto:0.2`, `normal:0.1`, `hot:0.1/0.9`, `zoned:60/10:40/90`, `sections:100x100`.
    static func distribution(_ text: String) -> AddressDistribution? {
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        guard let name = parts.first else { return nil }
        switch name {
        case "hot": return parts.count > 1 ? hotCold(parts[1]) : nil
        case "zoned": return parts.count > 1 ? zones(parts[1]).map { .sections($0) } : nil
        case "sections": return parts.count > 1 ? sections(parts[1]).map { .sections($0) } : nil
        default: break
        }
        let number = parts.count > 1 ? Double(parts[1]) : nil
        if parts.count > 1, number?.isFinite != true { return nil }
        switch name {
        case "random", "uniform": return parts.count == 1 ? .uniform : nil
        case "zipf": return .zipf(theta: number ?? 0.99)
        case "pareto": return .pareto(hot: number ?? 0.2)
        case "normal", "gauss": return .normal(deviation: number ?? 0.1)
        default: return nil
        }
    }

    /// `SIZE/SHARE`, both fractions of 1.
    private static func hotCold(_ text: String) -> AddressDistribution? {
        let numbers = text.split(separator: "/", omittingEmptySubsequences: false).map { Double($0) ?? .nan }
        guard numbers.count == 2, numbers.allSatisfy(\.isFinite) else { return nil }
        return .hotCold(size: numbers[0], share: numbers[1])
    }

    /// fio's `COMMANDS/SIZE:…` in percent, as 100 shares of 10,000; nil unless both add up to 100.
    private static func zones(_ text: String) -> [Int]? {
        var shares: [Int] = []
        var commands = 0
        for part in text.split(separator: ":", omittingEmptySubsequences: false) {
            let pair = part.split(separator: "/", omittingEmptySubsequences: false).map { percent(String($0)) }
            guard pair.count == 2, let share = pair[0], let size = pair[1], size > 0 else { return nil }
            // What a division leaves goes to the first sections of the zone, one each.
            shares += (0..<size).map { share * 100 / size + ($0 < share * 100 % size ? 1 : 0) }
            commands += share
        }
        return commands == 100 && shares.count == 100 ? shares : nil
    }

    /// 100 shares that add up to 10,000; `5000x1,0x98,5000x1` says a share and how many sections have it.
    private static func sections(_ text: String) -> [Int]? {
        var shares: [Int] = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let pair = part.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
            guard pair.count <= 2, let share = pair[0], (0...10_000).contains(share) else { return nil }
            guard let count = pair.count == 2 ? pair[1] : 1, (1...100).contains(count) else { return nil }
            shares += Array(repeating: share, count: count)
            guard shares.count <= 100 else { return nil }
        }
        return shares.count == 100 && shares.reduce(0, +) == 10_000 ? shares : nil
    }
}
