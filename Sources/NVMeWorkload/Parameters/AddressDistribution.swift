/// Where random commands start.
public enum AddressDistribution: Sendable, Hashable {
    /// Every address of the region alike.
    case uniform
    /// The namespace in 100 equal parts; part i gets `shares[i]` of 10,000 commands. Wants the whole namespace as region.
    case sections([Int])
    /// Rank k is drawn proportionally to 1/k^theta, ranks scattered over the region. `theta` is above 0 and below 1 (0.99 is YCSB's).
    case zipf(theta: Double)
    /// A share of `hot` of the region gets `1 - hot` of the commands, again and again inside the hot part; `hot` is
    /// above 0 and below 0.5 (0.2 is the 80/20 rule).
    case pareto(hot: Double)
    /// Bell curve around the middle of the region; `deviation` is a fraction of the region, above 0, at most 1.
    case normal(deviation: Double)
    /// The first `size` of the region gets `share` of the commands; both are fractions between 0 and 1.
    case hotCold(size: Double, share: Double)
}
