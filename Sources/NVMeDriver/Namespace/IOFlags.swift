/// Control bits of Read, Write, Compare, Verify and Write Zeroes: the upper half of command dword 12.
public struct IOFlags: OptionSet, Sendable, Hashable {
    /// CDW12 31:16.
    public let rawValue: UInt16
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// DEAC (25), of Write Zeroes: deallocate where possible.
    public static let deallocate = IOFlags(rawValue: 1 << 9)
    /// PRCHK bit 0 (26): check the reference tag.
    public static let checkReferenceTag = IOFlags(rawValue: 1 << 10)
    /// PRCHK bit 1 (27): check the application tag.
    public static let checkApplicationTag = IOFlags(rawValue: 1 << 11)
    /// PRCHK bit 2 (28): check the guard.
    public static let checkGuard = IOFlags(rawValue: 1 << 12)
    /// PRACT (29): the controller makes or strips the protection information.
    public static let protectionAction = IOFlags(rawValue: 1 << 13)
    /// FUA (30): force unit access.
    public static let forceUnitAccess = IOFlags(rawValue: 1 << 14)
    /// LR (31): limited retry.
    public static let limitedRetry = IOFlags(rawValue: 1 << 15)
}
