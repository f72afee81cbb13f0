/// VS, Version (NVMe Base 2.0 §3.1.3.2); also Identify Controller's VER.
public struct SpecificationVersion: BitStructure {
    public final class Layout: BitLayout {
        /// Tertiary Version (TER).
        public let tertiary = Bits<UInt8, 7, 0>("TER", "Tertiary Version")
        /// Minor Version (MNR).
        public let minor = Bits<UInt8, 15, 8>("MNR", "Minor Version")
        /// Major Version (MJR).
        public let major = Bits<UInt16, 31, 16>("MJR", "Major Version")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

extension SpecificationVersion: CustomStringConvertible, ExpressibleByIntegerLiteral, Comparable {
    public init(major: UInt16, minor: UInt8, tertiary: UInt8 = 0) {
        self.init()
        self.major = major
        self.minor = minor
        self.tertiary = tertiary
    }

    public init(integerLiteral value: UInt32) { self.init(rawValue: value) }

    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

    /// As people write it: `"1.4"`, `"1.2.1"`.
    public var description: String {
        self.tertiary == 0 ? "\(self.major).\(self.minor)" : "\(self.major).\(self.minor).\(self.tertiary)"
    }
}
