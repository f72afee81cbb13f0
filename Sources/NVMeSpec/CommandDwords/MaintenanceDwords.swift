/// What Firmware Commit does with the image (NVMe Base 2.3 §5.2.8).
public struct FirmwareCommitAction: NamedValue {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }
    public static let table: [Row] = [
        .replace, .replaceAndActivate, .activate, .replaceAndActivateImmediately, .replaceBootPartition,
        .activateBootPartition,
    ]
}

extension NamesOf<FirmwareCommitAction> {
    /// Replace the image of the slot without activating it.
    @inlinable public static var replace: Self { Self(0x00, "Replace the image of the slot without activating it") }
    /// Replace the image of the slot and activate it at the next reset.
    @inlinable public static var replaceAndActivate: Self {
        Self(0x01, "Replace the image of the slot and activate it at the next reset")
    }
    /// Activate the image of the slot at the next reset.
    @inlinable public static var activate: Self { Self(0x02, "Activate the image of the slot at the next reset") }
    /// Replace the image of the slot, if there is a downloaded one, and activate it now.
    @inlinable public static var replaceAndActivateImmediately: Self {
        Self(0x03, "Replace the image of the slot, if there is a downloaded one, and activate it now")
    }
    /// Replace the boot partition.
    @inlinable public static var replaceBootPartition: Self { Self(0x06, "Replace the boot partition") }
    /// Mark the boot partition as active.
    @inlinable public static var activateBootPartition: Self { Self(0x07, "Mark the boot partition as active") }
}

/// Command dword 10 of Firmware Commit.
public struct FirmwareCommitDword10: BitStructure {
    public final class Layout: BitLayout {
        /// Firmware Slot (FS): 0 lets the controller choose.
        public let slot = Bits<UInt8, 2, 0>("FS", "Firmware Slot")
        /// Commit Action (CA).
        public let action = Bits<FirmwareCommitAction, 5, 3>("CA", "Commit Action")
        /// Boot Partition ID (BPID).
        public let bootPartitionID = Bit<31>("BPID", "Boot Partition ID")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// Secure erase settings of Format NVM.
public struct SecureEraseSettings: NamedValue {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }
    public static let table: [Row] = [.none, .userDataErase, .cryptographicErase]
}

extension NamesOf<SecureEraseSettings> {
    /// No secure erase.
    @inlinable public static var none: Self { Self(0x00, "No secure erase") }
    /// User Data Erase.
    @inlinable public static var userDataErase: Self { Self(0x01, "User Data Erase") }
    /// Cryptographic Erase.
    @inlinable public static var cryptographicErase: Self { Self(0x02, "Cryptographic Erase") }
}

/// Command dword 10 of Format NVM (NVMe Base 2.3 §5.2.10).
public struct FormatNVMDword10: BitStructure {
    public final class Layout: BitLayout {
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
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// What Sanitize does (NVMe Base 2.3 §5.2.22).
public struct SanitizeAction: NamedValue {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }
    public static let table: [Row] = [
        .exitFailureMode, .blockErase, .overwrite, .cryptoErase, .exitMediaVerification,
    ]
}

extension NamesOf<SanitizeAction> {
    /// Exit Failure Mode.
    @inlinable public static var exitFailureMode: Self { Self(0x01, "Exit Failure Mode") }
    /// Start a Block Erase sanitize operation.
    @inlinable public static var blockErase: Self { Self(0x02, "Start a Block Erase sanitize operation") }
    /// Start an Overwrite sanitize operation.
    @inlinable public static var overwrite: Self { Self(0x03, "Start an Overwrite sanitize operation") }
    /// Start a Crypto Erase sanitize operation.
    @inlinable public static var cryptoErase: Self { Self(0x04, "Start a Crypto Erase sanitize operation") }
    /// Exit Media Verification State.
    @inlinable public static var exitMediaVerification: Self { Self(0x05, "Exit Media Verification State") }
}

/// Command dword 10 of Sanitize.
public struct SanitizeDword10: BitStructure {
    public final class Layout: BitLayout {
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
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// Command dword 10 of Device Self-test.
public struct DeviceSelfTestDword10: BitStructure {
    public final class Layout: BitLayout {
        /// Self-test Code (STC).
        public let code = Bits<SelfTestCode, 3, 0>("STC", "Self-test Code")
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

/// Command dword 11 of Firmware Image Download (NVMe Base 2.3 §5.2.9).
public struct FirmwareDownloadDword11: BitStructure {
    public final class Layout: BitLayout {
        /// Offset (OFST): of the piece in the image, in dwords.
        public let offset = Bits<UInt32, 31, 0>("OFST", "Offset")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// Command dword 11 of Sanitize (NVMe Base 2.3 §5.2.22).
public struct SanitizeDword11: BitStructure {
    public final class Layout: BitLayout {
        /// Overwrite Pattern (OVRPAT).
        public let overwritePattern = Bits<UInt32, 31, 0>("OVRPAT", "Overwrite Pattern")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}
