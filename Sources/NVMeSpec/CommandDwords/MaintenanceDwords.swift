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
    public struct Layout: BitLayout {
        /// Firmware Slot (FS): 0 lets the controller choose.
        public let slot = Bits<UInt8, 2, 0>("FS", "Firmware Slot")
        /// Commit Action (CA).
        public let action = Bits<FirmwareCommitAction, 5, 3>("CA", "Commit Action")
        /// Boot Partition ID (BPID).
        public let bootPartitionID = Bit<31>("BPID", "Boot Partition ID")
        public init() {}
    }

    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
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
    public struct Layout: BitLayout {
        /// LBA Format Lower (LBAFL).
        public let formatIndexLow = Bits<UInt8, 3, 0>("LBAFL", "LBA Format Lower")
        /// Metadata Settings (MSET): set for metadata at the end of the data.
        public let metadataInline = Bit<4>("MSET", "Metadata Settings")
        /// Protection Information (PI): type, 0 is none.
        public let protectionInformation = Bits<UInt8, 7, 5>("PI", "Protection Information")
        /// Protection Information Location (PIL): set for the first bytes of metadata.
        public let protectionInformationFirst = Bit<8>("PIL", "Protection Information Location")
        /// Secure Erase Settings (SES).
        public let secureErase = Bits<SecureEraseSettings, 11, 9>("SES", "Secure Erase Settings")
        /// LBA Format Upper (LBAFU).
        public let formatIndexHigh = Bits<UInt8, 13, 12>("LBAFU", "LBA Format Upper")
        public init() {}
    }

    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
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
    public struct Layout: BitLayout {
        /// Sanitize Action (SANACT).
        public let action = Bits<SanitizeAction, 2, 0>("SANACT", "Sanitize Action")
        /// Allow Unrestricted Sanitize Exit (AUSE).
        public let allowUnrestrictedExit = Bit<3>("AUSE", "Allow Unrestricted Sanitize Exit")
        /// Overwrite Pass Count (OWPASS): 0 is 16.
        public let overwritePassCount = Bits<UInt8, 7, 4>("OWPASS", "Overwrite Pass Count")
        /// Overwrite Invert Pattern Between Passes (OIPBP).
        public let overwriteInvert = Bit<8>("OIPBP", "Overwrite Invert Pattern Between Passes")
        /// No-Deallocate After Sanitize (NDAS).
        public let noDeallocate = Bit<9>("NDAS", "No-Deallocate After Sanitize")
        /// Enter Media Verification State (EMVS).
        public let enterMediaVerification = Bit<10>("EMVS", "Enter Media Verification State")
        public init() {}
    }

    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// Command dword 10 of Device Self-test.
public struct DeviceSelfTestDword10: BitStructure {
    public struct Layout: BitLayout {
        /// Self-test Code (STC).
        public let code = Bits<SelfTestCode, 3, 0>("STC", "Self-test Code")
        public init() {}
    }

    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

extension FormatNVMDword10 {
    /// Index of the LBA format, 0 to 63.
    public var formatIndex: Int {
        get { Int(self.formatIndexHigh) << 4 | Int(self.formatIndexLow) }
        set {
            self.formatIndexLow = UInt8(truncatingIfNeeded: newValue & 0xF)
            self.formatIndexHigh = UInt8(truncatingIfNeeded: newValue >> 4 & 0b11)
        }
    }
}
