import NVMeSpec

/// Control bits of Read, Write, Compare, Verify and Write Zeroes: the upper half of command dword 12.
public struct IOFlags: OptionSet, Sendable, Hashable {
    /// CDW12 31:16.
    public let rawValue: UInt16
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// The bits that `set` sets.
    private init(_ set: (inout ReadWriteDword12) -> Void) {
        var dword12 = ReadWriteDword12()
        set(&dword12)
        rawValue = dword12.control
    }

    /// DEAC, of Write Zeroes: deallocate where possible.
    public static let deallocate = IOFlags { $0.deallocate = true }
    /// PRCHK bit 0: check the reference tag.
    public static let checkReferenceTag = IOFlags { $0.checkReferenceTag = true }
    /// PRCHK bit 1: check the application tag.
    public static let checkApplicationTag = IOFlags { $0.checkApplicationTag = true }
    /// PRCHK bit 2: check the guard.
    public static let checkGuard = IOFlags { $0.checkGuard = true }
    /// PRACT: the controller makes or strips the protection information.
    public static let protectionAction = IOFlags { $0.protectionInformationAction = true }
    /// FUA: force unit access.
    public static let forceUnitAccess = IOFlags { $0.forceUnitAccess = true }
    /// LR: limited retry.
    public static let limitedRetry = IOFlags { $0.limitedRetry = true }
}
