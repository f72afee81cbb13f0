/// ONCS, Optional NVM Command Support.
public struct OptionalNVMCommands: FlagStructure {
    public let rawValue: UInt16
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// Compare (NVMCMPS, 0).
    public static var compare: Self { Self(rawValue: 1 << 0) }

    /// Write Uncorrectable (NVMWUSV, 1).
    public static var writeUncorrectable: Self { Self(rawValue: 1 << 1) }

    /// Dataset Management (NVMDSMSV, 2).
    public static var datasetManagement: Self { Self(rawValue: 1 << 2) }

    /// Write Zeroes (NVMWZSV, 3).
    public static var writeZeroes: Self { Self(rawValue: 1 << 3) }

    /// Save and Select Features (SSFS, 4): the Save bit and the Select field of the feature commands.
    public static var saveAndSelectFeatures: Self { Self(rawValue: 1 << 4) }

    /// Reservations (RESERVS, 5).
    public static var reservations: Self { Self(rawValue: 1 << 5) }

    /// Timestamp (TSS, 6).
    public static var timestamp: Self { Self(rawValue: 1 << 6) }

    /// Verify (NVMVFYS, 7).
    public static var verify: Self { Self(rawValue: 1 << 7) }

    /// Copy (NVMCPYS, 8).
    public static var copy: Self { Self(rawValue: 1 << 8) }

    /// NVM Copy Single Atomicity (NVMCSA, 9).
    public static var singleAtomicityCopy: Self { Self(rawValue: 1 << 9) }

    /// NVM All Fast Copy (NVMAFC, 10).
    public static var allFastCopy: Self { Self(rawValue: 1 << 10) }

    /// Maximum Write Zeroes with Deallocate (MWZD, 11).
    public static var maximumWriteZeroesWithDeallocate: Self { Self(rawValue: 1 << 11) }

    /// Namespace Zeroes (NSZS, 12).
    public static var namespaceZeroes: Self { Self(rawValue: 1 << 12) }

    public static let bitFields: [BitFieldDescription] = [
        .init("compare", "NVMCMPS", 0...0, "Compare"),
        .init("writeUncorrectable", "NVMWUSV", 1...1, "Write Uncorrectable"),
        .init("datasetManagement", "NVMDSMSV", 2...2, "Dataset Management"),
        .init("writeZeroes", "NVMWZSV", 3...3, "Write Zeroes"),
        .init("saveAndSelectFeatures", "SSFS", 4...4, "Save and Select Features"),
        .init("reservations", "RESERVS", 5...5, "Reservations"),
        .init("timestamp", "TSS", 6...6, "Timestamp"),
        .init("verify", "NVMVFYS", 7...7, "Verify"),
        .init("copy", "NVMCPYS", 8...8, "Copy"),
        .init("singleAtomicityCopy", "NVMCSA", 9...9, "NVM Copy Single Atomicity"),
        .init("allFastCopy", "NVMAFC", 10...10, "NVM All Fast Copy"),
        .init("maximumWriteZeroesWithDeallocate", "MWZD", 11...11, "Maximum Write Zeroes with Deallocate"),
        .init("namespaceZeroes", "NSZS", 12...12, "Namespace Zeroes"),
    ]
}

/// FUSES, Fused Operation Support.
public struct FusedOperations: FlagStructure {
    public let rawValue: UInt16
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// Fused Compare and Write (FCWS, 0).
    public static var compareAndWrite: Self { Self(rawValue: 1 << 0) }

    public static let bitFields: [BitFieldDescription] = [
        .init("compareAndWrite", "FCWS", 0...0, "Fused Compare and Write")
    ]
}

/// FNA, Format NVM Attributes.
public struct FormatNVMAttributes: FlagStructure {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Format Namespace Scope (FNS, 0): a format applies to all namespaces.
    public static var formatsAllNamespaces: Self { Self(rawValue: 1 << 0) }

    /// Secure Erase Namespace Scope (SENS, 1): a secure erase applies to all namespaces.
    public static var secureEraseAllNamespaces: Self { Self(rawValue: 1 << 1) }

    /// Cryptographic Erase Supported (CRYES, 2).
    public static var cryptographicErase: Self { Self(rawValue: 1 << 2) }

    /// Format NVM Broadcast Support (FNVMBS, 3): set when NSID FFFFFFFFh is NOT supported.
    public static var broadcastNSIDUnsupported: Self { Self(rawValue: 1 << 3) }

    public static let bitFields: [BitFieldDescription] = [
        .init("formatsAllNamespaces", "FNS", 0...0, "Format Namespace Scope"),
        .init("secureEraseAllNamespaces", "SENS", 1...1, "Secure Erase Namespace Scope"),
        .init("cryptographicErase", "CRYES", 2...2, "Cryptographic Erase Supported"),
        .init("broadcastNSIDUnsupported", "FNVMBS", 3...3, "Format NVM Broadcast Support"),
    ]
}

/// VWC, Volatile Write Cache.
public struct VolatileWriteCacheSupport: BitStructure {
    public var rawValue: UInt8
    public init(rawValue: UInt8 = 0) { self.rawValue = rawValue }

    /// Volatile Write Cache Present (VWCP, 0).
    public var present: Bool {
        get { rawValue.bit(0) }
        set { rawValue.setBit(0, to: newValue) }
    }

    /// Flush Behavior (FB, 2:1): of NSID FFFFFFFFh: 10b not supported, 11b supported.
    public var flushBehavior: UInt8 {
        get { rawValue.bits(1...2) }
        set { rawValue.setBits(1...2, to: newValue) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("present", "VWCP", 0...0, "Volatile Write Cache Present"),
        .init("flushBehavior", "FB", 1...2, "Flush Behavior"),
    ]
}

/// SGLS, SGL Support.
public struct SGLSupport: BitStructure {
    public var rawValue: UInt32
    public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }

    /// SGL Support (SGLS, 1:0): 00b none, 01b without alignment rules, 10b dword aligned.
    public var supported: UInt8 {
        get { UInt8(rawValue.bits(0...1)) }
        set { rawValue.setBits(0...1, to: UInt32(newValue)) }
    }

    /// Keyed SGL Data Block Descriptor (KSDBDS, 2).
    public var keyedDataBlock: Bool {
        get { rawValue.bit(2) }
        set { rawValue.setBit(2, to: newValue) }
    }

    /// SGL Descriptor Threshold (SDT, 15:8).
    public var descriptorThreshold: UInt8 {
        get { UInt8(rawValue.bits(8...15)) }
        set { rawValue.setBits(8...15, to: UInt32(newValue)) }
    }

    /// Bit Bucket Descriptor (SGLBBD, 16).
    public var bitBucket: Bool {
        get { rawValue.bit(16) }
        set { rawValue.setBit(16, to: newValue) }
    }

    /// Byte Aligned Contiguous Metadata Buffer (MBA, 17).
    public var contiguousMetadata: Bool {
        get { rawValue.bit(17) }
        set { rawValue.setBit(17, to: newValue) }
    }

    /// SGL Length Larger Than Data (SSL, 18).
    public var lengthMayExceedTransfer: Bool {
        get { rawValue.bit(18) }
        set { rawValue.setBit(18, to: newValue) }
    }

    /// MPTR Containing an SGL Descriptor (MSD, 19).
    public var metadataPointerSGL: Bool {
        get { rawValue.bit(19) }
        set { rawValue.setBit(19, to: newValue) }
    }

    /// Address Field as Offset (AFOS, 20).
    public var addressIsOffset: Bool {
        get { rawValue.bit(20) }
        set { rawValue.setBit(20, to: newValue) }
    }

    /// Transport SGL Data Block Descriptor (TSDBD, 21).
    public var transportDataBlock: Bool {
        get { rawValue.bit(21) }
        set { rawValue.setBit(21, to: newValue) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("supported", "SGLS", 0...1, "SGL Support"),
        .init("keyedDataBlock", "KSDBDS", 2...2, "Keyed SGL Data Block Descriptor"),
        .init("descriptorThreshold", "SDT", 8...15, "SGL Descriptor Threshold"),
        .init("bitBucket", "SGLBBD", 16...16, "Bit Bucket Descriptor"),
        .init("contiguousMetadata", "MBA", 17...17, "Byte Aligned Contiguous Metadata Buffer"),
        .init("lengthMayExceedTransfer", "SSL", 18...18, "SGL Length Larger Than Data"),
        .init("metadataPointerSGL", "MSD", 19...19, "MPTR Containing an SGL Descriptor"),
        .init("addressIsOffset", "AFOS", 20...20, "Address Field as Offset"),
        .init("transportDataBlock", "TSDBD", 21...21, "Transport SGL Data Block Descriptor"),
    ]
}

/// SANICAP, Sanitize Capabilities.
public struct SanitizeCapabilities: BitStructure {
    public var rawValue: UInt32
    public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }

    /// Crypto Erase (CES, 0).
    public var cryptoErase: Bool {
        get { rawValue.bit(0) }
        set { rawValue.setBit(0, to: newValue) }
    }

    /// Block Erase (BES, 1).
    public var blockErase: Bool {
        get { rawValue.bit(1) }
        set { rawValue.setBit(1, to: newValue) }
    }

    /// Overwrite (OWS, 2).
    public var overwrite: Bool {
        get { rawValue.bit(2) }
        set { rawValue.setBit(2, to: newValue) }
    }

    /// Media Verification (VERS, 3).
    public var verification: Bool {
        get { rawValue.bit(3) }
        set { rawValue.setBit(3, to: newValue) }
    }

    /// No-Deallocate Inhibited (NDI, 29).
    public var noDeallocateInhibited: Bool {
        get { rawValue.bit(29) }
        set { rawValue.setBit(29, to: newValue) }
    }

    /// No-Deallocate Modifies Media After Sanitize (NODMMAS, 31:30).
    public var noDeallocateModifiesMedia: UInt8 {
        get { UInt8(rawValue.bits(30...31)) }
        set { rawValue.setBits(30...31, to: UInt32(newValue)) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("cryptoErase", "CES", 0...0, "Crypto Erase"),
        .init("blockErase", "BES", 1...1, "Block Erase"),
        .init("overwrite", "OWS", 2...2, "Overwrite"),
        .init("verification", "VERS", 3...3, "Media Verification"),
        .init("noDeallocateInhibited", "NDI", 29...29, "No-Deallocate Inhibited"),
        .init("noDeallocateModifiesMedia", "NODMMAS", 30...31, "No-Deallocate Modifies Media After Sanitize"),
    ]
}

/// SQES and CQES: required and maximum queue entry sizes as powers of two.
public struct QueueEntrySizes: BitStructure {
    public var rawValue: UInt8
    public init(rawValue: UInt8 = 0) { self.rawValue = rawValue }

    /// Minimum Entry Size (MIN, 3:0).
    public var minimum: UInt8 {
        get { rawValue.bits(0...3) }
        set { rawValue.setBits(0...3, to: newValue) }
    }

    /// Maximum Entry Size (MAX, 7:4).
    public var maximum: UInt8 {
        get { rawValue.bits(4...7) }
        set { rawValue.setBits(4...7, to: newValue) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("minimum", "MIN", 0...3, "Minimum Entry Size"),
        .init("maximum", "MAX", 4...7, "Maximum Entry Size"),
    ]
}
