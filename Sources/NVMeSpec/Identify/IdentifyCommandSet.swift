/// Identify Controller of the NVM command set (CNS 06h, CSI 00h, NVM Command Set 1.1 §4.1.5.4).
public struct IdentifyNVMController: SpecStructure {
    public struct Layout: SpecLayout {
        /// Verify Size Limit (VSL): as a power of two of the minimum page size; 0 is no limit.
        public let verifySizeLimit = Field<UInt8>("vsl", at: 0, "Verify Size Limit")
        /// Write Zeroes Size Limit (WZSL): as a power of two of the minimum page size; 0 is no limit.
        public let writeZeroesSizeLimit = Field<UInt8>("wzsl", at: 1, "Write Zeroes Size Limit")
        /// Write Uncorrectable Size Limit (WUSL): as a power of two of the minimum page size; 0 is no limit.
        public let writeUncorrectableSizeLimit = Field<UInt8>("wusl", at: 2, "Write Uncorrectable Size Limit")
        /// Dataset Management Ranges Limit (DMRL): 0 is no limit.
        public let datasetManagementRangesLimit = Field<UInt8>("dmrl", at: 3, "Dataset Management Ranges Limit")
        /// Dataset Management Range Size Limit (DMRSL): in logical blocks; 0 is no limit.
        public let datasetManagementRangeSizeLimit = Field<UInt32>(
            "dmrsl", at: 4, "Dataset Management Range Size Limit")
        /// Dataset Management Size Limit (DMSL): in logical blocks; 0 is no limit.
        public let datasetManagementSizeLimit = Field<UInt64>("dmsl", at: 8, "Dataset Management Size Limit")

        public init() {}
    }

    public static let layout = LayoutTable<Layout>()
    public static var byteCount: Int { 4096 }
    public var bytes = [UInt8](repeating: 0, count: 4096)
    public init(zeroed: Void) {}
}

/// Extended LBA format: protection information format and storage tag size.
public struct ExtendedLBAFormat: BitStructure {
    public struct Layout: BitLayout {
        /// Storage Tag Size (STS): in bits.
        public let storageTagSize = Bits<UInt8, 6, 0>("STS", "Storage Tag Size")
        /// Protection Information Format (PIF): 0 is 16 bit guard, 1 is 32 bit, 2 is 64 bit.
        public let protectionInformationFormat = Bits<UInt8, 8, 7>("PIF", "Protection Information Format")
        /// Qualified Protection Information Format (QPIF).
        public let qualifiedProtectionInformationFormat = Bits<UInt8, 12, 9>(
            "QPIF", "Qualified Protection Information Format")
        public init() {}
    }

    public var rawValue: UInt32
    @inlinable public init(rawValue: UInt32 = 0) { self.rawValue = rawValue }
}

/// Identify Namespace of the NVM command set, extended (CNS 05h, CSI 00h, NVM Command Set 1.1 §4.1.5.3).
public struct IdentifyNVMNamespace: SpecStructure {
    public struct Layout: SpecLayout {
        /// Logical Block Storage Tag Mask (LBSTM).
        public let logicalBlockStorageTagMask = Field<UInt64>("lbstm", at: 0, "Logical Block Storage Tag Mask")
        /// Protection Information Capabilities (PIC).
        public let protectionInformationCapabilities = Field<UInt8>("pic", at: 8, "Protection Information Capabilities")
        /// Protection Information Format Attributes (PIFA).
        public let protectionInformationFormatAttributes = Field<UInt8>(
            "pifa", at: 9, "Protection Information Format Attributes")
        /// Extended LBA Formats (ELBAF).
        public let extendedLBAFormats = Field<FieldArray<ExtendedLBAFormat>>(
            "elbaf", at: 12, count: 64, "Extended LBA Formats")
        /// Namespace Preferred Deallocate Granularity Large (NPDGL).
        public let preferredDeallocateGranularityLarge = Field<UInt32>(
            "npdgl", at: 268, "Namespace Preferred Deallocate Granularity Large")
        /// Namespace Preferred Read Granularity (NPRG).
        public let preferredReadGranularity = Field<UInt32>("nprg", at: 272, "Namespace Preferred Read Granularity")
        /// Namespace Preferred Read Alignment (NPRA).
        public let preferredReadAlignment = Field<UInt32>("npra", at: 276, "Namespace Preferred Read Alignment")
        /// Namespace Optimal Read Size (NORS).
        public let optimalReadSize = Field<UInt32>("nors", at: 280, "Namespace Optimal Read Size")
        /// Namespace Preferred Deallocate Alignment Large (NPDAL).
        public let preferredDeallocateAlignmentLarge = Field<UInt32>(
            "npdal", at: 284, "Namespace Preferred Deallocate Alignment Large")

        public init() {}
    }

    public static let layout = LayoutTable<Layout>()
    public static var byteCount: Int { 4096 }
    public var bytes = [UInt8](repeating: 0, count: 4096)
    public init(zeroed: Void) {}
}

/// NSTAT, Namespace Status.
public struct NamespaceStatus: FlagStructure {
    public struct Layout: BitLayout {
        /// Namespace Ready (NRDY).
        public let ready = Bit<0>("NRDY", "Namespace Ready")
        public init() {}
    }

    public var rawValue: UInt8
    @inlinable public init(rawValue: UInt8 = 0) { self.rawValue = rawValue }
}

/// I/O command set independent Identify Namespace (CNS 08h, NVMe Base 2.3 §5.2.13.2.8).
public struct IdentifyIndependentNamespace: SpecStructure {
    public struct Layout: SpecLayout {
        /// Common Namespace Features (NSFEAT).
        public let features = Field<UInt8>("nsfeat", at: 0, "Common Namespace Features")
        /// Namespace Multi-path I/O and Namespace Sharing Capabilities (NMIC).
        public let sharing = Field<NamespaceSharing>(
            "nmic", at: 1, "Namespace Multi-path I/O and Namespace Sharing Capabilities")
        /// Reservation Capabilities (RESCAP).
        public let reservationCapabilities = Field<ReservationCapabilities>("rescap", at: 2, "Reservation Capabilities")
        /// Format Progress Indicator (FPI).
        public let formatProgress = Field<FormatProgressIndicator>("fpi", at: 3, "Format Progress Indicator")
        /// ANA Group Identifier (ANAGRPID).
        public let anaGroupIdentifier = Field<UInt32>("anagrpid", at: 4, "ANA Group Identifier")
        /// Namespace Attributes (NSATTR).
        public let attributes = Field<NamespaceAttributes>("nsattr", at: 8, "Namespace Attributes")
        /// NVM Set Identifier (NVMSETID).
        public let nvmSetIdentifier = Field<UInt16>("nvmsetid", at: 10, "NVM Set Identifier")
        /// Endurance Group Identifier (ENDGID).
        public let enduranceGroupIdentifier = Field<UInt16>("endgid", at: 12, "Endurance Group Identifier")
        /// Namespace Status (NSTAT).
        public let status = Field<NamespaceStatus>("nstat", at: 14, "Namespace Status")
        /// Key Per I/O Status (KPIOS).
        public let keyPerIOStatus = Field<UInt8>("kpios", at: 15, "Key Per I/O Status")
        /// Maximum Key Tag (MAXKT).
        public let maximumKeyTag = Field<UInt16>("maxkt", at: 16, "Maximum Key Tag")
        /// Reachability Group Identifier (RGRPID).
        public let reachabilityGroupIdentifier = Field<UInt32>("rgrpid", at: 20, "Reachability Group Identifier")

        public init() {}
    }

    public static let layout = LayoutTable<Layout>()
    public static var byteCount: Int { 4096 }
    public var bytes = [UInt8](repeating: 0, count: 4096)
    public init(zeroed: Void) {}
}
