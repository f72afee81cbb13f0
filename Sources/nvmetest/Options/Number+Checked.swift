extension FixedWidthInteger where Self: UnsignedInteger {
    /// A number of the command line that has to fit; 0 when it was not given.
    init(_ number: Number?, _ name: String) throws {
        guard let value = Self(exactly: number?.value ?? 0) else {
            throw UsageError("\(name) is 0 to 0x\(String(Self.max, radix: 16)), not \(number?.value ?? 0)")
        }
        self = value
    }
}
