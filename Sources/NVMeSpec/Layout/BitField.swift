extension FixedWidthInteger where Self: UnsignedInteger {
    /// Bits `range.upperBound ... range.lowerBound`, as the standard counts them, shifted down to bit 0.
    @inlinable
    public func bits(_ range: ClosedRange<Int>) -> Self {
        let width = range.upperBound - range.lowerBound + 1
        let mask: Self = width >= Self.bitWidth ? .max : (1 << Self(width)) - 1
        return self >> Self(range.lowerBound) & mask
    }

    @inlinable
    public func bit(_ index: Int) -> Bool { self >> Self(index) & 1 != 0 }

    /// Replaces the bits of `range`; what does not fit the range is cut off.
    @inlinable
    public mutating func setBits(_ range: ClosedRange<Int>, to value: Self) {
        let width = range.upperBound - range.lowerBound + 1
        let mask: Self = width >= Self.bitWidth ? .max : ((1 << Self(width)) - 1)
        self = self & ~(mask << Self(range.lowerBound)) | (value & mask) << Self(range.lowerBound)
    }

    @inlinable
    public mutating func setBit(_ index: Int, to value: Bool) {
        setBits(index...index, to: value ? 1 : 0)
    }
}
