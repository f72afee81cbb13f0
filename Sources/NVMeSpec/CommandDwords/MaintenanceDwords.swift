/// What Firmware Commit does with the image (NVMe Base 2.3 §5.2.8).
public struct FirmwareCommitAction: NamedValue {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Replace the image of the slot without activating it.
    @inlinable public static var replace: Self { Self(rawValue: 0x00) }

    /// Replace the image of the slot and activate it at the next reset.
    @inlinable public static var replaceAndActivate: Self { Self(rawValue: 0x01) }

    /// Activate the image of the slot at the next reset.
    @inlinable public static var activate: Self { Self(rawValue: 0x02) }

    /// Replace the image of the slot, if there is a downloaded one, and activate it now.
    @inlinable public static var replaceAndActivateImmediately: Self { Self(rawValue: 0x03) }

    /// Replace the boot partition.
    @inlinable public static var replaceBootPartition: Self { Self(rawValue: 0x06) }

    /// Mark the boot partition as active.
    @inlinable public static var activateBootPartition: Self { Self(rawValue: 0x07) }

    public static let table: [(value: Self, name: String)] = [
        (.replace, "Replace the image of the slot without activating it"),
        (.replaceAndActivate, "Replace the image of the slot and activate it at the next reset"),
        (.activate, "Activate the image of the slot at the next reset"),
        (
            .replaceAndActivateImmediately,
            "Replace the image of the slot, if there is a downloaded one, and activate it now"
        ),
        (.replaceBootPartition, "Replace the boot partition"),
        (.activateBootPartition, "Mark the boot partition as active"),
    ]
}

/// Command dword 10 of Firmware Commit.
public struct FirmwareCommitDword10: BitStructure {
    public var rawValue: UInt32
    public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }

    /// Firmware Slot (FS, 2:0): 0 lets the controller choose.
    public var slot: UInt8 {
        get { UInt8(rawValue.bits(0...2)) }
        set { rawValue.setBits(0...2, to: UInt32(newValue)) }
    }

    /// Commit Action (CA, 5:3).
    public var action: FirmwareCommitAction {
        get { FirmwareCommitAction(rawValue: .init(rawValue.bits(3...5))) }
        set { rawValue.setBits(3...5, to: .init(newValue.rawValue)) }
    }

    /// Boot Partition ID (BPID, 31).
    public var bootPartitionID: Bool {
        get { rawValue.bit(31) }
        set { rawValue.setBit(31, to: newValue) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("slot", "FS", 0...2, "Firmware Slot"),
        .init("action", "CA", 3...5, "Commit Action"),
        .init("bootPartitionID", "BPID", 31...31, "Boot Partition ID"),
    ]
}

/// Secure erase settings of Format NVM.
public struct SecureEraseSettings: NamedValue {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// No secure erase.
    @inlinable public static var none: Self { Self(rawValue: 0x00) }

    /// User Data Erase.
    @inlinable public static var userDataErase: Self { Self(rawValue: 0x01) }

    /// Cryptographic Erase.
    @inlinable public static var cryptographicErase: Self { Self(rawValue: 0x02) }

    public static let table: [(value: Self, name: String)] = [
        (.none, "No secure erase"),
        (.userDataErase, "User Data Erase"),
        (.cryptographicErase, "Cryptographic Erase"),
    ]
}

/// Command dword 10 of Format NVM (NVMe Base 2.3 §5.2.10).
public struct FormatNVMDword10: BitStructure {
    public var rawValue: UInt32
    public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }

    /// LBA Format Lower (LBAFL, 3:0).
    public var formatIndexLow: UInt8 {
        get { UInt8(rawValue.bits(0...3)) }
        set { rawValue.setBits(0...3, to: UInt32(newValue)) }
    }

    /// Metadata Settings (MSET, 4): set for metadata at the end of the data.
    public var metadataInline: Bool {
        get { rawValue.bit(4) }
        set { rawValue.setBit(4, to: newValue) }
    }

    /// Protection Information (PI, 7:5): type, 0 is none.
    public var protectionInformation: UInt8 {
        get { UInt8(rawValue.bits(5...7)) }
        set { rawValue.setBits(5...7, to: UInt32(newValue)) }
    }

    /// Protection Information Location (PIL, 8): set for the first bytes of metadata.
    public var protectionInformationFirst: Bool {
        get { rawValue.bit(8) }
        set { rawValue.setBit(8, to: newValue) }
    }

    /// Secure Erase Settings (SES, 11:9).
    public var secureErase: SecureEraseSettings {
        get { SecureEraseSettings(rawValue: .init(rawValue.bits(9...11))) }
        set { rawValue.setBits(9...11, to: .init(newValue.rawValue)) }
    }

    /// LBA Format Upper (LBAFU, 13:12).
    public var formatIndexHigh: UInt8 {
        get { UInt8(rawValue.bits(12...13)) }
        set { rawValue.setBits(12...13, to: UInt32(newValue)) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("formatIndexLow", "LBAFL", 0...3, "LBA Format Lower"),
        .init("metadataInline", "MSET", 4...4, "Metadata Settings"),
        .init("protectionInformation", "PI", 5...7, "Protection Information"),
        .init("protectionInformationFirst", "PIL", 8...8, "Protection Information Location"),
        .init("secureErase", "SES", 9...11, "Secure Erase Settings"),
        .init("formatIndexHigh", "LBAFU", 12...13, "LBA Format Upper"),
    ]
}

/// What Sanitize does (NVMe Base 2.3 §5.2.22).
public struct SanitizeAction: NamedValue {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Exit Failure Mode.
    @inlinable public static var exitFailureMode: Self { Self(rawValue: 0x01) }

    /// Start a Block Erase sanitize operation.
    @inlinable public static var blockErase: Self { Self(rawValue: 0x02) }

    /// Start an Overwrite sanitize operation.
    @inlinable public static var overwrite: Self { Self(rawValue: 0x03) }

    /// Start a Crypto Erase sanitize operation.
    @inlinable public static var cryptoErase: Self { Self(rawValue: 0x04) }

    /// Exit Media Verification State.
    @inlinable public static var exitMediaVerification: Self { Self(rawValue: 0x05) }

    public static let table: [(value: Self, name: String)] = [
        (.exitFailureMode, "Exit Failure Mode"),
        (.blockErase, "Start a Block Erase sanitize operation"),
        (.overwrite, "Start an Overwrite sanitize operation"),
        (.cryptoErase, "Start a Crypto Erase sanitize operation"),
        (.exitMediaVerification, "Exit Media Verification State"),
    ]
}

/// Command dword 10 of Sanitize.
public struct SanitizeDword10: BitStructure {
    public var rawValue: UInt32
    public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }

    /// Sanitize Action (SANACT, 2:0).
    public var action: SanitizeAction {
        get { SanitizeAction(rawValue: .init(rawValue.bits(0...2))) }
        set { rawValue.setBits(0...2, to: .init(newValue.rawValue)) }
    }

    /// Allow Unrestricted Sanitize Exit (AUSE, 3).
    public var allowUnrestrictedExit: Bool {
        get { rawValue.bit(3) }
        set { rawValue.setBit(3, to: newValue) }
    }

    /// Overwrite Pass Count (OWPASS, 7:4): 0 is 16.
    public var overwritePassCount: UInt8 {
        get { UInt8(rawValue.bits(4...7)) }
        set { rawValue.setBits(4...7, to: UInt32(newValue)) }
    }

    /// Overwrite Invert Pattern Between Passes (OIPBP, 8).
    public var overwriteInvert: Bool {
        get { rawValue.bit(8) }
        set { rawValue.setBit(8, to: newValue) }
    }

    /// No-Deallocate After Sanitize (NDAS, 9).
    public var noDeallocate: Bool {
        get { rawValue.bit(9) }
        set { rawValue.setBit(9, to: newValue) }
    }

    /// Enter Media Verification State (EMVS, 10).
    public var enterMediaVerification: Bool {
        get { rawValue.bit(10) }
        set { rawValue.setBit(10, to: newValue) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("action", "SANACT", 0...2, "Sanitize Action"),
        .init("allowUnrestrictedExit", "AUSE", 3...3, "Allow Unrestricted Sanitize Exit"),
        .init("overwritePassCount", "OWPASS", 4...7, "Overwrite Pass Count"),
        .init("overwriteInvert", "OIPBP", 8...8, "Overwrite Invert Pattern Between Passes"),
        .init("noDeallocate", "NDAS", 9...9, "No-Deallocate After Sanitize"),
        .init("enterMediaVerification", "EMVS", 10...10, "Enter Media Verification State"),
    ]
}

/// Command dword 10 of Device Self-test.
public struct DeviceSelfTestDword10: BitStructure {
    public var rawValue: UInt32
    public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }

    /// Self-test Code (STC, 3:0).
    public var code: SelfTestCode {
        get { SelfTestCode(rawValue: .init(rawValue.bits(0...3))) }
        set { rawValue.setBits(0...3, to: .init(newValue.rawValue)) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("code", "STC", 0...3, "Self-test Code")
    ]
}

extension FormatNVMDword10 {
    /// Index of the LBA format, 0 to 63.
    public var formatIndex: Int {
        get { Int(formatIndexHigh) << 4 | Int(formatIndexLow) }
        set {
            formatIndexLow = UInt8(truncatingIfNeeded: newValue & 0xF)
            formatIndexHigh = UInt8(truncatingIfNeeded: newValue >> 4 & 0b11)
        }
    }
}
