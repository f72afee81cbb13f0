/// Identify Controller of the NVM command set (CNS 06h, CSI 00h, NVM Command Set 1.1 §4.1.5.4).
public struct IdentifyNVMController: SpecStructure {
    public final class Layout: SpecLayout {
        /// Verify Size Limit (VSL): as a power of two of the minimum page size; 0 is no limit.
        public let verifySizeLimit = Field<UInt8, 0, 0>("vsl", "Verify Size Limit")
        /// Write Zeroes Size Limit (WZSL): as a power of two of the minimum page size; 0 is no limit.
        public let writeZeroesSizeLimit = Field<UInt8, 1, 1>("wzsl", "Write Zeroes Size Limit")
        /// Write Uncorrectable Size Limit (WUSL): as a power of two of the minimum page size; 0 is no limit.
        public let writeUncorrectableSizeLimit = Field<UInt8, 2, 2>("wusl", "Write Uncorrectable Size Limit")
        /// Dataset Management Ranges Limit (DMRL): 0 is no limit.
        public let datasetManagementRangesLimit = Field<UInt8, 3, 3>("dmrl", "Dataset Management Ranges Limit")
        /// Dataset Management Range Size Limit (DMRSL): in logical blocks; 0 is no limit.
        public let datasetManagementRangeSizeLimit = Field<UInt32, 7, 4>("dmrsl", "Dataset Management Range Size Limit")
        /// Dataset Management Size Limit (DMSL): in logical blocks; 0 is no limit.
        public let datasetManagementSizeLimit = Field<UInt64, 15, 8>("dmsl", "Dataset Management Size Limit")
    }
    public static var byteCount: Int { 4096 }
    public var bytes = Self.zeroes
    public init() {}
}

/// Extended LBA format: protection information format and storage tag size.
public struct ExtendedLBAFormat: BitStructure {
    public final class Layout: BitLayout {
        /// Storage Tag Size (STS): in bits.
        public let storageTagSize = Bits<UInt8, 6, 0>("STS", "Storage Tag Size")
        /// Protection Information Format (PIF): 0 is 16 bit guard, 1 is 32 bit, 2 is 64 bit.
        public let protectionInformationFormat = Bits<UInt8, 8, 7>("PIF", "Protection Information Format")
        /// Qualified Protection Information Format (QPIF).
        public let qualifiedProtectionInformationFormat = Bits<UInt8, 12, 9>(
            "QPIF", "Qualified Protection Information Format")
    }
    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// Identify Namespace of the NVM command set, extended (CNS 05h, CSI 00h, NVM Command Set 1.1 §4.1.5.3).
public struct IdentifyNVMNamespace: SpecStructure {
    public final class Layout: SpecLayout {
        /// Logical Block Storage Tag Mask (LBSTM).
        public let logicalBlockStorageTagMask = Field<UInt64, 7, 0>("lbstm", "Logical Block Storage Tag Mask")
        /// Protection Information Capabilities (PIC).
        public let protectionInformationCapabilities = Field<UInt8, 8, 8>("pic", "Protection Information Capabilities")
        /// Protection Information Format Attributes (PIFA).
        public let protectionInformationFormatAttributes = Field<UInt8, 9, 9>(
            "pifa", "Protection Information Format Attributes")
        /// Extended LBA Formats (ELBAF).
        public let extendedLBAFormats = Field<FieldArray<ExtendedLBAFormat>, 267, 12>("elbaf", "Extended LBA Formats")
        /// Namespace Preferred Deallocate Granularity Large (NPDGL).
        public let preferredDeallocateGranularityLarge = Field<UInt32, 271, 268>(
            "npdgl", "Namespace Preferred Deallocate Granularity Large")
        /// Namespace Preferred Read Granularity (NPRG).
        public let preferredReadGranularity = Field<UInt32, 275, 272>("nprg", "Namespace Preferred Read Granularity")
        /// Namespace Preferred Read Alignment (NPRA).
        public let preferredReadAlignment = Field<UInt32, 279, 276>("npra", "Namespace Preferred Read Alignment")
        /// Namespace Optimal Read Size (NORS).
        public let optimalReadSize = Field<UInt32, 283, 280>("nors", "Namespace Optimal Read Size")
        /// Namespace Preferred Deallocate Alignment Large (NPDAL).
        public let preferredDeallocateAlignmentLarge = Field<UInt32, 287, 284>(
            "npdal", "Namespace Preferred Deallocate Alignment Large")
    }
    public static var byteCount: Int { 4096 }
    public var bytes = Self.zeroes
    public init() {}
}

/// NSTAT, Namespace Status.
public struct NamespaceStatus: FlagStructure {
    public final class Layout: BitLayout {
        /// Namespace Ready (NRDY).
        public let ready = Bit<0>("NRDY", "Namespace Ready")
    }
    public var rawValue: UInt8
    @inlinable public init(rawValue: UInt8 = 0) { self.rawValue = rawValue }
}

/// I/O command set independent Identify Namespace (CNS 08h, NVMe Base 2.3 §5.2.13.2.8).
public struct IdentifyIndependentNamespace: SpecStructure {
    public final class Layout: SpecLayout {
        /// Common Namespace Features (NSFEAT).
        public let features = Field<UInt8, 0, 0>("nsfeat", "Common Namespace Features")
        /// Namespace Multi-path I/O and Namespace Sharing Capabilities (NMIC).
        public let sharing = Field<NamespaceSharing, 1, 1>(
            "nmic", "Namespace Multi-path I/O and Namespace Sharing Capabilities")
        /// Reservation Capabilities (RESCAP).
        public let reservationCapabilities = Field<ReservationCapabilities, 2, 2>("rescap", "Reservation Capabilities")
        /// Format Progress Indicator (FPI).
        public let formatProgress = Field<FormatProgressIndicator, 3, 3>("fpi", "Format Progress Indicator")
        /// ANA Group Identifier (ANAGRPID).
        public let anaGroupIdentifier = Field<UInt32, 7, 4>("anagrpid", "ANA Group Identifier")
        /// Namespace Attributes (NSATTR).
        public let attributes = Field<NamespaceAttributes, 8, 8>("nsattr", "Namespace Attributes")
        /// NVM Set Identifier (NVMSETID).
        public let nvmSetIdentifier = Field<UInt16, 11, 10>("nvmsetid", "NVM Set Identifier")
        /// Endurance Group Identifier (ENDGID).
        public let enduranceGroupIdentifier = Field<UInt16, 13, 12>("endgid", "Endurance Group Identifier")
        /// Namespace Status (NSTAT).
        public let status = Field<NamespaceStatus, 14, 14>("nstat", "Namespace Status")
        /// Key Per I/O Status (KPIOS).
        public let keyPerIOStatus = Field<UInt8, 15, 15>("kpios", "Key Per I/O Status")
        /// Maximum Key Tag (MAXKT).
        public let maximumKeyTag = Field<UInt16, 17, 16>("maxkt", "Maximum Key Tag")
        /// Reachability Group Identifier (RGRPID).
        public let reachabilityGroupIdentifier = Field<UInt32, 23, 20>("rgrpid", "Reachability Group Identifier")
    }
    public static var byteCount: Int { 4096 }
    public var bytes = Self.zeroes
    public init() {}
}
