/// Command dword 12 of Read, Write, Compare, Verify, Write Zeroes and Write Uncorrectable (NVM Command Set 1.1 §3.3).
public struct ReadWriteDword12: BitStructure {
    public final class Layout: BitLayout {
        /// Number of Logical Blocks (NLB): 0's based.
        public let blockCount = Bits<UInt16, 15, 0>("NLB", "Number of Logical Blocks")
        /// Command Extension Type (CETYPE).
        public let commandExtensionType = Bits<UInt8, 19, 16>("CETYPE", "Command Extension Type")
        /// Directive Type (DTYPE).
        public let directiveType = Bits<UInt8, 23, 20>("DTYPE", "Directive Type")
        /// Storage Tag Check (STC).
        public let storageTagCheck = Bit<24>("STC", "Storage Tag Check")
        /// Deallocate (DEAC): of Write Zeroes.
        public let deallocate = Bit<25>("DEAC", "Deallocate")
        /// Protection Information Check of the Reference Tag (PRCHK0).
        public let checkReferenceTag = Bit<26>("PRCHK0", "Protection Information Check of the Reference Tag")
        /// Protection Information Check of the Application Tag (PRCHK1).
        public let checkApplicationTag = Bit<27>("PRCHK1", "Protection Information Check of the Application Tag")
        /// Protection Information Check of the Guard (PRCHK2).
        public let checkGuard = Bit<28>("PRCHK2", "Protection Information Check of the Guard")
        /// Protection Information Action (PRACT).
        public let protectionInformationAction = Bit<29>("PRACT", "Protection Information Action")
        /// Force Unit Access (FUA).
        public let forceUnitAccess = Bit<30>("FUA", "Force Unit Access")
        /// Limited Retry (LR).
        public let limitedRetry = Bit<31>("LR", "Limited Retry")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// Command dword 13 of Read and Write.
public struct ReadWriteDword13: BitStructure {
    public final class Layout: BitLayout {
        /// Access Frequency (AF).
        public let accessFrequency = Bits<UInt8, 3, 0>("AF", "Access Frequency")
        /// Access Latency (AL).
        public let accessLatency = Bits<UInt8, 5, 4>("AL", "Access Latency")
        /// Sequential Request (SR).
        public let sequentialRequest = Bit<6>("SR", "Sequential Request")
        /// Incompressible (INCPRS).
        public let incompressible = Bit<7>("INCPRS", "Incompressible")
        /// Directive Specific (DSPEC).
        public let directiveSpecific = Bits<UInt16, 31, 16>("DSPEC", "Directive Specific")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// Command dword 15 of commands with protection information.
public struct ReadWriteDword15: BitStructure {
    public final class Layout: BitLayout {
        /// Logical Block Application Tag (LBAT).
        public let applicationTag = Bits<UInt16, 15, 0>("LBAT", "Logical Block Application Tag")
        /// Logical Block Application Tag Mask (LBATM).
        public let applicationTagMask = Bits<UInt16, 31, 16>("LBATM", "Logical Block Application Tag Mask")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// Command dword 11 of Dataset Management.
public struct DatasetManagementAttributes: FlagStructure {
    public final class Layout: BitLayout {
        /// Integral Dataset for Read (IDR).
        public let integralDatasetForRead = Bit<0>("IDR", "Integral Dataset for Read")
        /// Integral Dataset for Write (IDW).
        public let integralDatasetForWrite = Bit<1>("IDW", "Integral Dataset for Write")
        /// Deallocate (AD).
        public let deallocate = Bit<2>("AD", "Deallocate")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// Command dword 10 of Dataset Management.
public struct DatasetManagementDword10: BitStructure {
    public final class Layout: BitLayout {
        /// Number of Ranges (NR): 0's based.
        public let numberOfRanges = Bits<UInt8, 7, 0>("NR", "Number of Ranges")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// Command dword 12 of Copy.
public struct CopyDword12: BitStructure {
    public final class Layout: BitLayout {
        /// Number of Ranges (NR): 0's based.
        public let numberOfRanges = Bits<UInt8, 7, 0>("NR", "Number of Ranges")
        /// Descriptor Format (DESFMT).
        public let descriptorFormat = Bits<UInt8, 11, 8>("DESFMT", "Descriptor Format")
        /// Protection Information Field Read (PRINFOR).
        public let readProtectionInformation = Bits<UInt8, 15, 12>("PRINFOR", "Protection Information Field Read")
        /// Command Extension Type (CETYPE).
        public let commandExtensionType = Bits<UInt8, 19, 16>("CETYPE", "Command Extension Type")
        /// Directive Type (DTYPE).
        public let directiveType = Bits<UInt8, 23, 20>("DTYPE", "Directive Type")
        /// Storage Tag Check Write (STCW).
        public let storageTagCheckWrite = Bit<24>("STCW", "Storage Tag Check Write")
        /// Storage Tag Check Read (STCR).
        public let storageTagCheckRead = Bit<25>("STCR", "Storage Tag Check Read")
        /// Protection Information Field Write (PRINFOW).
        public let writeProtectionInformation = Bits<UInt8, 29, 26>("PRINFOW", "Protection Information Field Write")
        /// Force Unit Access (FUA).
        public let forceUnitAccess = Bit<30>("FUA", "Force Unit Access")
        /// Limited Retry (LR).
        public let limitedRetry = Bit<31>("LR", "Limited Retry")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

extension ReadWriteDword12 {
    /// The upper half, as it stands in a descriptor or in a set of flags.
    @inlinable
    public var control: UInt16 {
        get { UInt16(truncatingIfNeeded: rawValue.bits(16...31)) }
        set { rawValue.setBits(16...31, to: UInt32(newValue)) }
    }
}
