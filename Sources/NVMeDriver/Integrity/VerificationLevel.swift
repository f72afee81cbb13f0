/// How much the driver does for the integrity of a namespace's data.
public enum VerificationLevel: UInt32, Sendable, Hashable, Comparable, CaseIterable {
    /// Nothing: data passes untouched.
    case off = 0
    /// Writes are stamped with LBA and token, and remembered; nothing is checked.
    case stampOnWrite = 1
    /// Each block that is read must carry its own LBA and the token of its latest write.
    case stamps = 2
    /// Each block that is read must also have the CRC-32C of its latest write.
    case checksums = 3

    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
