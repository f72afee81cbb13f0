/// Command dword 12 of Read, Write, Compare, Verify, Write Zeroes and Write Uncorrectable (NVM Command Set 1.1 §3.3).
public struct ReadWriteDword12: BitStructure {
    public var rawValue: UInt32
    public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }

    /// Number of Logical Blocks (NLB, 15:0): 0's based.
    public var blockCount: UInt16 {
        get { UInt16(rawValue.bits(0...15)) }
        set { rawValue.setBits(0...15, to: UInt32(newValue)) }
    }

    /// Command Extension Type (CETYPE, 19:16).
    public var commandExtensionType: UInt8 {
        get { UInt8(rawValue.bits(16...19)) }
        set { rawValue.setBits(16...19, to: UInt32(newValue)) }
    }

    /// Directive Type (DTYPE, 23:20).
    public var directiveType: UInt8 {
        get { UInt8(rawValue.bits(20...23)) }
        set { rawValue.setBits(20...23, to: UInt32(newValue)) }
    }

    /// Storage Tag Check (STC, 24).
    public var storageTagCheck: Bool {
        get { rawValue.bit(24) }
        set { rawValue.setBit(24, to: newValue) }
    }

    /// Deallocate (DEAC, 25): of Write Zeroes.
    public var deallocate: Bool {
        get { rawValue.bit(25) }
        set { rawValue.setBit(25, to: newValue) }
    }

    /// Protection Information Check of the Reference Tag (PRCHK0, 26).
    public var checkReferenceTag: Bool {
        get { rawValue.bit(26) }
        set { rawValue.setBit(26, to: newValue) }
    }

    /// Protection Information Check of the Application Tag (PRCHK1, 27).
    public var checkApplicationTag: Bool {
        get { rawValue.bit(27) }
        set { rawValue.setBit(27, to: newValue) }
    }

    /// Protection Information Check of the Guard (PRCHK2, 28).
    public var checkGuard: Bool {
        get { rawValue.bit(28) }
        set { rawValue.setBit(28, to: newValue) }
    }

    /// Protection Information Action (PRACT, 29).
    public var protectionInformationAction: Bool {
        get { rawValue.bit(29) }
        set { rawValue.setBit(29, to: newValue) }
    }

    /// Force Unit Access (FUA, 30).
    public var forceUnitAccess: Bool {
        get { rawValue.bit(30) }
        set { rawValue.setBit(30, to: newValue) }
    }

    /// Limited Retry (LR, 31).
    public var limitedRetry: Bool {
        get { rawValue.bit(31) }
        set { rawValue.setBit(31, to: newValue) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("blockCount", "NLB", 0...15, "Number of Logical Blocks"),
        .init("commandExtensionType", "CETYPE", 16...19, "Command Extension Type"),
        .init("directiveType", "DTYPE", 20...23, "Directive Type"),
        .init("storageTagCheck", "STC", 24...24, "Storage Tag Check"),
        .init("deallocate", "DEAC", 25...25, "Deallocate"),
        .init("checkReferenceTag", "PRCHK0", 26...26, "Protection Information Check of the Reference Tag"),
        .init("checkApplicationTag", "PRCHK1", 27...27, "Protection Information Check of the Application Tag"),
        .init("checkGuard", "PRCHK2", 28...28, "Protection Information Check of the Guard"),
        .init("protectionInformationAction", "PRACT", 29...29, "Protection Information Action"),
        .init("forceUnitAccess", "FUA", 30...30, "Force Unit Access"),
        .init("limitedRetry", "LR", 31...31, "Limited Retry"),
    ]
}

/// Command dword 13 of Read and Write.
public struct ReadWriteDword13: BitStructure {
    public var rawValue: UInt32
    public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }

    /// Access Frequency (AF, 3:0).
    public var accessFrequency: UInt8 {
        get { UInt8(rawValue.bits(0...3)) }
        set { rawValue.setBits(0...3, to: UInt32(newValue)) }
    }

    /// Access Latency (AL, 5:4).
    public var accessLatency: UInt8 {
        get { UInt8(rawValue.bits(4...5)) }
        set { rawValue.setBits(4...5, to: UInt32(newValue)) }
    }

    /// Sequential Request (SR, 6).
    public var sequentialRequest: Bool {
        get { rawValue.bit(6) }
        set { rawValue.setBit(6, to: newValue) }
    }

    /// Incompressible (INCPRS, 7).
    public var incompressible: Bool {
        get { rawValue.bit(7) }
        set { rawValue.setBit(7, to: newValue) }
    }

    /// Directive Specific (DSPEC, 31:16).
    public var directiveSpecific: UInt16 {
        get { UInt16(rawValue.bits(16...31)) }
        set { rawValue.setBits(16...31, to: UInt32(newValue)) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("accessFrequency", "AF", 0...3, "Access Frequency"),
        .init("accessLatency", "AL", 4...5, "Access Latency"),
        .init("sequentialRequest", "SR", 6...6, "Sequential Request"),
        .init("incompressible", "INCPRS", 7...7, "Incompressible"),
        .init("directiveSpecific", "DSPEC", 16...31, "Directive Specific"),
    ]
}

/// Command dword 15 of commands with protection information.
public struct ReadWriteDword15: BitStructure {
    public var rawValue: UInt32
    public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }

    /// Logical Block Application Tag (LBAT, 15:0).
    public var applicationTag: UInt16 {
        get { UInt16(rawValue.bits(0...15)) }
        set { rawValue.setBits(0...15, to: UInt32(newValue)) }
    }

    /// Logical Block Application Tag Mask (LBATM, 31:16).
    public var applicationTagMask: UInt16 {
        get { UInt16(rawValue.bits(16...31)) }
        set { rawValue.setBits(16...31, to: UInt32(newValue)) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("applicationTag", "LBAT", 0...15, "Logical Block Application Tag"),
        .init("applicationTagMask", "LBATM", 16...31, "Logical Block Application Tag Mask"),
    ]
}

/// Command dword 11 of Dataset Management.
public struct DatasetManagementAttributes: FlagStructure {
    public let rawValue: UInt32
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// Integral Dataset for Read (IDR, 0).
    public static var integralDatasetForRead: Self { Self(rawValue: 1 << 0) }

    /// Integral Dataset for Write (IDW, 1).
    public static var integralDatasetForWrite: Self { Self(rawValue: 1 << 1) }

    /// Deallocate (AD, 2).
    public static var deallocate: Self { Self(rawValue: 1 << 2) }

    public static let bitFields: [BitFieldDescription] = [
        .init("integralDatasetForRead", "IDR", 0...0, "Integral Dataset for Read"),
        .init("integralDatasetForWrite", "IDW", 1...1, "Integral Dataset for Write"),
        .init("deallocate", "AD", 2...2, "Deallocate"),
    ]
}

/// Command dword 10 of Dataset Management.
public struct DatasetManagementDword10: BitStructure {
    public var rawValue: UInt32
    public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }

    /// Number of Ranges (NR, 7:0): 0's based.
    public var numberOfRanges: UInt8 {
        get { UInt8(rawValue.bits(0...7)) }
        set { rawValue.setBits(0...7, to: UInt32(newValue)) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("numberOfRanges", "NR", 0...7, "Number of Ranges")
    ]
}

/// Command dword 12 of Copy.
public struct CopyDword12: BitStructure {
    public var rawValue: UInt32
    public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }

    /// Number of Ranges (NR, 7:0): 0's based.
    public var numberOfRanges: UInt8 {
        get { UInt8(rawValue.bits(0...7)) }
        set { rawValue.setBits(0...7, to: UInt32(newValue)) }
    }

    /// Descriptor Format (DESFMT, 11:8).
    public var descriptorFormat: UInt8 {
        get { UInt8(rawValue.bits(8...11)) }
        set { rawValue.setBits(8...11, to: UInt32(newValue)) }
    }

    /// Protection Information Field Read (PRINFOR, 15:12).
    public var readProtectionInformation: UInt8 {
        get { UInt8(rawValue.bits(12...15)) }
        set { rawValue.setBits(12...15, to: UInt32(newValue)) }
    }

    /// Command Extension Type (CETYPE, 19:16).
    public var commandExtensionType: UInt8 {
        get { UInt8(rawValue.bits(16...19)) }
        set { rawValue.setBits(16...19, to: UInt32(newValue)) }
    }

    /// Directive Type (DTYPE, 23:20).
    public var directiveType: UInt8 {
        get { UInt8(rawValue.bits(20...23)) }
        set { rawValue.setBits(20...23, to: UInt32(newValue)) }
    }

    /// Storage Tag Check Write (STCW, 24).
    public var storageTagCheckWrite: Bool {
        get { rawValue.bit(24) }
        set { rawValue.setBit(24, to: newValue) }
    }

    /// Storage Tag Check Read (STCR, 25).
    public var storageTagCheckRead: Bool {
        get { rawValue.bit(25) }
        set { rawValue.setBit(25, to: newValue) }
    }

    /// Protection Information Field Write (PRINFOW, 29:26).
    public var writeProtectionInformation: UInt8 {
        get { UInt8(rawValue.bits(26...29)) }
        set { rawValue.setBits(26...29, to: UInt32(newValue)) }
    }

    /// Force Unit Access (FUA, 30).
    public var forceUnitAccess: Bool {
        get { rawValue.bit(30) }
        set { rawValue.setBit(30, to: newValue) }
    }

    /// Limited Retry (LR, 31).
    public var limitedRetry: Bool {
        get { rawValue.bit(31) }
        set { rawValue.setBit(31, to: newValue) }
    }

    public static let bitFields: [BitFieldDescription] = [
        .init("numberOfRanges", "NR", 0...7, "Number of Ranges"),
        .init("descriptorFormat", "DESFMT", 8...11, "Descriptor Format"),
        .init("readProtectionInformation", "PRINFOR", 12...15, "Protection Information Field Read"),
        .init("commandExtensionType", "CETYPE", 16...19, "Command Extension Type"),
        .init("directiveType", "DTYPE", 20...23, "Directive Type"),
        .init("storageTagCheckWrite", "STCW", 24...24, "Storage Tag Check Write"),
        .init("storageTagCheckRead", "STCR", 25...25, "Storage Tag Check Read"),
        .init("writeProtectionInformation", "PRINFOW", 26...29, "Protection Information Field Write"),
        .init("forceUnitAccess", "FUA", 30...30, "Force Unit Access"),
        .init("limitedRetry", "LR", 31...31, "Limited Retry"),
    ]
}
