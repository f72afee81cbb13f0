/// The generator behind every random decision of a worker: fast, 64 bits, the same sequence for the same seed on every machine.
public struct WorkloadRandom: RandomNumberGenerator, Sendable {
    @usableFromInline var state: (UInt64, UInt64, UInt64, UInt64)

    /// Expands the seed, so that neighbouring seeds give unrelated sequences.
    public init(seed: UInt64) {
        var expander = seed
        func next() -> UInt64 {
            expander &+= 0x9E37_79B9_7F4A_7C15
            var mixed = expander
            mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
            return mixed ^ mixed >> 31
        }
        state = (next(), next(), next(), next())
    }

    /// xoshiro256++ by Blackman and Vigna, from its published definition.
    @inlinable @inline(__always)
    public mutating func next() -> UInt64 {
        let sum = state.0 &+ state.3
        let result = (sum &<< 23 | sum &>> 41) &+ state.0
        let shifted = state.1 &<< 17
        state.2 ^= state.0
        state.3 ^= state.1
        state.1 ^= state.2
        state.0 ^= state.3
        state.2 ^= shifted
        state.3 = state.3 &<< 45 | state.3 &>> 19
        return result
    }

    /// A number in 0..<bound; `bound` is not 0. The bias is below bound / 2^64.
    @inlinable @inline(__always)
    public mutating func below(_ bound: UInt64) -> UInt64 {
        next().multipliedFullWidth(by: bound).high
    }

    /// A number in 0..<1.
    @inlinable
    public mutating func unit() -> Double {
        Double(next() &>> 11) * 0x1p-53
    }
}
