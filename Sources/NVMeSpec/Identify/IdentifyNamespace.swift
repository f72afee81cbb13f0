/// Identify Namespace of the NVM command set (CNS 00h, NVM Command Set 1.1 §4.1.5.1).
public struct IdentifyNamespace: SpecStructure {
    public struct Layout: SpecLayout {
        /// Namespace Size (NSZE): in logical blocks.
        public let namespaceSize = Field<UInt64>("nsze", at: 0, "Namespace Size")
        /// Namespace Capacity (NCAP): in logical blocks.
        public let namespaceCapacity = Field<UInt64>("ncap", at: 8, "Namespace Capacity")
        /// Namespace Utilization (NUSE): in logical blocks.
        public let namespaceUtilization = Field<UInt64>("nuse", at: 16, "Namespace Utilization")
        /// Namespace Features (NSFEAT).
        public let features = Field<NamespaceFeatures>("nsfeat", at: 24, "Namespace Features")
        /// Number of LBA Formats (NLBAF): 0's based.
        public let numberOfLBAFormats = Field<UInt8>("nlbaf", at: 25, "Number of LBA Formats")
        /// Formatted LBA Size (FLBAS).
        public let formattedLBASize = Field<FormattedLBASize>("flbas", at: 26, "Formatted LBA Size")
        /// Metadata Capabilities (MC).
        public let metadataCapabilities = Field<MetadataCapabilities>("mc", at: 27, "Metadata Capabilities")
        /// End-to-end Data Protection Capabilities (DPC).
        public let dataProtectionCapabilities = Field<DataProtectionCapabilities>(
            "dpc", at: 28, "End-to-end Data Protection Capabilities")
        /// End-to-end Data Protection Type Settings (DPS).
        public let dataProtectionSettings = Field<DataProtectionSettings>(
            "dps", at: 29, "End-to-end Data Protection Type Settings")
        /// Namespace Multi-path I/O and Namespace Sharing Capabilities (NMIC).
        public let sharing = Field<NamespaceSharing>(
            "nmic", at: 30, "Namespace Multi-path I/O and Namespace Sharing Capabilities")
        /// Reservation Capabilities (RESCAP).
        public let reservationCapabilities = Field<ReservationCapabilities>(
            "rescap", at: 31, "Reservation Capabilities")
        /// Format Progress Indicator (FPI).
        public let formatProgress = Field<FormatProgressIndicator>("fpi", at: 32, "Format Progress Indicator")
        /// Deallocate Logical Block Features (DLFEAT).
        public let deallocateFeatures = Field<DeallocateFeatures>("dlfeat", at: 33, "Deallocate Logical Block Features")
        /// Namespace Atomic Write Unit Normal (NAWUN): in logical blocks, 0's based.
        public let atomicWriteUnitNormal = Field<UInt16>("nawun", at: 34, "Namespace Atomic Write Unit Normal")
        /// Namespace Atomic Write Unit Power Fail (NAWUPF): in logical blocks, 0's based.
        public let atomicWriteUnitPowerFail = Field<UInt16>("nawupf", at: 36, "Namespace Atomic Write Unit Power Fail")
        /// Namespace Atomic Compare & Write Unit (NACWU): in logical blocks, 0's based.
        public let atomicCompareAndWriteUnit = Field<UInt16>("nacwu", at: 38, "Namespace Atomic Compare & Write Unit")
        /// Namespace Atomic Boundary Size Normal (NABSN).
        public let atomicBoundarySizeNormal = Field<UInt16>("nabsn", at: 40, "Namespace Atomic Boundary Size Normal")
        /// Namespace Atomic Boundary Offset (NABO).
        public let atomicBoundaryOffset = Field<UInt16>("nabo", at: 42, "Namespace Atomic Boundary Offset")
        /// Namespace Atomic Boundary Size Power Fail (NABSPF).
        public let atomicBoundarySizePowerFail = Field<UInt16>(
            "nabspf", at: 44, "Namespace Atomic Boundary Size Power Fail")
        /// Namespace Optimal I/O Boundary (NOIOB): in logical blocks.
        public let optimalIOBoundary = Field<UInt16>("noiob", at: 46, "Namespace Optimal I/O Boundary")
        /// NVM Capacity (NVMCAP): in bytes.
        public let nvmCapacity = Field<UInt128>("nvmcap", at: 48, "NVM Capacity")
        /// Namespace Preferred Write Granularity (NPWG): in logical blocks, 0's based.
        public let preferredWriteGranularity = Field<UInt16>("npwg", at: 64, "Namespace Preferred Write Granularity")
        /// Namespace Preferred Write Alignment (NPWA): in logical blocks, 0's based.
        public let preferredWriteAlignment = Field<UInt16>("npwa", at: 66, "Namespace Preferred Write Alignment")
        /// Namespace Preferred Deallocate Granularity (NPDG): in logical blocks, 0's based.
        public let preferredDeallocateGranularity = Field<UInt16>(
            "npdg", at: 68, "Namespace Preferred Deallocate Granularity")
        /// Namespace Preferred Deallocate Alignment (NPDA): in logical blocks, 0's based.
        public let preferredDeallocateAlignment = Field<UInt16>(
            "npda", at: 70, "Namespace Preferred Deallocate Alignment")
        /// Namespace Optimal Write Size (NOWS): in logical blocks, 0's based.
        public let optimalWriteSize = Field<UInt16>("nows", at: 72, "Namespace Optimal Write Size")
        /// Maximum Single Source Range Length (MSSRL): in logical blocks.
        public let maximumSingleSourceRangeLength = Field<UInt16>("mssrl", at: 74, "Maximum Single Source Range Length")
        /// Maximum Copy Length (MCL): in logical blocks.
        public let maximumCopyLength = Field<UInt32>("mcl", at: 76, "Maximum Copy Length")
        /// Maximum Source Range Count (MSRC): 0's based.
        public let maximumSourceRangeCount = Field<UInt8>("msrc", at: 80, "Maximum Source Range Count")
        /// Key Per I/O Status (KPIOS).
        public let keyPerIOStatus = Field<UInt8>("kpios", at: 81, "Key Per I/O Status")
        /// Number of Unique Attribute LBA Formats (NULBAF).
        public let numberOfUniqueAttributeLBAFormats = Field<UInt8>(
            "nulbaf", at: 82, "Number of Unique Attribute LBA Formats")
        /// Key Per I/O Data Access Alignment and Granularity (KPIODAAG).
        public let keyPerIODataAccessAlignment = Field<UInt32>(
            "kpiodaag", at: 84, "Key Per I/O Data Access Alignment and Granularity")
        /// ANA Group Identifier (ANAGRPID).
        public let anaGroupIdentifier = Field<UInt32>("anagrpid", at: 92, "ANA Group Identifier")
        /// Namespace Attributes (NSATTR).
        public let attributes = Field<NamespaceAttributes>("nsattr", at: 99, "Namespace Attributes")
        /// NVM Set Identifier (NVMSETID).
        public let nvmSetIdentifier = Field<UInt16>("nvmsetid", at: 100, "NVM Set Identifier")
        /// Endurance Group Identifier (ENDGID).
        public let enduranceGroupIdentifier = Field<UInt16>("endgid", at: 102, "Endurance Group Identifier")
        /// Namespace Globally Unique Identifier (NGUID).
        public let globallyUniqueIdentifier = Field<[UInt8]>(
            "nguid", at: 104, bytes: 16, "Namespace Globally Unique Identifier")
        /// IEEE Extended Unique Identifier (EUI64).
        public let extendedUniqueIdentifier = Field<[UInt8]>(
            "eui64", at: 120, bytes: 8, "IEEE Extended Unique Identifier")
        /// LBA Formats (LBAF).
        public let lbaFormats = Field<FieldArray<LBAFormat>>("lbaf", at: 128, count: 64, "LBA Formats")
        /// Vendor Specific (VS).
        public let vendorSpecific = Field<[UInt8]>("vs", at: 384, bytes: 3712, "Vendor Specific")

        public init() {}
    }

    public static let layout = LayoutTable<Layout>()
    public static var byteCount: Int { 4096 }
    public var bytes = [UInt8](repeating: 0, count: 4096)
    public init(zeroed: Void) {}
}
