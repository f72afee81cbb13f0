/// VS, Version (NVMe Base 2.0 §3.1.3.2); also Identify Controller's VER.
public struct SpecificationVersion: BitStructure {
    public var rawValue: UInt32
    public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }

    /// Tertiary Version (TER, 7:0).
    public var tertiary: UInt8 {
        get { UInt8(rawValue.bits(0...7)) }
        set { rawValue.setBits(0...7, to: UInt32(newValue)) }
    }

    /// Minor Version (MNR, 15:8).
    public var minor: UInt8 {
        get { UInt8(rawValue.bits(8...15)) }
        set { rawValue.setBits(8...15, to: UInt32(newValue)) }
    }

    /// Major Version (MJR, 31:16).
    public var major: UInt16 {
        get { UInt16(rawValue.bits(16...31)) }
        set { rawValue.setBits(16...31, to: UInt32(newValue)) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("tertiary", "TER", 0...7, "Tertiary Version"),
        .init("minor", "MNR", 8...15, "Minor Version"),
        .init("major", "MJR", 16...31, "Major Version"),
    ]
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
    public var description: String { tertiary == 0 ? "\(major).\(minor)" : "\(major).\(minor).\(tertiary)" }
}
