/// ONCS, Optional NVM Command Support.
public struct OptionalNVMCommands: FlagStructure {
    public final class Layout: BitLayout {
        /// Compare (NVMCMPS).
        public let compare = Bit<0>("NVMCMPS", "Compare")
        /// Write Uncorrectable (NVMWUSV).
        public let writeUncorrectable = Bit<1>("NVMWUSV", "Write Uncorrectable")
        /// Dataset Management (NVMDSMSV).
        public let datasetManagement = Bit<2>("NVMDSMSV", "Dataset Management")
        /// Write Zeroes (NVMWZSV).
        public let writeZeroes = Bit<3>("NVMWZSV", "Write Zeroes")
        /// Save and Select Features (SSFS): the Save bit and the Select field of the feature commands.
        public let saveAndSelectFeatures = Bit<4>("SSFS", "Save and Select Features")
        /// Reservations (RESERVS).
        public let reservations = Bit<5>("RESERVS", "Reservations")
        /// Timestamp (TSS).
        public let timestamp = Bit<6>("TSS", "Timestamp")
        /// Verify (NVMVFYS).
        public let verify = Bit<7>("NVMVFYS", "Verify")
        /// Copy (NVMCPYS).
        public let copy = Bit<8>("NVMCPYS", "Copy")
        /// NVM Copy Single Atomicity (NVMCSA).
        public let singleAtomicityCopy = Bit<9>("NVMCSA", "NVM Copy Single Atomicity")
        /// NVM All Fast Copy (NVMAFC).
        public let allFastCopy = Bit<10>("NVMAFC", "NVM All Fast Copy")
        /// Maximum Write Zeroes with Deallocate (MWZD).
        public let maximumWriteZeroesWithDeallocate = Bit<11>("MWZD", "Maximum Write Zeroes with Deallocate")
        /// Namespace Zeroes (NSZS).
        public let namespaceZeroes = Bit<12>("NSZS", "Namespace Zeroes")
    }
    public var rawValue: UInt16
    @inlinable public init(rawValue: UInt16 = 0) { self.rawValue = rawValue }
}

/// FUSES, Fused Operation Support.
public struct FusedOperations: FlagStructure {
    public final class Layout: BitLayout {
        /// Fused Compare and Write (FCWS).
        public let compareAndWrite = Bit<0>("FCWS", "Fused Compare and Write")
    }
    public var rawValue: UInt16
    @inlinable public init(rawValue: UInt16 = 0) { self.rawValue = rawValue }
}

/// FNA, Format NVM Attributes.
public struct FormatNVMAttributes: FlagStructure {
    public final class Layout: BitLayout {
        /// Format Namespace Scope (FNS): a format applies to all namespaces.
        public let formatsAllNamespaces = Bit<0>("FNS", "Format Namespace Scope")
        /// Secure Erase Namespace Scope (SENS): a secure erase applies to all namespaces.
        public let secureEraseAllNamespaces = Bit<1>("SENS", "Secure Erase Namespace Scope")
        /// Cryptographic Erase Supported (CRYES).
        public let cryptographicErase = Bit<2>("CRYES", "Cryptographic Erase Supported")
        /// Format NVM Broadcast Support (FNVMBS): set when NSID FFFFFFFFh is NOT supported.
        public let broadcastNSIDUnsupported = Bit<3>("FNVMBS", "Format NVM Broadcast Support")
    }
    public var rawValue: UInt8
    @inlinable public init(rawValue: UInt8 = 0) { self.rawValue = rawValue }
}

/// VWC, Volatile Write Cache.
public struct VolatileWriteCacheSupport: BitStructure {
    public final class Layout: BitLayout {
        /// Volatile Write Cache Present (VWCP).
        public let present = Bit<0>("VWCP", "Volatile Write Cache Present")
        /// Flush Behavior (FB): of NSID FFFFFFFFh: 10b not supported, 11b supported.
        public let flushBehavior = Bits<UInt8, 2, 1>("FB", "Flush Behavior")
    }
    public var rawValue: UInt8
    @inlinable public init(rawValue: UInt8 = 0) { self.rawValue = rawValue }
}

/// SGLS, SGL Support.
public struct SGLSupport: BitStructure {
    public final class Layout: BitLayout {
        /// SGL Support (SGLS): 00b none, 01b without alignment rules, 10b dword aligned.
        public let supported = Bits<UInt8, 1, 0>("SGLS", "SGL Support")
        /// Keyed SGL Data Block Descriptor (KSDBDS).
        public let keyedDataBlock = Bit<2>("KSDBDS", "Keyed SGL Data Block Descriptor")
        /// SGL Descriptor Threshold (SDT).
        public let descriptorThreshold = Bits<UInt8, 15, 8>("SDT", "SGL Descriptor Threshold")
        /// Bit Bucket Descriptor (SGLBBD).
        public let bitBucket = Bit<16>("SGLBBD", "Bit Bucket Descriptor")
        /// Byte Aligned Contiguous Metadata Buffer (MBA).
        public let contiguousMetadata = Bit<17>("MBA", "Byte Aligned Contiguous Metadata Buffer")
        /// SGL Length Larger Than Data (SSL).
        public let lengthMayExceedTransfer = Bit<18>("SSL", "SGL Length Larger Than Data")
        /// MPTR Containing an SGL Descriptor (MSD).
        public let metadataPointerSGL = Bit<19>("MSD", "MPTR Containing an SGL Descriptor")
        /// Address Field as Offset (AFOS).
        public let addressIsOffset = Bit<20>("AFOS", "Address Field as Offset")
        /// Transport SGL Data Block Descriptor (TSDBD).
        public let transportDataBlock = Bit<21>("TSDBD", "Transport SGL Data Block Descriptor")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// SANICAP, Sanitize Capabilities.
public struct SanitizeCapabilities: BitStructure {
    public final class Layout: BitLayout {
        /// Crypto Erase (CES).
        public let cryptoErase = Bit<0>("CES", "Crypto Erase")
        /// Block Erase (BES).
        public let blockErase = Bit<1>("BES", "Block Erase")
        /// Overwrite (OWS).
        public let overwrite = Bit<2>("OWS", "Overwrite")
        /// Media Verification (VERS).
        public let verification = Bit<3>("VERS", "Media Verification")
        /// No-Deallocate Inhibited (NDI).
        public let noDeallocateInhibited = Bit<29>("NDI", "No-Deallocate Inhibited")
        /// No-Deallocate Modifies Media After Sanitize (NODMMAS).
        public let noDeallocateModifiesMedia = Bits<UInt8, 31, 30>(
            "NODMMAS", "No-Deallocate Modifies Media After Sanitize")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// SQES and CQES: required and maximum queue entry sizes as powers of two.
public struct QueueEntrySizes: BitStructure {
    public final class Layout: BitLayout {
        /// Minimum Entry Size (MIN).
        public let minimum = Bits<UInt8, 3, 0>("MIN", "Minimum Entry Size")
        /// Maximum Entry Size (MAX).
        public let maximum = Bits<UInt8, 7, 4>("MAX", "Maximum Entry Size")
    }
    public var rawValue: UInt8
    @inlinable public init(rawValue: UInt8 = 0) { self.rawValue = rawValue }
}
